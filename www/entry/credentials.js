// What may go only to whom it was meant for.

import { canAsk, core } from './boot.js';
import { isObject } from './check.js';

/** The headers that BigCommerce takes for credentials, and those that HTTP has. */
const CREDENTIALS = new Set(['x-auth-token', 'authorization', 'x-auth-client', 'authtoken', 'cookie', 'proxy-authorization']);

/** What was found out about names as callers write them. */
const known = new Map();

export const isCredential = (name) => known.get(name) ?? find(name);

const find = (name) => {
  const found = CREDENTIALS.has(String(name).toLowerCase());
  if (known.size < 500) known.set(name, found);
  return found;
};

/** Whether a credential is among headers in any form that can be read more than once. */
export const hasCredential = (headers) => {
  if (!isObject(headers)) return false;
  if (typeof headers.has === 'function' && typeof headers.append === 'function') {
    for (const name of CREDENTIALS) if (headers.has(name)) return true;
    return false;
  }
  if (headers[Symbol.iterator]) {
    for (const pair of headers) if (isCredential(pair?.[0])) return true;
    return false;
  }
  for (const name in headers) if (isCredential(name)) return true;
  return false;
};

/** The values of credentials, whole and without their scheme. */
const secretsOf = (headers) => {
  if (!isObject(headers)) return [];
  const pairs = headers[Symbol.iterator] ? [...headers] : Object.entries(headers);
  return pairs
    .filter((pair) => isCredential(pair?.[0]))
    .flatMap(([, value]) => [String(value), ...String(value).split(/[\s;=]+/)])
    .filter((secret) => secret.length > 5)
    .sort((one, other) => other.length - one.length);
};

/**
 * An error of fetch as it may be seen: some quote the header that they refuse, others the
 * URL that they did not reach. One without secrets stays the very same.
 */
export const withoutSecrets = (error, headers) => {
  const secrets = secretsOf(headers);
  const covered = (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), maskedUrl(text));
  const shown = [error?.message, error?.cause?.message, error?.path, error?.cause?.path].filter((text) => typeof text === 'string');
  if (shown.every((text) => covered(text) === text)) return error;
  const cause = error.cause && Object.assign(new Error(covered(String(error.cause.message))), { code: error.cause.code });
  const safe = new (error instanceof TypeError ? TypeError : Error)(covered(String(error.message)), { cause });
  return Object.assign(safe, { name: error.name, code: error.code });
};

/** A URL, or a text with one in it, with its secrets masked. */
export const maskedUrl = (url) => (canAsk() ? core().maskedUrl(url) : url.replace(/[?#].*/s, ''));

const PLAIN_BIGCOMMERCE = /^http:(\/\/(?:[^/?#:@]+\.)?(?:bigcommerce|mybigcommerce|my-bigcommerce)\.com\.?)(?::80)?(?=[:/?#]|$)/i;

/** A URL of BigCommerce's with https where it had http; any other as it is. */
export const secured = (url) => (url[4] === ':' ? url.replace(PLAIN_BIGCOMMERCE, 'https:$1') : url);
