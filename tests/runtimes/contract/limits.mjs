// decideRetry: how far the caller is willing to go, and how waits are spread.

import { equal, like, ok, table, thrownBy } from './check.mjs';
import { API, background } from './exchanges.mjs';

const answered = (status, headers = {}) => ({ url: API, status, headers });
const DAY = answered(429, { 'Retry-After': '86400' });
const FOUR_SECONDS = answered(429, { 'X-Rate-Limit-Time-Reset-Ms': '4000' });

const doesNotFit = (delayMs, attemptsLeft) => ({
  retry: false,
  rule: 'budget-exhausted',
  delayMs,
  attemptsLeft,
});
const exhausted = { retry: false, rule: 'attempts-exhausted', attemptsLeft: 0 };

/** Title, exchange, state, policy, expected members. */
const ROWS = [
  ...[429, 502, 503, 504, 500].flatMap((status) => {
    const patient = { maxElapsedMs: Infinity };
    const most = status === 500 ? 6 : 10;
    return [
      [`${status}, interactive: attempt 2 leaves one`, answered(status), { attempt: 2 }, patient, { retry: true, attemptsLeft: 1 }],
      [`${status}, interactive: attempt 3 was the last`, answered(status), { attempt: 3 }, patient, exhausted],
      [
        `${status}, background: attempt ${most - 1} leaves one`,
        answered(status),
        { attempt: most - 1 },
        background,
        { retry: true, attemptsLeft: 1 },
      ],
      [`${status}, background: attempt ${most} was the last`, answered(status), { attempt: most }, background, exhausted],
    ];
  }),
  ['a 500 does not fit for a person, and the minute is named', answered(500), {}, {}, doesNotFit(60_000, 2)],
  [
    'a 500 does not fit under a cap, and the minute is named',
    answered(500),
    {},
    { ...background, maxDelayMs: 59_999 },
    doesNotFit(60_000, 5),
  ],
  ['a day does not fit for a person, and is named', DAY, {}, {}, doesNotFit(86_400_000, 2)],
  ['a day fits for a job', DAY, {}, background, { retry: true, delayMs: 86_400_000, rule: 'retry-after' }],
  ['more than a day is given back to a job as well', answered(429, { 'Retry-After': '86401' }), {}, background, doesNotFit(86_401_000, 9)],
  [
    'more than a day is waited where the policy names it',
    answered(429, { 'Retry-After': '86401' }),
    {},
    { ...background, maxDelayMs: 86_401_000 },
    { retry: true, delayMs: 86_401_000, rule: 'retry-after' },
  ],
  ['a day fits under a cap of a day', DAY, {}, { ...background, maxDelayMs: 86_400_000 }, { retry: true, delayMs: 86_400_000 }],
  ['a day does not fit under a cap of less', DAY, {}, { ...background, maxDelayMs: 86_399_999 }, doesNotFit(86_400_000, 9)],
  ['a day does not fit into less time', DAY, {}, { ...background, maxElapsedMs: 86_399_999 }, doesNotFit(86_400_000, 9)],
  [
    'a profile sets what the caller leaves open',
    DAY,
    {},
    { profile: 'interactive', maxElapsedMs: Infinity },
    { retry: true, delayMs: 86_400_000 },
  ],
  ['4 s fit after 6 s', FOUR_SECONDS, { elapsedMs: 6_000 }, {}, { retry: true, delayMs: 4_000 }],
  ['4 s do not fit after 6001 ms', FOUR_SECONDS, { elapsedMs: 6_001 }, {}, doesNotFit(4_000, 2)],
  ['4 s do not fit after any longer time', FOUR_SECONDS, { elapsedMs: 1e15 }, {}, doesNotFit(4_000, 2)],
  ['4 s do not fit after an endless time', FOUR_SECONDS, { elapsedMs: Infinity }, {}, doesNotFit(4_000, 2)],
  ['nothing fits into no time', FOUR_SECONDS, {}, { maxElapsedMs: 0 }, doesNotFit(4_000, 2)],
  ['attempts end before time is asked about', DAY, { attempt: 3 }, {}, exhausted],
  ['one attempt is none left', FOUR_SECONDS, {}, { maxAttempts: 1 }, exhausted],
  ['endless attempts are allowed', FOUR_SECONDS, { attempt: 1_000 }, { ...background, maxAttempts: Infinity }, { retry: true }],
  [
    'a cap shortens our own backoff',
    answered(503),
    { attempt: 5 },
    { ...background, maxDelayMs: 1_500 },
    { retry: true, delayMs: 1_500, rule: 'unavailable' },
  ],
  ['a cap of no wait shortens our own backoff to none', answered(503), {}, { ...background, maxDelayMs: 0 }, { retry: true, delayMs: 0 }],
  [
    'a higher cap lengthens our own backoff',
    answered(503),
    { attempt: 8 },
    { ...background, maxDelayMs: 100_000 },
    { retry: true, delayMs: 100_000 },
  ],
  [
    'null and undefined members are as if left out',
    FOUR_SECONDS,
    { attempt: null, elapsedMs: undefined, random: null },
    {
      profile: null,
      maxAttempts: null,
      maxDelayMs: undefined,
      maxElapsedMs: null,
      jitter: null,
      repeatable: undefined,
    },
    { retry: true, delayMs: 4_000, attemptsLeft: 2 },
  ],
  ['null for state and policy are as if left out', FOUR_SECONDS, null, null, { retry: true, delayMs: 4_000, attemptsLeft: 2 }],
];

/** Zero, nearly one, and many between. */
const randoms = () => [0, 0.5, 1 - 2 ** -53, ...Array.from({ length: 1_000 }, Math.random)];

export const limitCases = [
  ...table(
    ROWS,
    (title) => `limits: ${title}`,
    (bc, _title, exchange, state, policy, expected) => {
      const decision = bc.decideRetry(exchange, state, policy);
      equal(like(decision, expected), expected);
    },
  ),
  ...[1, 999, 1_000, 4_200, 9_999, 10_001, 20_000, 3_600_000].map((asked) => ({
    name: `jitter: a wait of ${asked} ms is only lengthened, by a tenth and a second at most`,
    run(bc) {
      const headers = { 'X-Rate-Limit-Time-Reset-Ms': String(asked) };
      for (const random of randoms()) {
        const { delayMs } = bc.decideRetry(answered(429, headers), { random }, background);
        const most = asked + Math.min(asked / 10, 1_000);
        ok(delayMs >= asked && delayMs <= most, `${asked} to ${most} at ${random}`, delayMs);
        ok(Number.isInteger(delayMs), 'whole milliseconds', delayMs);
      }
    },
  })),
  {
    name: 'jitter: it spreads a wait that the server named, and never over the limit',
    run(bc) {
      const wait = (random, policy, seconds) => bc.decideRetry(answered(429, { 'Retry-After': seconds }), { random }, policy);
      const seen = new Set(randoms().map((random) => wait(random, background, '10').delayMs));
      ok(seen.size > 100, 'many different waits', seen.size);
      for (const random of randoms()) {
        const expected = { retry: true, delayMs: 10_000 };
        equal(like(wait(random, {}, '10'), expected), expected, `at ${random}`);
      }
    },
  },
  {
    name: 'jitter: our own backoff is spread between nothing and itself',
    run(bc) {
      for (const attempt of [1, 2, 5]) {
        const most = 1_000 * 2 ** (attempt - 1);
        const seen = randoms().map((random) => {
          const state = { attempt, random };
          const { delayMs } = bc.decideRetry(answered(503), state, background);
          ok(delayMs >= 0 && delayMs <= most, `0 to ${most} at ${random}`, delayMs);
          return delayMs;
        });
        ok(Math.min(...seen) < most / 10 && Math.max(...seen) > (most / 10) * 9, 'a spread', most);
      }
    },
  },
  {
    name: 'jitter: a gateway that asks for a wait gets at least that',
    run(bc) {
      for (const random of randoms()) {
        const exchange = answered(503, { 'Retry-After': '3' });
        const { delayMs } = bc.decideRetry(exchange, { attempt: 4, random }, background);
        ok(delayMs >= 3_000, `at least 3000 at ${random}`, delayMs);
      }
    },
  },
  {
    name: 'jitter: a 500 keeps its minute, and each wait is longer than the one before',
    run(bc) {
      for (const random of randoms()) {
        let before = 59_999;
        for (let attempt = 1; attempt <= 5; attempt++) {
          const state = { attempt, random: attempt % 2 ? random : 0 };
          const { delayMs } = bc.decideRetry(answered(500), state, background);
          ok(delayMs > before, `more than ${before} at ${random}`, delayMs);
          before = delayMs;
        }
      }
    },
  },
  {
    name: 'jitter: false switches it off',
    run(bc) {
      const policy = { ...background, jitter: false };
      for (const random of randoms().slice(0, 50)) {
        equal(bc.decideRetry(answered(503), { random }, policy).delayMs, 1_000);
        equal(bc.decideRetry(DAY, { random }, policy).delayMs, 86_400_000);
      }
    },
  },
  ...[2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 53, 1e300, Infinity].map((attempt) => ({
    name: `limits: attempt ${attempt} never allows another`,
    run(bc) {
      let decision;
      try {
        decision = bc.decideRetry(answered(503), { attempt }, background);
      } catch {
        const refusal = thrownBy(() => bc.decideRetry(answered(503), { attempt }), 'attempt');
        ok(refusal instanceof TypeError, 'a TypeError where it is refused', refusal);
        ok(refusal.message.includes('state.attempt'), 'its name in the message', refusal);
        return;
      }
      equal([decision.retry, decision.rule], [false, 'attempts-exhausted']);
    },
  })),
];
