// Which headers go on, in either direction. Whatever is not listed stays here, so that none
// which somebody invents tomorrow goes along.

import { createLinks } from './links.js';
import { isIn } from './trace.js';

/** @import { Store } from './store-settings.js' */

/** Of the caller's. `Accept` comes on top. */
export const FORWARDED = ['content-type', 'if-none-match', 'if-modified-since', 'x-correlation-id'];

/**
 * The headers of the request to the store; those that `Connection` names end here.
 * @type {(headers: Headers, accept: string, token: string) => Record<string, string>}
 */
export const requestHeaders = (headers, accept, token) => {
  /** @type {Record<string, string>} */
  const sent = { accept, 'x-auth-token': token };
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
  const accept = headers.get('accept');
  return accept === null || accept === '*/*' ? 'application/json' : accept;
};

const RETURNED = [
  'content-type',
  'content-language',
  'content-disposition',
  'cache-control',
  'expires',
  'etag',
  'last-modified',
  'link',
  'location',
  'vary',
  'x-request-id',
  'x-correlation-id',
];

/** Other runtimes hand out a body that is decoded already. */
const ENCODING = globalThis.navigator?.userAgent === 'Cloudflare-Workers' ? ['content-encoding'] : [];

export const QUOTA = [
  'x-rate-limit-time-window-ms',
  'x-rate-limit-time-reset-ms',
  'x-rate-limit-requests-quota',
  'x-rate-limit-requests-left',
  'x-retry-after',
  'x-bc-apilimit-remaining',
  'x-requests-allocated',
  'x-requests-window-length',
  'x-requests-remaining',
  'x-request-window-resets-after',
];

/**
 * The headers of an answer that are handed on, but none that echoes the token or leads to the store.
 * @type {(keepsQuota: boolean, prefix: string) => (headers: Headers, store: Store, url: string) => Record<string, string>}
 */
export const createReturned = (keepsQuota, prefix) => {
  const names = [...RETURNED, ...ENCODING, ...(keepsQuota ? QUOTA : [])];
  const links = createLinks(prefix);
  return (headers, store, url) => {
    /** @type {Record<string, string>} */
    const returned = { 'x-content-type-options': 'nosniff' };
    for (const name of names) {
      const value = headers.get(name);
      const shown = value && links[name] ? links[name](value, store, url) : value;
      if (shown && !isIn(shown, store.tokens)) returned[name] = shown;
    }
    return returned;
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
