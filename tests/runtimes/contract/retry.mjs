// decideRetry: a row for every rule. Throttling, limits, jitter and hostile headers
// have files of their own.

import { equal, like, ok, show } from './check.mjs';
import { answered, API, background, BACKOFF, decides, lost, reset, stopped, throttled, vouched } from './exchanges.mjs';

/** Title, exchange, state, policy, expected members. */
const ROWS = [
  ...[200, 201, 202, 204, 207, 304].flatMap((status) =>
    ['GET', 'POST'].map((method) => [
      `a ${status} to a ${method} needs no repeat`,
      answered(status, method, { 'Retry-After': '1' }),
      {},
      vouched,
      { retry: false, rule: 'not-needed', attemptsLeft: 0 },
    ]),
  ),
  ...[301, 302, 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 423].map((status) => [
    `a ${status} is not repeated, even by a caller who vouches`,
    answered(status, 'PUT', { 'Retry-After': '1' }),
    {},
    vouched,
    stopped('not-retryable', false),
  ]),
  ...[501, 505, 507].map((status) => [`a ${status} is never repeated`, answered(status), {}, vouched, stopped('not-retryable', false)]),

  ...BACKOFF.flatMap(([attempt, delayMs]) =>
    [502, 503, 504].map((status) => [
      `a ${status} waits ${delayMs} ms after attempt ${attempt}`,
      answered(status),
      { attempt },
      background,
      { retry: true, delayMs, rule: 'unavailable', mayHaveRun: true, attemptsLeft: 10 - attempt },
    ]),
  ),
  [
    'a gateway may ask for more than our cap',
    answered(503, 'GET', { 'Retry-After': '120' }),
    {},
    background,
    { retry: true, delayMs: 120_000, rule: 'retry-after' },
  ],
  [
    'a gateway cannot ask for less than our backoff',
    answered(503, 'GET', { 'Retry-After': '1' }),
    { attempt: 3 },
    background,
    { retry: true, delayMs: 4_000, rule: 'unavailable' },
  ],
  [
    'the rest of a quota window is no wait for a 504',
    answered(504, 'GET', reset('9000')),
    {},
    {},
    { retry: true, delayMs: 1_000, rule: 'unavailable' },
  ],
  [
    'a 500 waits longer where the server asks for it',
    answered(500, 'GET', { 'Retry-After': '90' }),
    {},
    background,
    { retry: true, delayMs: 90_000, rule: 'retry-after' },
  ],
  [
    'a 500 keeps its minute where the server asks for less',
    answered(500, 'GET', { 'Retry-After': '5' }),
    {},
    background,
    { retry: true, delayMs: 60_000, rule: 'server-error' },
  ],

  ...[
    ['a 500', (method) => answered(500, method)],
    ['a 502', (method) => answered(502, method)],
    ['a 503', (method) => answered(503, method)],
    ['a 504', (method) => answered(504, method)],
    ['a lost connection', (method) => lost('network', method)],
    ['a time-out', (method) => lost('timeout', method)],
  ].flatMap(([what, exchange]) => [
    ...['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'get', 'put'].map((method) => [
      `${what} repeats a ${method}`,
      exchange(method),
      {},
      background,
      { retry: true, mayHaveRun: true },
    ]),
    ...['POST', 'PATCH', 'post', 'FOO', ''].map((method) => [
      `${what} does not repeat a ${method || 'request without a method'}: it may have run`,
      exchange(method),
      {},
      background,
      stopped('not-repeatable', true),
    ]),
    ...['POST', 'PATCH'].map((method) => [
      `${what} repeats a ${method} that the caller vouches for`,
      exchange(method),
      {},
      vouched,
      { retry: true, mayHaveRun: true },
    ]),
  ]),

  ...['network', 'timeout'].flatMap((failure) => [
    [
      `${failure}: again after a second`,
      lost(failure),
      {},
      {},
      { retry: true, delayMs: 1_000, rule: 'network', mayHaveRun: true, attemptsLeft: 2 },
    ],
    [
      `${failure}: then after two`,
      lost(failure),
      { attempt: 2, elapsedMs: 1_000 },
      {},
      { retry: true, delayMs: 2_000, rule: 'network', attemptsLeft: 1 },
    ],
  ]),
  ['no answer and no word why counts as a lost connection', { url: API }, {}, {}, { retry: true, rule: 'network' }],
  [
    'a status of 0 beside a failure is no answer, as XMLHttpRequest has it',
    { ...lost('network'), status: 0 },
    {},
    {},
    { retry: true, rule: 'network', mayHaveRun: true },
  ],
  ['an abort is final', lost('aborted'), {}, vouched, stopped('aborted', true)],

  ['a page cannot reach the management API', { ...lost('network'), inBrowser: true }, {}, {}, { retry: false, rule: 'not-retryable' }],
  [
    'a page that calls a storefront may try again',
    { ...lost('network'), url: 'https://shop.example/graphql', inBrowser: true },
    {},
    {},
    { retry: true, rule: 'network' },
  ],
  [
    'a page that calls a proxy of its own may try again',
    { ...lost('network'), url: '/stores/abc123/v3/carts', inBrowser: true },
    {},
    {},
    { retry: true, rule: 'network' },
  ],
];

export const retryCases = [
  ...ROWS.map(decides),
  {
    name: 'decideRetry: a 500 is repeated five times, each wait longer than the one before',
    run(bc) {
      for (const policy of [background, { ...background, maxAttempts: 50 }]) {
        let before = 59_999;
        for (let attempt = 1; attempt <= 5; attempt++) {
          const decision = bc.decideRetry(answered(500), { attempt }, policy);
          const expected = { retry: true, rule: 'server-error', attemptsLeft: 6 - attempt };
          equal(like(decision, expected), expected, `after attempt ${attempt}`);
          ok(decision.delayMs > before, `more than ${before} ms after ${attempt}`, decision.delayMs);
          before = decision.delayMs;
        }
        const last = bc.decideRetry(answered(500), { attempt: 6 }, policy);
        equal([last.retry, last.rule], [false, 'attempts-exhausted']);
      }
    },
  },
  {
    name: 'decideRetry: a decision has just its members, and survives structuredClone and JSON',
    run(bc) {
      for (const exchange of [throttled(reset('5')), answered(200), lost('aborted')]) {
        const decision = bc.decideRetry(exchange);
        equal(Object.keys(decision).sort(), ['attemptsLeft', 'delayMs', 'mayHaveRun', 'reason', 'retry', 'rule']);
        equal(structuredClone(decision), decision);
        equal(JSON.parse(JSON.stringify(decision)), decision);
      }
    },
  },
  {
    name: 'decideRetry is a pure function: the same arguments give the same decision',
    run(bc) {
      const decide = () => show(bc.decideRetry(answered(503), { attempt: 2 }, background));
      const first = decide();
      for (let n = 0; n < 50; n++) equal(decide(), first);
    },
  },
];
