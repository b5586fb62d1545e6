// Calls of every kind, to be made by the million: each leaves behind what it leaves behind.
// They run in every runtime, so there is nothing of Node's here.

import { TOKEN } from './shared.mjs';

const headers = { 'X-Auth-Token': TOKEN };
const hasty = { maxDelayMs: 0, jitter: false };

/** By name: makes one call to a server of `soakServer`, and is done with its answer. */
export const kindsOf = ({ createFetch }, createHandler, url) => {
  const plain = createFetch();
  const limited = createFetch({ attemptTimeoutMs: 60_000, retry: hasty, budget: false });
  const elapsing = createFetch({ retry: { maxElapsedMs: 60_000, ...hasty }, budget: false });
  const hooked = createFetch({ onAttempt: () => {}, retry: hasty, budget: false });
  // A handler sends to the store's own host, and is answered by ours.
  const own = (input, init) => fetch(input.replace('https://api.bigcommerce.com', url), init);
  const handler = createHandler({ storeHash: 'abc123', token: TOKEN, allow: ['GET,PUT /v3/*'], fetch: own, attemptTimeoutMs: 60_000 });
  const lasting = new AbortController();

  const read = async (answer) => void (await (await answer).text());
  const put = (path) => new Request(url + path, { method: 'PUT', body: 'order', headers });
  const handled = (path, init) => read(handler.fetch(new Request(`http://worker/v3${path}`, init), {}, { waitUntil() {} }));
  /** Gives up after the headers, or before. */
  const leaving = async (call, path) => {
    const controller = new AbortController();
    const answer = call(url + path, { headers, signal: controller.signal });
    if (path === '/hang') return void (setTimeout(() => controller.abort(), 2), await answer.catch(() => {}));
    const reading = (await answer).text().catch(() => {});
    controller.abort();
    await reading;
  };

  return {
    'a success': () => read(plain(`${url}/200`, { headers })),
    'a limit of time': () => read(limited(`${url}/200`, { headers })),
    'a limit of time, a signal of its own': () => read(limited(`${url}/200`, { headers, signal: new AbortController().signal })),
    'a limit for all, a signal of its own': () => read(elapsing(`${url}/200`, { headers, signal: new AbortController().signal })),
    'a limit of time, a long-lived signal': () => read(limited(`${url}/200`, { headers, signal: lasting.signal })),
    'a hook, a long-lived signal': () => read(hooked(`${url}/200`, { headers, signal: lasting.signal })),
    'a limit of time, no body in the answer': () => read(limited(`${url}/204`, { headers, signal: lasting.signal })),
    'a body that is let go of': async () => void (await (await limited(`${url}/200`, { headers, signal: lasting.signal })).body?.cancel()),
    'a Request with a body': () => read(plain(put('/200'))),
    'a Request with a body, a limit of time': () => read(limited(put('/200'), { signal: new AbortController().signal })),
    'a Request for an init': () => read(limited(`${url}/200`, put('/200'))),
    'one repeat': () => read(limited(`${url}/503,200`, { headers, signal: new AbortController().signal })),
    'one repeat of a Request with a body': () => read(limited(put('/503,200'))),
    'an abort before the answer': () => leaving(limited, '/hang'),
    'an abort of the body': () => leaving(limited, '/stall'),
    'the handler': () => handled('/200'),
    'the handler, a body and a signal': () => handled('/200', { method: 'PUT', body: 'order', signal: new AbortController().signal }),
    'the handler, a failure': () => handled('/404'),
  };
};

/** So many calls in all, of the named kinds in turn, a few at a time. */
export const soak = async (kinds, names, count) => {
  let next = 0;
  const lane = async () => {
    while (next < count) await kinds[names[next++ % names.length]]();
  };
  await Promise.all(Array.from({ length: 4 }, lane));
};
