// The coordinator in virtual time, when things go wrong: evicted, killed in the middle of a lease, slow, not
// to be reached. No request is lost, and no more goes over the quota than a lease is large.

import assert from 'node:assert/strict';
import { coordinator, QuotaCoordinator } from '../../pkg/dist/worker/index.js';
import { createFetch, createPacer } from '../../pkg/dist/index.js';
import { describe, test } from '../apart.mjs';
import { sleep } from '../pace/clock.mjs';
import { SCENARIOS } from '../pace/scenarios.mjs';
import { simulate } from '../pace/world.mjs';

/** A quarter of a window is the most that a lease may be of. */
const LEASE = 150 / 4;
const WAY_MS = 8;

/**
 * An object of the class with the storage of a Durable Object, which is copied in and out, behind
 * a network. `fault(n, now, ask)` says what happens to the nth ask.
 */
const createObject = (world, fault) => {
  const stored = new Map();
  const storage = {
    get: async (key) => structuredClone(stored.get(key)),
    put: async (key, value) => void stored.set(key, structuredClone(value)),
  };
  const start = () => new QuotaCoordinator({ storage });
  let running = start();
  let asked = 0;

  const fetch = async (url, init) => {
    const what = fault((asked += 1), performance.now(), JSON.parse(init.body));
    world.coordinatorCalls += 1;
    if (what === 'unreachable') return new Promise(() => {});
    await sleep(what === 'slow' ? 10 * WAY_MS : WAY_MS);
    if (what === 'down') return new Response('', { status: 503 });
    if (what === 'evicted') running = start();
    const answer = await running.fetch(new Request(url, init));
    if (what === 'killed') {
      running = start();
      throw new Error('The object was reset');
    }
    await sleep(WAY_MS);
    return answer;
  };
  return { idFromName: (name) => name, get: () => ({ fetch }) };
};

const through = (fault) => {
  const objectOf = (world) => createObject(world, fault);
  return {
    name: 'with faults',
    atOnce: Infinity,
    create: ({ fetch, world }) => {
      const pace = createPacer({ store: coordinator(world.shared(objectOf)) });
      return { fetch: createFetch({ fetch, pace, retry: { profile: 'background' } }) };
    },
  };
};

const refusedByWindow = ({ journal }) => {
  const refused = {};
  for (const { window, status } of journal) if (status === 429) refused[window] = (refused[window] ?? 0) + 1;
  return refused;
};

const WINDOWS = 10;
const TEN = { ...SCENARIOS['eight-150'], requests: WINDOWS * 150 };

const run = async (fault, scenario = TEN) => {
  const told = await simulate(through(fault), scenario, 1);
  assert.ok(told, 'the work was not done');
  assert.equal(told.failures, 0, told.lastFailure);
  assert.equal(told.journal.filter(({ status }) => status === 200).length, scenario.requests);
  return told;
};

const whole = ({ finishMs }) => Math.ceil(finishMs / 30_000);

describe('a coordinator in virtual time', () => {
  test('that is left alone wastes nothing', async () => {
    const told = await run(() => undefined);
    assert.deepEqual(refusedByWindow(told), {});
    assert.equal(whole(told), WINDOWS);
  });

  test('that is evicted after every ask wastes nothing: it has written down what it knows', async () => {
    const told = await run(() => 'evicted');
    assert.deepEqual(refusedByWindow(told), {});
    assert.equal(whole(told), WINDOWS);
  });

  test('that is killed in the middle of a lease loses the lease, and what is sent instead stays below one', async () => {
    const told = await run((asked) => (asked % 20 === 0 ? 'killed' : undefined));
    for (const [window, refused] of Object.entries(refusedByWindow(told))) assert.ok(refused <= LEASE, `${refused} in window ${window}`);
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
    const lost = Math.floor(told.coordinatorCalls / 20) * LEASE;
    assert.ok(whole(told) <= WINDOWS + Math.ceil(lost / 150), `${whole(told)} windows, and ${lost} permits lost at most`);
  });

  test('that cannot be reached for two minutes is done without', async () => {
    const told = await run((_, now) => (now > 100_000 && now < 220_000 ? 'unreachable' : undefined));
    assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= WINDOWS + 1, `${whole(told)} windows`);
  });

  test('that is away for six seconds loses nothing, costs few refusals, and is back within two seconds of its return', async () => {
    const times = [];
    await run((_, now) => void times.push(now));
    // From just before somebody asks.
    for (const goneMs of [0.2, 0.5, 0.8].map((part) => times[Math.floor(part * times.length)] - 1)) {
      const backMs = goneMs + 6000;
      const alone = new Set();
      /** By client that was alone, when it was answered again. */
      const answered = new Map();
      const fault = (_, now, { client }) => {
        if (now >= goneMs && now < backMs) {
          alone.add(client);
          return alone.size % 2 ? 'unreachable' : 'down';
        }
        if (alone.has(client) && !answered.has(client)) answered.set(client, now - backMs);
        return undefined;
      };
      const told = await run(fault);
      assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} of ${told.sent} were refused`);
      assert.ok(whole(told) <= WINDOWS + 1, `${whole(told)} windows`);
      assert.ok(alone.size > 0 && answered.size === alone.size, `${answered.size} of ${alone.size} came back`);
      for (const ms of answered.values()) assert.ok(ms <= 2000, `${ms} ms after its return`);
    }
  });

  test('that never answers is done without', async () => {
    const told = await run(() => 'unreachable');
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= WINDOWS + 1, `${whole(told)} windows`);
  });

  test('that is too slow now and then is waited for no longer than 50 ms', async () => {
    // By the share of a job of twenty windows.
    const told = await run((asked) => (asked % 10 === 0 ? 'slow' : undefined), SCENARIOS['eight-150']);
    assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= 21, `${whole(told)} windows`);
  });
});

describe('three Workers and a coordinator, in virtual time', () => {
  const scenario = { ...SCENARIOS['eight-150'], clients: 3, quota: 60, windowMs: 1500 };

  test('spend two windows and are never refused', async () => {
    const told = await run(() => undefined, { ...scenario, requests: 110 });
    assert.equal(told.throttled, 0);
    assert.ok(told.coordinatorCalls > 0 && told.coordinatorCalls <= 25, `it was asked ${told.coordinatorCalls} times`);
  });

  for (const fault of ['down', 'unreachable', 'slow']) {
    test(`go on alone while it is ${fault}, and lose no request`, async () => {
      const told = await run(() => fault, { ...scenario, requests: 90 });
      assert.ok(told.throttled <= 60 / 4, `${told.throttled} were refused`);
    });
  }
});
