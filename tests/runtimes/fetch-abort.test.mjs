// The caller gives up: before the call, during a request, during a wait.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, mock, test } from 'node:test';
import { promisify } from 'node:util';
import { PATIENCE_MS } from '../patience.mjs';
import { startSimulator } from '../simulator/index.mjs';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, inMs, rejection, reset, watched } from './stub.mjs';

const installed = await install();
const { createFetch, createPacer } = await installed.load();

const LONG = { maxElapsedMs: Infinity };
const anHour = () => answer(429, { 'Retry-After': '3600' });

const REASONS = [
  ['an object', { because: 'the user left' }],
  ['a string', 'enough'],
  ['an Error', new RangeError('enough')],
  ['null', null],
];

describe('an abort during a wait', () => {
  for (const [what, reason] of REASONS) {
    test(`rejects with the exact reason of the caller: ${what}`, async () => {
      const controller = new AbortController();
      const stub = answering(anHour);
      const call = createFetch({ fetch: stub, retry: LONG })(API, { signal: controller.signal });
      await inMs(30);
      controller.abort(reason);
      assert.equal(await rejection(call), reason);
      assert.equal(stub.calls.length, 1);
      assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
    });
  }

  test('rejects with an AbortError where the caller gives no reason', async () => {
    const controller = new AbortController();
    const stub = answering(anHour);
    const call = createFetch({ fetch: stub, retry: LONG })(API, { signal: controller.signal });
    await inMs(30);
    controller.abort();
    const error = await rejection(call);
    assert.equal(error, controller.signal.reason);
    assert.equal(error.name, 'AbortError');
  });

  test('through the signal of a Request works as well', async () => {
    const controller = new AbortController();
    const stub = answering(anHour);
    const request = new Request(API, { signal: controller.signal });
    const call = createFetch({ fetch: stub, retry: LONG })(request);
    await inMs(30);
    controller.abort('enough');
    assert.equal(await rejection(call), 'enough');
    assert.equal(stub.calls.length, 1);
  });

  test('by AbortSignal.timeout passes its TimeoutError on', async () => {
    const signal = AbortSignal.timeout(50);
    const stub = answering(anHour);
    const error = await rejection(createFetch({ fetch: stub, retry: LONG })(API, { signal }));
    assert.equal(error, signal.reason);
    assert.equal(error.name, 'TimeoutError');
    assert.equal(stub.calls.length, 1);
  });

  test('cancels the body of the answer that was to be replaced', async () => {
    const controller = new AbortController();
    const first = watched(429, { 'Retry-After': '3600' });
    const call = createFetch({ fetch: answering(first), retry: LONG })(API, {
      signal: controller.signal,
    });
    await inMs(30);
    controller.abort('enough');
    await rejection(call);
    assert.equal(first.cancelled, true);
  });
});

describe('an abort at another time', () => {
  let simulator;
  before(async () => (simulator = await startSimulator()));
  after(() => simulator.close());
  const urlOf = (path) => `${simulator.url}/stores/${simulator.storeHash}${path}`;

  for (const [what, reason] of REASONS) {
    test(`before the call rejects with the reason, and nothing is sent: ${what}`, async () => {
      const before = simulator.requests.length;
      const signal = AbortSignal.abort(reason);
      assert.equal(await rejection(createFetch()(urlOf('/v2/time'), { signal })), reason);
      assert.equal(simulator.requests.length, before);
    });

    test(`during a request rejects with the reason, and it is not repeated: ${what}`, async () => {
      const path = '/v3/catalog/products/77';
      const before = simulator.requests.length;
      simulator.script('GET', path, [{ status: 200, delayMs: 30_000 }]);
      const controller = new AbortController();
      const call = createFetch({ retry: hasty })(urlOf(path), { signal: controller.signal });
      while (simulator.requests.length === before) await inMs(10);
      controller.abort(reason);
      assert.equal(await rejection(call), reason);
      assert.equal(simulator.requests.length, before + 1);
      assert.equal(await simulator.requests.at(-1).closed, 'by-client');
    });
  }

  test('during the second request rejects with the reason', async () => {
    const path = '/v3/catalog/brands';
    simulator.script('GET', path, [503, { status: 200, delayMs: 30_000 }]);
    const before = simulator.requests.length;
    const controller = new AbortController();
    const call = createFetch({ retry: hasty })(urlOf(path), { signal: controller.signal });
    while (simulator.requests.length < before + 2) await inMs(10);
    controller.abort('enough');
    assert.equal(await rejection(call), 'enough');
  });

  test('after the answer changes nothing for the answer', async () => {
    const controller = new AbortController();
    const stub = answering(answer(503), answer(200));
    const response = await createFetch({ fetch: stub, retry: hasty })(API, {
      signal: controller.signal,
    });
    controller.abort('enough');
    assert.equal(await response.text(), 'body of 200');
  });

  test('in the moment of the answer is not followed by another request', async () => {
    const controller = new AbortController();
    const stub = answering(() => {
      controller.abort('enough');
      return answer(429, reset(1));
    });
    const call = createFetch({ fetch: stub })(API, { signal: controller.signal });
    assert.equal(await rejection(call), 'enough');
    assert.equal(stub.calls.length, 1);
  });
});

describe('nothing stays behind', () => {
  test('a long-lived signal has no listeners after 50 calls that waited', async () => {
    const { signal } = new AbortController();
    const call = createFetch({ fetch: (_, { number }) => Promise.resolve(answers(number)) });
    const seen = new Map();
    const answers = (number) => {
      seen.set(number, (seen.get(number) ?? 0) + 1);
      return seen.get(number) < 3 ? answer(429, reset(2)) : answer(200);
    };
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    const all = await Promise.all(numbers.map((number) => call(API, { signal, number })));
    assert.ok(all.every(({ status }) => status === 200));
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test('a signal has one listener, however many wait with it, and ends the wait of each', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = createFetch({ fetch: answering(anHour), retry: LONG });
    const pacer = createPacer();
    pacer.observe('abc123', 429, { 'Retry-After': '3600' });
    const held = [...Array(20)].map(() => pacer.admit('abc123', 'interactive', { signal }));
    const ends = [...held, ...[...Array(20)].map(() => call(API, { signal }))].map(rejection);
    await inMs(30);
    assert.equal(getEventListeners(signal, 'abort').length, 1);
    controller.abort('enough');
    assert.deepEqual(await Promise.all(ends), Array(40).fill('enough'));
    assert.equal(getEventListeners(signal, 'abort').length, 0);
    assert.equal(pacer.snapshot('abc123').queue, 0);
  });

  test('a signal has a listener only during the wait', async () => {
    const { signal } = new AbortController();
    const during = [];
    const stub = answering((number) => {
      during.push(getEventListeners(signal, 'abort').length);
      return number === 1 ? answer(429, reset(1_000)) : answer(200);
    });
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const call = createFetch({ fetch: stub })(API, { signal });
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      assert.equal(getEventListeners(signal, 'abort').length, 1);
      mock.timers.tick(2_000);
      await call;
    } finally {
      mock.timers.reset();
    }
    assert.deepEqual(during, [0, 0]);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test('a process ends by itself after an abort during a wait of an hour', async () => {
    const script = join(installed.root, 'abort.mjs');
    await writeFile(
      script,
      `
      import { createFetch } from 'bc-status';
      const fetch = async () => new Response('', { status: 429, headers: { 'Retry-After': '3600' } });
      const controller = new AbortController();
      const call = createFetch({ fetch, retry: { profile: 'background' } });
      setTimeout(() => controller.abort('enough'), 50);
      await call('http://127.0.0.1/', { signal: controller.signal }).catch((e) => console.log(e));
    `,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: PATIENCE_MS });
    assert.equal(stdout, 'enough\n');
  });

  test('a process does not end before a wait is over', async () => {
    const script = join(installed.root, 'wait.mjs');
    await writeFile(
      script,
      `
      import { createFetch } from 'bc-status';
      const headers = { 'X-Rate-Limit-Time-Reset-Ms': '300' };
      let calls = 0;
      const fetch = async () => new Response('', { status: calls++ ? 200 : 429, headers });
      createFetch({ fetch })('http://127.0.0.1/').then(({ status }) => console.log(status));
    `,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: PATIENCE_MS });
    assert.equal(stdout, '200\n');
  });
});
