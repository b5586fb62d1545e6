// The options of createHandler, checked where they are given and not at the first request.

import { isGiven, object, onlyKnown, wrong } from '../core/checks.js';
import { WATCH } from '../fetch/watch.js';
import { callable, count, flag, number, oneOf } from '../core/single-checks.js';
import { compileRules, METHODS } from './rules.js';
import { isBinding } from './store-settings.js';

/** @typedef {ReturnType<typeof handlerOptions>} Settings */

/** Those of createFetch, which checks them. */
const FETCH_OPTIONS = ['fetch', 'retry', 'attemptTimeoutMs', 'budget', 'onAttempt', 'onRetry', 'onGiveUp'];
const OPTIONS = [
  ...['storeHash', 'token', 'allow', 'prefix', 'authorize', 'cors', 'maxBodyBytes', 'bodyTimeoutMs', 'cacheTtl', 'shareCache'],
  ...['perCaller', 'quotaHeaders', 'expose', 'statusPath', 'onProblem', 'pace', ...FETCH_OPTIONS],
];

const QUOTA_HEADERS = ['remove', 'keep'];
const EXPOSE = ['caller', 'all', 'none'];

/** Enough for any batch in JSON; images and themes are larger, and rare. */
const MOST_BYTES = 1024 * 1024;
/** A megabyte in that time is 35 KB a second. */
const BODY_TIMEOUT_MS = 30_000;

/** @param {any} options */
export const handlerOptions = (options) => {
  const given = object('options', options);
  onlyKnown('options', given, OPTIONS);
  return {
    storeHash: given.storeHash,
    token: given.token,
    rules: compileRules(given.allow),
    prefix: path('options.prefix', given.prefix) ?? '',
    authorize: callable('options.authorize', given.authorize),
    cors: cors(given.cors),
    maxBodyBytes: size('options.maxBodyBytes', given.maxBodyBytes ?? MOST_BYTES, 'bytes'),
    bodyTimeoutMs: number(
      'options.bodyTimeoutMs',
      given.bodyTimeoutMs ?? BODY_TIMEOUT_MS,
      Number.MIN_VALUE,
      Infinity,
      'a number of milliseconds above 0',
    ),
    perCaller: perCaller(given.perCaller),
    cacheTtl: cacheTtl(given),
    quotaHeaders: oneOf('options.quotaHeaders', QUOTA_HEADERS, given.quotaHeaders ?? 'remove'),
    expose: oneOf('options.expose', EXPOSE, given.expose ?? 'caller'),
    statusPath: given.statusPath === false ? false : (path('options.statusPath', given.statusPath) ?? '/_status'),
    onProblem: callable('options.onProblem', given.onProblem),
    pace: pace(given.pace),
    fetchOptions: fetchOptions(given),
  };
};

/** @type {(given: any) => import('bc-status').FetchOptions} */
const fetchOptions = (given) =>
  Object.fromEntries([...FETCH_OPTIONS, WATCH].map((name) => [name, given[name]]).filter(([, value]) => isGiven(value)));

/**
 * Of a pacer createFetch knows what it must have.
 * @type {(value: any) => any}
 */
const pace = (value) => {
  const isOne = !isGiven(value) || typeof value === 'boolean' || typeof value === 'function' || isBinding(value);
  if (isOne || typeof value.admit === 'function') return value;
  throw wrong('options.pace', "true, false, a pacer, the name of a binding such as 'QUOTA', or a function of env", value);
};

/** @type {(value: any) => { key: (request: Request, env: any) => any, permits: number } | undefined} */
const perCaller = (value) => {
  if (!isGiven(value)) return undefined;
  const { key, permits } = object('options.perCaller', value);
  onlyKnown('options.perCaller', value, ['key', 'permits']);
  if (typeof key !== 'function') throw wrong('options.perCaller.key', 'a function of a request that names its caller', key);
  if (!isGiven(permits)) throw wrong('options.perCaller.permits', 'a whole number from 1 on', permits);
  return { key, permits: count('options.perCaller.permits', permits, Number.MAX_SAFE_INTEGER) };
};

/** @type {(name: string, value: unknown, unit: string) => number} */
const size = (name, value, unit) => number(name, value, 0, Infinity, `a number of ${unit} from 0 on`);

/** @type {(name: string, value: unknown) => string | undefined} */
const path = (name, value) => {
  if (!isGiven(value)) return undefined;
  if (typeof value !== 'string' || !/^(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)+$/.test(value)) {
    throw wrong(name, "a path without a slash at its end, such as '/api'", value);
  }
  if (name === 'options.statusPath' && /^\/(?:v[23]|graphql)(?:\/|$)/.test(value)) {
    throw wrong(name, 'no path of the API', value);
  }
  return value;
};

/** @type {(given: any) => any} */
const cacheTtl = ({ cacheTtl: value, authorize, shareCache }) => {
  const isShared = flag('options.shareCache', shareCache, false);
  if (!isGiven(value)) return undefined;
  if (authorize && !isShared) {
    throw new TypeError('options.cacheTtl with options.authorize needs options.shareCache: true, as callers then share answers');
  }
  if (typeof value === 'function') return value;
  if (typeof value !== 'number' || !(value >= 0)) {
    throw wrong('options.cacheTtl', 'a number of seconds from 0 on, or a function that returns one', value);
  }
  return value;
};

/** Ten minutes, in seconds. */
const MAX_AGE = 600;
const CORS = ['origins', 'methods', 'headers', 'maxAge', 'credentials', 'expose'];

/** @type {(value: any) => { origins: any, methods?: string[], headers?: string[], expose?: string[], maxAge: number, credentials: boolean } | undefined} */
const cors = (value) => {
  if (!isGiven(value) || value === false) return undefined;
  const given = object('options.cors', value);
  onlyKnown('options.cors', given, CORS);
  const credentials = flag('options.cors.credentials', given.credentials, false);
  const result = {
    origins: origins(given.origins),
    methods: names('options.cors.methods', given.methods, METHODS),
    headers: names('options.cors.headers', given.headers),
    expose: names('options.cors.expose', given.expose),
    maxAge: size('options.cors.maxAge', given.maxAge ?? MAX_AGE, 'seconds'),
    credentials,
  };
  if (credentials && result.origins === '*') {
    throw new TypeError("options.cors.origins must name the origins where options.cors.credentials is true, not '*'");
  }
  return result;
};

/** @type {(value: any) => any} */
const origins = (value) => {
  if (value === '*' || typeof value === 'function') return value;
  const wanted = "'*', a function, or a list of origins such as 'https://shop.example'";
  if (!Array.isArray(value)) throw wrong('options.cors.origins', wanted, value);
  for (const [at, one] of value.entries()) {
    if (typeof one !== 'string' || !/^https?:\/\/[^/?#@\s*]+$/.test(one) || new URL(one).origin !== one) {
      const wantedOne = "an origin such as 'https://shop.example', in lower case and without a path";
      throw new TypeError(`options.cors.origins[${at}] must be ${wantedOne}, not ${JSON.stringify(one)}`);
    }
  }
  return value;
};

/**
 * A list of names of HTTP, or of some of them.
 * @type {(name: string, value: any, known?: string[]) => string[] | undefined}
 */
const names = (name, value, known) => {
  if (!isGiven(value)) return undefined;
  /** @type {(one: unknown) => boolean} */
  const isName = (one) => typeof one === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(one) && (!known || known.includes(one));
  if (!Array.isArray(value) || !value.every(isName)) {
    throw wrong(name, known ? `a list of ${known.join(', ')}` : 'a list of header names', value);
  }
  return value;
};
