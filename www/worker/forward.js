// From an allowed request to the store, and from its answer to ours.

import { bodyOf, sendable } from './request-body.js';
import { restored } from './cache.js';
import { createFailures } from './store-failure.js';
import { acceptOf, createReturned, forOne, requestHeaders } from './passed-headers.js';
import { checkQueries } from './queries.js';
import { createStore } from './store-settings.js';

/** @import { HandlerCache } from './cache.js' */
/** @import { Deadline } from './deadline.js' */
/** @import { Settings } from './handler-options.js' */

/** They have no body, and `Response` allows none. */
const EMPTY = [204, 205, 304];

/**
 * @param {Settings} settings
 * @param {(env: any) => (url: string, init: object) => Promise<Response>} sendOf
 * @param {HandlerCache} cache
 * @returns {(request: Request, env: any, ctx: any, target: { path: string, query: string }, deadline: Deadline) => Promise<Response>}
 */
export const createForward = (settings, sendOf, cache) => {
  const { maxBodyBytes, quotaHeaders, prefix, rules, authorize } = settings;
  const storeOf = createStore(settings);
  const returned = createReturned(quotaHeaders === 'keep', prefix);
  const failures = createFailures(settings);

  /** @type {(answer: Response) => Response} */
  const handedOut = (answer) => {
    if (authorize) answer.headers.set('cache-control', forOne(answer.headers.get('cache-control')));
    return answer;
  };

  return async (request, env, ctx, { path, query }, deadline) => {
    const store = await storeOf(env);
    const send = sendOf(env);
    const { method, headers } = request;
    const accept = acceptOf(headers);
    const url = store.base + path + query;

    const entry = cache && (await cache.entryOf(request, url, accept));
    if (entry?.found) return handedOut(restored(entry.found, method));

    const sent = requestHeaders(headers, accept, store.token);
    const bytes = await bodyOf(request, maxBodyBytes, deadline);
    if (rules.isQueryOnly(method, path)) checkQueries(request, query, bytes);
    const body = sendable(bytes);
    const { signal } = request;
    let response;
    try {
      response = await send(url, { method, headers: sent, body, signal, redirect: 'manual', ...streaming(body) });
    } catch (error) {
      throw failures.unanswered({ method, url, headers: sent }, error, signal, store);
    }
    if (!response.ok && response.status !== 304) throw await failures.answered(response, store);

    const { status } = response;
    const answer = returned(new Response(EMPTY.includes(status) ? null : response.body, { status }), response.headers, store, url);
    if (entry && method === 'GET') {
      // Of a compressed body the copy would be compressed twice.
      answer.headers.delete('content-encoding');
      ctx.waitUntil(entry.keep(answer.clone(), response.headers));
    }
    return handedOut(answer);
  };
};

/**
 * Node wants to be told that it need not read the answer before the body has gone.
 * @type {(body: unknown) => { duplex: 'half' } | undefined}
 */
const streaming = (body) => (body instanceof ReadableStream ? { duplex: 'half' } : undefined);
