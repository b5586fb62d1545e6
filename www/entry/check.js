// Arguments as callers write them, to arguments as the core takes them. What
// comes from the network is taken as it is; a wrong argument is a TypeError that
// names it.

import { core } from './boot.js';

// The core knows these by their index.
export const FAILURES = ['network', 'timeout', 'aborted'];
const FORMATS = ['text', 'markdown', 'html'];

const PROFILES = ['interactive', 'background'];

/** A value as an error may show it: long texts may be secrets. */
const shown = (value) => {
  if (typeof value === 'string') return value.length < 25 ? JSON.stringify(value) : 'a long string';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : String(value);
};

const wrong = (name, wanted, value) =>
  new TypeError(`${name} must be ${wanted}, not ${shown(value)}`);

const isObject = (value) => typeof value === 'object' && value !== null;

const object = (name, value, wanted = 'an object') => {
  if (!isObject(value)) throw wrong(name, wanted, value);
  return value;
};

const string = (name, value) => {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
  return value;
};

const oneOf = (name, values, value) => {
  if (!values.includes(value)) {
    throw wrong(name, values.map((one) => `'${one}'`).join(' or '), value);
  }
  return values.indexOf(value);
};

/** NaN stands for a number that was left out. */
const number = (name, value, least, most, wanted) => {
  if (value === undefined || value === null) return NaN;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw wrong(name, wanted, value);
  }
  return value;
};

const count = (name, value) => {
  const checked = number(name, value, 1, Infinity, 'a whole number from 1 on');
  if (checked % 1 > 0) throw wrong(name, 'a whole number from 1 on', value);
  return checked;
};

const duration = (name, value) =>
  number(name, value, 0, Infinity, 'a number of milliseconds from 0 on');

const flag = (name, value, preset) => {
  if (value === undefined || value === null) return preset;
  if (typeof value !== 'boolean') throw wrong(name, 'true or false', value);
  return value;
};

/** Any number is a code; what HTTP does not know becomes 0. */
export const code = (value, name = 'code') => {
  if (typeof value !== 'number') throw wrong(name, 'a number', value);
  return known(value);
};

const known = (value) => (Number.isInteger(value) && value > 0 && value < 65536 ? value : 0);

export const format = (value) => oneOf('format', FORMATS, value);

/** The first arguments of `decide`: method, URL and headers as lines, status, failure, place. */
export const exchange = (value) => {
  object('exchange', value);
  const { method, url, status, headers, failure, inBrowser } = value;
  const lines = [
    method === undefined || method === null ? 'GET' : string('exchange.method', method),
    url === undefined || url === null ? '' : urlOf(url),
    ...headerValues(headers),
  ];
  return [
    lines.map(oneLine).join('\n'),
    status === undefined || status === null ? undefined : code(status, 'exchange.status'),
    failure === undefined || failure === null
      ? undefined
      : oneOf('exchange.failure', FAILURES, failure),
    inBrowser === true,
  ];
};

const urlOf = (url) => (url instanceof URL ? url.href : string('exchange.url', url));

const oneLine = (value) => {
  const text = String(value);
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
};

let names;
let places;

/** The values of the headers the core reads, in its order. */
const headerValues = (headers) => {
  if (!names) {
    names = core().headerNames().split('\n');
    places = new Map(names.map((name, place) => [name, place]));
  }
  if (headers === undefined || headers === null) return [];
  object('exchange.headers', headers, 'a Headers, an object, or pairs');
  if (typeof headers.get === 'function' && !(headers instanceof Map)) {
    return names.map((name) => headers.get(name) ?? '');
  }
  const values = names.map(() => '');
  const add = (name, value) => {
    const place = places.get(name) ?? places.get(String(name).toLowerCase());
    if (place === undefined || value === undefined || value === null) return;
    // An array, as Node writes repeated headers, joins with commas of itself.
    values[place] = values[place] === '' ? String(value) : `${values[place]},${value}`;
  };
  if (typeof headers[Symbol.iterator] === 'function') {
    for (const pair of headers) if (isObject(pair)) add(pair[0], pair[1]);
  } else {
    for (const name in headers) add(name, headers[name]);
  }
  return values;
};

/** The next arguments of `decide`: attempt, elapsed time, random number. */
export const state = (value = {}) => {
  const { attempt, elapsedMs, random } = object('state', value ?? {});
  return [
    count('state.attempt', attempt ?? 1),
    duration('state.elapsedMs', elapsedMs ?? 0),
    number('state.random', random, 0, 1, 'a number in [0, 1)'),
  ];
};

/** The last arguments of `decide`: how far the caller is willing to go. */
export const policy = (value = {}, name = 'policy') => {
  const given = object(name, value ?? {});
  return [
    oneOf(`${name}.profile`, PROFILES, given.profile ?? PROFILES[0]) === 1,
    count(`${name}.maxAttempts`, given.maxAttempts),
    duration(`${name}.maxDelayMs`, given.maxDelayMs),
    duration(`${name}.maxElapsedMs`, given.maxElapsedMs),
    flag(`${name}.jitter`, given.jitter, true),
    flag(`${name}.repeatable`, given.repeatable, false),
  ];
};

const FETCH_OPTIONS = ['fetch', 'retry'];

/** The options of `createFetch`. */
export const fetchOptions = (options = {}) => {
  const { fetch, retry } = object('options', options ?? {});
  for (const name of Object.keys(options ?? {})) {
    if (!FETCH_OPTIONS.includes(name) && options[name] !== undefined && options[name] !== false) {
      throw new TypeError(`options.${name} is unknown; there are ${FETCH_OPTIONS.join(' and ')}`);
    }
  }
  if (fetch !== undefined && fetch !== null && typeof fetch !== 'function') {
    throw wrong('options.fetch', 'a function', fetch);
  }
  if (retry === true) throw wrong('options.retry', 'an object or false', retry);
  return { fetch, policy: retry === false ? undefined : policy(retry, 'options.retry') };
};

export const response = (value) => object('response', value, 'a Response');

