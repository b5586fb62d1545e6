// Headers in any form, to the few values that the core reads.

import { isCredential } from './credentials.js';
import { DECISIVE_HEADERS, DIAGNOSED_HEADERS } from '../knowledge/headers.js';
import { LONGEST_BODY } from '../knowledge/limits.js';

/** The core takes no longer value; passing one on would only cost. */
const LONGEST_VALUE = 1024;
const MOST_PAIRS = 500;

/** @typedef {(name: string, value: unknown) => void} Visit */

/**
 * The name under which the core reads a header, by that which a caller writes; null for any other.
 * @type {Map<string, string | null>}
 */
const known = new Map(DECISIVE_HEADERS.map((name) => [name, name]));

/** @type {(name: string) => string | null} */
const knownAs = (name) => {
  const found = known.get(name);
  return found === undefined ? find(name) : found;
};

/** @type {(name: string) => string | null} */
const find = (name) => {
  const found = known.get(String(name).toLowerCase()) ?? null;
  if (known.size < 500) known.set(name, found);
  return found;
};

/**
 * What crosses is cut, since the memory of the WebAssembly never shrinks.
 * @type {(text: string) => string}
 */
export const cut = (text) => (text.length > LONGEST_BODY ? text.slice(0, LONGEST_BODY) : text);

/**
 * The headers that decide, each as its name and its value in one list. Takes a Headers, an object,
 * or pairs.
 * @type {(headers: any) => string[]}
 */
export const decisiveHeaders = (headers) => {
  /** @type {string[]} */
  const list = [];
  each(headers, DECISIVE_HEADERS, (name, value) => {
    const known = knownAs(name);
    const text = known === null ? undefined : textOf(value);
    if (known === null || text === undefined || text.length > LONGEST_VALUE) return;
    if (list.length < 2 * MOST_PAIRS) list.push(known, text);
  });
  return list;
};

/**
 * The same as a Headers, for those of another library.
 * @type {(headers: any) => Headers}
 */
export const standardHeaders = (headers) => {
  const list = decisiveHeaders(headers);
  const standard = new Headers();
  for (let at = 0; at < list.length; at += 2) {
    // A Headers refuses what HTTP does not allow, and the core would not read it either.
    if (/^[\t -~]+$/.test(list[at + 1])) standard.append(list[at], list[at + 1]);
  }
  return standard;
};

/**
 * Visits every pair, or those of the given names where a collection cannot be listed.
 * @type {(headers: any, wanted: string[], visit: Visit) => void}
 */
const each = (headers, wanted, visit) => {
  if (typeof headers[Symbol.iterator] === 'function') {
    for (const pair of headers) if (typeof pair === 'object' && typeof pair?.[0] === 'string') visit(pair[0], pair[1]);
  } else if (typeof headers.get === 'function') {
    for (const name of wanted) visit(name, headers.get(name));
  } else {
    for (const name in headers) visit(name, headers[name]);
  }
};

/**
 * Every header as its name and its value in one list: for a diagnosis, which wants them all. `isWhole`
 * unless a credential among them was cut, or left out.
 * @type {(headers: any) => { list: string[], isWhole: boolean }}
 */
export const allHeaders = (headers) => {
  /** @type {string[]} */
  const list = [];
  let length = 0;
  let isWhole = true;
  each(headers, [...DECISIVE_HEADERS, ...DIAGNOSED_HEADERS], (name, value) => {
    const text = textOf(value);
    if (text === undefined) return;
    const isIn = list.length < 2 * MOST_PAIRS && length < LONGEST_BODY;
    if (isIn) list.push(cut(name), cut(text));
    length += name.length + text.length;
    if (!isIn || text.length > LONGEST_BODY) isWhole &&= !isCredential(name);
  });
  return { list, isWhole };
};

const WORDS = ['string', 'number', 'boolean', 'bigint'];

/**
 * An array is how Node writes a repeated header; no other object is a value.
 * @type {(value: unknown) => string | undefined}
 */
const textOf = (value) => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.filter((one) => WORDS.includes(typeof one)).join();
  return WORDS.includes(typeof value) ? String(value) : undefined;
};
