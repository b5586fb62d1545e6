// decideRetry where the answer is that there were too many requests.

import { answered, background, BACKOFF, decides, reset, stopped, throttled, vouched } from './exchanges.mjs';

const SHOP = 'https://shop.example/api/storefront/customers';
const INTERNAL = 'https://shop.example/internalapi/v1/checkout/order';
const STORE = 'https://store-abc123.mybigcommerce.com/contact';
const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT';

const asked = (delayMs, rule) => ({
  retry: true,
  delayMs,
  rule,
  mayHaveRun: false,
  attemptsLeft: 2,
});

/** Title, exchange, state, policy, expected members. */
const ROWS = [
  ...['GET', 'POST', 'PATCH', 'post'].map((method) => [
    `a 429 to a ${method} waits for the reset, in milliseconds`,
    throttled(reset('4200'), method),
    {},
    {},
    asked(4_200, 'rate-limit-reset'),
  ]),
  ['X-Retry-After is in seconds', throttled({ 'X-Retry-After': '5' }), {}, {}, asked(5_000, 'retry-after')],
  ['Retry-After is in seconds', throttled({ 'Retry-After': '6' }), {}, {}, asked(6_000, 'retry-after')],
  ...[
    ['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:44 GMT'],
    ['RFC 850', 'Sunday, 06-Nov-94 08:49:44 GMT'],
    ['asctime', 'Sun Nov  6 08:49:44 1994'],
  ].map(([format, date]) => [
    `Retry-After as a date (${format}) counts from the answer's Date`,
    throttled({ 'Retry-After': date, Date: DATE }),
    {},
    {},
    asked(7_000, 'retry-after'),
  ]),
  ['a date without a Date header is no wait', throttled({ 'Retry-After': DATE }), {}, {}, asked(1_000, 'platform-load')],
  [
    'the longest wait wins: X-Retry-After',
    throttled({ ...reset('4200'), 'X-Retry-After': '5', 'Retry-After': '1' }),
    {},
    {},
    asked(5_000, 'retry-after'),
  ],
  [
    'the longest wait wins: Retry-After',
    throttled({ ...reset('4200'), 'X-Retry-After': '5', 'Retry-After': '7' }),
    {},
    {},
    asked(7_000, 'retry-after'),
  ],
  [
    'the longest wait wins: the reset, by a millisecond',
    throttled({ ...reset('5001'), 'X-Retry-After': '5' }),
    {},
    {},
    asked(5_001, 'rate-limit-reset'),
  ],
  [
    "B2B Edition's reset counts like the other",
    throttled({ 'X-Request-Window-Resets-After': '0.397 s' }),
    {},
    {},
    asked(397, 'rate-limit-reset'),
  ],
  ['a reset of zero is believed once', throttled(reset('0')), {}, {}, asked(0, 'rate-limit-reset')],
  [
    'a reset of zero is not believed twice',
    throttled(reset('0')),
    { attempt: 2 },
    {},
    { retry: true, delayMs: 2_000, rule: 'platform-load' },
  ],

  ...BACKOFF.map(([attempt, delayMs]) => [
    `a 429 without headers is platform load: ${delayMs} ms after attempt ${attempt}, also for a POST`,
    throttled({}, 'POST'),
    { attempt },
    background,
    { retry: true, delayMs, rule: 'platform-load', mayHaveRun: false },
  ]),
  ...[SHOP, INTERNAL, STORE].flatMap((url) => [
    ...['POST', 'PUT', 'DELETE'].map((method) => [
      `a 429 without a quota to a ${method} on ${url} is no quota`,
      throttled({}, method, url),
      {},
      vouched,
      stopped('not-a-quota', false),
    ]),
    [
      `a 429 without a quota to a GET on ${url} is platform load`,
      throttled({}, 'GET', url),
      {},
      {},
      { retry: true, rule: 'platform-load' },
    ],
    [
      `a 429 with a quota to a POST on ${url} waits for the reset`,
      throttled(reset('10'), 'POST', url),
      {},
      {},
      asked(10, 'rate-limit-reset'),
    ],
  ]),
  ['a 509 is a quota that is spent, for any method', answered(509, 'POST'), {}, {}, asked(1_000, 'platform-load')],
];

export const throttledCases = ROWS.map(decides);
