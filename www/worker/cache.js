// Answers in the cache of Workers. A key is the URL at the store and what was accepted: of the
// caller nothing else reaches the store, so nothing else makes a difference.

import { X_REQUEST_ID } from '../knowledge/headers.js';
/** @import { Settings } from './handler-options.js' */

/** @typedef {ReturnType<typeof createCache>} HandlerCache */

/** Where the answer's own header waits, since the cache goes by `Cache-Control`. */
const OWN = 'x-bc-status-cache-control';

/** They name the request of the first caller, and would be told to the others. */
const OF_ONE = ['x-correlation-id', X_REQUEST_ID];

/**
 * Not for others, or not to be kept. How long it is fresh, the operator has said.
 * @type {(headers: Headers) => boolean}
 */
const isPrivate = (headers) =>
  headers.has('set-cookie') || /\b(?:private|no-store)\b/i.test(headers.get('cache-control') ?? '') || headers.get('vary') === '*';

/** @param {Pick<Settings, 'cacheTtl'>} settings */
export const createCache = ({ cacheTtl }) => {
  if (cacheTtl === undefined) return undefined;
  const secondsFor = typeof cacheTtl === 'function' ? cacheTtl : () => cacheTtl;

  return {
    /**
     * What is known of a request: `{ found, keep(answer, store's headers) }`; nothing where it is not to be cached.
     * @param {Request} request
     * @param {string} url
     * @param {string} accept
     */
    async entryOf(request, url, accept) {
      /** @type {Cache | undefined} */
      const store = /** @type {any} */ (globalThis.caches)?.default;
      if (!store || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
      const seconds = await secondsFor(request);
      if (!(seconds > 0)) return undefined;
      // The last parameter, so that no query can name the key of another type.
      const key = `${url}${url.includes('?') ? '&' : '?'}accept=${encodeURIComponent(accept)}`;
      return {
        found: await store.match(key),
        keep: (/** @type {Response} */ answer, /** @type {Headers} */ headers) => keep(store, key, answer, headers, seconds),
      };
    },
  };
};

/**
 * Resolves when a copy is stored; an answer that cannot be is none the worse.
 * @type {(store: Cache, key: string, answer: Response, headers: Headers, seconds: number) => Promise<void>}
 */
const keep = async (store, key, answer, headers, seconds) => {
  if (answer.status !== 200 || isPrivate(headers)) return;
  const copy = new Response(answer.body, answer);
  for (const name of OF_ONE) copy.headers.delete(name);
  const own = copy.headers.get('cache-control');
  if (own) copy.headers.set(OWN, own);
  copy.headers.set('cache-control', `max-age=${Math.ceil(seconds)}`);
  await store.put(key, copy).catch(() => {});
};

/**
 * The answer as it was before it was stored.
 * @type {(found: Response, method: string) => Response}
 */
export const restored = (found, method) => {
  const answer = new Response(method === 'HEAD' ? null : found.body, found);
  const own = answer.headers.get(OWN);
  answer.headers.delete(OWN);
  answer.headers.delete('cf-cache-status');
  if (own) answer.headers.set('cache-control', own);
  else answer.headers.delete('cache-control');
  return answer;
};
