// What bodies say, for a fetch that decides by status and headers else.

import { core } from '../bodies-core.js';
import { requestBody } from './bodies.js';
import { cut } from './headers.js';
import { code } from './plain-values.js';

/** @typedef {{ told?: string, waitMs?: number }} Hint What the body of a failure says about trying again. */

/**
 * Of the answer to a request.
 * @type {(status: number, url: string, body: string) => Hint}
 */
export const hintOf = (status, url, body) => {
  /** @type {any} */
  const hint = {};
  core().readHint(code(status), cut(url), body, hint);
  return hint;
};

/**
 * Whether a request is one of GraphQL that holds queries and nothing else.
 * @type {(url: string, body: unknown) => boolean}
 */
export const onlyReads = (url, body) => core().onlyReads(cut(url), requestBody(body) ?? '');
