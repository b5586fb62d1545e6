// A fetch and its pacer: from which quota a URL spends, and what the pacer is told.

import { equal, like, ok, show, table, throwsTypeError } from './check.mjs';
import { answering, API, PRODUCTS, rejection, SHOP, told } from './pacing.mjs';

const KEYS = [
  [`${API}/stores/abc123${PRODUCTS}?limit=5`, 'abc123'],
  [`${API}/stores/abc123`, 'abc123'],
  [`${API}/stores/abc123/v3/x?next=/stores/zzz999/v3`, 'abc123'],
  [`${API}/stores/abc123/v3/stores/zzz999`, 'abc123'],
  [`${API}/stores/abc123/v3/x#/stores/zzz999/`, 'abc123'],
  ['https://user:secret@API.bigcommerce.com.:443/stores/abc123/v3/x', 'abc123'],
  ['https://api.bigcommerce.com:8443/stores/abc123/v3/x', 'api.bigcommerce.com:8443/abc123'],
  ['https://api.bigcommerce.com.evil.example/stores/abc123/v3/x', 'api.bigcommerce.com.evil.example/abc123'],
  ['https://api-b2b.bigcommerce.com/api/v2/stores/abc123/x', 'api-b2b.bigcommerce.com/abc123'],
  ['https://store-zzz999.mybigcommerce.com/stores/abc123/x', 'store-zzz999.mybigcommerce.com/abc123'],
  ['http://127.0.0.1:8080/stores/abc123/v2/orders', '127.0.0.1:8080/abc123'],
  ['http://abc123/stores/zzz999/v3/x', 'abc123:80/zzz999'],
  ['https://abc123/', 'abc123:443'],
  ['http://[::1]:8080/proxy/stores/abc123/v2/orders', '[::1]:8080/abc123'],
  ['https://payments.bigcommerce.com/stores/abc123/payments', 'payments.bigcommerce.com/abc123'],
  [`${API}/accounts/1234-5678/graphql`, 'api.bigcommerce.com/1234-5678'],
  [`${API}/stores/abc123/v3/x?to=https://payments.bigcommerce.com`, 'abc123'],
  ['https://Shop.Example/api/storefront/carts', 'shop.example'],
  ['https://login.bigcommerce.com/oauth2/token?stores=/stores/abc123/', 'login.bigcommerce.com'],
  ['/api/storefront/carts', '/'],
];

export const paceFetchCases = [
  ...table(
    KEYS,
    (url, key) => `pace: ${url} spends from ${key}`,
    async (bc, url, key) => {
      const pacer = bc.createPacer();
      const stub = answering(200, told(42, 20_000));
      equal((await bc.createFetch({ fetch: stub, pace: pacer })(url)).status, 200);
      equal(pacer.snapshot(key).left, 42);
    },
  ),
  {
    name: 'pace: a fetch takes any pacer with admit, observe and snapshot, and tells it of its answers',
    async run(bc) {
      const log = [];
      const pace = {
        admit: async (key, priority, { method, url, attempt, maxWaitMs }) => {
          log.push(['admit', key, priority, method, url, attempt, maxWaitMs > 9000 && maxWaitMs <= 10_000]);
          return { key, number: log.length };
        },
        observe: (key, status, _headers, permit) => log.push(['observe', key, status, permit.number]),
        snapshot: () => null,
      };
      const url = `${SHOP}/api/storefront/carts`;
      const answers = [503, 200];
      const stub = async () => new Response('{}', { status: answers.shift() });
      const response = await bc.createFetch({ fetch: stub, pace, retry: { maxDelayMs: 1 } })(url);
      equal(response.status, 200);
      equal(log, [
        ['admit', 'shop.example', 'interactive', 'GET', url, 1, true],
        ['observe', 'shop.example', 503, 1],
        ['admit', 'shop.example', 'interactive', 'GET', url, 2, true],
        ['observe', 'shop.example', 200, 3],
      ]);
      throwsTypeError(() => bc.createFetch({ pace: { ...pace, snapshot: undefined } }), 'options.pace', 'without snapshot');
    },
  },
  {
    name: 'pace: a copy of a pacer with an admit of its own is asked each time',
    async run(bc) {
      const pacer = bc.createPacer();
      const asked = [];
      const admit = (key, ...more) => (asked.push(key), pacer.admit(key, ...more));
      const call = bc.createFetch({ fetch: answering(200), pace: { ...pacer, admit } });
      for (let n = 0; n < 3; n++) await call(`${API}/stores/abc123/v3/x`);
      equal([asked.length, pacer.snapshot('abc123').inFlight], [3, 0]);
    },
  },
  {
    name: 'pace: true is one pacer for all fetches that say so',
    async run(bc) {
      const url = `${API}/stores/shared${Math.random().toString(36).slice(2)}/v3/x`;
      const first = answering(429, told(0, 600_000));
      const second = answering(200);
      equal((await bc.createFetch({ fetch: first, pace: true, retry: false })(url)).status, 429);
      const held = await rejection(bc.createFetch({ fetch: second, pace: true })(url));
      equal([held.name, held.code, second.calls], ['PaceError', 'wait-too-long', 0]);
      equal((await bc.createFetch({ fetch: second })(url)).status, 200, 'not asked for');
      const own = bc.createFetch({ fetch: second, pace: bc.createPacer() });
      equal((await own(url)).status, 200, 'another pacer');
    },
  },
  {
    name: 'pace: a 429 that is a matter of no quota holds nobody',
    async run(bc) {
      const body = JSON.stringify({ status: 429, title: 'The store already has an active import or export job running' });
      for (const headers of [{}, told(120, 29_000)]) {
        const pacer = bc.createPacer();
        const stub = answering(429, { ...headers, 'Content-Type': 'application/json' }, body);
        const response = await bc.createFetch({ fetch: stub, pace: pacer })(`${SHOP}/api/storefront/jobs`);
        equal(
          bc.historyOf(response).map(({ decision }) => decision.rule),
          ['not-a-quota'],
        );
        equal(like(pacer.snapshot('shop.example'), { heldMs: 0, inFlight: 0, mostInFlight: 0 }), {
          heldMs: 0,
          inFlight: 0,
          mostInFlight: 8,
        });
      }
    },
  },
  {
    name: 'pace: what a stand-in for fetch answers is handed out, and its permit comes back',
    async run(bc) {
      for (const value of [undefined, null, { ok: true }, { ok: true, status: '200', headers: 'x' }, { status: NaN }]) {
        const pacer = bc.createPacer();
        const call = bc.createFetch({ fetch: async () => value, pace: pacer });
        ok((await call(`${API}/stores/abc123/v3/x`)) === value, 'the very value', value);
        equal(pacer.snapshot('abc123').inFlight, 0, show(value));
      }
    },
  },
];
