// What browsers and proxies record: HTTP Archives.

import { classify } from '../core/diagnose.js';
import { codeOf } from './code.js';
import { isFine } from './outcome.js';

/** @import { Exchange } from 'bc-status' */
/** @import { Pair, Pasted } from './read-text.js' */

/**
 * The entries of an archive, or one entry by itself; undefined for any other JSON.
 * @type {(json: any) => any[] | undefined}
 */
export const entriesOf = (json) => {
  if (Array.isArray(json?.log?.entries)) return json.log.entries;
  return json?.request?.url && json.response ? [json] : undefined;
};

/**
 * The number of the last entry that failed, BigCommerce's before others, as pages call many.
 * @type {(entries: any[]) => number | undefined}
 */
export const failedIn = (entries) => {
  /** @type {number | undefined} */
  let other;
  for (let number = entries.length; number > 0; number--) {
    const { outcome, api } = classified(entries[number - 1]);
    if (!outcome || isFine(outcome) || outcome === 'redirect') continue;
    if (api !== 'unknown') return number;
    other ??= number;
  }
  return other;
};

/**
 * What is wrong in an entry, its diagnosis tells.
 * @type {(entry: any) => { outcome?: string, api?: string }}
 */
const classified = (entry) => {
  try {
    return classify(exchangeOf(entry));
  } catch {
    return {};
  }
};

/**
 * Whoever wrote the archive, nothing in it has to be there.
 * @type {(entry: any) => Pasted}
 */
export const exchangeOf = (entry) => {
  const [request, response] = [entry?.request ?? {}, entry?.response ?? {}];
  const requestHeaders = pairs(request.headers);
  const { content } = response;
  const status = codeOf(response.status);
  const answer = { status, headers: pairs(response.headers), body: textOf(content ?? {}) };
  return {
    method: request.method,
    url: request.url,
    requestHeaders,
    requestBody: request.postData?.text,
    ...(status > 0 ? answer : { failure: failureOf(entry?._error ?? response._error) }),
    // Programs send no such header.
    inBrowser: requestHeaders.some(([name]) => name.toLowerCase() === 'sec-fetch-mode'),
  };
};

/** @type {(headers: any) => Pair[]} */
const pairs = (headers) =>
  (Array.isArray(headers) ? headers : []).flatMap((header) => (typeof header?.name === 'string' ? [[header.name, header.value]] : []));

/** @type {(content: any) => any} */
const textOf = ({ text, encoding }) => (typeof text === 'string' && encoding === 'base64' ? decoded(text) : text);

/** @type {(base64: string) => string} */
const decoded = (base64) => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return base64;
  }
};

/** @type {(said: unknown) => Exchange['failure']} */
const failureOf = (said) => {
  const error = typeof said === 'string' ? said : '';
  if (/ABORTED|CANCEL/i.test(error)) return 'aborted';
  return /TIMED?_?OUT/i.test(error) ? 'timeout' : 'network';
};
