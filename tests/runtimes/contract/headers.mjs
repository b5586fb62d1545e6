// Timing headers as a broken or hostile server may write them: none disables a
// wait, shortens it, or throws.

import { equal, like, ok, show, table } from './check.mjs';
import { API, background } from './exchanges.mjs';

const RESET = 'X-Rate-Limit-Time-Reset-Ms';
const TIMING = [RESET, 'X-Retry-After', 'Retry-After'];
const NAMES = [
  ...TIMING,
  'X-Rate-Limit-Time-Window-Ms',
  'X-Rate-Limit-Requests-Quota',
  'X-Rate-Limit-Requests-Left',
  'X-BC-ApiLimit-Remaining',
  'X-Requests-Allocated',
  'X-Requests-Window-Length',
  'X-Requests-Remaining',
  'X-Request-Window-Resets-After',
  'Date',
  'X-Request-Id',
  'Trace-Id',
];

const GARBAGE = [
  '',
  ' ',
  'abc',
  '-5',
  '-0.5',
  '+5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  'undefined',
  '5s',
  '1.2.3',
  '.',
  ',',
  ',,,',
  '-1, -2',
  '99999999999999999999999',
  '9'.repeat(400),
  '1790000000000',
  '5\n5',
  '\0',
  '\ud800',
  'Sun, 06 Nov 1994',
  'Sun, 06 Nov 1994 08:49:44 GMT',
  'Sun, 99 Xyz 1994 99:99:99 GMT',
];

const MEGABYTE = 1 << 20;
const HOSTILE = [
  ['nines', '9'.repeat(MEGABYTE)],
  ['spaces', ' '.repeat(MEGABYTE)],
  ['commas', ','.repeat(MEGABYTE)],
  ['lines', '\n'.repeat(MEGABYTE)],
  ['dates', 'Sun, 06 Nov 1994 08:49:44 GMT, '.repeat(MEGABYTE / 32)],
  ['lone surrogates', '\ud800'.repeat(MEGABYTE)],
  ['zeros', '0'.repeat(MEGABYTE)],
];

const throttled = (headers) => ({ url: API, status: 429, headers });
const platformLoad = { retry: true, delayMs: 1_000, rule: 'platform-load' };
const twoMinutes = { retry: true, delayMs: 120_000 };

const decide = (bc, headers, expected, what) => {
  const decision = bc.decideRetry(throttled(headers), {}, background);
  equal(like(decision, expected), expected, what);
};

/** Headers that ask for two minutes, and something else besides. */
const REPEATED = [
  [
    'on two lines, as pairs',
    [
      ['Retry-After', '120'],
      ['Retry-After', '3'],
    ],
  ],
  [
    'on two lines, the longer last',
    [
      ['retry-after', '3'],
      ['Retry-After', '120'],
    ],
  ],
  ['as an array', { 'retry-after': ['3', '120', '7'] }],
  ['after a comma', { 'Retry-After': '3, 120' }],
  ['under names in different case', { 'retry-after': '3', 'RETRY-AFTER': '120' }],
  [
    'beside garbage',
    [
      ['Retry-After', 'soon'],
      ['Retry-After', '120'],
    ],
  ],
  ['beside a negative wait', { 'Retry-After': '120, -1' }],
  [
    'beside an empty wait',
    [
      ['Retry-After', ''],
      ['Retry-After', '120'],
      ['Retry-After', ''],
    ],
  ],
  [
    'beside an endless wait',
    [
      ['Retry-After', '9'.repeat(30)],
      ['Retry-After', '120'],
    ],
  ],
  [
    'beside a value of 5000 characters',
    [
      ['Retry-After', '120'],
      ['Retry-After', 'x'.repeat(5_000)],
    ],
  ],
];

export const headerCases = [
  ...GARBAGE.map((value) => ({
    name: `headers: ${show(value)} in a timing header is no wait, and shortens none`,
    run(bc) {
      for (const name of TIMING) {
        decide(bc, { [name]: value }, platformLoad, `${name} alone`);
        for (const other of TIMING.filter((one) => one !== name)) {
          const good = other === RESET ? '120000' : '120';
          decide(bc, { [name]: value, [other]: good }, twoMinutes, `${name} beside ${other}`);
          decide(bc, { [other]: good, [name]: value }, twoMinutes, `${name} after ${other}`);
        }
      }
      decide(bc, Object.fromEntries(TIMING.map((name) => [name, value])), platformLoad, 'in all');
      const failed = { url: API, status: 500, headers: { 'Retry-After': value } };
      equal(bc.decideRetry(failed, {}, background).delayMs, 60_000, 'the minute after a 500');
    },
  })),
  ...table(
    REPEATED,
    (title) => `headers: a wait is not shortened when it is repeated ${title}`,
    (bc, title, headers) => decide(bc, headers, twoMinutes, title),
  ),
  ...table(
    [
      ['0.0001', 1],
      ['1.5', 1_500],
      ['2.0000000001', 2_001],
      ['00015', 15_000],
      [' 7 ', 7_000],
      [7, 7_000],
    ],
    (value, ms) => `headers: Retry-After ${show(value)} is ${ms} ms, never less`,
    (bc, value, delayMs) => decide(bc, { 'Retry-After': value }, { delayMs }, show(value)),
  ),
  {
    name: 'headers: a date that has passed is no negative wait',
    run(bc) {
      const headers = {
        'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT',
        Date: 'Sun, 06 Nov 1994 08:49:44 GMT',
      };
      const { retry, delayMs } = bc.decideRetry(throttled(headers), {}, background);
      ok(retry && delayMs >= 0, 'a wait from 0 on', delayMs);
      decide(bc, { ...headers, [RESET]: '120000' }, twoMinutes, 'beside a reset');
    },
  },
  ...table(
    HOSTILE,
    (what) => `headers: a megabyte of ${what} throws nowhere, and shortens no wait`,
    (bc, _what, value) => {
      for (const name of NAMES) {
        bc.classify({ url: API, status: 200, headers: { [name]: value } });
        const { retry, delayMs } = bc.decideRetry(throttled({ [name]: value }), {}, background);
        ok(retry && delayMs >= 1_000, `${name}: at least 1000 ms`, delayMs);
      }
      decide(bc, { 'X-Retry-After': value, 'Retry-After': '120' }, twoMinutes, 'beside a wait');
    },
  ),
  {
    name: 'headers: a megabyte in the method, the URL or an unknown header throws nowhere',
    run(bc) {
      const long = 'x'.repeat(MEGABYTE);
      for (const exchange of [
        { method: long, status: 503 },
        { url: `https://${long}/`, status: 503 },
        { url: '/'.repeat(MEGABYTE), status: 503 },
        { status: 503, headers: { [long]: long } },
        { status: 503, headers: { 'x-request-id': long } },
      ]) {
        equal(bc.classify(exchange).outcome, 'unavailable');
        bc.decideRetry(exchange);
      }
      equal(bc.classify({ headers: { 'x-request-id': long } }).requestId, null);
    },
  },
  {
    name: 'headers: names and values that no text can be made of throw nowhere, and hide no wait',
    run(bc) {
      const throwing = {
        toString() {
          throw new Error('no text');
        },
      };
      let deep = ['1'];
      for (let n = 0; n < 20_000; n++) deep = [deep];
      const odd = [
        throwing,
        { toString: 1, valueOf: 1 },
        { a: 1 },
        Object.create(null),
        Symbol('x'),
        () => '5',
        [throwing],
        [Symbol('x')],
        deep,
        new Date(NaN),
      ];
      for (const one of odd) {
        for (const headers of [
          { 'Retry-After': one, 'X-Retry-After': '120' },
          { 'Retry-After': [one, '120', one] },
          [
            [one, '5'],
            ['Retry-After', one],
            ['Retry-After', '120'],
          ],
          [[one], [[one], one], ['X-Other', one], ['Retry-After', ['120', one]]],
        ]) {
          decide(bc, headers, twoMinutes, show(Object.keys(headers)));
          const found = { ...throttled(headers), requestHeaders: headers, body: '{}' };
          equal(bc.classify(found).rateLimit.retryAfterMs, 120_000);
          ok(bc.diagnose(found).findings.length > 0, 'findings');
        }
      }
    },
  },
  {
    name: 'headers: things in the place of headers that are none throw nowhere',
    run(bc) {
      for (const headers of [
        [],
        [[]],
        [['retry-after']],
        [null, undefined, 5, 'retry-after: 5', ['retry-after', null]],
        { 'retry-after': [] },
        { 'retry-after': {} },
        { 'retry-after': true },
        { '': '5' },
        new Map(),
        new Set(['retry-after']),
      ]) {
        decide(bc, headers, platformLoad, show(headers));
        equal(bc.classify({ status: 200, headers }).requestId, null);
      }
    },
  },
  {
    name: 'headers: line breaks in the method, URL or a header move nothing to another header',
    run(bc) {
      const breaks = '\n'.repeat(8);
      for (const exchange of [{ method: `GET${breaks}1` }, { url: `${API}${breaks}1` }, { headers: { Date: `a${breaks}5` } }]) {
        equal(bc.classify({ status: 200, ...exchange }).rateLimit, null);
      }
    },
  },
];
