// Which names say that a value is a secret, and which headers are credentials therefore.

import { isObject } from './checks.js';
import { SECRET_FIELD, SECRET_HEADER, SECRET_PARAMETER } from '../knowledge/secrets.js';
import { AUTHORIZATION, X_AUTH_TOKEN } from '../knowledge/headers.js';

/**
 * A name as the lists have it.
 * @type {(name: unknown) => string}
 */
const plain = (name) =>
  String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** @type {(name: unknown) => boolean} */
export const isSecretHeader = (name) => SECRET_HEADER.test(plain(name));
/** @type {(name: unknown) => boolean} */
export const isSecretParameter = (name) => SECRET_PARAMETER.test(plain(name));
/**
 * `user[password]` names a password, and `password[0]` one of several.
 * @type {(name: string) => boolean}
 */
export const isSecretField = (name) =>
  SECRET_FIELD.test(plain(name)) || (/[[\].]/.test(name) && name.split(/[[\].]+/).some((part) => SECRET_FIELD.test(plain(part))));

/**
 * What was found out about headers as callers write them.
 * @type {Map<string, boolean>}
 */
const known = new Map();

/** @type {(name: string) => boolean} */
export const isCredential = (name) => known.get(name) ?? find(name);

/** @type {(name: string) => boolean} */
const find = (name) => {
  const found = isSecretHeader(name);
  if (known.size < 500) known.set(name, found);
  return found;
};

/** Most requests have one of these; to list what a Headers holds takes longer than to ask for them. */
const USUAL = [X_AUTH_TOKEN, AUTHORIZATION];

/**
 * Whether a credential is among headers in any form that can be read more than once.
 * @type {(headers: unknown) => boolean}
 */
export const hasCredential = (headers) => {
  if (!isObject(headers)) return false;
  if (typeof headers.has === 'function' && typeof headers.append === 'function') {
    for (const name of USUAL) if (headers.has(name)) return true;
    if (typeof headers.keys === 'function') for (const name of headers.keys()) if (isCredential(name)) return true;
    return false;
  }
  if (headers[Symbol.iterator]) {
    for (const pair of headers) if (isCredential(pair?.[0])) return true;
    return false;
  }
  for (const name in headers) if (isCredential(name)) return true;
  return false;
};
