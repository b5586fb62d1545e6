// A call of fetch, as browsers copy it and as people write it.

import { literalAt } from './literal.js';

/** @import { Found, Pair, Request } from './read-text.js' */

const BEGIN = /^\s*(?:(?:const|let|var)\s+[\w$]+\s*=\s*)?(?:await\s+)?fetch\s*\(/;

/**
 * `{ request, rest }` of a text that begins with a call; `rest` is what follows it.
 * @type {(text: string) => Found | undefined}
 */
export const readFetch = (text) => {
  const [begin] = BEGIN.exec(text) ?? [];
  if (!begin) return undefined;
  const url = literalAt(text, begin.length);
  if (typeof url?.value !== 'string') return undefined;
  const [comma] = /^\s*,/.exec(text.slice(url.end)) ?? [];
  const init = comma ? literalAt(text, url.end + comma.length) : undefined;
  const end = (init ?? url).end;
  const [tail] = /** @type {RegExpExecArray} */ (/^\s*,?\s*\)?\s*;?/.exec(text.slice(end)));
  return { request: requestFrom(url.value, init?.value ?? {}), rest: text.slice(end + tail.length) };
};

/** @type {(url: string, init: any) => Request} */
const requestFrom = (url, { method, headers, body, mode, credentials }) => ({
  method: typeof method === 'string' ? method.toUpperCase() : 'GET',
  url,
  requestHeaders: pairsOf(headers),
  requestBody: typeof body === 'string' ? body : undefined,
  // Only what browsers copy of themselves has these.
  inBrowser: mode !== undefined || credentials !== undefined,
});

/** @type {(headers: any) => Pair[]} */
const pairsOf = (headers) => {
  /** @type {any[]} */
  const pairs = Array.isArray(headers) ? headers.filter(Array.isArray) : typeof headers === 'object' ? Object.entries(headers ?? {}) : [];
  return pairs.filter(([name, value]) => typeof name === 'string' && typeof value === 'string');
};
