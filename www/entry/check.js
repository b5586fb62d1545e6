// Arguments as callers write them, to arguments as the core takes them. What
// comes from the network is taken as it is; a wrong argument is a TypeError that
// names it.

import { code, count, flag, isGiven, isObject, number, object, oneOf, onlyKnown, string, wrong } from './argument.js';
import { answerBody, requestBody as bodyOfRequest } from './bodies.js';
import { headerLines, headerPairs, line, oneLine } from './headers.js';
import { FAILURES, RETRY_PROFILES } from './knowledge/sets.js';

export * from './argument.js';

const duration = (name, value) =>
  number(name, value, 0, Infinity, 'a number of milliseconds from 0 on');

/** The first arguments of `decide`: method, URL, headers and bodies as lines, status, failure, place. */
export const exchange = (value, isShown) => parts(value, collection('exchange.headers', object('exchange', value).headers), isShown);

const parts = (value, headers, isShown = true) => {
  const { method, url, status, body, requestBody, failure, inBrowser, requestHeaders } = value;
  // More members may be there, but not only such: `statusCode`.
  const isStrange = ![method, url, status, body, requestBody, failure, inBrowser, requestHeaders, headers].some(isGiven);
  if (isStrange && Object.values(value).some(isGiven)) throw new TypeError('exchange must have a status, or a failure where no answer arrived');
  const verb = isGiven(method) ? string('exchange.method', method) : 'GET';
  const target = isGiven(url) ? urlOf(url) : '';
  const answer = isShown ? answerBody(body) : undefined;
  const sent = bodyOfRequest(requestBody);
  const hasBodies = answer !== undefined || sent !== undefined;
  const given = headers ?? (hasBodies ? {} : undefined);
  return [
    requestLines(verb, target) + (given ? headerLines(given) : '') + (hasBodies ? bodyLines(sent, answer) : ''),
    isAnswer(status, failure) ? code(status, 'exchange.status') : undefined,
    // The core knows it by its number.
    isGiven(failure) ? oneOf('exchange.failure', FAILURES, failure) : undefined,
    flag('exchange.inBrowser', inBrowser, false),
  ];
};

/**
 * The arguments of `diagnose`: the same, and every header of the answer and of the request. An
 * answer that may repeat a secret which is too long to be known is not shown.
 */
export const fullExchange = (value) => {
  const headers = collection('exchange.headers', object('exchange', value).headers);
  // An iterator gives its entries once.
  const listed = typeof headers?.next === 'function' ? [...headers] : headers;
  const { pairs, isWhole } = requestHeaders(value);
  return [...parts(value, listed, isWhole), isWhole ? headerPairs(listed ?? {}).pairs : '', pairs];
};

const UNKNOWN = { pairs: '?', isWhole: true };

/** Every header of the request; a `?` where they are not known. */
export const requestHeaders = (value) => {
  const given = collection('exchange.requestHeaders', value.requestHeaders);
  return given ? headerPairs(given) : UNKNOWN;
};

export const collection = (name, headers) => {
  if (!isGiven(headers)) return undefined;
  if (!isObject(headers)) throw wrong(name, 'a Headers, an object, or pairs', headers);
  return headers;
};

/** How the core takes bodies: behind the headers, a line for that of the request. */
const bodyLines = (sent, answer) =>
  `\n${sent === undefined ? '' : oneLine(sent)}\n${answer === undefined ? '' : `=${answer}`}`;

/** How the core takes method and URL: as fetch sends them. */
export const requestLines = (method, url) =>
  `${line(/^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method)}\n${line(url.replace(/[\t\r\n]/g, ''))}\n`;

// XMLHttpRequest and its kin report 0 where no response arrived.
const isAnswer = (status, failure) => isGiven(status) && !(status === 0 && isGiven(failure));

const urlOf = (url) => (url instanceof URL ? url.href : string('exchange.url', url));

const FIRST_ATTEMPT = [1, 0, NaN];
const STATE = ['attempt', 'elapsedMs', 'random'];

/** The next arguments of `decide`: attempt, elapsed time, random number. */
export const state = (value) => {
  if (!isGiven(value)) return FIRST_ATTEMPT;
  const { attempt, elapsedMs, random } = object('state', value);
  onlyKnown('state', value, STATE);
  return [
    count('state.attempt', attempt ?? FIRST_ATTEMPT[0], Number.MAX_SAFE_INTEGER),
    duration('state.elapsedMs', elapsedMs ?? FIRST_ATTEMPT[1]),
    number('state.random', random, 0, 1, 'a number in [0, 1)'),
  ];
};

const LIMITS = ['profile', 'maxAttempts', 'maxDelayMs', 'maxElapsedMs', 'jitter', 'repeatable'];
const NO_LIMITS = [false, NaN, NaN, NaN, true, false];

/** The last arguments of `decide`: how far the caller is willing to go. */
export const policy = (value, name = 'policy') => {
  if (!isGiven(value)) return NO_LIMITS;
  const wanted = name === 'policy' ? 'an object' : 'an object or false';
  const { profile, maxAttempts, maxDelayMs, maxElapsedMs, jitter, repeatable } = object(name, value, wanted);
  onlyKnown(name, value, LIMITS);
  return [
    oneOf(`${name}.profile`, RETRY_PROFILES, profile ?? RETRY_PROFILES[0]) === 1,
    count(`${name}.maxAttempts`, maxAttempts),
    duration(`${name}.maxDelayMs`, maxDelayMs),
    duration(`${name}.maxElapsedMs`, maxElapsedMs),
    flag(`${name}.jitter`, jitter, NO_LIMITS[4]),
    flag(`${name}.repeatable`, repeatable, NO_LIMITS[5]),
  ];
};

const HOOKS = ['onAttempt', 'onRetry', 'onGiveUp'];
const FETCH_OPTIONS = ['fetch', 'retry', 'attemptTimeoutMs', 'pace', 'budget', 'throwOnError', ...HOOKS];

export const callable = (name, value) => {
  if (isGiven(value) && typeof value !== 'function') throw wrong(name, 'a function', value);
  return value ?? undefined;
};

/** The options of `createFetch`. */
export const fetchOptions = (options) => {
  const given = object('options', options ?? {});
  onlyKnown('options', given, FETCH_OPTIONS);
  const { retry, attemptTimeoutMs, pace, budget, throwOnError } = given;
  return {
    fetch: callable('options.fetch', given.fetch),
    policy: retry === false ? undefined : policy(retry, 'options.retry'),
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

const retryBudget = (value) => {
  if (!isGiven(value) || value === false) return value ?? undefined;
  if (isObject(value) && typeof value.take === 'function' && typeof value.give === 'function') return value;
  throw wrong('options.budget', 'false or a budget of createRetryBudget()', value);
};

const PACER = ['admit', 'observe', 'snapshot'];

/** True stands for the pacer that all such fetches share. */
const pacer = (value) => {
  if (!isGiven(value) || typeof value === 'boolean') return value ?? false;
  if (isObject(value) && PACER.every((name) => typeof value[name] === 'function')) return value;
  throw wrong('options.pace', 'true, false or a pacer of createPacer()', value);
};

const BUDGET = { capacity: 500, retryCost: 14, throttleCost: 5, refund: 1 };

/** The options of `createRetryBudget`. */
export const budgetOptions = (options) => {
  const given = object('options', options ?? {});
  onlyKnown('options', given, Object.keys(BUDGET));
  return Object.fromEntries(
    Object.entries(BUDGET).map(([name, preset]) => [
      name,
      number(`options.${name}`, given[name] ?? preset, 0, Infinity, 'a number from 0 on'),
    ]),
  );
};

export const budgetKind = (value, kinds) => kinds[oneOf('kind', kinds, value)];

/** A diagnosis: its three parts, whatever is in them. */
export const diagnosis = (value) => {
  const { classification, findings, retry } = object('what', value, 'a number or a Diagnosis');
  if (!isObject(classification) || !Array.isArray(findings) || !isObject(retry)) {
    throw new TypeError('what must be a number or a Diagnosis, as diagnose() returns it');
  }
  return { classification, findings, retry };
};

export const response = (value) => object('response', value, 'a Response');

