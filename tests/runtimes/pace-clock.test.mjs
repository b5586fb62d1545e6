// The pacer in virtual time: windows, circuits, waits and leases to the millisecond.

import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { inVirtualTime, sleep } from '../pace/clock.mjs';
import { between, seeded } from '../pace/random.mjs';
import { install } from './installed.mjs';
import { API, rejection, TOKEN } from './stub.mjs';

const { createFetch, createMemoryStore, createPacer, historyOf } = await (await install()).load();

const KEY = 'abc123';
const HOUR = 3600 * 1000;
/** Longer than any test takes in its time: what is not done by then hangs. */
const timed = (name, work) => test(name, () => inVirtualTime(async () => (await work()) ?? true, 3 * HOUR).then(assert.ok));

const told = (left, resetMs, quota = 150, windowMs = 30_000) => ({
  'X-Rate-Limit-Requests-Left': String(Math.max(left, 0)),
  'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  'X-Rate-Limit-Requests-Quota': String(quota),
  'X-Rate-Limit-Time-Window-Ms': String(windowMs),
});

/** A store with a quota: `sent` are the moments of the requests. */
const createStore = ({ quota = 150, windowMs = 30_000, latencyMs = 100, fail = () => undefined } = {}) => {
  const beganMs = performance.now();
  const used = new Map();
  const store = async (_, init) => {
    const now = performance.now();
    store.sent.push(now - beganMs);
    const window = Math.floor((now - beganMs) / windowMs);
    const resetMs = beganMs + (window + 1) * windowMs - now;
    const before = used.get(window) ?? 0;
    used.set(window, before + 1);
    await sleep(latencyMs);
    init?.signal?.throwIfAborted();
    const status = fail(store.sent.length) ?? (before < quota ? 200 : 429);
    return new Response('{}', { status, headers: status < 500 ? told(quota - before - 1, resetMs, quota, windowMs) : {} });
  };
  store.sent = [];
  return store;
};

const admit = (pacer, options, priority) => pacer.admit(KEY, priority, options);
const learn = async (pacer, status, headers) => pacer.observe(KEY, status, headers, await admit(pacer));

/** Timers that were set since, and those that are set now. */
const countTimers = () => {
  const { clock, setTimeout: set } = { clock: setTimeout.clock, setTimeout };
  const counter = { set: 0, get now() { return clock.countTimers(); } };
  globalThis.setTimeout = (...args) => {
    counter.set += 1;
    return set(...args);
  };
  return counter;
};

describe('a window', () => {
  timed('is spent, and the next request goes out in the millisecond in which the next one begins', async () => {
    const pacer = createPacer();
    await learn(pacer, 200, told(0, 20_000));
    const { nextMs, waitMs, left, resetMs } = pacer.snapshot(KEY);
    assert.deepEqual([nextMs, waitMs, left, resetMs], [20_000, 20_000, 0, 20_000]);
    const began = performance.now();
    await admit(pacer);
    assert.equal(performance.now() - began, 20_000);
  });

  timed('is spent whole, and none is overrun, with any number of calls at once', async () => {
    const store = createStore({ quota: 40, windowMs: 10_000 });
    const call = createFetch({ fetch: store, pace: createPacer(), retry: { profile: 'background' } });
    const answers = await Promise.all(Array.from({ length: 400 }, () => call(API)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(store.sent.length, 400, 'no 429');
    const counts = Array(10).fill(0);
    for (const ms of store.sent) counts[Math.floor(ms / 10_000)] += 1;
    assert.deepEqual(counts, Array(10).fill(40));
  });

  timed('a wait that would be too long rejects at once, and one that becomes so in its time', async () => {
    const pacer = createPacer();
    await learn(pacer, 200, told(3, 5000, 10));
    const began = performance.now();
    const waits = Array.from({ length: 40 }, () =>
      admit(pacer, { maxWaitMs: 10_000 }).then(
        (permit) => pacer.observe(KEY, 200, null, permit),
        ({ code, waitMs }) => [code, waitMs, performance.now() - began],
      ),
    );
    const outcomes = await Promise.all(waits);
    const refused = outcomes.filter(Boolean);
    assert.equal(outcomes.length - refused.length, 3 + 10);
    assert.deepEqual(refused, Array(27).fill(['wait-too-long', 35_000, 0]));

    const other = createPacer();
    await learn(other, 200, told(0, 4000));
    const begunMs = performance.now();
    const late = rejection(admit(other, { maxWaitMs: 5000 }));
    other.observe(KEY, 429, told(0, 20_000));
    const { code, waitMs } = await late;
    assert.deepEqual([code, waitMs, performance.now() - begunMs], ['wait-too-long', 15_000, 5000]);
  });

  timed('ends an interactive call with the answer it has, and says what wait were right', async () => {
    const store = createStore({ fail: () => 503 });
    const pacer = createPacer({ circuit: false });
    const call = createFetch({ fetch: store, pace: pacer, retry: { jitter: false } });
    const pending = call(API);
    await sleep(50);
    pacer.observe(KEY, 429, told(0, 20_000));
    const response = await pending;
    const [{ decision }] = historyOf(response);
    assert.deepEqual([response.status, decision.retry, decision.rule, decision.delayMs], [503, false, 'budget-exhausted', 19_950]);
    const error = await rejection(call(API));
    assert.deepEqual([error.name, error.code, error.key, error.waitMs], ['PaceError', 'wait-too-long', KEY, 19_950]);
    assert.equal(store.sent.length, 1);
  });

  timed('a repeat is before all others, however many wait', async () => {
    let number = 0;
    const store = async () => {
      const own = ++number;
      await sleep(50);
      return own === 1 ? new Response('', { status: 429, headers: told(0, 5000, 20) }) : new Response('', { headers: told(19, 29_000, 20) });
    };
    const call = createFetch({ fetch: store, pace: createPacer(), retry: { jitter: false } });
    const first = call(API);
    await sleep(10);
    const others = Array.from({ length: 300 }, () => call(API).catch(() => {}));
    const response = await first;
    assert.deepEqual(historyOf(response).map(({ decision }) => decision.rule), ['rate-limit-reset', 'not-needed']);
    await Promise.all(others);
  });
});

describe('a circuit', () => {
  timed('opens for most failures, lets single probes out, and closes with the first good answer', async () => {
    let isDown = true;
    const pacer = createPacer();
    const circuits = () => pacer.snapshot(KEY).circuit;
    for (let n = 0; n < 5; n++) await learn(pacer, n % 2 ? 503 : 0, {});
    const { circuit, circuitSinceMs, nextMs } = pacer.snapshot(KEY);
    assert.deepEqual([circuit, circuitSinceMs, nextMs], ['open', 0, 1000]);

    const began = performance.now();
    const probes = [];
    for (let n = 0; n < 3; n++) {
      const permit = await admit(pacer);
      probes.push(performance.now() - began);
      assert.equal(circuits(), 'half-open');
      const refused = await rejection(admit(pacer, { maxWaitMs: 0 }));
      assert.equal(refused.code, 'circuit-open');
      pacer.observe(KEY, isDown ? 502 : 200, {}, permit);
      isDown = n < 1;
    }
    assert.deepEqual(probes, [1000, 3000, 7000]);
    assert.deepEqual([circuits(), pacer.snapshot(KEY).mostInFlight], ['closed', 1]);
  });

  timed('ends the repeats of a fetch, and off it does not', async () => {
    const outcome = async (circuit) => {
      const store = createStore({ fail: () => 503 });
      const call = createFetch({ fetch: store, pace: createPacer({ circuit }), retry: { maxElapsedMs: 800, maxDelayMs: 10 }, budget: false });
      const endOf = (response) => historyOf(response).at(-1).decision.rule;
      return Promise.all(Array.from({ length: 8 }, () => call(API).then(endOf, ({ code }) => code)));
    };
    assert.ok((await outcome(true)).includes('circuit-open'));
    assert.ok(!(await outcome(false)).includes('circuit-open'));
  });

  timed('does not wait for ever for a probe that nobody speaks of any more', async () => {
    const pacer = createPacer();
    for (let n = 0; n < 5; n++) await learn(pacer, 503, {});
    await admit(pacer);
    const began = performance.now();
    await admit(pacer);
    const tookMs = performance.now() - began;
    assert.ok(tookMs >= 120_000 && tookMs <= 185_000, `${tookMs}`);
  });
});

describe('who waits', () => {
  timed('ten thousand do with few timers, and leave none behind', async () => {
    const pacer = createPacer({ maxQueue: 10_000 });
    await learn(pacer, 200, told(0, 20_000, 1_000_000 - 1));
    for (let n = 0; n < 200; n++) pacer.observe(KEY, 200, {});
    const timers = countTimers();
    const waits = Array.from({ length: 10_000 }, () => admit(pacer, {}, 'background'));
    const full = await rejection(admit(pacer));
    assert.deepEqual([full.code, full.waitMs, pacer.snapshot(KEY).queue], ['queue-full', 20_000, 10_000]);
    assert.ok(timers.now <= 10_001 && timers.set <= 20_001, `${timers.now} of ${timers.set}`);
    timers.set = 0;
    await sleep(19_000);
    assert.ok(timers.set < 200, `${timers.set} in 19 s`);
    for (const wait of waits) (await wait).release();
    assert.deepEqual([timers.now, pacer.snapshot(KEY).queue, pacer.snapshot(KEY).inFlight], [0, 0, 0]);
  });

  timed('at the door of a route does so without a timer a millisecond', async () => {
    const pacer = createPacer();
    const route = { method: 'PUT', url: API.replace('catalog/products', 'pricelists/records') };
    const inside = await admit(pacer, route);
    const timers = countTimers();
    const waits = [admit(pacer, route), admit(pacer, route)];
    await sleep(10_000);
    assert.ok(timers.set < 40, `${timers.set} in 10 s`);
    inside.release();
    for (const wait of waits) (await wait).release();
    assert.equal(timers.now, 0);
  });

  timed('goes, and with the last of them the timer', async () => {
    const pacer = createPacer();
    await learn(pacer, 200, told(0, 20_000));
    const controller = new AbortController();
    const waits = Array.from({ length: 5 }, () => rejection(admit(pacer, { signal: controller.signal })));
    await sleep(10);
    controller.abort(new Error('gone'));
    await Promise.all(waits);
    assert.equal(setTimeout.clock.countTimers(), 0);
  });

  timed('gets in where a permit was lost with its request', async () => {
    const pacer = createPacer();
    const route = { method: 'PUT', url: API.replace('catalog/products', 'pricelists/records') };
    await admit(pacer, route);
    const began = performance.now();
    const permit = await admit(pacer, route);
    const tookMs = performance.now() - began;
    assert.ok(tookMs > 120_000 && tookMs < 185_000, `${tookMs}`);
    permit.release();
    assert.deepEqual([pacer.snapshot(KEY).inFlight, pacer.snapshot(KEY).queue], [0, 0]);
  });
});

describe('leases', () => {
  const shared = (pacer, store, count) => {
    const call = createFetch({ fetch: store, pace: pacer, retry: { profile: 'background' } });
    return Promise.all(Array.from({ length: count }, () => call(API)));
  };
  const lease = (more) => ({ grants: [{ window: 0, permits: 5, fromMs: 0, untilMs: 20_000 }], againMs: 0, isWanted: false, ...more });
  const grant = (more) => lease({ grants: [{ ...lease().grants[0], ...more }] });

  timed('of two pacers spend one quota, with few asks and no 429', async () => {
    const store = createStore({ quota: 60, windowMs: 10_000 });
    const near = createMemoryStore();
    let asks = 0;
    const counted = { lease: (...args) => ((asks += 1), near.lease(...args)) };
    const pacers = [createPacer({ store: counted }), createPacer({ store: counted })];
    await Promise.all(pacers.map((pacer) => shared(pacer, store, 150)));
    assert.equal(store.sent.length, 300, 'no 429');
    assert.ok(store.sent.at(-1) < 51_000, `${store.sent.at(-1)}`);
    assert.ok(asks <= 40, `${asks} asks`);
    for (const pacer of pacers) assert.equal(pacer.snapshot(KEY).coordinator.state, 'leasing');
  });

  timed('that rest are given back to the others, and new ones are had at once', async () => {
    const near = createMemoryStore();
    const backs = [];
    const store = { lease: (key, ask) => (backs.push(...ask.back), near.lease(key, ask)) };
    const [one, two] = [createPacer({ store }), createPacer({ store })];
    const server = createStore();
    await shared(one, server, 1);
    await shared(two, server, 1);
    for (let n = 0; n < 12; n++) await shared(one, server, 1);
    const { permits } = one.snapshot(KEY).coordinator;
    assert.ok(permits > 0, 'more came than were needed');
    await sleep(1100);
    assert.deepEqual([one.snapshot(KEY).coordinator.permits, backs.map((back) => back.permits)], [0, [permits]]);
    const began = performance.now();
    await shared(one, server, 1);
    assert.ok(performance.now() - began < 110, `${performance.now() - began}`);
  });

  timed('that are over are spent by nobody', async () => {
    const asks = [];
    const pacer = createPacer({ store: { lease: async (_, ask) => (asks.push(ask), grant({ untilMs: 500 })) } });
    (await admit(pacer)).release();
    assert.equal(pacer.snapshot(KEY).coordinator.permits, 4);
    await sleep(500);
    assert.equal(pacer.snapshot(KEY).coordinator.permits, 0);
    (await admit(pacer)).release();
    assert.equal(asks.length, 2);
  });

  const FAULTS = {
    fails: async () => Promise.reject(new Error('down')),
    throws: () => {
      throw new Error('down');
    },
    hangs: () => new Promise(() => {}),
    'fails late': async () => sleep(70).then(() => Promise.reject(new Error('down'))),
    ...Object.fromEntries(
      [undefined, null, 5, 'x', {}, [], lease({ grants: null }), lease({ grants: 5 }), lease({ grants: [null] }), lease({ grants: [5] }),
        ...[NaN, -1, Infinity, undefined, '5'].map((againMs) => lease({ againMs })),
        ...[NaN, -5, 0.5, 1e10, Infinity, '5', undefined, null].map((permits) => grant({ permits })),
        ...[NaN, Infinity, -Infinity, '5', undefined].flatMap((ms) => [grant({ fromMs: ms }), grant({ untilMs: ms })]),
      ].map((garbage) => [`answers ${JSON.stringify(garbage, (_, value) => (typeof value === 'number' ? String(value) : value))}`, async () => garbage]),
    ),
  };
  for (const [what, fault] of Object.entries(FAULTS)) {
    timed(`a store that ${what} is done without, which is said, and asked again later and later`, async () => {
      const moments = [];
      let isDown = true;
      const began = performance.now();
      const near = createMemoryStore();
      const store = {
        lease: (...args) => {
          moments.push(Math.round(performance.now() - began));
          return isDown ? fault() : near.lease(...args);
        },
      };
      const pacer = createPacer({ store });
      const server = createStore({ latencyMs: 10 });
      const call = createFetch({ fetch: server, pace: pacer });
      assert.equal((await call(API)).status, 200);
      assert.ok(server.sent[0] <= 50, `after ${server.sent[0]} ms`);
      const { state, sinceMs, permits } = pacer.snapshot(KEY).coordinator;
      assert.deepEqual([state, permits], ['alone', 0]);
      assert.ok(sinceMs >= 10 && sinceMs <= 60, `${sinceMs}`);
      while (performance.now() - began < 7500) {
        await call(API);
        await sleep(90);
      }
      const gaps = moments.slice(1).map((ms, at) => ms - moments[at]);
      [1000, 2000, 4000].forEach((ms, at) => assert.ok(gaps[at] >= ms && gaps[at] < ms + 300, `${gaps}`));
      isDown = false;
      await sleep(9000);
      await call(API);
      await sleep(60);
      assert.equal(pacer.snapshot(KEY).coordinator.state, 'leasing');
      assert.equal((await call(API)).status, 200);
    });
  }

  timed('are not asked for where no answer tells of a quota', async () => {
    let asks = 0;
    const near = createMemoryStore();
    const pacer = createPacer({ store: { lease: (...args) => ((asks += 1), near.lease(...args)) } });
    const call = createFetch({ fetch: async () => (await sleep(10), new Response('{}')), pace: pacer, retry: { profile: 'background' } });
    await Promise.all(Array.from({ length: 300 }, () => call(API)));
    assert.ok(performance.now() < 1000 && asks === 1, `${asks} asks in ${performance.now()} ms`);
    pacer.observe(KEY, 200, told(90, 20_000));
    for (let n = 0; n < 20; n++) await call(API);
    assert.ok(asks > 1, 'but are when one does');
  });

  timed('that come late are taken all the same', async () => {
    const store = { lease: async () => (await sleep(200), grant({ permits: 9 })) };
    const pacer = createPacer({ store });
    (await admit(pacer)).release();
    assert.equal(pacer.snapshot(KEY).coordinator.state, 'alone');
    await sleep(200);
    assert.deepEqual([pacer.snapshot(KEY).coordinator.state, pacer.snapshot(KEY).coordinator.permits], ['leasing', 9]);
  });

  timed('that are refused at once are not asked for without end', async () => {
    let asks = 0;
    const pacer = createPacer({ store: { lease: async () => ((asks += 1), lease({ grants: [] })) } });
    const error = await rejection(admit(pacer, { maxWaitMs: 1000 }));
    assert.equal(error.code, 'wait-too-long');
    assert.ok(asks >= 2 && asks <= 101, `${asks}`);
  });

  timed('a key that is forgotten gives back what it has, and is not asked about again', async () => {
    const asks = [];
    const near = createMemoryStore();
    const store = { lease: (key, ask) => (asks.push([key, ask.want, ask.back.length]), near.lease(key, ask)) };
    const pacer = createPacer({ store, maxKeys: 1 });
    const rival = createPacer({ store });
    (await rival.admit('one')).release();
    for (let n = 0; n < 4; n++) (await pacer.admit('one')).release();
    asks.length = 0;
    (await pacer.admit('two')).release();
    await sleep(5000);
    assert.deepEqual(asks.filter(([key]) => key === 'one'), [['one', 0, 1]]);
  });
});

describe('whatever becomes of a call', () => {
  const OUTCOMES = {
    good: () => new Response('{}', { headers: told(100, 20_000) }),
    bare: () => new Response('{}'),
    missing: () => new Response('', { status: 404 }),
    quota: () => new Response('', { status: 429, headers: told(0, 300) }),
    load: () => new Response('', { status: 429 }),
    job: () => new Response('{"title":"already has an active import or export job running"}', { status: 429, headers: { 'content-type': 'application/json' } }),
    down: () => new Response('', { status: 503 }),
    broken: () => new Response('', { status: 500 }),
    lost: () => {
      throw new TypeError('lost');
    },
    away: () => new Response('', { status: 302, headers: { location: 'https://elsewhere.example/x' } }),
    astray: () => new Response('', { status: 302, headers: { location: 'ftp://elsewhere.example' } }),
    silent: () => new Promise(() => {}),
    nothing: () => undefined,
  };
  const names = Object.keys(OUTCOMES);
  afterEach(() => mock.restoreAll());

  const refuse = () => {
    throw new Error('a hook');
  };

  const optionsOf = (random) => {
    const maybe = (value, chance = 0.2) => (random() < chance ? value : undefined);
    return {
      retry: random() < 0.2 ? false : { profile: random() < 0.5 ? 'background' : 'interactive', maxAttempts: between(random, 1, 3), maxDelayMs: 2000 },
      throwOnError: random() < 0.3,
      attemptTimeoutMs: maybe(400, 0.5),
      onAttempt: maybe(async () => (random() < 0.1 ? refuse() : sleep(3))),
      onRetry: maybe(() => (random() < 0.3 ? false : random() < 0.1 ? refuse() : true)),
      onGiveUp: maybe(() => (random() < 0.1 ? refuse() : undefined)),
    };
  };

  const initOf = (random) => {
    const init = { headers: random() < 0.5 ? { 'X-Auth-Token': TOKEN } : {}, method: random() < 0.5 ? 'PUT' : 'GET' };
    const controller = new AbortController();
    // Of a call that is silent for ever there is no other end.
    setTimeout(() => controller.abort(new Error('gone')), random() < 0.3 ? between(random, 0, 3000) : 60_000);
    init.signal = controller.signal;
    if (init.method === 'PUT' && random() < 0.3) {
      init.body = new ReadableStream({ pull: (one) => one.close() });
      init.duplex = 'half';
    }
    return init;
  };

  const liveThrough = async (seed, isLeased) => {
    const random = seeded(seed);
    mock.method(Math, 'random', random);
    const pacer = createPacer({ store: isLeased ? createMemoryStore() : undefined, maxQueue: 60 });
    const route = { method: 'PUT', url: API.replace('catalog/products', 'customers') };
    const fetch = async (_, { signal }) => {
      const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      await Promise.race([sleep(between(random, 1, 300)), aborted]);
      return Promise.race([OUTCOMES[names[between(random, 0, names.length - 1)]](), aborted]);
    };
    const calls = [];
    for (let n = 0; n < 150; n++) {
      await sleep(between(random, 0, 40));
      const call = createFetch({ fetch, pace: pacer, ...optionsOf(random) });
      calls.push(call(n % 2 ? API : route.url, initOf(random)).then(() => true, () => false));
    }
    const done = await Promise.all(calls);
    assert.ok(done.includes(true) && done.includes(false), `seed ${seed}`);
    const { inFlight, queue } = pacer.snapshot(KEY);
    assert.deepEqual([inFlight, queue], [0, 0], `seed ${seed}`);
    // Nor is there anybody left at the route's door, or a probe that nobody waits for.
    for (let n = 0; n < 4; n++) pacer.observe(KEY, 200, null, await admit(pacer, { ...route, maxWaitMs: HOUR }));
    return true;
  };

  for (const isLeased of [false, true]) {
    test(`its permit comes back${isLeased ? ', with leases' : ''}`, async () => {
      for (let seed = 1; seed <= 8; seed++) assert.ok(await inVirtualTime(() => liveThrough(seed, isLeased), 3 * HOUR), `seed ${seed} hangs`);
    });
  }

  timed('a body that is streamed is no request that is out', async () => {
    const pacer = createPacer();
    let feed;
    const body = new ReadableStream({ start: (controller) => void (feed = controller) });
    const response = await createFetch({ fetch: async () => new Response(body), pace: pacer })(API);
    assert.equal(pacer.snapshot(KEY).inFlight, 0);
    feed.enqueue(new TextEncoder().encode('late'));
    feed.close();
    assert.equal(await response.text(), 'late');
  });
});
