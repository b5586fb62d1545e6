// Arguments as callers write them: a wrong one is a TypeError that names it.

import { FORMATS } from '../knowledge/sets.js';

/** @typedef {{ [key: PropertyKey]: any, [Symbol.iterator]: any }} Foreign An object of anybody's, with whatever members. */

/**
 * A value as an error may show it: a text may be a secret, unless it is a short word.
 * @type {(value: unknown) => string}
 */
const shown = (value) => {
  if (typeof value === 'string') return /^[\w-]{0,12}$/.test(value) ? `'${value}'` : 'another text';
  if (Array.isArray(value)) return 'an array';
  if (isPromise(value)) return 'a promise: await it first';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : String(value);
};

/** @type {(name: string, wanted: string, value: unknown) => TypeError} */
export const wrong = (name, wanted, value) => new TypeError(`${name} must be ${wanted}, not ${shown(value)}`);

/** @type {<T>(value: T) => value is NonNullable<T>} */
export const isGiven = (value) => value !== undefined && value !== null;

/** @type {(value: unknown) => value is Foreign} */
export const isObject = (value) => typeof value === 'object' && value !== null;

/** @type {(value: unknown) => boolean} */
const isPromise = (value) => isObject(value) && typeof value.then === 'function';

/** @type {<T>(name: string, value: T, wanted?: string) => T & Foreign} */
export const object = (name, value, wanted = 'an object') => {
  if (!isObject(value) || Array.isArray(value) || isPromise(value)) throw wrong(name, wanted, value);
  return value;
};

/**
 * A misspelt option would else be one that silently does nothing.
 * @type {(name: string, given: Foreign, known: readonly string[]) => void}
 */
export const onlyKnown = (name, given, known) => {
  for (const key of Object.keys(given)) {
    if (known.includes(key) || given[key] === undefined || given[key] === false) continue;
    throw new TypeError(`${name}.${key} is unknown; there are ${known.join(', ')}`);
  }
};

/** @type {(name: string, value: unknown) => string} */
export const string = (name, value) => {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
  return value;
};

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

/**
 * Any number is a code; what HTTP does not know becomes 0.
 * @type {(value: unknown, name?: string) => number}
 */
export const code = (value, name = 'code') => {
  if (typeof value !== 'number') throw wrong(name, 'a number', value);
  return Number.isInteger(value) && value > 0 && value < 65536 ? value : 0;
};

/** @type {(value: unknown) => import('bc-status').Format} */
export const format = (value) => oneOf('format', FORMATS, value);
