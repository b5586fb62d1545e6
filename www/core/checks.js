// Arguments as callers write them: a wrong one is a TypeError that names it.

/** @typedef {{ [key: PropertyKey]: any, [Symbol.iterator]: any }} Foreign An object of anybody's, with whatever members. */

/**
 * A value as an error may show it: a string may be a secret, unless it is a short word.
 * @type {(value: unknown) => string}
 */
const shown = (value) => {
  if (typeof value === 'string') return /^[\w*-]{0,12}$/.test(value) ? `'${value}'` : 'the given string';
  if (Array.isArray(value)) return 'an array';
  if (isPromise(value)) return 'a promise: await it first';
  if (isObject(value)) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : String(value);
};

/** @type {(name: string, wanted: string, value: unknown) => TypeError} */
export const wrong = (name, wanted, value) => new TypeError(`${name} must be ${wanted}, not ${shown(value)}`);

/** @type {<T>(value: T) => value is NonNullable<T>} */
export const isGiven = (value) => value !== undefined && value !== null;

/**
 * @param {unknown} value
 * @returns {value is Foreign}
 */
export const isObject = (value) => typeof value === 'object' && value !== null;

/** @type {(value: unknown) => boolean} */
const isPromise = (value) => isObject(value) && typeof value.then === 'function';

/** @type {<T>(name: string, value: T, wanted?: string) => T & Foreign} */
export const object = (name, value, wanted = 'an object') => {
  if (!isObject(value) || Array.isArray(value) || isPromise(value)) throw wrong(name, wanted, value);
  return value;
};

/** @typedef {readonly [is: (value: any) => boolean, wanted: string]} Rule What a value has to be. */

/** @type {Rule} */
export const FLAG = [(value) => typeof value === 'boolean', 'true or false'];

/** @type {Rule} */
export const FUNCTION = [(value) => typeof value === 'function', 'a function'];

/** @type {(least: number, wanted: string) => Rule} */
export const atLeast = (least, wanted) => [(value) => typeof value === 'number' && value >= least, wanted];

/**
 * The members of an object that there are rules for; a misspelt one would else silently do nothing.
 * @type {(name: string, value: unknown, rules: Record<string, Rule>, wanted?: string) => any}
 */
export const members = (name, value, rules, wanted) => {
  const given = object(name, value, wanted);
  onlyKnown(name, given, Object.keys(rules));
  /** @type {any} */
  const read = {};
  for (const key in rules) {
    const member = given[key];
    if (!isGiven(member)) continue;
    const [is, what] = /** @type {Rule} */ (rules[key]);
    if (!is(member)) throw wrong(`${name}.${key}`, what, member);
    read[key] = member;
  }
  return read;
};

/** @type {(name: string, given: Foreign, known: readonly string[]) => void} */
export const onlyKnown = (name, given, known) => {
  for (const key of Object.keys(given)) {
    if (known.includes(key) || given[key] === undefined) continue;
    throw new TypeError(`${name}.${key} is unknown; known: ${known.join(', ')}`);
  }
};
