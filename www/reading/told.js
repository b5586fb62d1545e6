// What a text tells of an exchange.

import { parsed } from '../core/json.js';
import { core } from '../paste-core.js';
import { isOwn, ofOwn } from './own-exchange.js';

/**
 * The exchange that a text tells of, or the one of several that is asked for: one as `diagnose` takes it, else what
 * the core reads.
 * @type {(text: string, entry?: number) => any}
 */
export const toldIn = (text, entry) => ownIn(text) ?? told(text, entry);

/**
 * An archive is none, and long.
 * @type {(text: string) => any}
 */
const ownIn = (text) => {
  if (!/^\s*\{(?!\s*"log"\s*:\s*\{)/.test(text)) return undefined;
  const json = parsed(text);
  return isOwn(json) ? { kind: 'exchange', exchange: ofOwn(json), entry: 1, entries: 1, hops: [] } : undefined;
};

/**
 * What the core reads.
 * @type {(text: string, entry?: number) => any}
 */
export const told = (text, entry) => {
  /** @type {{ value?: any }} */
  const found = {};
  core().readPasted(text, entry, found);
  if (!found.value) return undefined;
  const { isAssumed, ...value } = found.value;
  return { ...value, exchange: withoutUnknown(value.exchange), ...(isAssumed && { isAssumed }) };
};

/**
 * What is not known is left out, but for the method: without one it would be taken for a GET.
 * @type {(exchange: any) => any}
 */
const withoutUnknown = ({ method, url, ...exchange }) => {
  const known = Object.fromEntries(Object.entries(exchange).filter(([, value]) => value !== null && value !== false));
  return { method: method || null, ...(url && { url }), ...known };
};
