// A store of leases whose answers come too late: nobody waits for them, nobody spends them, and their permits are given back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryStore, createPacer } from '../../pkg/dist/index.js';
import { inVirtualTime, sleep } from './clock.mjs';

const KEY = 'abc123';
const SEEN = { quota: 150, windowMs: 30_000, left: 150, resetMs: 30_000 };

const HEADERS = {
  ...{ 'x-rate-limit-requests-quota': '150', 'x-rate-limit-requests-left': '149' },
  ...{ 'x-rate-limit-time-window-ms': '30000', 'x-rate-limit-time-reset-ms': '25000' },
};

const permitsIn = (list) => list.reduce((sum, { permits }) => sum + permits, 0);

/** A ledger that is asked at once, and whose nth answer takes so long. */
const behind = (waysMs) => {
  const ledger = createMemoryStore();
  const asks = [];
  const lease = async (key, ask) => {
    const answer = await ledger.lease(key, ask);
    asks.push({ back: ask.back, granted: permitsIn(answer.grants) });
    await sleep(waysMs[asks.length - 1] ?? 5);
    return answer;
  };
  const told = ledger.lease(KEY, { client: 'other', want: 0, back: [], seen: SEEN, heldMs: 0 });
  return { asks, told, store: { lease } };
};

const run = (act) => inVirtualTime(async () => (await act(), true), 600_000);

test('what comes after 50 ms is dropped, and given back once with the next ask', async () => {
  const isDone = await run(async () => {
    const { asks, told, store } = behind([200]);
    await told;
    const pacer = createPacer({ store });
    const { coordinator: before } = pacer.snapshot(KEY);
    assert.equal(before.state, 'leasing');
    const began = performance.now();
    (await pacer.admit(KEY)).release();
    assert.ok(performance.now() - began <= 51, 'it waits no longer');
    await sleep(300);
    const { state, permits } = pacer.snapshot(KEY).coordinator;
    assert.deepEqual([state, permits], ['alone', 0]);
    assert.deepEqual([asks.length, asks[0].back], [1, []]);

    await sleep(1000);
    (await pacer.admit(KEY)).release();
    await sleep(20);
    assert.equal(asks.length, 2);
    assert.ok(asks[0].granted > 0);
    assert.equal(permitsIn(asks[1].back), asks[0].granted);
    assert.equal(pacer.snapshot(KEY).coordinator.state, 'leasing');

    for (let n = 0; n < 60; n++) pacer.observe(KEY, 200, HEADERS, await pacer.admit(KEY));
    assert.ok(asks.length > 2);
    for (const { back } of asks.slice(2)) assert.deepEqual(back, []);
  });
  assert.ok(isDone);
});

test('a store that is always late holds nobody, and keeps no more than one lease from others', async () => {
  const isDone = await run(async () => {
    const { asks, told, store } = behind(Array(1000).fill(120));
    await told;
    const pacer = createPacer({ store });
    for (let n = 0; n < 200; n++) {
      const began = performance.now();
      (await pacer.admit(KEY)).release();
      assert.ok(performance.now() - began <= 60, `it waited ${performance.now() - began} ms`);
      await sleep(500);
    }
    assert.equal(pacer.snapshot(KEY).coordinator.state, 'alone');
    assert.ok(asks.length >= 10 && asks.length <= 60, `${asks.length} asks in 100 s`);
    for (const [at, { back }] of asks.entries()) assert.equal(permitsIn(back), at > 0 ? asks[at - 1].granted : 0);
  });
  assert.ok(isDone);
});
