// The pacer in virtual time: windows, circuits and waits to the millisecond.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sleep } from '../pace/clock.mjs';
import { install } from './installed.mjs';
import { admit, countTimers, createStore, HOUR, KEY, learn, timed, told } from './pacing.mjs';
import { API, rejection } from './stub.mjs';

const { createFetch, createPacer, historyOf, init } = await (await install()).load();
// While a test's clock stands still nothing is loaded.
await init();

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

  timed('a wait that would be too long rejects at once, and so does one that becomes so', async () => {
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
    assert.deepEqual([code, waitMs, performance.now() - begunMs], ['wait-too-long', 20_000, 0]);
  });

  timed('a wait of days is given back at once, to those who wait already as well', async () => {
    const DAYS = 3 * 24 * HOUR;
    const store = async () => {
      await sleep(50);
      return new Response('', { status: 429, headers: { 'Retry-After': String(DAYS / 1000) } });
    };
    const pacer = createPacer();
    await learn(pacer, 200, told(1, 5000));
    const call = createFetch({ fetch: store, pace: pacer, retry: { profile: 'background' } });
    const began = performance.now();
    const outcome = () =>
      call(API).then(
        ({ status }) => status,
        ({ code, waitMs }) => [code, waitMs],
      );
    const outcomes = await Promise.all(Array.from({ length: 20 }, outcome));
    assert.deepEqual(outcomes, [429, ...Array(19).fill(['wait-too-long', DAYS])]);
    assert.equal(performance.now() - began, 50);
    assert.equal(pacer.snapshot(KEY).queue, 0);
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
    assert.deepEqual([response.status, decision.retry, decision.rule], [503, false, 'budget-exhausted']);
    assert.equal(decision.delayMs, 19_950);
    const error = await rejection(call(API));
    assert.deepEqual([error.name, error.code, error.key, error.waitMs], ['PaceError', 'wait-too-long', KEY, 19_950]);
    assert.equal(store.sent.length, 1);
  });

  timed('a repeat is before all others, however many wait', async () => {
    let number = 0;
    const store = async () => {
      const own = ++number;
      await sleep(50);
      if (own === 1) return new Response('', { status: 429, headers: told(0, 5000, 20) });
      return new Response('', { headers: told(19, 29_000, 20) });
    };
    const call = createFetch({ fetch: store, pace: createPacer(), retry: { jitter: false } });
    const first = call(API);
    await sleep(10);
    const others = Array.from({ length: 300 }, () => call(API).catch(() => {}));
    const response = await first;
    assert.deepEqual(
      historyOf(response).map(({ decision }) => decision.rule),
      ['rate-limit-reset', 'not-needed'],
    );
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
      const retry = { maxElapsedMs: 800, maxDelayMs: 10 };
      const call = createFetch({ fetch: store, pace: createPacer({ circuit }), retry, budget: false });
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
