// What callers ask about. A fetch asks about exchanges of its own, and needs none of these checks.

import { collection, count, duration, exchange as taken, isGiven, number, object, onlyKnown } from './arguments.js';
import { headerPairs } from './headers.js';

/** @import { Asked, State } from './arguments.js' */
/** @import { Foreign } from './checks.js' */

const MEMBERS = ['status', 'failure', 'method', 'url', 'headers', 'body', 'requestHeaders', 'requestBody', 'inBrowser'];

/**
 * The first arguments of `decide`.
 * @type {(value: any, isShown?: boolean, headers?: Foreign) => Asked}
 */
export const exchange = (value, isShown, headers) => {
  object('exchange', value);
  // More members may be there, but not only such: `statusCode`.
  if (!MEMBERS.some((name) => isGiven(value[name])) && Object.values(value).some(isGiven)) {
    throw new TypeError('exchange must have a status, or a failure where no answer arrived');
  }
  const all = taken(value, isShown, headers);
  // As fetch sends it; any other method it leaves as it is.
  if (/[a-z]/.test(value.method ?? ''))
    all[0] = all[0].replace(/^(?:delete|get|head|options|post|put)\n/i, (method) => method.toUpperCase());
  return all;
};

/**
 * The arguments of `diagnose`: the same, and every header of the answer and of the request. An
 * answer that may repeat a secret which is too long to be known is not shown.
 * @type {(value: any) => [...Asked, headers: string, requestHeaders: string]}
 */
export const fullExchange = (value) => {
  const headers = collection('exchange.headers', object('exchange', value).headers);
  // An iterator gives its entries once.
  const listed = typeof headers?.next === 'function' ? [...headers] : headers;
  const { pairs, isWhole } = requestHeaders(value);
  return [...exchange(value, isWhole, listed), isWhole ? headerPairs(listed ?? {}).pairs : '', pairs];
};

const UNKNOWN = { pairs: '?', isWhole: true };

/**
 * Every header of the request; a `?` where they are not known.
 * @type {(value: any) => { pairs: string, isWhole: boolean }}
 */
export const requestHeaders = (value) => {
  const given = collection('exchange.requestHeaders', value.requestHeaders);
  return given ? headerPairs(given) : UNKNOWN;
};

/** @type {State} */
const FIRST_ATTEMPT = [1, 0, NaN];
const STATE = ['attempt', 'elapsedMs', 'random'];

/**
 * The next arguments of `decide`: attempt, elapsed time, random number.
 * @type {(value: unknown) => State}
 */
export const state = (value) => {
  if (!isGiven(value)) return FIRST_ATTEMPT;
  const { attempt, elapsedMs, random } = object('state', value);
  onlyKnown('state', /** @type {Foreign} */ (value), STATE);
  return [
    count('state.attempt', attempt ?? FIRST_ATTEMPT[0], Number.MAX_SAFE_INTEGER),
    duration('state.elapsedMs', elapsedMs ?? FIRST_ATTEMPT[1]),
    number('state.random', random, 0, 1, 'a number in [0, 1)'),
  ];
};
