// Arguments as callers write them: a wrong one is a TypeError that names it.

import { FORMATS } from '../knowledge/sets.js';

/** A value as an error may show it: a text may be a secret, unless it is a short word. */
const shown = (value) => {
  if (typeof value === 'string') return /^[\w-]{0,12}$/.test(value) ? `'${value}'` : 'another text';
  if (Array.isArray(value)) return 'an array';
  if (isPromise(value)) return 'a promise: await it first';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : String(value);
};

export const wrong = (name, wanted, value) => new TypeError(`${name} must be ${wanted}, not ${shown(value)}`);

export const isGiven = (value) => value !== undefined && value !== null;

export const isObject = (value) => typeof value === 'object' && value !== null;

const isPromise = (value) => isObject(value) && typeof value.then === 'function';

export const object = (name, value, wanted = 'an object') => {
  if (!isObject(value) || Array.isArray(value) || isPromise(value)) throw wrong(name, wanted, value);
  return value;
};

/** A misspelt option would else be one that silently does nothing. */
export const onlyKnown = (name, given, known) => {
  for (const key of Object.keys(given)) {
    if (known.includes(key) || given[key] === undefined || given[key] === false) continue;
    throw new TypeError(`${name}.${key} is unknown; there are ${known.join(', ')}`);
  }
};

export const string = (name, value) => {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
  return value;
};

export const oneOf = (name, values, value) => {
  if (!values.includes(value)) {
    throw wrong(name, values.map((one) => `'${one}'`).join(' or '), value);
  }
  return values.indexOf(value);
};

/** NaN stands for a number that was left out. */
export const number = (name, value, least, most, wanted) => {
  if (!isGiven(value)) return NaN;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw wrong(name, wanted, value);
  }
  return value;
};

export const count = (name, value, most = Infinity) => {
  const checked = number(name, value, 1, most, 'a whole number from 1 on');
  if (checked % 1 > 0) throw wrong(name, 'a whole number from 1 on', value);
  return checked;
};

export const flag = (name, value, preset) => {
  if (!isGiven(value)) return preset;
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
};

/** Any number is a code; what HTTP does not know becomes 0. */
export const code = (value, name = 'code') => {
  if (typeof value !== 'number') throw wrong(name, 'a number', value);
  return Number.isInteger(value) && value > 0 && value < 65536 ? value : 0;
};

export const format = (value) => FORMATS[oneOf('format', FORMATS, value)];
