// What a pacer does in every runtime. All that takes its time is in pace-clock.test.mjs.

import { equal, includes, like, ok, show, table, throwsTypeError } from './check.mjs';

const API = 'https://api.bigcommerce.com';
/** What a page may call. */
const SHOP = 'https://shop.example';
const PRODUCTS = '/v3/catalog/products';
const CUSTOMERS = { method: 'PUT', url: `${API}/stores/abc123/v3/customers` };

const told = (left, resetMs, quota = 150) => ({
  'X-Rate-Limit-Requests-Left': String(left),
  'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  'X-Rate-Limit-Requests-Quota': String(quota),
  'X-Rate-Limit-Time-Window-Ms': '30000',
});

/** One permit, and what its answer told. */
const learn = async (pacer, headers, { key = 'abc123', status = 200 } = {}) =>
  pacer.observe(key, status, headers, await pacer.admit(key));

const admitAll = (pacer, count, options, priority) =>
  Promise.all(Array.from({ length: count }, () => pacer.admit('abc123', priority, options)));

const rejection = (promise) =>
  promise.then(
    (value) => ok(false, 'a rejection', value),
    (error) => error,
  );

/** Who has got a permit by now, in their order. */
const order = () => {
  const names = [];
  const permits = [];
  return {
    names,
    permits,
    wait: (name, promise) =>
      promise.then((permit) => {
        names.push(name);
        permits.push(permit);
      }),
  };
};

/** All promises that are ready; of timers only those that are due at once. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

const answering = (status, headers, body = '{}') => {
  const stub = async () => {
    stub.calls += 1;
    return new Response(body, { status, headers });
  };
  stub.calls = 0;
  return stub;
};

/** A pacer whose store has no room left for long, and so lets nobody out but by an answer. */
const full = async (bc, options) => {
  const pacer = bc.createPacer(options);
  const permits = await admitAll(pacer, 8);
  return { pacer, permits };
};

const STATE = {
  windowMs: null,
  resetMs: null,
  quota: null,
  left: null,
  share: 1,
  inFlight: 0,
  mostInFlight: 8,
  heldMs: 0,
  circuit: 'closed',
  queue: 0,
  nextMs: 0,
  waitMs: 0,
  coordinator: null,
};

const WRONG = [
  ['key', 'admit()', (pacer) => pacer.admit()],
  ['key', "admit('')", (pacer) => pacer.admit('')],
  ['priority', "admit('a', 'urgent')", (pacer) => pacer.admit('a', 'urgent')],
  ['priority', "admit('a', 1)", (pacer) => pacer.admit('a', 1)],
  ['options', "admit('a', 'background', 5)", (pacer) => pacer.admit('a', 'background', 5)],
  ['options.maxWait', "admit(…, { maxWait: 5 })", (pacer) => pacer.admit('a', null, { maxWait: 5 })],
  ...[
    ['method', 5],
    ['url', 5],
    ['attempt', 0],
    ['attempt', 1.5],
    ['attempt', '2'],
    ['maxWaitMs', -1],
    ['maxWaitMs', NaN],
    ['maxWaitMs', '5'],
  ].map(([member, value]) => [
    `options.${member}`,
    `admit(…, { ${member}: ${show(value)} })`,
    (pacer) => pacer.admit('a', 'interactive', { url: '/', [member]: value }),
  ]),
  ['status', "observe('a')", (pacer) => pacer.observe('a')],
  ['status', "observe('a', -1)", (pacer) => pacer.observe('a', -1)],
  ['status', "observe('a', NaN)", (pacer) => pacer.observe('a', NaN)],
  ['headers', "observe('a', 200, 5)", (pacer) => pacer.observe('a', 200, 5)],
  ['key', "observe('', 200)", (pacer) => pacer.observe('', 200)],
  ['key', 'snapshot(null)', (pacer) => pacer.snapshot(null)],
];

const KEYS = [
  [`${API}/stores/abc123${PRODUCTS}?limit=5`, 'abc123'],
  [`${API}/stores/abc123`, 'abc123'],
  [`${API}/stores/abc123/v3/x?next=/stores/zzz999/v3`, 'abc123'],
  [`${API}/stores/abc123/v3/stores/zzz999`, 'abc123'],
  [`${API}/stores/abc123/v3/x#/stores/zzz999/`, 'abc123'],
  ['http://127.0.0.1:8080/stores/abc123/v2/orders', 'abc123'],
  ['https://payments.bigcommerce.com/stores/abc123/payments', 'payments.bigcommerce.com/abc123'],
  [`${API}/stores/abc123/v3/x?to=https://payments.bigcommerce.com`, 'abc123'],
  ['https://Shop.Example/api/storefront/carts', 'shop.example'],
  ['https://login.bigcommerce.com/oauth2/token?stores=/stores/abc123/', 'login.bigcommerce.com'],
  ['/api/storefront/carts', '/'],
];

export const paceCases = [
  {
    name: 'pace: what is known of an unknown key, and that it is plain data',
    async run(bc) {
      const pacer = bc.createPacer();
      const { circuitSinceMs, ...state } = pacer.snapshot('abc123');
      equal(state, STATE);
      ok(circuitSinceMs >= 0 && circuitSinceMs < 1000, 'the circuit is closed since now', circuitSinceMs);
    },
  },
  {
    name: 'pace: a permit and an answer show in the snapshot, which is plain data',
    async run(bc) {
      const pacer = bc.createPacer();
      const permit = await pacer.admit('abc123');
      equal([permit.key, typeof permit.release], ['abc123', 'function']);
      equal(pacer.snapshot('abc123').inFlight, 1);
      equal(pacer.observe('abc123', 200, told(120, 20_000), permit), undefined);
      const state = pacer.snapshot('abc123');
      equal(like(state, { windowMs: 0, quota: 0, left: 0, inFlight: 0 }), { windowMs: 30_000, quota: 150, left: 120, inFlight: 0 });
      ok(state.resetMs > 19_000 && state.resetMs <= 20_000, 'reset in 20 s', state.resetMs);
      equal(structuredClone(state), state);
      equal(JSON.parse(JSON.stringify(state)), state);
      equal(Object.keys(state), ['windowMs', 'resetMs', 'quota', 'left', 'share', 'inFlight', 'mostInFlight', 'heldMs',
        'circuit', 'circuitSinceMs', 'queue', 'nextMs', 'waitMs', 'coordinator']);
    },
  },
  ...table(
    [
      ['a Headers', (headers) => new Headers(headers)],
      ['an object', (headers) => headers],
      ['pairs', (headers) => Object.entries(headers)],
      ['an iterator', (headers) => new Map(Object.entries(headers)).entries()],
    ],
    (kind) => `pace: observe takes headers as ${kind}`,
    async (bc, kind, from) => {
      const pacer = bc.createPacer();
      await learn(pacer, from(told(77, 9000)));
      equal(pacer.snapshot('abc123').left, 77);
      await learn(pacer, from(told(76, 8900)));
      equal(pacer.snapshot('abc123').left, 76);
    },
  ),
  {
    name: 'pace: no header, whatever it says, keeps a state from being plain data',
    async run(bc) {
      const nonsense = ['', '-5', 'NaN', '1e999', '0', '99999999999999999999', 'Infinity', '1.5', '٣', '0x10'];
      for (const value of nonsense) {
        for (const name of Object.keys(told(0, 0))) {
          const pacer = bc.createPacer();
          for (let turn = 0; turn < 3; turn++) {
            pacer.observe('abc123', 200, { ...told(100, 20_000), [name]: value });
            pacer.observe('abc123', 200, new Headers({ ...told(99, 19_000), [name]: encodeURI(value) }));
          }
          const state = pacer.snapshot('abc123');
          equal(JSON.parse(JSON.stringify(state)), state, `${name}: ${value}`);
          for (const [member, seen] of Object.entries(state)) {
            ok(typeof seen !== 'number' || (seen >= 0 && seen < Infinity), `${member} from 0 on after ${name}: ${value}`, seen);
          }
        }
      }
    },
  },
  ...table(KEYS, (url, key) => `pace: ${url} spends from ${key}`, async (bc, url, key) => {
    const pacer = bc.createPacer();
    const stub = answering(200, told(42, 20_000));
    equal((await bc.createFetch({ fetch: stub, pace: pacer })(url)).status, 200);
    equal(pacer.snapshot(key).left, 42);
  }),
  {
    name: 'pace: a 429 holds all requests of its store, and of no other',
    async run(bc) {
      const pacer = bc.createPacer();
      await learn(pacer, told(0, 20_000), { status: 429 });
      const { heldMs, nextMs } = pacer.snapshot('abc123');
      ok(heldMs > 19_000 && nextMs >= heldMs, 'held for 20 s', [heldMs, nextMs]);
      const error = await rejection(pacer.admit('abc123', 'interactive', { maxWaitMs: 1000 }));
      equal(like(error, { name: 0, code: 0, key: 0 }), { name: 'PaceError', code: 'wait-too-long', key: 'abc123' });
      ok(error.waitMs > 19_000 && error.waitMs <= 20_001, 'says after what time', error.waitMs);
      ok(bc.isPaceError(error) && error instanceof bc.PaceError && error instanceof Error, 'a PaceError', error);
      includes(error.message, ['abc123', '20.0 s', '1.0 s']);
      const other = await pacer.admit('zzz999', 'interactive', { maxWaitMs: 0 });
      equal(other.key, 'zzz999');
    },
  },
  {
    name: 'pace: isPaceError knows its own errors and nothing else',
    run(bc) {
      for (const value of [undefined, null, 5, 'x', {}, new Error('x'), { name: 'PaceError' }]) {
        equal(bc.isPaceError(value), false, show(value));
      }
    },
  },
  {
    name: 'pace: no more wait than may, and those who do are not troubled',
    async run(bc) {
      const { pacer, permits } = await full(bc, { maxQueue: 2 });
      const waiting = order();
      waiting.wait('a', pacer.admit('abc123'));
      waiting.wait('b', pacer.admit('abc123'));
      const error = await rejection(pacer.admit('abc123'));
      equal([error.name, error.code, error.waitMs], ['PaceError', 'queue-full', null]);
      includes(error.message, ['2 requests', 'maxQueue']);
      equal(pacer.snapshot('abc123').queue, 2);
      permits[0].release();
      permits[1].release();
      await settled();
      equal(waiting.names, ['a', 'b']);
      equal((await rejection(full(bc, { maxQueue: 0 }).then(({ pacer: none }) => none.admit('abc123')))).code, 'queue-full');
    },
  },
  {
    name: 'pace: an abort ends a wait with the very reason, and blocks nobody behind',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      const controller = new AbortController();
      const reason = { because: 'the user left' };
      const waiting = order();
      const gone = rejection(pacer.admit('abc123', 'interactive', { signal: controller.signal }));
      waiting.wait('behind', pacer.admit('abc123'));
      controller.abort(reason);
      ok((await gone) === reason, 'the very reason', await gone);
      equal(pacer.snapshot('abc123').queue, 1);
      permits[0].release();
      await settled();
      equal(waiting.names, ['behind']);
      const before = rejection(bc.createPacer().admit('abc123', 'interactive', { signal: controller.signal }));
      ok((await before) === reason, 'a signal that was aborted before', await before);
    },
  },
  {
    name: 'pace: who may not wait does not, and who may wait a little waits so long',
    async run(bc) {
      const { pacer } = await full(bc);
      const now = await rejection(pacer.admit('abc123', 'interactive', { maxWaitMs: 0 }));
      equal([now.code, now.waitMs], ['wait-too-long', null]);
      includes(now.message, ['abc123', 'others are answered']);
      const began = performance.now();
      const later = await rejection(pacer.admit('abc123', 'background', { maxWaitMs: 30 }));
      equal([later.code, later.key, pacer.snapshot('abc123').queue], ['wait-too-long', 'abc123', 0]);
      ok(performance.now() - began >= 29, 'after 30 ms', performance.now() - began);
    },
  },
  {
    name: 'pace: persons go first, jobs are not starved, and who comes again is before both his own',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      const waiting = order();
      for (let n = 1; n <= 2; n++) waiting.wait(`job ${n}`, pacer.admit('abc123', 'background'));
      for (let n = 1; n <= 6; n++) waiting.wait(`person ${n}`, pacer.admit('abc123'));
      waiting.wait('person again', pacer.admit('abc123', 'interactive', { attempt: 2 }));
      waiting.wait('job again', pacer.admit('abc123', 'background', { attempt: 3 }));
      equal(pacer.snapshot('abc123').queue, 10);
      await settled();
      for (const permit of permits) permit.release();
      await settled();
      while (waiting.names.length < 10) {
        waiting.permits.at(-1).release();
        await settled();
      }
      equal(waiting.names, ['person again', 'person 1', 'person 2', 'person 3', 'job again', 'person 4', 'person 5',
        'person 6', 'job 1', 'job 2']);
    },
  },
  {
    name: 'pace: a permit is given back once, however often that is said',
    async run(bc) {
      const { pacer, permits } = await full(bc);
      permits[0].release();
      permits[0].release();
      pacer.observe('abc123', 200, null, permits[0]);
      equal(pacer.snapshot('abc123').inFlight, 7);
      pacer.observe('abc123', 200, null, permits[1]);
      pacer.observe('abc123', 200, null, permits[1]);
      permits[1].release();
      equal(pacer.snapshot('abc123').inFlight, 6);
    },
  },
  {
    name: 'pace: an answer without its permit is one of those that are out, and none is too many',
    async run(bc) {
      const pacer = bc.createPacer();
      pacer.observe('abc123', 200, told(99, 20_000));
      equal(like(pacer.snapshot('abc123'), { left: 0, inFlight: 0 }), { left: 99, inFlight: 0 });
      await admitAll(pacer, 2);
      for (const inFlight of [1, 0, 0]) {
        pacer.observe('abc123', 200);
        equal(pacer.snapshot('abc123').inFlight, inFlight);
      }
    },
  },
  {
    name: 'pace: a permit comes back to its own store, whatever key it is told with',
    async run(bc) {
      const pacer = bc.createPacer();
      const [one, two] = await admitAll(pacer, 2);
      const other = await pacer.admit('zzz999');
      pacer.observe('zzz999', 200, null, one);
      equal([pacer.snapshot('abc123').inFlight, pacer.snapshot('zzz999').inFlight], [1, 1]);
      other.release();
      two.release();
      equal([pacer.snapshot('abc123').inFlight, pacer.snapshot('zzz999').inFlight], [0, 0]);
    },
  },
  {
    name: 'pace: idle keys are forgotten, the one that was idle longest first, and busy ones are kept',
    async run(bc) {
      const pacer = bc.createPacer({ maxKeys: 2 });
      await learn(pacer, told(11, 20_000), { key: 'one' });
      await settled();
      const busy = await pacer.admit('busy');
      pacer.observe('busy', 200, told(22, 20_000));
      const still = await pacer.admit('busy');
      await learn(pacer, told(33, 20_000), { key: 'three' });
      equal(['one', 'busy', 'three'].map((key) => pacer.snapshot(key).left), [null, 22, 33]);
      await learn(pacer, told(44, 20_000), { key: 'four' });
      equal(['busy', 'three', 'four'].map((key) => pacer.snapshot(key).left), [22, null, 44]);
      equal(pacer.snapshot('busy').inFlight, 1);
      busy.release();
      still.release();
    },
  },
  {
    name: 'pace: PUT on /v3/customers goes three at once, in order of priority, and GET does not wait',
    async run(bc) {
      const pacer = bc.createPacer();
      const three = await admitAll(pacer, 3, CUSTOMERS);
      const waiting = order();
      waiting.wait('job', pacer.admit('abc123', 'background', CUSTOMERS));
      waiting.wait('person', pacer.admit('abc123', 'interactive', CUSTOMERS));
      waiting.wait('again', pacer.admit('abc123', 'interactive', { ...CUSTOMERS, attempt: 2 }));
      await pacer.admit('abc123', 'background', { ...CUSTOMERS, method: 'GET' });
      await pacer.admit('abc123', 'background', { method: 'PUT', url: `${API}/stores/abc123${PRODUCTS}` });
      await settled();
      equal([waiting.names, pacer.snapshot('abc123').queue, pacer.snapshot('abc123').inFlight], [[], 3, 5]);
      for (const permit of three) {
        permit.release();
        await settled();
      }
      equal(waiting.names, ['again', 'person', 'job']);
    },
  },
  {
    name: 'pace: who waits for a route and leaves frees nothing that he did not have',
    async run(bc) {
      const pacer = bc.createPacer();
      const three = await admitAll(pacer, 3, CUSTOMERS);
      const controller = new AbortController();
      const gone = rejection(pacer.admit('abc123', 'background', { ...CUSTOMERS, signal: controller.signal }));
      const waiting = order();
      waiting.wait('behind', pacer.admit('abc123', 'background', CUSTOMERS));
      controller.abort(new Error('gone'));
      equal((await gone).message, 'gone');
      await settled();
      equal(waiting.names, []);
      const late = await rejection(pacer.admit('abc123', 'interactive', { ...CUSTOMERS, maxWaitMs: 20 }));
      equal([late.code, late.waitMs], ['wait-too-long', null]);
      pacer.observe('abc123', 200, null, three[0]);
      await settled();
      equal([waiting.names, pacer.snapshot('abc123').queue], [['behind'], 0]);
    },
  },
  ...table(WRONG, (argument, what) => `pace: a wrong ${argument} is named: ${what}`, async (bc, argument, what, call) => {
    let outcome;
    try {
      outcome = await call(bc.createPacer());
    } catch (error) {
      throwsTypeError(
        () => {
          throw error;
        },
        argument,
        what,
      );
      return;
    }
    ok(false, `${what}: a TypeError`, outcome);
  }),
  {
    name: 'pace: a fetch takes any pacer with admit, observe and snapshot, and tells it of its answers',
    async run(bc) {
      const log = [];
      const pace = {
        admit: async (key, priority, { method, url, attempt, maxWaitMs }) => {
          log.push(['admit', key, priority, method, url, attempt, maxWaitMs > 9000 && maxWaitMs <= 10_000]);
          return { key, number: log.length };
        },
        observe: (key, status, headers, permit) => log.push(['observe', key, status, permit.number]),
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
        equal(bc.historyOf(response).map(({ decision }) => decision.rule), ['not-a-quota']);
        equal(like(pacer.snapshot('shop.example'), { heldMs: 0, inFlight: 0, mostInFlight: 0 }), { heldMs: 0, inFlight: 0, mostInFlight: 8 });
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
