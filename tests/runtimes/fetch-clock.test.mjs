// The fetch on a clock that the test moves, and with randomness that it fixes: waits of
// minutes in no time, to the millisecond.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { install } from './installed.mjs';
import { answer, answering, API, reset } from './stub.mjs';

const { createFetch, historyOf, init } = await (await install()).load();
// While a test's clock stands still nothing is loaded.
await init();

/** Lets promises run, without a timer. */
const settle = async () => {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Both clocks are the test's: what passes on the real one depends on the machine. */
let nowMs = 0;
const tick = (ms) => {
  nowMs += ms;
  mock.timers.tick(ms);
};

describe('on a clock of the test', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(Math, 'random', () => 0.5);
    mock.method(performance, 'now', () => nowMs);
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  /** After how many milliseconds each further attempt is sent. */
  const waits = async (stub, options, init) => {
    const call = createFetch({ fetch: stub, ...options })(API, init);
    const seen = [];
    let last = 0;
    for (let ms = 0, sent = 1; ms < 400_000 && seen.length < 9; ms += 50) {
      await settle();
      if (stub.calls.length > sent) {
        seen.push(ms - last);
        last = ms;
        sent = stub.calls.length;
      }
      if (stub.ended) break;
      tick(50);
    }
    return { response: await call, seen };
  };

  /** A stub that says when its last answer was given. */
  const ending = (...answers) => {
    const stub = answering(...answers);
    const counted = (...args) => {
      const given = stub(...args);
      counted.ended = stub.calls.length >= answers.length;
      return given;
    };
    counted.calls = stub.calls;
    return counted;
  };

  test('a 500 waits a minute and more, longer each time', async () => {
    const stub = ending(answer(500), answer(500), answer(200));
    const { response, seen } = await waits(stub, { retry: { profile: 'background', jitter: false } });
    assert.deepEqual([response.status, seen], [200, [60_000, 120_000]]);
  });

  test('a quota that is back in half a minute is waited for, and half of the second that jitter may take', async () => {
    const stub = ending(answer(429, reset(30_000)), answer(200));
    const { response, seen } = await waits(stub, { retry: { profile: 'background' } });
    assert.equal(response.status, 200);
    assert.deepEqual(seen, [30_500]);
    assert.equal(historyOf(response)[0].decision.delayMs, 30_500);
  });

  test('our own backoff is half of 1 s, 2 s and 4 s where chance is a half', async () => {
    const stub = ending(answer(503), answer(503), answer(503), answer(200));
    const { seen } = await waits(stub, { retry: { profile: 'background' } });
    assert.deepEqual(seen, [500, 1_000, 2_000]);
  });

  test('a second call waits for the quota that the first one met', async () => {
    const stub = ending(answer(429, reset(5_000)), answer(200), answer(200));
    const call = createFetch({ fetch: stub, retry: { jitter: false } });
    const first = call(API);
    await settle();
    const second = call(API);
    await settle();
    assert.equal(stub.calls.length, 1);
    tick(4_990);
    await settle();
    assert.equal(stub.calls.length, 1);
    tick(60);
    await settle();
    assert.deepEqual([(await first).status, (await second).status, stub.calls.length], [200, 200, 3]);
  });
});
