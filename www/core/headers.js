// Headers in any form, to the few values that the core reads.

import { core } from '../boot.js';
import { isCredential } from './secret-names.js';
import { LONGEST_BODY } from '../knowledge/limits.js';

/** @typedef {(name: string, value: unknown) => void} Visit */

/**
 * Their names in the core's order, and their places by name.
 * @type {string[]}
 */
let names;
/** @type {Map<string, number>} */
let places;
/**
 * Their values, while they are gathered.
 * @type {string[]}
 */
const values = [];

/** The core takes no longer value; passing one on would only cost. */
const LONGEST_VALUE = 1024;

/**
 * The values that are there, a line each. Takes a Headers, an object, or pairs.
 * @type {(headers: any) => string}
 */
export const headerLines = (headers) => {
  gatherAll(headers);
  return values.join('\n');
};

/**
 * The same as a Headers, for those of another library.
 * @type {(headers: any) => Headers}
 */
export const standardHeaders = (headers) => {
  gatherAll(headers);
  const known = new Headers();
  values.forEach((value, place) => {
    // A Headers refuses what HTTP does not allow, and the core would not read it either.
    if (/^[\t -~]+$/.test(value)) known.set(names[place], value);
  });
  return known;
};

/** @type {(text: string) => string} */
export const oneLine = (text) => (text.includes('\n') ? text.replaceAll('\n', ' ') : text);

/**
 * What crosses is cut, since the memory of the WebAssembly never shrinks.
 * @type {(text: string) => string}
 */
export const line = (text) => oneLine(text.slice(0, LONGEST_BODY));

/** @type {(headers: any) => void} */
const gatherAll = (headers) => {
  known();
  places ??= new Map(names.map((name, place) => [name, place]));
  values.length = names.length;
  values.fill('');
  each(headers, names, gather);
};

const known = () => (names ??= core().headerNames().split('\n'));

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

/** Request headers that are asked for where a collection cannot be listed. */
const REQUEST_HEADERS = [
  'x-auth-token',
  'authorization',
  'x-auth-client',
  'authtoken',
  'x-store-hash',
  'accept',
  'content-type',
  'cookie',
  'origin',
];
const RESPONSE_HEADERS = ['content-type', 'location', 'cf-mitigated', 'x-bc-graphql-complexity'];
const MOST_PAIRS = 500;

/**
 * Every header as two lines, its name and its value: for a diagnosis, which wants them all. `isWhole`
 * unless a credential among them was cut, or left out.
 * @type {(headers: any) => { pairs: string, isWhole: boolean }}
 */
export const headerPairs = (headers) => {
  let pairs = '';
  let count = 0;
  let isWhole = true;
  each(headers, [...known(), ...REQUEST_HEADERS, ...RESPONSE_HEADERS], (name, value) => {
    const text = textOf(value);
    if (text === undefined) return;
    const isIn = count++ < MOST_PAIRS && pairs.length < LONGEST_BODY;
    if (isIn) pairs += `${line(name)}\n${line(text)}\n`;
    if (!isIn || text.length > LONGEST_BODY) isWhole &&= !isCredential(name);
  });
  return { pairs, isWhole };
};

const WORDS = ['string', 'number', 'boolean', 'bigint'];

/**
 * An array is how Node writes a repeated header; no other object is a value.
 * @type {(value: unknown) => string | undefined}
 */
const textOf = (value) => {
  if (Array.isArray(value)) return value.filter((one) => WORDS.includes(typeof one)).join();
  return WORDS.includes(typeof value) ? String(value) : undefined;
};

/** @type {Visit} */
const gather = (name, value) => {
  const place = places.get(name) ?? placeOf(name);
  if (place === undefined) return;
  const text = textOf(value);
  if (text === undefined) return;
  const all = values[place] === '' ? text : `${values[place]},${text}`;
  if (all.length <= LONGEST_VALUE) values[place] = oneLine(all);
};

/**
 * Of a name in another case, which is remembered if the core reads it.
 * @type {(name: string) => number | undefined}
 */
const placeOf = (name) => {
  const place = places.get(name.toLowerCase());
  if (place !== undefined && places.size < 500) places.set(name, place);
  return place;
};
