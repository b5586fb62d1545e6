// What callers ask about. A fetch asks about exchanges of its own, and needs none of these checks.

import { collection, exchange as taken } from './arguments.js';
import { isGiven, object, onlyKnown } from './checks.js';
import { exchangeOf } from './client-answers.js';
import { count, duration, number } from './single-checks.js';
import { allHeaders } from './headers.js';

/** @import { Asked, State } from './arguments.js' */
/** @import { Foreign } from './checks.js' */

const MEMBERS = [
  'status',
  'failure',
  'method',
  'url',
  'headers',
  'body',
  'requestHeaders',
  'requestBody',
  'inBrowser',
  'unsent',
  'permanent',
];

/** By another name a status would be none, and its request lost. */
const STATUS = /statu|staut|^code$|^http/i;

/**
 * What callers hold, as an exchange.
 * @type {(value: unknown) => any}
 */
export const answered = (value) => {
  const exchange = exchangeOf(object('exchange', value));
  if (isGiven(exchange.status) || isGiven(exchange.failure)) return exchange;
  const names = Object.keys(exchange);
  const others = names.filter((name) => isGiven(exchange[name]) && !MEMBERS.includes(name));
  // More members may be there, but not only such.
  const isOther = others.length === names.length || others.some((name) => STATUS.test(name));
  if (others.length > 0 && isOther) {
    throw new TypeError(`exchange must have a status, or a failure where no answer arrived; it has ${others.join(', ')}`);
  }
  return exchange;
};

/**
 * An exchange as the core reads it, with the headers that decide.
 * @type {(value: any, isShown?: boolean, headers?: Foreign) => Asked}
 */
export const exchange = (value, isShown, headers) => {
  const all = taken(value, isShown, headers);
  collection('exchange.requestHeaders', value.requestHeaders);
  // As fetch sends it; any other method it leaves as it is.
  if (/^(?:delete|get|head|options|post|put)$/i.test(all.method)) all.method = all.method.toUpperCase();
  return all;
};

/** @type {string[]} */
const NONE = [];

/**
 * The same with every header of the answer and of the request. An answer that may repeat a secret
 * which is too long to be known is not shown.
 * @type {(value: any) => Asked}
 */
export const fullExchange = (value) => {
  const headers = collection('exchange.headers', value.headers);
  // An iterator gives its entries once.
  const listed = typeof headers?.next === 'function' ? [...headers] : headers;
  const sent = requestHeaders(value);
  const all = exchange(value, sent.isWhole, NONE);
  all.headers = sent.isWhole && listed ? allHeaders(listed).list : undefined;
  all.requestHeaders = sent.list;
  return all;
};

const UNKNOWN = { list: undefined, isWhole: true };

/**
 * Every header of the request, if they are known.
 * @type {(value: any) => { list?: string[], isWhole: boolean }}
 */
export const requestHeaders = (value) => {
  const given = collection('exchange.requestHeaders', value.requestHeaders);
  return given ? allHeaders(given) : UNKNOWN;
};

const STATE = ['attempt', 'elapsedMs', 'random'];

/** @type {(value: unknown) => State | undefined} */
export const state = (value) => {
  if (!isGiven(value)) return undefined;
  const { attempt, elapsedMs, random } = object('state', value);
  onlyKnown('state', /** @type {Foreign} */ (value), STATE);
  return {
    attempt: count('state.attempt', attempt, Number.MAX_SAFE_INTEGER),
    elapsedMs: duration('state.elapsedMs', elapsedMs),
    random: number('state.random', random, 0, 1 - Number.EPSILON / 2, 'a number in [0, 1)'),
  };
};
