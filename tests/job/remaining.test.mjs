// The time to the end, by numbers.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ranges } from '../../pkg/dist/job/ranges.js';
import { quotaMs, Speed } from '../../pkg/dist/job/remaining.js';
import { sequence } from './random.mjs';

const state = { left: 100, quota: 150, windowMs: 30_000, resetMs: 12_000, share: 1, heldMs: 0 };

describe('the time that a quota takes', () => {
  it('counts what is left, and the windows to come', () => {
    const cases = [
      [0, {}, 0],
      [100, {}, 0],
      [101, {}, 12_000],
      [250, {}, 12_000],
      [251, {}, 42_000],
      [1000, {}, 12_000 + 5 * 30_000],
      [1001, {}, 12_000 + 6 * 30_000],
      [101, { share: 0.5 }, 12_000],
      [126, { share: 0.5 }, 42_000],
      [1, { left: 0 }, 12_000],
      [1, { left: 0, heldMs: 20_000 }, 20_000],
      [50, { heldMs: 20_000 }, 20_000],
      [1000, { quota: null }, 0],
      [1000, { left: null, heldMs: 5 }, 5],
    ];
    for (const [requests, more, ms] of cases)
      assert.equal(quotaMs(requests, { ...state, ...more }), ms, `${requests} ${JSON.stringify(more)}`);
  });

  it('is no shorter than the work itself takes', () => {
    const speed = new Speed(0);
    assert.equal(speed.remainingMs(10, 10, 0), null);
    for (let at = 1; at <= 100; at += 1) speed.done(at * 10);
    assert.equal(speed.remainingMs(0, 1, 1000), 0);
    assert.equal(speed.remainingMs(50, 1, 1000), 500);
    assert.equal(speed.remainingMs(50, 1, 1000, state), 500);
    assert.equal(speed.remainingMs(50, 3, 1000, state), 12_000);
    // A quota that was waited for makes the work no slower.
    assert.equal(speed.remainingMs(50, 1, 31_000), 15_500);
    assert.equal(speed.remainingMs(50, 1, 31_000, state), 500);
  });
});

describe('ranges', () => {
  it('hold what was added, in whatever order', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const random = sequence(seed);
      const [ranges, set] = [new Ranges(), new Set()];
      for (let added = 0; added < 60; added += 1) {
        const position = Math.floor(random() * 50);
        ranges.add(position);
        set.add(position);
        const isIn = new Ranges(ranges.toJSON()).inOrder();
        const positions = Array.from({ length: 55 }, (_, at) => at);
        assert.deepEqual(
          positions.filter(isIn),
          [...set].sort((one, other) => one - other),
        );
        assert.equal(
          ranges.gap,
          positions.find((at) => !set.has(at)),
        );
        assert.equal(ranges.count, set.size);
        for (const [at, [from, to]] of ranges.toJSON().entries()) assert.ok(from < to && (at === 0 || from > ranges.toJSON()[at - 1][1]));
      }
    }
  });
});
