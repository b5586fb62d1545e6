// The package's renderer beside the crate's: what the one lays out, the other does too.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { diagnose, render, statuses } from '../../pkg/dist/index.js';
import { REASONS } from '../../pkg/dist/knowledge/reasons.js';

const FORMATS = ['text', 'markdown', 'html'];
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the crate makes of codes, exchanges and diagnoses, three texts each. */
const byCrate = (whats) => {
  const output = execFileSync(
    'cargo',
    ['run', '--quiet', '--locked', '--package', 'bc-status-words', '--bin', 'render', '--profile', 'words', '--target-dir', 'target/words'],
    {
      cwd: root,
      // Half of a character, which JavaScript may have, no text of Rust's can hold.
      input: whats.map((what) => `${JSON.stringify(what, (_, value) => value?.toWellFormed?.() ?? value)}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const texts = output.split('\0');
  assert.equal(texts.pop(), '', 'each text ends with a NUL');
  assert.equal(texts.length, whats.length * FORMATS.length);
  return whats.map((_, at) => texts.slice(at * FORMATS.length, (at + 1) * FORMATS.length));
};

/** Compares what each renderer makes of its form of a thing: the package's of a code or a diagnosis. */
const compare = (pairs) => {
  for (const [at, texts] of byCrate(pairs.map(([, crate]) => crate)).entries()) {
    for (const [place, format] of FORMATS.entries()) {
      assert.equal(render(pairs[at][0], format), texts[place], `${format} of ${JSON.stringify(pairs[at][0]).slice(0, 300)}`);
    }
  }
};

/** An exchange is diagnosed by each. In a URL the package drops line ends, as fetch does. */
const asExchange = (exchange) => {
  const [url, body] = [exchange.url.replace(/[\t\r\n]/g, ''), textOf(exchange.body)];
  return [diagnose(exchange), { ...exchange, url, body }];
};

const textOf = (body) => (typeof body === 'object' && body !== null ? JSON.stringify(body) : body);

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a ` b <b onclick=alert(1)> ` c ` <i>',
  '\\`<script>alert(1)</script>\\`',
  '</article></li><style>*{display:none}</style>',
  '&lt;script&gt; &#60;script&#62;',
  '[x](javascript:alert(1)) ![x](https://evil.example/pixel.png) **bold** [x][y]',
  'red \u001b[31mroom\u009b2J bell\u0007 line\r\nbreak \u2028 \u202e \u2066 \ud800 😀',
  `  ${'long 😀 '.repeat(200)}`,
  'x'.repeat(160),
  'x'.repeat(161),
];

/** A hostile text by every way into a diagnosis. */
const exchangesOf = (hostile) =>
  [207, 301, 400, 403, 404, 406, 415, 422, 429, 500].map((status) => ({
    method: 'POST',
    url: `https://api.bigcommerce.com/stores/${hostile}/v3/carts?limit=${hostile}`,
    status,
    headers: { location: hostile, 'x-request-id': hostile, 'x-rate-limit-time-reset-ms': '83999' },
    requestHeaders: { 'content-type': hostile, accept: hostile, origin: hostile },
    body: { title: hostile, detail: `and ${hostile}`, errors: { [hostile]: hostile, '3.name': `x ${hostile}` } },
  }));

describe('render', () => {
  test('lays out every code as the crate does', () => {
    compare([0, 7, 99, 100, 300, 418, 600, 10_007, ...statuses().map(({ code }) => code)].map((code) => [code, code]));
  });

  test('lays out the diagnosis of every kind of body as the crate does', () => {
    const rows = readFileSync(new URL('fixtures.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    compare(rows.map(({ method, url, status, body }) => asExchange({ method, url, status, body })));
  });

  test('lays out hostile texts as the crate does, and none as markup', () => {
    const pairs = HOSTILE.flatMap(exchangesOf).map(asExchange);
    compare(pairs);
    for (const html of pairs.map(([diagnosis]) => render(diagnosis, 'html'))) {
      const ours = /<(?:article class="bc-status"|a href="https:\/\/[^"\s<>]*"|\/?(?:article|h2|h3|p|ul|li|code|a))>/g;
      assert.doesNotMatch(html.replace(ours, ''), /[<>]/, html);
    }
  });

  test('says every kind of wait as the crate does', () => {
    const waits = [0, 1, 320, 999, 1_000, 4_200, 4_201, 30_000, 59_901, 59_999, 60_000, 90_000, 3_600_000, 7_325_000, 90_061_000];
    const classification = { status: null, outcome: 'throttled', api: 'unknown', error: null, rateLimit: null, requestId: null };
    const reason = 'asked-to-wait';
    compare(
      waits.flatMap((delayMs) =>
        [true, false].map((retry) => {
          const decision = { retry, delayMs, reason, mayHaveRun: false, attemptsLeft: 1 };
          const diagnosis = { classification, findings: [], retry: decision };
          return [{ ...diagnosis, retry: { ...decision, reason: REASONS[reason] } }, diagnosis];
        }),
      ),
    );
  });

  test('leaves out what is no diagnosis inside one', () => {
    const odd = {
      classification: { status: 5, outcome: null, error: { items: [null, 7, { message: 1 }] } },
      findings: [null, 7, {}],
      retry: {},
    };
    for (const format of FORMATS) assert.match(render(odd, format), /No answer/);
  });
});
