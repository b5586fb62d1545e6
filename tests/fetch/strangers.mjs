// Whose 429 holds whom: a store is held by BigCommerce's answers only, and by all of them that
// name a wait.

import { equal, ok, rejection } from './shared.mjs';

/** A page is not sent again to the management API. */
const not = ['chromium'];

const API = 'https://api.bigcommerce.com/stores/abc123/v3/x';
const MINUTE = { 'Retry-After': '60' };
/** What is not held is answered before the minute is over. */
const SHORT_OF_IT_MS = 50_000;

/** A fetch that answers by the URL; what it was asked for, and when. */
const answeringBy = (answerTo) => {
  const stub = async (input) => {
    const url = String(input.url ?? input);
    stub.asked.push({ url, at: performance.now() });
    return answerTo(url, stub.asked.filter((one) => one.url === url).length);
  };
  stub.asked = [];
  return stub;
};

const throttled = (headers) => new Response('{}', { status: 429, headers });

/** Whether a call comes back although another one has to wait for a minute. */
const passesBeside = async (bc, options, held, other) => {
  const stub = answeringBy((url) => (url === held ? throttled(MINUTE) : new Response('ok')));
  const call = bc.createFetch({ ...options, fetch: stub, retry: { profile: 'background' } });
  const controller = new AbortController();
  const waiting = rejection(call(held, { signal: controller.signal }));
  while (stub.asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const passed = await call(other, { signal: AbortSignal.timeout(SHORT_OF_IT_MS) }).then(
    ({ status }) => status,
    () => 'held',
  );
  controller.abort();
  await waiting;
  return passed === 200;
};

const STRANGERS = [
  'https://evil.example/stores/abc123/v3/x',
  'https://api.bigcommerce.com.evil.example/stores/abc123/v3/x',
  'https://api.bigcommerce.com:8443/stores/abc123/v3/x',
  'https://api.bigcommerce.com@evil.example/stores/abc123/v3/x',
  'https://evil.example/https://api.bigcommerce.com/stores/abc123/v3/x',
  'http://127.0.0.1:9/stores/abc123/v3/x',
  'https://store-zzz999.mybigcommerce.com/stores/abc123/v3/x',
  'https://api-b2b.bigcommerce.com/stores/abc123/v3/x',
  'https://payments.bigcommerce.com/stores/abc123/payments',
];

/** Every header that names a wait, as it says 600 ms or a second. */
const WAITS = [
  [{ 'X-Rate-Limit-Time-Reset-Ms': '600' }, 600],
  [{ 'Retry-After': '1' }, 1000],
  [{ 'X-Retry-After': '0.6' }, 600],
  [{ 'X-Request-Window-Resets-After': '0.6 s', 'X-Requests-Remaining': '0 times', 'X-Requests-Allocated': '150 times/60 s' }, 600],
  [{ 'Retry-After': 'Sun, 06 Nov 1994 08:49:38 GMT', Date: 'Sun, 06 Nov 1994 08:49:37 GMT' }, 1000],
];

export const cases = [
  ...[{}, { pace: true }].map(({ pace }) => ({
    name: `another host's 429 for the same path holds no store${pace ? ', nor with a pacer' : ''}`,
    not,
    async run({ bc }) {
      for (const held of STRANGERS) {
        ok(await passesBeside(bc, pace ? { pace: bc.createPacer() } : {}, held, API), `${held} held ${API}`);
      }
    },
  })),
  {
    name: "a store is held however its URL is spelled, and its neighbour on a host of somebody else's is not",
    not,
    async run({ bc }) {
      for (const other of [
        'HTTPS://API.BigCommerce.com/stores/abc123/v3/y',
        'https://api.bigcommerce.com:443/stores/abc123/v2/y',
        'https://api.bigcommerce.com./stores/abc123/v3/y',
      ]) {
        const pace = bc.createPacer();
        const stub = answeringBy((url) => (url === API ? throttled(MINUTE) : new Response('ok')));
        const call = bc.createFetch({ fetch: stub, pace, retry: false });
        equal((await call(API)).status, 429);
        const { heldMs } = pace.snapshot('abc123');
        ok(heldMs > 0, 'it is held');
        const error = await rejection(bc.createFetch({ fetch: stub, pace })(other));
        ok(bc.isPaceError(error), `${other}: ${error}`);
      }
      const local = 'http://127.0.0.1:9/stores';
      ok(await passesBeside(bc, {}, `${local}/one/v3/x`, `${local}/two/v3/x`), 'stores of a mock server are told apart');
    },
  },
  {
    name: 'no password of a URL is in the key of a pacer',
    not,
    async run({ bc }) {
      const keys = [];
      const pacer = bc.createPacer();
      const pace = { ...pacer, admit: (key, ...more) => (keys.push(key), pacer.admit(key, ...more)) };
      await bc.createFetch({ fetch: async () => new Response('ok'), pace })('https://user:pa55@shop.example/x');
      equal(keys, ['shop.example']);
    },
  },
  ...['X-Auth-Token', undefined].map((header) => ({
    name: `the 429 of whoever a redirect led to holds nobody who asks the first ${header ?? 'without a token'}`,
    not,
    async run({ bc, url, other, fresh }) {
      const away = `${url}/do/${fresh()}/302%3E?to=${encodeURIComponent(`${other}/do/${fresh()}/429:60000`)}`;
      for (const pace of [false, bc.createPacer()]) {
        const call = bc.createFetch({ pace, retry: { profile: 'background' } });
        const controller = new AbortController();
        const told = [];
        const headers = header ? { [header]: 'abc' } : {};
        const watched = bc.createFetch({ pace, retry: { profile: 'background' }, onRetry: ({ status }) => void told.push(status) });
        const waiting = rejection(watched(away, { headers, signal: controller.signal }));
        while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        const passed = await (pace ? call : watched)(`${url}/do/${fresh()}/200`, { signal: AbortSignal.timeout(SHORT_OF_IT_MS) }).then(
          ({ status }) => status,
          () => 'held',
        );
        controller.abort();
        await waiting;
        equal([told[0], passed], [429, 200]);
      }
    },
  })),
  ...WAITS.map(([headers, ms]) => ({
    name: `${Object.keys(headers)[0]} holds the next call as well: ${JSON.stringify(headers)}`,
    not,
    async run({ bc }) {
      // The first call has its second 429 and gives up; the wait is known all the same.
      const stub = answeringBy((url, count) =>
        url === API && count < 3 ? throttled(count < 2 ? { 'Retry-After': '0' } : headers) : new Response('ok'),
      );
      const call = bc.createFetch({ fetch: stub, retry: { maxAttempts: 2 } });
      const first = await call(API);
      equal([first.status, bc.historyOf(first).at(-1).decision.rule], [429, 'attempts-exhausted']);
      const refusedMs = stub.asked.at(-1).at;
      const next = await call(`${API}?next`);
      equal([next.status, bc.historyOf(next).length], [200, 1]);
      const waitedMs = stub.asked.at(-1).at - refusedMs;
      ok(waitedMs >= ms - 1, `${waitedMs} ms`);
    },
  })),
  {
    name: 'a 429 that is no quota holds nobody, whatever wait it names',
    not,
    async run({ bc }) {
      const body = '{"status":429,"title":"The store already has an active import or export job running"}';
      const stub = answeringBy((url) => (url === API ? new Response(body, { status: 429, headers: MINUTE }) : new Response('ok')));
      const call = bc.createFetch({ fetch: stub, retry: { profile: 'background' } });
      equal((await call(API)).status, 429);
      equal((await call(`${API}?next`, { signal: AbortSignal.timeout(SHORT_OF_IT_MS) })).status, 200);
    },
  },
  {
    name: 'a wait of more than a day is given back, and nobody sleeps for it',
    not,
    async run({ bc }) {
      const headers = { 'Retry-After': '90000' };
      const stub = answeringBy((url) => (url === API ? throttled(headers) : new Response('ok')));
      const call = bc.createFetch({ fetch: stub, retry: { profile: 'background' } });
      const signal = AbortSignal.timeout(SHORT_OF_IT_MS);
      const [{ decision }] = bc.historyOf(await call(API, { signal }));
      equal([decision.retry, decision.rule], [false, 'budget-exhausted']);
      ok(decision.delayMs >= 90_000_000 && decision.delayMs <= 90_001_000, decision.delayMs);
      equal((await call(`${API}?next`, { signal })).status, 200, 'the next is sent at once');

      const pace = bc.createPacer();
      const paced = bc.createFetch({ fetch: stub, pace, retry: { profile: 'background' } });
      equal((await paced(API, { signal })).status, 429);
      const error = await rejection(paced(`${API}?next`, { signal }));
      ok(bc.isPaceError(error) && error.waitMs > 86_400_000, `${error}`);
    },
  },
];
