// Which headers go on, in either direction. Whatever is not listed stays here, so that none
// which somebody invents tomorrow goes along.

import { ACCEPT, CONTENT_TYPE, LOCATION, QUOTA_HEADERS, X_AUTH_TOKEN, X_REQUEST_ID } from '../knowledge/headers.js';
import { createLinks } from './links.js';
import { isIn } from './trace.js';

/** @import { Store } from './store-settings.js' */

/** Of the caller's. `Accept` comes on top. */
export const FORWARDED = [CONTENT_TYPE, 'if-none-match', 'if-modified-since', 'x-correlation-id'];

/**
 * The headers of the request to the store; those that `Connection` names end here.
 * @type {(headers: Headers, accept: string, token: string) => Record<string, string>}
 */
export const requestHeaders = (headers, accept, token) => {
  /** @type {Record<string, string>} */
  const sent = { accept, [X_AUTH_TOKEN]: token };
  const connection = headers.get('connection')?.toLowerCase();
  for (const name of FORWARDED) {
    const value = headers.get(name);
    if (value !== null && !connection?.includes(name)) sent[name] = value;
  }
  return sent;
};

/**
 * Without `Accept`, or with that of `fetch`, V2 would answer in XML.
 * @type {(headers: Headers) => string}
 */
export const acceptOf = (headers) => {
  const accept = headers.get(ACCEPT);
  return accept === null || accept === '*/*' ? 'application/json' : accept;
};

const RETURNED = [
  CONTENT_TYPE,
  'content-language',
  'content-disposition',
  'cache-control',
  'expires',
  'etag',
  'last-modified',
  'link',
  LOCATION,
  'vary',
  X_REQUEST_ID,
  'x-correlation-id',
];

/** Other runtimes hand out a body that is decoded already. */
const ENCODING = globalThis.navigator?.userAgent === 'Cloudflare-Workers' ? ['content-encoding'] : [];

/**
 * Gives an answer the headers of the store's that are handed on, but none that echoes the token or
 * leads to the store. Workers take twice as long for an answer that is made with an object of them.
 * @type {(keepsQuota: boolean, prefix: string) => (answer: Response, headers: Headers, store: Store, url: string) => Response}
 */
export const createReturned = (keepsQuota, prefix) => {
  const names = [...RETURNED, ...ENCODING, ...(keepsQuota ? QUOTA_HEADERS : [])];
  const links = createLinks(prefix);
  return (answer, headers, store, url) => {
    const returned = answer.headers;
    returned.set('x-content-type-options', 'nosniff');
    for (const name of names) {
      const value = headers.get(name);
      const shown = value && links[name] ? links[name](value, store, url) : value;
      if (shown && !isIn(shown, store.tokens)) returned.set(name, shown);
    }
    return answer;
  };
};

/**
 * `Cache-Control` for what a caller was authorized for: no cache on the way may give it to another.
 * @type {(control: string | null) => string}
 */
export const forOne = (control) => {
  // A list within quotes is none of directives.
  const directives = control?.includes('"') ? [] : (control?.split(',') ?? []);
  const others = directives.map((one) => one.trim()).filter((one) => one && !/^(?:public|private|s-maxage)\b/i.test(one));
  return ['private', ...others].join(', ');
};
