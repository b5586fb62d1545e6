// What the tests of the pacer in virtual time have in common.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inVirtualTime, sleep } from '../pace/clock.mjs';

export const KEY = 'abc123';
export const HOUR = 3600 * 1000;
/** Longer than any test takes in its time: what is not done by then hangs. */
export const timed = (name, work) => test(name, () => inVirtualTime(async () => (await work()) ?? true, 3 * HOUR).then(assert.ok));

export const told = (left, resetMs, quota = 150, windowMs = 30_000) => ({
  'X-Rate-Limit-Requests-Left': String(Math.max(left, 0)),
  'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  'X-Rate-Limit-Requests-Quota': String(quota),
  'X-Rate-Limit-Time-Window-Ms': String(windowMs),
});

/** A store with a quota: `sent` are the moments of the requests. */
export const createStore = ({ quota = 150, windowMs = 30_000, latencyMs = 100, fail = () => undefined } = {}) => {
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

export const admit = (pacer, options, priority) => pacer.admit(KEY, priority, options);
export const learn = async (pacer, status, headers) => pacer.observe(KEY, status, headers, await admit(pacer));

/** Timers that were set since, and those that are set now. */
export const countTimers = () => {
  const { clock, setTimeout: set } = { clock: setTimeout.clock, setTimeout };
  const counter = {
    set: 0,
    get now() {
      return clock.countTimers();
    },
  };
  globalThis.setTimeout = (...args) => {
    counter.set += 1;
    return set(...args);
  };
  return counter;
};
