// What a pacer's snapshot says of calls that wait to be repeated, in virtual time.

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sleep } from '../pace/clock.mjs';
import { install } from './installed.mjs';
import { KEY, timed } from './pacing.mjs';
import { API } from './stub.mjs';

const { createFetch, createPacer, init } = await (await install()).load();
// While a test's clock stands still nothing is loaded.
await init();

const repeatsOf = (pacer, key = KEY) => {
  const { repeats, nextRepeatMs, lastRepeatMs, queue } = pacer.snapshot(key);
  return { repeats, nextRepeatMs, lastRepeatMs, queue };
};
const NONE = { repeats: 0, nextRepeatMs: null, lastRepeatMs: null, queue: 0 };

describe('calls that wait to be repeated', () => {
  const answers = { slow: ['30'], fast: ['10'] };
  const paced = (options) => {
    const pacer = createPacer();
    const left = structuredClone(answers);
    const send = async (url) => {
      const [wait] = left[new URL(url).hash.slice(1)].splice(0, 1);
      return new Response('', wait ? { status: 503, headers: { 'Retry-After': wait } } : { status: 200 });
    };
    const retry = { profile: 'background', jitter: false };
    return { pacer, call: createFetch({ pace: pacer, fetch: send, retry, ...options }) };
  };

  timed('are counted by the pacer, with when the first and the last of them ask again', async () => {
    const { pacer, call } = paced();
    assert.deepEqual(repeatsOf(pacer), NONE);
    const calls = [call(`${API}#slow`), call(`${API}#fast`)];
    await sleep(1000);
    const { repeats, nextRepeatMs, lastRepeatMs, queue } = repeatsOf(pacer);
    assert.deepEqual([repeats, queue], [2, 0]);
    assert.ok(Math.abs(nextRepeatMs - 9000) < 10 && Math.abs(lastRepeatMs - 29_000) < 10, `${nextRepeatMs} ${lastRepeatMs}`);
    assert.deepEqual(repeatsOf(pacer, 'another'), NONE);
    await calls[1];
    assert.equal(repeatsOf(pacer).repeats, 1);
    await calls[0];
    assert.deepEqual(repeatsOf(pacer), NONE);
  });

  timed('are no longer counted once they are given up', async () => {
    const { pacer, call } = paced();
    const controller = new AbortController();
    const given = call(`${API}#slow`, { signal: controller.signal });
    await sleep(1000);
    assert.equal(repeatsOf(pacer).repeats, 1);
    controller.abort(new Error('enough'));
    await assert.rejects(given, { message: 'enough' });
    assert.deepEqual(repeatsOf(pacer), NONE);
  });

  timed('keep what is known of their store, however many others there are', async () => {
    const pacer = createPacer({ maxKeys: 1 });
    let sent = 0;
    const send = async () => new Response('', sent++ ? { status: 200 } : { status: 503, headers: { 'Retry-After': '30' } });
    const call = createFetch({ pace: pacer, fetch: send, retry: { profile: 'background' } })(API);
    await sleep(1000);
    (await pacer.admit('another')).release();
    assert.equal(repeatsOf(pacer).repeats, 1);
    await call;
  });
});
