// Arguments as callers write them, to arguments as the core takes them. What
// comes from the network is taken as it is; a wrong argument is a TypeError that
// names it.

import { code, count, flag, isGiven, isObject, number, object, oneOf, onlyKnown, string, wrong } from './checks.js';
import { answerBody, requestBody as bodyOfRequest } from './bodies.js';
import { cut, decisiveHeaders } from './headers.js';
import { FAILURES, RETRY_PROFILES } from '../knowledge/sets.js';

/** @import { Foreign } from './checks.js' */

/** @import { Failure, RetryPolicy, RetryState } from 'bc-status' */

/**
 * An exchange as the core reads it; headers as one list, the name of each and its value.
 * @typedef {{
 *   method: string, url: string, status?: number, headers?: string[], body?: string,
 *   requestHeaders?: string[], requestBody?: string, failure?: Failure, inBrowser: boolean,
 * }} Asked
 */
/** @typedef {RetryPolicy} Policy Of one that is undefined the core knows the default, as of a state. */
/** @typedef {RetryState} State */

export * from './checks.js';

/** @type {(name: string, value: unknown) => number | undefined} */
export const duration = (name, value) => number(name, value, 0, Infinity, 'a number of milliseconds from 0 on');

/** @type {(value: any, isShown?: boolean, headers?: Foreign) => Asked} */
export const exchange = (value, isShown = true, headers = collection('exchange.headers', value.headers)) => {
  const { method, url, status, body, requestBody, failure, inBrowser } = value;
  return {
    // Null is one that is not known.
    method: isGiven(method) ? cut(string('exchange.method', method)) : method === null ? '' : 'GET',
    url: isGiven(url) ? cut(urlOf(url)) : '',
    status: isAnswer(status, failure) ? code(status, 'exchange.status') : undefined,
    headers: headers && decisiveHeaders(headers),
    body: isShown ? answerBody(body) : undefined,
    requestHeaders: undefined,
    requestBody: bodyOfRequest(requestBody),
    failure: isGiven(failure) ? oneOf('exchange.failure', FAILURES, failure) : undefined,
    inBrowser: flag('exchange.inBrowser', inBrowser, false),
  };
};

/** @type {(name: string, headers: unknown) => Foreign | undefined} */
export const collection = (name, headers) => {
  if (!isGiven(headers)) return undefined;
  if (!isObject(headers)) throw wrong(name, 'a Headers, an object, or pairs', headers);
  return headers;
};

// XMLHttpRequest and its kin report 0 where no response arrived.
/** @type {(status: unknown, failure: unknown) => boolean} */
const isAnswer = (status, failure) => isGiven(status) && !(status === 0 && isGiven(failure));

/**
 * In a URL fetch drops tabs and line ends.
 * @type {(url: unknown) => string}
 */
const urlOf = (url) => (url instanceof URL ? url.href : string('exchange.url', url).replace(/[\t\r\n]/g, ''));

const LIMITS = ['profile', 'maxAttempts', 'maxDelayMs', 'maxElapsedMs', 'jitter', 'repeatable'];
/**
 * How far the caller is willing to go.
 * @type {(value?: unknown, name?: string) => Policy | undefined}
 */
export const policy = (value, name = 'policy') => {
  if (!isGiven(value)) return undefined;
  const wanted = name === 'policy' ? 'an object' : 'an object or false';
  const { profile, maxAttempts, maxDelayMs, maxElapsedMs, jitter, repeatable } = object(name, value, wanted);
  onlyKnown(name, /** @type {Foreign} */ (value), LIMITS);
  return {
    profile: oneOf(`${name}.profile`, RETRY_PROFILES, profile ?? RETRY_PROFILES[0]),
    maxAttempts: count(`${name}.maxAttempts`, maxAttempts),
    maxDelayMs: duration(`${name}.maxDelayMs`, maxDelayMs),
    maxElapsedMs: duration(`${name}.maxElapsedMs`, maxElapsedMs),
    jitter: flag(`${name}.jitter`, jitter),
    repeatable: flag(`${name}.repeatable`, repeatable),
  };
};

const HOOKS = ['onAttempt', 'onRetry', 'onGiveUp'];
const FETCH_OPTIONS = ['fetch', 'retry', 'attemptTimeoutMs', 'pace', 'budget', 'throwOnError', ...HOOKS];

/** @type {(name: string, value: unknown) => any} */
export const callable = (name, value) => {
  if (isGiven(value) && typeof value !== 'function') throw wrong(name, 'a function', value);
  return value ?? undefined;
};

/**
 * The options of `createFetch`.
 * @param {any} options
 */
export const fetchOptions = (options) => {
  const given = object('options', options ?? {});
  onlyKnown('options', given, FETCH_OPTIONS);
  const { retry, attemptTimeoutMs, pace, budget, throwOnError } = given;
  return {
    fetch: callable('options.fetch', given.fetch),
    policy: retry === false ? undefined : (policy(retry, 'options.retry') ?? {}),
    maxElapsedMs: retry?.maxElapsedMs ?? undefined,
    attemptTimeoutMs: isGiven(attemptTimeoutMs)
      ? number('options.attemptTimeoutMs', attemptTimeoutMs, Number.MIN_VALUE, Infinity, 'a number of milliseconds above 0')
      : undefined,
    pace: pacer(pace),
    budget: retryBudget(budget),
    throwOnError: flag('options.throwOnError', throwOnError, false),
    ...Object.fromEntries(HOOKS.map((name) => [name, callable(`options.${name}`, given[name])])),
  };
};

/** @type {(value: any) => any} */
const retryBudget = (value) => {
  if (!isGiven(value) || value === false) return value ?? undefined;
  if (isObject(value) && typeof value.take === 'function' && typeof value.give === 'function') return value;
  throw wrong('options.budget', 'false or a budget of createRetryBudget()', value);
};

const PACER = ['admit', 'observe', 'snapshot'];

/**
 * True stands for the pacer that all such fetches share.
 * @type {(value: any) => any}
 */
const pacer = (value) => {
  if (!isGiven(value) || typeof value === 'boolean') return value ?? false;
  if (isObject(value) && PACER.every((name) => typeof value[name] === 'function')) return value;
  throw wrong('options.pace', 'true, false or a pacer of createPacer()', value);
};

const BUDGET = { capacity: 500, retryCost: 14, throttleCost: 5, refund: 1 };

/**
 * The options of `createRetryBudget`.
 * @type {(options: unknown) => typeof BUDGET}
 */
export const budgetOptions = (options) => {
  const given = object('options', options ?? {});
  onlyKnown('options', given, Object.keys(BUDGET));
  return /** @type {any} */ (
    Object.fromEntries(
      Object.entries(BUDGET).map(([name, preset]) => [
        name,
        number(`options.${name}`, given[name] ?? preset, 0, Infinity, 'a number from 0 on'),
      ]),
    )
  );
};

/** @type {(value: unknown, kinds: string[]) => string} */
export const budgetKind = (value, kinds) => oneOf('kind', kinds, value);

/**
 * A diagnosis: its three parts, whatever is in them.
 * @type {(value: unknown) => any}
 */
export const diagnosis = (value) => {
  const { classification, findings, retry } = object('what', value, 'a number or a Diagnosis');
  if (!isObject(classification) || !Array.isArray(findings) || !isObject(retry)) {
    throw new TypeError('what must be a number or a Diagnosis, as diagnose() returns it');
  }
  return { classification, findings, retry };
};

/** @type {(value: any) => any} */
export const response = (value) => object('response', value, 'a Response');
