// The pacer with a store of leases, in virtual time: shared, given back, over, and all that a store can do wrong.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sleep } from '../pace/clock.mjs';
import { install } from './installed.mjs';
import { admit, createStore, KEY, timed, told } from './pacing.mjs';
import { API, rejection } from './stub.mjs';

const { createFetch, createMemoryStore, createPacer, init } = await (await install()).load();
// While a test's clock stands still nothing is loaded.
await init();

describe('leases', () => {
  const shared = (pacer, store, count) => {
    const call = createFetch({ fetch: store, pace: pacer, retry: { profile: 'background' } });
    return Promise.all(Array.from({ length: count }, () => call(API)));
  };
  const GRANT = { window: 0, permits: 5, fromMs: 0, untilMs: 20_000 };
  const lease = (more) => ({ grants: [GRANT], againMs: 0, isWanted: false, ...more });
  const grant = (more) => lease({ grants: [{ ...GRANT, ...more }] });

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

  const shown = (garbage) => JSON.stringify(garbage, (_, value) => (typeof value === 'number' ? `${value}` : value));
  const FAULTS = {
    fails: async () => Promise.reject(new Error('down')),
    throws: () => {
      throw new Error('down');
    },
    hangs: () => new Promise(() => {}),
    'fails late': async () => sleep(70).then(() => Promise.reject(new Error('down'))),
    ...Object.fromEntries(
      [
        ...[undefined, null, 5, 'x', {}, []],
        ...[null, 5, [null], [5]].map((grants) => lease({ grants })),
        ...[NaN, -1, Infinity, 1e308, undefined, '5'].map((againMs) => lease({ againMs })),
        ...[NaN, -5, 0.5, 1e10, Infinity, '5', undefined, null].map((permits) => grant({ permits })),
        ...[NaN, Infinity, -Infinity, 1e308, '5', undefined].flatMap((ms) => [grant({ fromMs: ms }), grant({ untilMs: ms })]),
      ].map((garbage) => [`answers ${shown(garbage)}`, async () => garbage]),
    ),
  };
  for (const [what, fault] of Object.entries(FAULTS)) {
    timed(`a store that ${what} is done without, which is said, and asked again after a sixth of the time without it`, async () => {
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
      while (performance.now() - began < 20_000) {
        await call(API);
        await sleep(190);
      }
      const gaps = moments.slice(1).map((ms, at) => ms - moments[at]);
      const wanted = moments.map((ms) => Math.max(1000, ms / 6));
      assert.ok(gaps.length > 8 && gaps.at(-1) > 2000, `${gaps}`);
      gaps.forEach((ms, at) => assert.ok(ms > wanted[at] - 20 && ms < wanted[at] + 400, `${gaps}`));
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
    const fetch = async () => (await sleep(10), new Response('{}'));
    const call = createFetch({ fetch, pace: pacer, retry: { profile: 'background' } });
    await Promise.all(Array.from({ length: 300 }, () => call(API)));
    assert.ok(performance.now() < 1000 && asks === 1, `${asks} asks in ${performance.now()} ms`);
    pacer.observe(KEY, 200, told(90, 20_000));
    for (let n = 0; n < 20; n++) await call(API);
    assert.ok(asks > 1, 'but are when one does');
  });

  timed('that come late are not spent, and given back with the next ask', async () => {
    const asks = [];
    const store = { lease: async (_, ask) => (asks.push(ask), await sleep(200), grant({ permits: 9 })) };
    const pacer = createPacer({ store });
    (await admit(pacer)).release();
    assert.equal(pacer.snapshot(KEY).coordinator.state, 'alone');
    await sleep(1500);
    assert.deepEqual([pacer.snapshot(KEY).coordinator.state, pacer.snapshot(KEY).coordinator.permits], ['alone', 0]);
    (await admit(pacer)).release();
    await sleep(10);
    assert.deepEqual(
      asks.map(({ back }) => back),
      [[], [{ window: 0, permits: 9 }]],
    );
  });

  timed('that are refused at once are not asked for without end', async () => {
    let asks = 0;
    const pacer = createPacer({ store: { lease: async () => ((asks += 1), lease({ grants: [] })) } });
    const error = await rejection(admit(pacer, { maxWaitMs: 1000 }));
    assert.equal(error.code, 'wait-too-long');
    assert.ok(asks >= 2 && asks <= 101, `${asks}`);
  });

  timed('a key that is forgotten before it could ask asks for nothing', async () => {
    const asked = [];
    const near = createMemoryStore();
    const store = { lease: (key, ask) => (asked.push(key), near.lease(key, ask)) };
    const pacer = createPacer({ store, maxKeys: 1, maxQueue: 0 });
    const errors = await Promise.all(['one', 'two', 'three'].map((key) => rejection(pacer.admit(key))));
    assert.deepEqual(
      errors.map(({ code }) => code),
      Array(3).fill('queue-full'),
    );
    await sleep(5000);
    assert.deepEqual(asked, ['three']);
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
    assert.deepEqual(
      asks.filter(([key]) => key === 'one'),
      [['one', 0, 1]],
    );
  });
});
