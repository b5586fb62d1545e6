// What `bc-status/read` makes of texts and streams; the reader itself is tested in tests/paste.rs.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';
import { read, readAll } from '../../pkg/dist/read.js';

const API = 'https://api.bigcommerce.com/stores/abc123';
const TOKEN = 'q3v9hd0exampletoken7k2m1x5z8w40';
const VERBOSE = `> PUT /stores/abc123/v3/catalog/products HTTP/2
> Host: api.bigcommerce.com
> X-Auth-Token: ${TOKEN}
>
< HTTP/2 429
< x-rate-limit-time-reset-ms: 3000
<
{"status":429,"title":"Too many requests"}`;

const all = async (source) => {
  const found = [];
  for await (const pasted of readAll(source)) found.push(pasted);
  return found;
};

/** A text in parts of so many bytes, which may end within a character. */
async function* inParts(text, size) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('reading a text', () => {
  it('gives an exchange that can be diagnosed', () => {
    const { kind, exchange, entries, entry } = read(VERBOSE);
    assert.deepEqual([kind, entries, entry], ['verbose', 1, 1]);
    assert.deepEqual([exchange.method, exchange.url, exchange.status], ['PUT', `${API}/v3/catalog/products`, 429]);
    assert.equal(diagnose(exchange).findings[0].id, 'limit.quota');
  });

  it('leaves out what the text does not hold', () => {
    assert.deepEqual(read('curl: (22) The requested URL returned error: 429').exchange, { method: null, status: 429 });
  });

  it('counts the secrets, and masks them where that is asked', () => {
    assert.ok(JSON.stringify(read(VERBOSE).exchange).includes(TOKEN));
    const { exchange, secrets } = read(VERBOSE, { mask: true });
    assert.equal(secrets, 1);
    assert.ok(!JSON.stringify(exchange).includes(TOKEN));
    assert.equal(exchange.requestHeaders.find(([name]) => name === 'X-Auth-Token')[1], '***');
  });

  it('takes an exchange as diagnose has it', () => {
    const exchange = { method: 'GET', url: `${API}/v3/carts`, status: 404, headers: {}, body: 'No' };
    assert.deepEqual(read(JSON.stringify(exchange)), { kind: 'exchange', exchange, entry: 1, entries: 1, hops: [], secrets: 0 });
  });

  it('is null where there is nothing to read', () => {
    for (const text of ['', 'Hello', '{}', '\0\0']) assert.equal(read(text), null);
  });

  it('refuses what is no text, and options that are none', () => {
    assert.throws(() => read(429), { name: 'TypeError', message: /^text must be a string/ });
    assert.throws(() => read('429', { entry: 0 }), { name: 'TypeError', message: /^options\.entry must be/ });
    assert.throws(() => read('429', { entry: 1.5 }), { name: 'TypeError', message: /^options\.entry must be a whole number/ });
    assert.throws(() => read('429', { entries: 1 }), { name: 'TypeError', message: /entries/ });
  });
});

describe('reading an archive or a log', () => {
  const entry = (status, n) => ({
    request: { method: 'GET', url: `${API}/v3/orders/${n}`, headers: [], comment: 'a "}" in a text, \\ and {' },
    response: { status, headers: [], content: { text: 'ünïcödé [' } },
  });
  const entries = Array.from({ length: 25 }, (_, n) => entry(n % 5 ? 200 : 503, n));
  const har = JSON.stringify({ log: { version: '1.2', pages: [{ id: 'entries' }], entries, comment: '' } }, null, 1);
  const pairs = (found) => found.map(({ exchange, at }) => [exchange.url, exchange.status, at.entry]);
  const wanted = entries.map(({ request, response }, n) => [request.url, response.status, n + 1]);

  it('gives the entries of an archive one after the other, however it is cut', async () => {
    assert.deepEqual(pairs(await all(har)), wanted);
    for (const size of [1, 7, 64, 4096]) assert.deepEqual(pairs(await all(inParts(har, size))), wanted);
  });

  it('gives the lines of a log that tell of an exchange', async () => {
    const lines = [
      '{"level":"info","msg":"started"}',
      `{"level":"error","method":"GET","url":"${API}/v3/orders","status":429}`,
      '127.0.0.1 - - [27/Nov/2026:22:57:44 +0000] "GET /stores/abc123/v2/orders HTTP/1.1" 502 139',
      '2026-11-28 17:00:00 [error] call failed method=POST status=422 url=/stores/abc123/v3/customers',
    ];
    const found = await all(inParts(`${lines.join('\n')}\n`, 11));
    assert.deepEqual(
      found.map(({ exchange, at }) => [exchange.status, at.line]),
      [
        [429, 2],
        [502, 3],
        [422, 4],
      ],
    );
  });

  it('refuses what is neither a text nor chunks', async () => {
    await assert.rejects(() => all(5), { name: 'TypeError', message: /^source must be/ });
  });
});

const captures = new URL('../../../shared/captures/', import.meta.url);

describe('outputs of real tools', { skip: !existsSync(captures) && 'the captures are not beside the project' }, () => {
  const rows = existsSync(captures)
    ? readFileSync(new URL('manifest.jsonl', captures), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const whole = (text, word) => new RegExp(`(?<![A-Za-z])${word}(?![A-Za-z])`, 'i').test(text);

  /** What is read otherwise than it was, of what the text holds. */
  const misread = ({ file, expect }) => {
    const text = readFileSync(new URL(file, captures), 'utf8');
    const { exchange = {} } = read(text) ?? {};
    const { method, url, status } = expect;
    const wrong = [];
    if (Number.isInteger(status) ? whole(text, status) && exchange.status !== status : status && exchange.failure !== status)
      wrong.push('status');
    if (url && text.includes(url) && exchange.url !== url) wrong.push('url');
    if (method && url && whole(text, `${method} ${url.replace(/[^\w]/g, '.')}`) && exchange.method !== method) wrong.push('method');
    return wrong;
  };

  it('are read as they were, in at least 95 percent', () => {
    const wrong = rows.map((row) => [row.file, misread(row)]).filter(([, parts]) => parts.length);
    assert.ok(wrong.length <= rows.length * 0.05, JSON.stringify(wrong));
  });

  it('show no token where masks are asked for', () => {
    for (const { file } of rows) {
      const told = read(readFileSync(new URL(file, captures), 'utf8'), { mask: true });
      assert.ok(!/9x2mpl7qk3vt8wz1hc5ndr4ygb6sjfa|s3cretpass99/.test(JSON.stringify(told)), file);
    }
  });
});
