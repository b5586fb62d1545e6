// Which headers are credentials, by their names.

import { someName } from './header-names.js';
import { SECRET_HEADER } from '../knowledge/secret-headers.js';

/**
 * A name as the lists have it.
 * @type {(name: unknown) => string}
 */
export const plain = (name) =>
  String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** @type {(name: unknown) => boolean} */
export const isSecretHeader = (name) => SECRET_HEADER.test(plain(name));

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

/**
 * Whether a credential is among headers in any form that can be read more than once.
 * @type {(headers: unknown) => boolean}
 */
export const hasCredential = (headers) => someName(headers, isCredential);
