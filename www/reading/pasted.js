// What a pasted text tells of a request and its answer, as the core reads it.

import { members, wrong } from '../core/checks.js';
import { secretsIn } from './conceal.js';
import { batchesIn } from './entries.js';
import { Records } from './records.js';
import { toldIn } from './told.js';

/** @import { Pasted, ReadOptions } from 'bc-status/read' */

const LONGEST_SEARCHED = 1024 * 1024;

/** @type {Record<string, import('../core/checks.js').Rule>} */
const RULES = {
  entry: [(value) => Number.isInteger(value) && value >= 1, 'a whole number from 1 on'],
  mask: [(value) => typeof value === 'boolean', 'true or false'],
};

/**
 * Of several exchanges in the text the last that failed, or the one that is asked for. Null where it tells of none.
 * @param {string} text
 * @param {ReadOptions} [options]
 * @returns {Pasted | null}
 */
export const read = (text, options = {}) => {
  if (typeof text !== 'string') throw wrong('text', 'a string', text);
  const { entry, mask } = members('options', options, RULES);
  const found = toldIn(text, entry);
  if (!found) return null;
  // Of an archive no more is looked through than it tells of.
  const secrets = secretsIn(text.length > LONGEST_SEARCHED ? JSON.stringify(found.exchange) : text);
  return { ...found, exchange: mask ? masked(found.exchange, secrets) : found.exchange, secrets: secrets.length };
};

/**
 * Exchanges one after the other, of an archive, or of a log in which each line or paragraph tells of one.
 * @param {string | AsyncIterable<Uint8Array | string>} source
 * @returns {AsyncIterable<Pasted>}
 */
export async function* readAll(source) {
  const records = new Records();
  for await (const entries of batchesIn(source)) {
    for (const entry of entries) {
      if (entry.lost === 'damaged') throw new Error('source is damaged or cut off; what comes before that was read');
      for (const one of records.read(entry)) yield pastedOf(one);
    }
  }
}

/** @type {(one: import('./records.js').Told) => Pasted} */
const pastedOf = ({ kind, exchange, at, start }) => ({
  kind: /** @type {Pasted['kind']} */ (kind),
  exchange: /** @type {Pasted['exchange']} */ (exchange),
  entry: 1,
  entries: 1,
  hops: [],
  secrets: secretsIn(JSON.stringify(exchange)).length,
  at: { ...at, ...(start !== undefined && { time: new Date(start).toISOString() }) },
});

/**
 * An exchange as it may be shown.
 * @type {(exchange: any) => any}
 */
export const shownExchange = (exchange) => masked(exchange, secretsIn(JSON.stringify(exchange)));

/** @type {(text: string) => string} */
export const maskedText = (text) => masked(text, secretsIn(text));

/**
 * A value with `***` for some secrets, wherever they stand in it.
 * @type {(value: any, secrets: string[]) => any}
 */
export const masked = (value, secrets) => {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), value);
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, masked(member, secrets)]));
};
