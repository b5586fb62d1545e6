// From an allowed request to the store, and from its answer to ours.

import { bodyOf } from './body.js';
import { restored } from './cache.js';
import { createFailures } from './failure.js';
import { acceptOf, createReturned, requestHeaders } from './headers.js';
import { createStore } from './store.js';

/** They have no body, and `Response` allows none. */
const EMPTY = [204, 205, 304];

export const createForward = (settings, sendOf, cache) => {
  const { maxBodyBytes, quotaHeaders, prefix } = settings;
  const storeOf = createStore(settings);
  const returned = createReturned(quotaHeaders === 'keep');
  const failures = createFailures(settings);

  return async (request, env, ctx, { path, query }) => {
    const { base, token } = await storeOf(env);
    const send = sendOf(env);
    const { method, headers } = request;
    const accept = acceptOf(headers);
    const url = base + path + query;

    const entry = cache && (await cache.entryOf(request, url, accept));
    if (entry?.found) return restored(entry.found, method);

    const sent = requestHeaders(headers, accept, token);
    const { body, signal, broken } = await bodyOf(request, maxBodyBytes);
    let response;
    try {
      response = await send(url, { method, headers: sent, body, signal, redirect: 'manual', ...streaming(body) });
    } catch (error) {
      throw broken() ?? failures.unanswered({ method, url, headers: sent }, error, request.signal);
    }
    if (!response.ok && response.status !== 304) throw await failures.answered(response, token);

    const answer = new Response(EMPTY.includes(response.status) ? null : response.body, {
      status: response.status,
      headers: withLocation(returned(response.headers, token), response.headers, base, prefix),
    });
    if (entry && method === 'GET') {
      // Of a compressed body the copy would be compressed twice.
      answer.headers.delete('content-encoding');
      ctx.waitUntil(entry.keep(answer.clone(), response.headers));
    }
    return answer;
  };
};

/** Node wants to be told that it need not read the answer before the body has gone. */
const streaming = (body) => (body instanceof ReadableStream ? { duplex: 'half' } : undefined);

/** Where something was created, it is found through the Worker as well. */
const withLocation = (returned, headers, base, prefix) => {
  const location = headers.get('location');
  if (location?.startsWith(`${base}/`)) returned.location = prefix + location.slice(base.length);
  return returned;
};
