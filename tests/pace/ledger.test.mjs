// Who may spend which part of a quota: the ledger alone, whose moments are arguments.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { Ledger } from '../../pkg/dist/pace/ledger.js';
import { between, seeded } from './random.mjs';

const WINDOW = 30_000;
const QUOTA = 150;

const ask = (more) => ({ client: 'a', want: 0, back: [], seen: null, heldMs: 0, ...more });
const seen = (left, resetMs, quota = QUOTA, windowMs = WINDOW) => ({ quota, windowMs, left, resetMs });
const permitsOf = ({ grants }) => grants.reduce((sum, { permits }) => sum + permits, 0);
const kept = (ledger) => new Ledger(JSON.parse(JSON.stringify(ledger)));

/** One that knows its window: it began at 1 and ends at 30,001. */
const told = (left = QUOTA, quota = QUOTA) => {
  const ledger = new Ledger();
  ledger.lease(1, ask({ client: 'teller', seen: seen(left, WINDOW, quota) }));
  return ledger;
};

/** Whatever a client of this many wants, until nothing is granted of this window. */
const spendAll = (ledger, now, client = 'a') => {
  let sum = 0;
  for (;;) {
    const { grants } = ledger.lease(now, ask({ client, want: 1000 }));
    const own = grants.filter(({ fromMs }) => fromMs === 0);
    sum += own.reduce((all, { permits }) => all + permits, 0);
    if (own.length === 0) return sum;
  }
};

describe('what is granted', () => {
  test('until a quota is told, a few, and then no more before it is', () => {
    const ledger = new Ledger();
    assert.deepEqual(ledger.lease(1, ask({ want: 3 })).grants, [{ window: 0, permits: 3, fromMs: 0, untilMs: 29_700 }]);
    assert.equal(permitsOf(ledger.lease(2, ask({ client: 'b', want: 100 }))), 13);
    const { grants, againMs } = ledger.lease(3, ask({ client: 'c', want: 1 }));
    assert.deepEqual([grants, againMs], [[], 1000]);
  });

  test('the first report is believed, whenever its window ends', () => {
    for (const resetMs of [100, 5000, 14_000, 16_000, 29_000]) {
      const ledger = new Ledger();
      ledger.lease(1, ask({ want: 3 }));
      const { grants } = ledger.lease(1000, ask({ want: 37, seen: seen(20, resetMs) }));
      const now = grants.filter(({ fromMs }) => fromMs === 0);
      const later = grants.filter(({ fromMs }) => fromMs > 0);
      assert.deepEqual(
        now.map(({ permits, untilMs }) => [permits, untilMs]),
        resetMs > 300 ? [[20, resetMs - 300]] : [],
      );
      assert.equal(later[0].fromMs, resetMs);
    }
  });

  test('what is kept for others is let go as the window passes without them', () => {
    const granted = (sinceMs) => {
      const ledger = told(40);
      return spendAll(ledger, 30_001 + sinceMs);
    };
    assert.equal(granted(0), 95);
    assert.equal(granted(15_000), 122);
    assert.equal(granted(29_000), 148);
  });

  test('nobody gets more than a quarter at a time, and of many each gets his part', () => {
    const ledger = told();
    assert.equal(permitsOf(ledger.lease(2, ask({ want: 1000 }))), 37);
    const many = told(600, 600);
    for (let n = 0; n < 10; n++) many.lease(2, ask({ client: `client ${n}` }));
    assert.equal(permitsOf(many.lease(3, ask({ client: 'client 1', want: 1000 }))), 54);
  });

  test('all of this window, and then of the next ones, in the order of time', () => {
    const ledger = told();
    assert.equal(spendAll(ledger, 10), QUOTA);
    const { grants, againMs } = ledger.lease(20, ask({ want: 37 }));
    assert.equal(againMs, 0);
    for (const { fromMs, untilMs } of grants) assert.ok(fromMs >= WINDOW - 19 && untilMs > fromMs, JSON.stringify(grants));
  });

  test('what is given back is granted again, and only in its window', () => {
    const ledger = told();
    const [{ window }] = ledger.lease(2, ask({ want: 30 })).grants;
    spendAll(ledger, 3, 'b');
    assert.equal(permitsOf(ledger.lease(4, ask({ back: [{ window, permits: 12 }] }))), 0);
    assert.equal(spendAll(ledger, 5, 'c'), 12);
    ledger.lease(WINDOW + 2, ask({ seen: seen(QUOTA, WINDOW - 1) }));
    ledger.lease(WINDOW + 3, ask({ back: [{ window, permits: 12 }] }));
    const promised = ledger.toJSON().given[0] ?? 0;
    assert.equal(spendAll(ledger, WINDOW + 4, 'c') + promised, QUOTA);
  });

  test('what others took in one window is expected of them in the next ones, and forgotten again', () => {
    const ledger = told(90);
    assert.equal(spendAll(ledger, 2), 90);
    const later = kept(ledger);
    const next = (one, at) => one.lease(at * WINDOW + 2, ask({ seen: seen(QUOTA, WINDOW - 1) })) && one.toJSON().others;
    assert.equal(next(later, 1), 30);
    assert.deepEqual(
      [2, 3, 4, 5].map((at) => next(later, at)),
      [15, 8, 4, 2],
    );
  });

  test('a 429 leaves nothing of its window to anybody', () => {
    const ledger = told();
    ledger.lease(100, ask({ heldMs: WINDOW - 200 }));
    for (const { fromMs } of ledger.lease(200, ask({ client: 'b', want: 10 })).grants) assert.ok(fromMs >= WINDOW - 300);
    const long = told();
    long.lease(100, ask({ heldMs: 3 * WINDOW }));
    for (const { fromMs } of long.lease(200, ask({ client: 'b', want: 10 })).grants) assert.ok(fromMs >= 3 * WINDOW - 100);
  });

  test('of a plan without a quota all that is wanted, but not before a 429 is over', () => {
    const ledger = told(16_000_000, 16_000_000);
    assert.deepEqual(ledger.lease(2, ask({ want: 5000 })).grants, [{ window: 0, permits: 5000, fromMs: 0, untilMs: WINDOW }]);
    ledger.lease(3, ask({ heldMs: 4000 }));
    const [{ fromMs, untilMs }] = ledger.lease(1003, ask({ client: 'b', want: 1 })).grants;
    assert.deepEqual([fromMs, untilMs], [3000, 3000 + WINDOW]);
  });
});

describe('what is told', () => {
  test('a quota that grows or shrinks counts at once', () => {
    const ledger = told();
    spendAll(ledger, 2);
    ledger.lease(3, ask({ seen: seen(450, WINDOW - 2, 450) }));
    assert.equal(spendAll(ledger, 4), 300);
    const less = told(450, 450);
    assert.equal(spendAll(less, 2), 450);
    less.lease(3, ask({ seen: seen(0, WINDOW - 2, 150) }));
    assert.equal(spendAll(less, 4), 0);
  });

  test('a report that took a while on its way moves no window', () => {
    const ledger = told();
    const { endsMs } = ledger.toJSON();
    ledger.lease(1000, ask({ seen: seen(100, WINDOW - 999 + 1500) }));
    assert.equal(ledger.toJSON().endsMs, endsMs);
    ledger.lease(2000, ask({ seen: seen(100, WINDOW - 1999 - 40) }));
    assert.equal(ledger.toJSON().endsMs, endsMs - 40, 'the earliest is the latest known');
  });

  test('a report of the window before says nothing of this one', () => {
    const ledger = told();
    ledger.lease(WINDOW + 2, ask({ seen: seen(QUOTA, WINDOW - 1) }));
    ledger.lease(WINDOW + 50, ask({ client: 'late', seen: seen(0, 5) }));
    assert.equal(spendAll(ledger, WINDOW + 60), QUOTA);
  });

  test('a window that moved is followed within one of them', () => {
    for (const movedMs of [2000, 9000, 14_000, 17_000, 28_000]) {
      const ledger = told();
      for (let now = WINDOW + 2; now < 4 * WINDOW; now += 500) {
        const resetMs = WINDOW - ((now - 1 - movedMs) % WINDOW);
        ledger.lease(now, ask({ seen: seen(QUOTA, resetMs) }));
        if (now > 3 * WINDOW) assert.ok(Math.abs(ledger.toJSON().endsMs - now - resetMs) <= WINDOW / 16, `by ${movedMs} at ${now}`);
      }
    }
  });

  test('a client that is not heard of any more is no rival', () => {
    const ledger = told();
    ledger.lease(2, ask({ client: 'gone' }));
    assert.equal(ledger.lease(3, ask({ client: 'a' })).isWanted, true);
    for (let at = 1; at <= 4; at++) ledger.lease(at * WINDOW, ask({ client: 'a' }));
    assert.equal(ledger.lease(4 * WINDOW + 9, ask({ client: 'a' })).isWanted, false);
  });

  test('after a long rest the next window is found, and nothing is held against it', () => {
    const ledger = told(3);
    spendAll(ledger, 2);
    const now = 1 + 10_000_000 * WINDOW + 7000;
    const { grants } = ledger.lease(now, ask({ want: 10 }));
    assert.deepEqual(
      grants.map(({ permits, fromMs, untilMs }) => [permits, fromMs, untilMs]),
      [[10, 0, WINDOW - 7000 - 300]],
    );
    assert.ok(JSON.stringify(ledger).length < 300);
  });
});

/** Asks of all kinds, of clients that come, give back, tell late, and vanish; the same for a seed. */
const life = (seed, step) => {
  const random = seeded(seed);
  const clients = between(random, 1, 9);
  const quota = between(random, 20, 500);
  const windowMs = 1000 * between(random, 1, 40);
  const holdings = new Map();
  const asks = [];
  for (let now = 1, turn = 0; turn < 400; turn++) {
    now += random() < 0.05 ? Math.floor(random() * 3 * windowMs) : Math.floor(random() * (windowMs / 20));
    const client = `client ${between(random, 1, clients)}`;
    if (random() < 0.02) holdings.delete(client);
    const own = holdings.get(client) ?? [];
    const gives = own.length > 0 && random() < 0.3;
    const back = gives ? own.splice(0).map(({ window, permits }) => ({ window, permits: between(random, 0, permits) })) : [];
    const want = gives ? 0 : between(random, 1, 80);
    const resetMs = windowMs - ((now - 1) % windowMs);
    const report = random() < 0.7 ? seen(quota, resetMs, quota, windowMs) : null;
    const lease = step(now, { client, want, back, seen: report, heldMs: 0 });
    holdings.set(client, [...own, ...lease.grants]);
    asks.push({ now, back, lease });
  }
  return { quota, windowMs, asks };
};

describe('in whatever order it is asked', () => {
  test('no window is granted more than its quota', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const ledger = new Ledger();
      const { quota, windowMs, asks } = life(seed, (now, one) => ledger.lease(now, one));
      const sums = new Map();
      for (const { now, back, lease } of asks) {
        for (const { window, permits } of back) sums.set(window, sums.get(window) - permits);
        for (const { window, permits, fromMs, untilMs } of lease.grants) {
          assert.ok(Number.isInteger(permits) && permits > 0 && fromMs >= 0 && untilMs > fromMs);
          assert.ok(untilMs <= 21 * Math.max(windowMs, WINDOW), `${untilMs}`);
          sums.set(window, (sums.get(window) ?? 0) + permits);
          assert.ok(sums.get(window) <= Math.max(quota, 16), `seed ${seed} at ${now}: ${sums.get(window)} of ${quota} in ${window}`);
        }
        assert.ok(lease.againMs >= 0 && lease.againMs <= Math.max(windowMs, 1000), `${lease.againMs}`);
      }
    }
  });

  test('what is written down and read again at any moment goes on the same', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const whole = new Ledger();
      const { asks } = life(seed, (now, one) => whole.lease(now, one));
      let ledger = new Ledger();
      const again = life(seed, (now, one) => {
        ledger = kept(ledger);
        return ledger.lease(now, one);
      });
      assert.deepEqual(again.asks, asks);
    }
  });
});

describe('whatever is asked', () => {
  const NONSENSE = [NaN, Infinity, -Infinity, -1, 0, 0.5, 1e308, 2 ** 53, '5', 'x', '', null, undefined, true, {}, [], 1e-300];

  const hostile = function* () {
    for (const value of NONSENSE) {
      yield { want: value };
      yield { client: value };
      yield { heldMs: value };
      yield { back: value === null || value === undefined ? value : [] };
      for (const member of ['window', 'permits']) yield { back: [{ window: 0, permits: 5, [member]: value }] };
      yield { seen: value };
      for (const member of ['quota', 'windowMs', 'left', 'resetMs']) yield { seen: { ...seen(100, 20_000), [member]: value } };
    }
  };

  test('it comes to an end, and the ledger holds nothing but whole numbers of permits', () => {
    for (const nonsense of hostile()) {
      const ledger = told();
      ledger.lease(10, ask({ want: 20 }));
      for (let turn = 1; turn <= 3; turn++) {
        const { grants, againMs } = ledger.lease(10 + turn, ask({ want: 5, ...nonsense }));
        const what = JSON.stringify(nonsense, (_, value) => (typeof value === 'number' ? String(value) : value));
        for (const grant of grants) {
          assert.ok(Number.isSafeInteger(grant.permits) && grant.permits > 0, what);
          assert.ok(grant.fromMs >= 0 && grant.untilMs > grant.fromMs && grant.untilMs < Infinity, what);
        }
        assert.ok(againMs >= 0 && againMs < Infinity, what);
        const state = ledger.toJSON();
        assert.deepEqual(JSON.parse(JSON.stringify(state)), state, what);
        for (const permits of state.given) assert.ok(Number.isSafeInteger(permits ?? 0) && !(permits < 0), what);
      }
      const later = ledger.lease(10 * 24 * 3600 * 1000, ask({ client: 'b', want: 3 }));
      assert.ok(permitsOf(later) >= 3, JSON.stringify(nonsense));
    }
  });

  test('who asks for less than nothing, or gives back what is not his, gets nobody more than the quota', () => {
    const ledger = told();
    spendAll(ledger, 2);
    ledger.lease(3, ask({ want: -50 }));
    ledger.lease(
      3,
      ask({
        back: [
          { window: 0, permits: -50 },
          { window: -1, permits: 50 },
          { window: 99, permits: 50 },
        ],
      }),
    );
    assert.equal(spendAll(ledger, 4), 0);
    ledger.lease(5, ask({ back: [{ window: 0, permits: 1e15 }] }));
    assert.ok(spendAll(ledger, 6) <= QUOTA);
  });
});

describe('a ledger that somebody else wrote down', () => {
  const NO_NUMBERS = [null, undefined, true, '150', '', { toString: 1, valueOf: 1 }, () => 1, 5n, Symbol('x')];
  const ODD = [...NO_NUMBERS, NaN, Infinity, -Infinity, -1, -0.5, -1e308, 1e308, 2 ** 60];
  const TINY = [0.5, 1e-300, 5e-324];
  const DAY = 24 * 3600 * 1000;

  /** Of a ledger in the middle of its life. */
  const saved = () => {
    const ledger = told();
    ledger.lease(5, ask({ want: 30, heldMs: 200 }));
    return JSON.parse(JSON.stringify(ledger));
  };

  test('is refused by the name of what is wrong', () => {
    const wrong = {
      isTold: [...ODD.filter((value) => value !== true), [], {}],
      quota: [...ODD, ...TINY, 0, [], {}],
      windowMs: [...ODD, ...TINY, 0, [], {}, 2 * DAY],
      number: [...ODD, ...TINY, [], {}],
      endsMs: [...ODD, [], {}],
      given: [...ODD, {}, [-1], [0.5], ['1'], [[1]], [2 ** 60], Array(21).fill(0)],
      left: [...ODD.filter((value) => value !== null), [], {}],
      taken: [...ODD, [], {}],
      others: [...ODD, [], {}],
      heldUntilMs: [...ODD, [], {}],
      // Clients may have any names.
      clients: [
        ...ODD.filter((value) => typeof value !== 'object'),
        null,
        [],
        { a: null },
        { a: '5' },
        { a: -1 },
        { a: 1e308 },
        Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [n, 1])),
      ],
    };
    assert.deepEqual(Object.keys(wrong), Object.keys(saved()));
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const message = new RegExp(`^TypeError: saved\\.${name} must be .+, not .`);
        assert.throws(() => new Ledger({ ...saved(), [name]: value }), message, `${name}: ${inspect(value)}`);
      }
      const { [name]: _, ...rest } = saved();
      assert.throws(() => new Ledger(rest), new RegExp(`^TypeError: saved\\.${name} must be .+, not undefined$`));
    }
    for (const value of [5, 'x', JSON.stringify(saved()), true, [], [saved()], {}, { version: 2 }, told()]) {
      assert.throws(() => new Ledger(value), /^TypeError: saved(\.isTold)? must be /);
    }
  });

  /** Any JSON, and now and then what could be a ledger's. */
  const anything = (random, depth = 0) => {
    const pick = (list) => list[between(random, 0, list.length - 1)];
    const kind = random();
    if (kind < 0.5) return pick([0, 1, -1, 0.5, 150, 30_000, DAY, 1e12, 8.64e15, 9e15, 1e308, -1e308, between(random, 0, 1e9), random()]);
    if (kind < 0.7 || depth > 2) return pick([null, true, false, '', '5', 'NaN']);
    const members = Array.from({ length: between(random, 0, 4) }, () => anything(random, depth + 1));
    return kind < 0.85 ? members : Object.fromEntries(members.map((member, at) => [pick(['a', '__proto__', `${at}`]), member]));
  };

  test('comes to an end, or is refused, whatever numbers are in it', () => {
    let read = 0;
    for (let seed = 1; seed <= 4000; seed++) {
      const random = seeded(seed);
      const odd = saved();
      for (const name of Object.keys(odd)) if (random() < 0.1) odd[name] = anything(random);
      let ledger;
      try {
        ledger = new Ledger(odd);
      } catch (error) {
        assert.match(`${error}`, /^TypeError: saved\.\w+ must be /);
        continue;
      }
      read += 1;
      for (const now of [0, 10, 40_000, 1e12, 1e12 + 5, 8.64e15, 20]) {
        const reported = random() < 0.5 ? seen(3, 20_000) : anything(random);
        const { grants, againMs } = ledger.lease(now, ask({ want: 5, seen: reported, back: [anything(random)], client: anything(random) }));
        for (const grant of grants) {
          assert.ok(
            Number.isSafeInteger(grant.permits) && grant.permits > 0 && grant.fromMs >= 0 && grant.untilMs > grant.fromMs,
            `${seed}: ${JSON.stringify(grant)}`,
          );
        }
        assert.ok(againMs >= 0 && againMs <= 2 * DAY, `${seed}: ${againMs}`);
        ledger = kept(ledger);
      }
    }
    assert.ok(read > 1000 && read < 3000, `${read} were read`);
  });

  test('that ends, holds or was asked in the far future keeps nobody waiting for that', () => {
    const future = 4e15;
    const ledger = new Ledger({ ...saved(), endsMs: future, heldUntilMs: future, clients: { a: future, b: future } });
    const { grants, isWanted } = ledger.lease(1000, ask({ want: 3 }));
    assert.deepEqual(grants, [{ window: 0, permits: 3, fromMs: 0, untilMs: WINDOW - 300 }]);
    assert.equal(isWanted, false);
  });
});

test('a moment that is none is a wrong argument, and leaves the ledger as it was', () => {
  const ledger = told();
  const before = JSON.stringify(ledger);
  for (const now of [NaN, Infinity, -1, 1e300, '5', null, undefined, new Date(5)]) {
    assert.throws(() => ledger.lease(now, ask({ want: 1 })), /^TypeError: nowMs must be a moment in milliseconds, not /);
    assert.throws(() => ledger.isForgotten(now), /^TypeError: nowMs /);
  }
  assert.equal(JSON.stringify(ledger), before);
});

test('more clients than a ledger keeps apart make it no larger', () => {
  const ledger = told();
  for (let n = 0; n < 5000; n++) ledger.lease(10, ask({ client: `client ${n} ${'x'.repeat(1000)}` }));
  assert.ok(JSON.stringify(ledger).length < 100_000);
  assert.ok(permitsOf(kept(ledger).lease(11, ask({ client: 'last', want: 5 }))) === 5);
});
