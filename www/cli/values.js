// What the values of options mean. Each takes a text and the option's name as it was typed.

import { misused } from './exit.js';
import { notAmong } from './nearest.js';

/** @import { Read } from './flags.js' */

/** @type {Read} */
export const whole = (text, name) => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw misused(`${name} takes a whole number of 1 or more, such as ${name} 2`);
  return Number(text);
};

/** @type {Record<string, number>} */
const UNITS = { ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000 };

/**
 * Milliseconds; without a unit the number is seconds, as curl has it.
 * @type {Read}
 */
export const duration = (text, name) => {
  const [, number, unit = 's'] = /^(\d{1,9}(?:\.\d+)?|\.\d+)(ms|s|min|m|h)?$/.exec(text) ?? [];
  if (!number) throw misused(`${name} takes seconds, or a time with its unit, such as ${name} 30, 500ms or 2min`);
  return Number(number) * UNITS[unit];
};

/** @type {Read} */
export const statusCode = (text, name) => {
  if (!/^[1-5]\d\d$/.test(text)) throw misused(`${name} takes a status code from 100 to 599, such as ${name} 404`);
  return Number(text);
};

/** @type {(words: readonly string[]) => Read} */
export const oneOf = (words) =>
  Object.assign(
    (/** @type {string} */ text, /** @type {string} */ name) => {
      if (words.includes(text)) return text;
      throw misused(notAmong(name, text, words));
    },
    { words },
  );
