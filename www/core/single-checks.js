// Single values as callers write them: see `checks.js` for the members of an object.

import { isGiven, wrong } from './checks.js';

/**
 * @template {string} T
 * @param {string} name
 * @param {readonly T[]} values
 * @param {unknown} value
 */
export const oneOf = (name, values, value) => {
  const found = values.find((one) => one === value);
  if (found === undefined) throw wrong(name, values.map((one) => `'${one}'`).join(' or '), value);
  return found;
};

/**
 * Undefined where it is left out.
 * @type {(name: string, value: unknown, least: number, most: number, wanted: string) => any}
 */
export const number = (name, value, least, most, wanted) => {
  if (!isGiven(value)) return undefined;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw wrong(name, wanted, value);
  }
  return value;
};

/** @type {(name: string, value: unknown, most?: number) => any} */
export const count = (name, value, most = Infinity) => {
  const checked = number(name, value, 1, most, 'a whole number from 1 on');
  if (checked !== undefined && checked % 1 > 0) throw wrong(name, 'a whole number from 1 on', value);
  return checked;
};

/** @type {<T = undefined>(name: string, value: unknown, preset?: T) => boolean | T} */
export const flag = (name, value, preset) => {
  if (!isGiven(value)) return /** @type {any} */ (preset);
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
};

/** @type {(name: string, value: unknown) => any} */
export const callable = (name, value) => {
  if (isGiven(value) && typeof value !== 'function') throw wrong(name, 'a function', value);
  return value ?? undefined;
};

/** @type {(name: string, value: unknown) => number | undefined} */
export const duration = (name, value) => number(name, value, 0, Infinity, 'a number of milliseconds from 0 on');
