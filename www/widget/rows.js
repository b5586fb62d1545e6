// The rows of the table that are to be seen, and in which order: pure functions of the attributes.

import { RETRY_ADVICES, STATUS_CLASSES } from '../knowledge/sets.js';
import { OTHER_NAMES } from '../knowledge/statuses.js';

/** @import { StatusClass } from 'bc-status' */
/** @import { Known } from './codes.js' */

/** @typedef {Known & { texts: string[], excerpt?: string }} Row */

/** Classes that have codes of their own: all but the first and the last, which is no class of HTTP. */
export const CLASSES = STATUS_CLASSES.slice(1, -1);

export const SORTS = ['code', '-code', 'name', '-name', 'retry', '-retry'];

/** The most hopeful first. */
export const RETRIES = [...RETRY_ADVICES].reverse();

/**
 * Words that are looked for; `4xx` is a class, and digits are the beginning of a code.
 * @type {(query: string) => string[]}
 */
const wanted = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);

/** @type {(word: string) => boolean} */
const isCodeLike = (word) => /^[1-5](\d{0,2}|\dx|xx)$/.test(word);

/** @type {(text: string, word: string) => boolean} */
const says = (text, word) => text.toLowerCase().includes(word);

/** @type {(row: { code: number }, word: string) => boolean} */
const hasCode = ({ code }, word) => String(code).startsWith(word.replace(/x+$/, ''));

/**
 * The texts of a row: first those that the table shows.
 * @type {(row: Known) => string[]}
 */
const textsOf = ({ code, text, purpose, advice, causes, solutions }) => [
  text,
  purpose,
  advice,
  ...causes,
  ...solutions,
  OTHER_NAMES[code] ?? '',
];

const SHOWN = 2;

/**
 * Undefined where a row does not match, else the sentence that does where the table does not
 * show it: without that, nobody would see why the row is there.
 * @type {(row: Row, words: string[]) => string | undefined}
 */
const match = (row, words) => {
  const codes = words.filter(isCodeLike);
  // `404 429` are two rows, and `too many` is one.
  const others = codes.some((word) => hasCode(row, word)) ? words.filter((word) => !codes.includes(word)) : words;
  if (others.length === 0) return '';
  const at = row.texts.findIndex((text) => others.every((word) => says(text, word)));
  if (at < 0) return undefined;
  return at < SHOWN ? '' : row.texts[at];
};

/** @type {Record<string, (one: Row, other: Row) => number>} */
const ORDER = {
  code: (one, other) => one.code - other.code,
  name: (one, other) => one.text.localeCompare(other.text),
  retry: (one, other) => RETRIES.indexOf(one.retry) - RETRIES.indexOf(other.retry) || one.code - other.code,
};

/**
 * The rows as they are searched: every row with its texts.
 * @type {(rows: Known[]) => Row[]}
 */
export const searchable = (rows) => rows.map((row) => ({ ...row, texts: textsOf(row) }));

/**
 * What is to be seen: `{ class, rows }` for each class, or one group of all where they are mixed.
 * @type {(rows: Row[], view: { query: string, only: string[], retry: string, sort: string }) => { class?: StatusClass, rows: Row[] }[]}
 */
export const groupsOf = (rows, { query, only, retry, sort }) => {
  const words = wanted(query);
  const found = rows
    .filter((row) => only.length === 0 || only.includes(row.class))
    .filter((row) => !retry || row.retry === retry)
    .map((row) => ({ ...row, excerpt: match(row, words) }))
    .filter(({ excerpt }) => excerpt !== undefined);
  const key = sort.replace('-', '');
  const direction = sort.startsWith('-') ? -1 : 1;
  const sorted = found.sort((one, other) => direction * ORDER[key](one, other));
  if (key !== 'code') return sorted.length ? [{ rows: sorted }] : [];
  const order = direction > 0 ? CLASSES : [...CLASSES].reverse();
  return order.map((name) => ({ class: name, rows: sorted.filter((row) => row.class === name) })).filter((group) => group.rows.length > 0);
};
