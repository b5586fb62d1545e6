// The options of createHandler, checked where they are given and not at the first request.

import { callable, flag, isGiven, number, object, oneOf, onlyKnown, wrong } from '../check.js';
import { compileRules, METHODS } from './rules.js';

/** Those of createFetch, which checks them. */
const FETCH_OPTIONS = ['fetch', 'retry', 'attemptTimeoutMs', 'budget', 'pace', 'onAttempt', 'onRetry', 'onGiveUp'];
const OPTIONS = [
  'storeHash', 'token', 'allow', 'prefix', 'authorize', 'cors', 'maxBodyBytes', 'cacheTtl', 'shareCache',
  'quotaHeaders', 'expose', 'statusPath', 'onProblem', ...FETCH_OPTIONS,
];

const QUOTA_HEADERS = ['remove', 'keep'];
const EXPOSE = ['caller', 'all', 'none'];

/** The largest body that BigCommerce takes by JSON is a batch; images and themes are larger, and rare. */
const MOST_BYTES = 1024 * 1024;

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
    maxBodyBytes: orElse(MOST_BYTES, number('options.maxBodyBytes', given.maxBodyBytes, 0, Infinity, 'a number of bytes from 0 on')),
    cacheTtl: cacheTtl(given),
    quotaHeaders: QUOTA_HEADERS[oneOf('options.quotaHeaders', QUOTA_HEADERS, given.quotaHeaders ?? 'remove')],
    expose: EXPOSE[oneOf('options.expose', EXPOSE, given.expose ?? 'caller')],
    statusPath: given.statusPath === false ? false : (path('options.statusPath', given.statusPath) ?? '/_status'),
    onProblem: callable('options.onProblem', given.onProblem),
    fetchOptions: Object.fromEntries(FETCH_OPTIONS.filter((name) => isGiven(given[name])).map((name) => [name, given[name]])),
  };
};

const orElse = (preset, value) => (Number.isNaN(value) ? preset : value);

const path = (name, value) => {
  if (!isGiven(value)) return undefined;
  if (typeof value !== 'string' || !/^(?:\/(?!\.\.?(?:\/|$))[\w.~-]+)+$/.test(value)) throw wrong(name, "a path without a slash at its end, such as '/api'", value);
  if (name === 'options.statusPath' && /^\/(?:v[23]|graphql)(?:\/|$)/.test(value)) throw wrong(name, 'no path of the API', value);
  return value;
};

const cacheTtl = ({ cacheTtl: value, authorize, shareCache }) => {
  const isShared = flag('options.shareCache', shareCache, false);
  if (!isGiven(value)) return undefined;
  if (authorize && !isShared) {
    throw new TypeError('options.cacheTtl with options.authorize needs options.shareCache: true, for what one caller was answered, the next is answered too');
  }
  if (typeof value === 'function') return value;
  if (typeof value !== 'number' || !(value >= 0)) throw wrong('options.cacheTtl', 'a number of seconds from 0 on, or a function that returns one', value);
  return value;
};

const CORS = ['origins', 'methods', 'headers', 'maxAge', 'credentials', 'expose'];

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
    maxAge: orElse(undefined, number('options.cors.maxAge', given.maxAge, 0, Infinity, 'a number of seconds from 0 on')),
    credentials,
  };
  if (credentials && result.origins === '*') throw new TypeError("options.cors.origins must name the origins where options.cors.credentials is true, not '*'");
  return result;
};

const origins = (value) => {
  if (value === '*' || typeof value === 'function') return value;
  const wanted = "'*', a function, or a list of origins such as 'https://shop.example'";
  if (!Array.isArray(value)) throw wrong('options.cors.origins', wanted, value);
  for (const [at, one] of value.entries()) {
    if (typeof one !== 'string' || !/^https?:\/\/[^/?#@\s*]+$/.test(one) || new URL(one).origin !== one) {
      throw new TypeError(`options.cors.origins[${at}] must be an origin such as 'https://shop.example', in lower case and without a path, not ${JSON.stringify(one)}`);
    }
  }
  return value;
};

/** A list of names of HTTP, or of some of them. */
const names = (name, value, known) => {
  if (!isGiven(value)) return undefined;
  const isName = (one) => typeof one === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(one) && (!known || known.includes(one));
  if (!Array.isArray(value) || !value.every(isName)) throw wrong(name, known ? `a list of ${known.join(', ')}` : 'a list of header names', value);
  return value;
};
