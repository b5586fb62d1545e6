// Values of exchanges as callers write them.

import { wrong } from './checks.js';

/** @type {(name: string, value: unknown) => string} */
export const string = (name, value) => {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
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
