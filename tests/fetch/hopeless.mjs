// Failures that no further attempt could change: they reject at once, as fetch does.

import { equal, rejection } from './shared.mjs';

const to = (url, id, location) => `${url}/do/${id}/302%3E?to=${encodeURIComponent(location)}`;

/** By name: the arguments, and the runtimes in which nothing tells the failure from a lost connection. */
const HOPELESS = {
  'an unknown scheme': [() => ['foo://x/y']],
  'a scheme that fetch does not take': [() => ['ftp://127.0.0.1/']],
  'a blob that is none': [() => ['blob:http://127.0.0.1/1234']],
  // Bun and workerd send to any port.
  'a blocked port': [() => ['http://127.0.0.1:6667/'], ['bun', 'workerd']],
  // A page is told nothing of redirects.
  'a redirect to data:': [({ url }, id) => [to(url, id, 'data:text/plain,x')], ['chromium']],
  'a redirect to what is no URL': [({ url }, id) => [to(url, id, 'http://')], ['chromium']],
  'a redirect loop': [({ url }, id) => [`${url}/do/${id}/302%3E`], ['chromium']],
  'a redirect where none may be': [({ url }, id) => [to(url, id, url), { redirect: 'error' }], ['chromium', 'workerd']],
  // Elsewhere it is sent, or left out.
  'a header that fetch refuses': [
    ({ url }, id) => [`${url}/do/${id}/200`, { headers: { 'Transfer-Encoding': 'chunked' } }],
    ['deno', 'bun', 'workerd', 'chromium'],
  ],
  'a header that is none': [({ url }, id) => [`${url}/do/${id}/200`, { headers: { 'X A': '1' } }], []],
};

export const cases = Object.entries(HOPELESS).map(([what, [make, not]]) => ({
  name: `${what} rejects at once`,
  not,
  async run(env) {
    const { bc, fresh, journal } = env;
    const [one, other] = [fresh(), fresh()];
    const expected = await rejection(fetch(...make(env, one)));
    let repeats = 0;
    const call = bc.createFetch({ retry: { maxDelayMs: 5 }, onRetry: () => void (repeats += 1) });
    const error = await rejection(call(...make(env, other)));
    equal([error.name, repeats], [expected.name, 0]);
    if (!error.message.includes(other)) equal(error.message, expected.message);
    // A loop is of 21 requests in most runtimes, in Bun of 127.
    equal((await journal(other)).length, (await journal(one)).length, 'requests');
  },
}));
