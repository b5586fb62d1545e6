// The store that the environment names: $BC_STORE_HASH and $BC_TOKEN.

import { hasCredential } from '../core/credentials.js';
import { misused } from './exit.js';
import { note } from './print.js';
import { AUTHORIZATION, X_AUTH_TOKEN } from '../knowledge/headers.js';

const HOST = 'https://api.bigcommerce.com';
const API = `${HOST}/stores/`;

/** The one of B2B Edition. */
export const B2B_HOST = 'api-b2b.bigcommerce.com';

/** The hosts that take an X-Auth-Token. Shops and support pages are BigCommerce's too, and have no use for one. */
const TOKEN_HOSTS = ['api.bigcommerce.com', B2B_HOST];

/** As people shorten a URL; without its scheme it would be a path. */
const BARE_HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:[/?]|$)/i;

/**
 * A URL; a path such as `/v3/carts` is one of the store's, unless it names a store itself.
 * @type {(typed: string, isNeeded?: boolean) => string}
 */
export const addressOf = (typed, isNeeded = true) => {
  const [, path] = /^(\/.*|v[23]\/.*)$/s.exec(typed) ?? [];
  if (path?.startsWith('/stores/')) return HOST + path;
  const hash = process.env.BC_STORE_HASH;
  if (path && hash) {
    if (!/^\w+$/.test(hash)) throw misused('BC_STORE_HASH must be the hash alone, such as abc123 in …/stores/abc123/v3');
    return API + hash + (path[0] === '/' ? path : `/${path}`);
  }
  if (path && (isNeeded || /^\/?v[23]\//.test(path))) {
    throw misused(`a path needs a store: set BC_STORE_HASH, or write ${API}HASH/…`);
  }
  if (!isNeeded) return BARE_HOST.test(typed) ? `https://${typed}` : typed;
  if (!URL.canParse(typed) || !/^https?:$/.test(new URL(typed).protocol)) {
    throw misused('URL must begin with https://, or with / if BC_STORE_HASH is set');
  }
  return typed;
};

/** No access token is shorter. */
const SHORTEST_TOKEN = 8;

/**
 * The token of the environment, if it is for this address and the request has no credential of its own.
 * @type {(url: string, headers: Headers) => string | undefined}
 */
export const tokenFor = (url, headers) => {
  const { protocol, host } = new URL(url);
  const isOurs = TOKEN_HOSTS.includes(host) && protocol === 'https:';
  if (!isOurs || headers.has(X_AUTH_TOKEN) || headers.has(AUTHORIZATION)) return undefined;
  const token = process.env.BC_TOKEN;
  if (!token && !hasCredential(headers)) note('BC_TOKEN is not set, so the request is sent without an access token');
  if (token && token.length < SHORTEST_TOKEN)
    note(`BC_TOKEN has fewer than ${SHORTEST_TOKEN} characters, which is too short for an access token`);
  return token;
};
