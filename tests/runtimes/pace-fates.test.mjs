// Whatever becomes of a paced call, its permit comes back: drawn at random, in virtual time.

import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { inVirtualTime, sleep } from '../pace/clock.mjs';
import { between, seeded } from '../pace/random.mjs';
import { install } from './installed.mjs';
import { admit, HOUR, KEY, timed, told } from './pacing.mjs';
import { API, TOKEN } from './stub.mjs';

const { createFetch, createMemoryStore, createPacer, init } = await (await install()).load();
// While a test's clock stands still nothing is loaded.
await init();

describe('whatever becomes of a call', () => {
  const OUTCOMES = {
    good: () => new Response('{}', { headers: told(100, 20_000) }),
    bare: () => new Response('{}'),
    missing: () => new Response('', { status: 404 }),
    quota: () => new Response('', { status: 429, headers: told(0, 300) }),
    load: () => new Response('', { status: 429 }),
    job: () => Response.json({ title: 'already has an active import or export job running' }, { status: 429 }),
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
      retry: maybe(false) ?? { profile: maybe('background', 0.5), maxAttempts: between(random, 1, 3), maxDelayMs: 2000 },
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
      calls.push(
        call(n % 2 ? API : route.url, initOf(random)).then(
          () => true,
          () => false,
        ),
      );
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
      for (let seed = 1; seed <= 8; seed++) {
        assert.ok(await inVirtualTime(() => liveThrough(seed, isLeased), 3 * HOUR), `seed ${seed} hangs`);
      }
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
