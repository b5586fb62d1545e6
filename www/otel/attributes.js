// What telemetry says of a request, by the conventions of OpenTelemetry for HTTP: no token, and no store's
// hash unless it is asked for.

import { canAsk } from '../boot.js';
import { routeShape } from '../core/diagnose.js';
import { storeOf } from '../core/store-key.js';
import { shownUrl } from '../fetch/request-secrets.js';
import { methodOf } from '../fetch/request.js';
import { urlOf } from '../fetch/snapshot.js';

/** @import { Arguments, Sent } from '../fetch/snapshot.js' */

/** @typedef {ReturnType<typeof aboutRequest>} About */

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
/** What the convention has for all others. */
const OTHER = '_OTHER';

/** Where a store's hash stands: in a path, also as a parameter has it, and in the host of its storefront. */
const HASH = /(?:\bstores(?:\/|%2f)|(?:\/\/|@)store-)([a-z\d]+)(?=[/?#&.%:-]|$)/gi;
const STAND_IN = '{store_hash}';

/**
 * A text about a URL, without the hash of the store that this one names.
 * @type {(text: string, url: string) => string}
 */
const withoutHash = (text, url) => {
  const hashes = Array.from(url.matchAll(HASH), ([, hash = '']) => hash);
  return hashes.reduce((rest, hash) => rest.replace(new RegExp(`(?<=^|[^a-z\\d]|%[\\da-f]{2})${hash}(?![a-z\\d])`, 'gi'), STAND_IN), text);
};

/** @type {(url: string) => URL | undefined} */
const parsed = (url) => {
  try {
    return new URL(url, globalThis.location?.href);
  } catch {
    return undefined;
  }
};

/** @type {(url: string) => string | undefined} */
const templateOf = (url) => (canAsk() && routeShape(url)) || undefined;

/** @type {(request: Arguments, isHashShown: boolean) => { method: string, url: string, key: string, name: string, template?: string, address?: string, attributes: Record<string, string | number>, labels: Record<string, string> }} */
export const aboutRequest = (request, isHashShown) => {
  const url = urlOf(request);
  const written = methodOf(request);
  const isKnown = METHODS.includes(written.toUpperCase());
  const method = isKnown ? written.toUpperCase() : OTHER;
  const { hostname, port, protocol } = parsed(url) ?? {};
  const key = storeOf(url);
  /** @type {(text: string) => string} */
  const shown = (text) => (isHashShown ? text : withoutHash(text, url));
  const address = hostname && shown(`//${hostname}`).slice(2);
  const template = templateOf(url);
  const full = shown(shownUrl(/** @type {Sent} */ (request)));
  /** @type {Record<string, string | number>} */
  const attributes = { 'http.request.method': method, 'url.full': full };
  if (!isKnown) attributes['http.request.method_original'] = written;
  if (address) attributes['server.address'] = address;
  if (address) attributes['server.port'] = Number(port) || (protocol === 'http:' ? 80 : 443);
  if (template) attributes['url.template'] = template;
  /** @type {Record<string, string>} */
  const labels = address ? { 'server.address': address } : {};
  if (isHashShown) labels['bc_status.store'] = key;
  if (isHashShown) attributes['bc_status.store'] = key;
  const name = `${isKnown ? method : 'HTTP'}${template ? ` ${template}` : ''}`;
  return { method, url: full, key, name, template, address, attributes, labels };
};
