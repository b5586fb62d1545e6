// Failures that no further attempt could change: they reject at once, as fetch does.

import { equal, rejection } from './shared.mjs';

const to = (url, id, location) => `${url}/do/${id}/302%3E?to=${encodeURIComponent(location)}`;

/** By name: the arguments, and where they come to nothing that can be told from a lost connection. */
const HOPELESS = {
  'an unknown scheme': [() => ['foo://x/y']],
  'a scheme that fetch does not take': [() => ['ftp://127.0.0.1/']],
  'a blob that is none': [() => ['blob:http://127.0.0.1/1234']],
  // Bun and workerd send to any port.
  'a blocked port': [() => ['http://127.0.0.1:6667/'], ['bun', 'workerd']],
  // A page is told nothing of redirects.
  'a redirect to data:': [({ url }, id) => [to(url, id, 'data:text/plain,x')], ['chromium'], 1],
  'a redirect to what is no URL': [({ url }, id) => [to(url, id, 'http://')], ['chromium'], 1],
  'a redirect loop': [({ url }, id) => [`${url}/do/${id}/302%3E`], ['chromium'], 21],
  'a redirect where none may be': [({ url }, id) => [to(url, id, url), { redirect: 'error' }], ['chromium', 'workerd'], 1],
  // Elsewhere it is sent, or left out.
  'a header that fetch refuses': [({ url }, id) => [`${url}/do/${id}/200`, { headers: { 'Transfer-Encoding': 'chunked' } }], ['deno', 'bun', 'workerd', 'chromium'], 0],
  'a header that is none': [({ url }, id) => [`${url}/do/${id}/200`, { headers: { 'X A': '1' } }], [], 0],
};

export const cases = Object.entries(HOPELESS).map(([what, [make, not, requests]]) => ({
  name: `${what} rejects at once`,
  not,
  async run(env) {
    const { bc, fresh, journal, runtime } = env;
    const expected = await rejection(fetch(...make(env, fresh())));
    const id = fresh();
    let repeats = 0;
    const call = bc.createFetch({ retry: { maxDelayMs: 5 }, onRetry: () => void (repeats += 1) });
    const error = await rejection(call(...make(env, id)));
    equal([error.name, repeats], [expected.name, 0]);
    if (!/\/do\//.test(error.message)) equal(error.message, expected.message);
    // workerd follows a redirect less.
    if (requests !== undefined && runtime !== 'workerd') equal((await journal(id)).length, requests);
  },
}));
