// Failures that are alike: what is found in one, is found in all of its kind.

import { diagnoseIn } from '../core/diagnose.js';
import { DIAGNOSED_HEADERS, QUOTA_HEADERS, RETRY_AFTER } from '../knowledge/headers.js';
import { isHarmless } from './outcome.js';
import { remembered } from './remembered.js';
import { POLICY, STATE } from './repeats.js';
import { routeOf } from './route.js';

/** @import { RetryDecision } from 'bc-status' */
/** @import { Exchange } from './layout.js' */

/** @typedef {{ isHarmless: boolean, finding: string, title: string, route: string, retry: RetryDecision }} Kind */

const MOST_KINDS = 2000;
/** A longer body is like no other. */
const LONGEST_BODY = 16_384;

const TOLD = new Set([...DIAGNOSED_HEADERS, 'via']);
const COUNTED = new Set([...QUOTA_HEADERS, RETRY_AFTER]);

/**
 * Of headers that count or say how long, a diagnosis asks whether there is anything left, and no more; of most, whether they are there.
 * @type {(head: [string, string][] | undefined) => string}
 */
const keyOfHead = (head) => {
  if (!head) return '-';
  let key = '';
  for (const [name, value] of head) {
    const small = name.toLowerCase();
    key += small;
    if (TOLD.has(small)) key += `=${value}`;
    else if (COUNTED.has(small)) key += /^\s*0*\s*$/.test(value) ? '0' : '+';
    key += '\n';
  }
  return key;
};

/** Names of things, which differ from one failure to the next: long numbers, ids, moments. */
const NAMES = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?|\d{6,}|[\da-f]{16,}/gi;

/** @type {(url: string | undefined) => string} */
const keyOfUrl = (url = '') => {
  const [path, query = ''] = url.split('?', 2);
  return `${path.replace(/\/\d+(?=\/|$)/g, '/0').replace(NAMES, '0')}?${query.replace(/(^|[&,=])\d{4,}/g, '$19999')}`;
};

const unnamed = remembered((text) => text.replace(NAMES, '0'));

/** @type {(body: unknown) => string | undefined} */
const keyOfBody = (body) => {
  if (body === undefined || body === null) return '-';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text.length > LONGEST_BODY ? undefined : unnamed(text);
};

/** @type {(exchange: Exchange) => string | undefined} */
const keyOf = ({ method, url, status, failure, unsent, permanent, inBrowser, headers, requestHeaders, body, requestBody }) => {
  const [told, sent] = [keyOfBody(body), keyOfBody(requestBody)];
  if (told === undefined || sent === undefined) return undefined;
  return [
    method,
    keyOfUrl(url),
    status,
    failure,
    unsent,
    permanent,
    inBrowser,
    keyOfHead(headers),
    keyOfHead(requestHeaders),
    told,
    sent,
  ].join('\0');
};

/** @type {(exchange: Exchange) => Kind} */
const diagnosed = (exchange) => {
  const diagnosis = diagnoseIn(undefined, exchange, STATE, POLICY);
  const [{ id, title }] = diagnosis.findings.length ? diagnosis.findings : [{ id: 'other.unrecognised', title: '' }];
  return { isHarmless: isHarmless(diagnosis), finding: id, title, route: routeOf(exchange.url), retry: diagnosis.retry };
};

export class Kinds {
  /** @type {Map<string, Kind>} */
  #kinds = new Map();

  /** @type {(exchange: Exchange) => Kind} */
  of(exchange) {
    const key = keyOf(exchange);
    if (key === undefined) return diagnosed(exchange);
    let kind = this.#kinds.get(key);
    if (!kind) {
      kind = diagnosed(exchange);
      if (this.#kinds.size >= MOST_KINDS) this.#kinds.delete(/** @type {string} */ (this.#kinds.keys().next().value));
      this.#kinds.set(key, kind);
    }
    return kind;
  }
}
