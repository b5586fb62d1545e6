// Archives and logs: what is read in them, and how failures are grouped.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { read, readAll } from '../../pkg/dist/read.js';
import { Layouts } from '../../pkg/dist/reading/layout.js';
import { Records } from '../../pkg/dist/reading/records.js';
import { reportOn } from '../../pkg/dist/reading/report.js';
import { reportPage } from '../../pkg/dist/reading/report-page.js';
import { reportMarkdown, reportText } from '../../pkg/dist/reading/report-text.js';
import { told } from '../../pkg/dist/reading/told.js';
import { LOGS, second } from './logs.mjs';

const API = 'https://api.bigcommerce.com/stores/abc123';
const TOKEN = 'q3v9hd0exampletoken7k2m1x5z8w40';
const BEGIN = Date.UTC(2026, 10, 28, 17);

const all = async (source) => {
  const found = [];
  for await (const pasted of readAll(source)) found.push(pasted);
  return found;
};
const told4 = ({ exchange, at }) => {
  const row = [exchange.method, exchange.url, exchange.status ?? exchange.failure];
  return at.time === undefined ? row : [...row, second(at.time)];
};
const report = async (source) => (await reportOn(source)).finish();

async function* inParts(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Records one after the other, each so many seconds after the first. */
const log = (...rows) =>
  rows
    .map(([seconds, status, more = {}]) =>
      JSON.stringify({
        time: new Date(BEGIN + seconds * 1000 + 1).toISOString(),
        method: 'GET',
        url: `${API}/v3/carts/1`,
        status,
        ...more,
      }),
    )
    .join('\n');

describe('what is read in a log', () => {
  for (const [name, [text, wanted]] of Object.entries(LOGS)) {
    it(`of ${name}`, async () => {
      assert.deepEqual((await all(text)).map(told4), wanted);
      // However it is cut, and packed.
      const bytes = new TextEncoder().encode(text);
      assert.deepEqual((await all(inParts(bytes, 7))).map(told4), wanted);
      assert.deepEqual((await all(inParts(gzipSync(bytes), 50))).map(told4), wanted);
    });
  }

  it('of PowerShell, which writes UTF-16', async () => {
    const text = `\ufeff${log([0, 404], [1, 503])}`;
    assert.deepEqual(
      (await all(inParts(Buffer.from(text, 'utf16le'), 33))).map(({ exchange }) => exchange.status),
      [404, 503],
    );
  });

  it('up to where it is cut off', async () => {
    const packed = gzipSync(log(...Array.from({ length: 2000 }, (_, n) => [n, 404, { n: Math.sin(n) }])));
    const one = await reportOn(inParts(packed.subarray(0, packed.length / 2), 1000));
    assert.ok(one.total > 100 && one.total < 2000, String(one.total));
    assert.deepEqual(one.notes, ['The input is damaged or cut off; what comes before that was read.']);
    let read = 0;
    const reading = async () => {
      for await (const _ of readAll(inParts(packed.subarray(0, packed.length / 2), 1000))) read += 1;
    };
    await assert.rejects(reading, /^Error: source is damaged or cut off; what comes before that was read$/);
    assert.equal(read, one.total);
    const har = `{"log":{"version":"1.2","entries":[{"startedDateTime":"2026-11-28T17:00:00Z","request":{"method":"GET","url":"${API}/v3/carts"},"response":{"status":404}},{"request":`;
    const other = await reportOn(har);
    assert.deepEqual([other.total, other.unread, other.isDamaged], [1, 1, true]);
  });

  it('but not what is too long for it', async () => {
    const entry = (length) =>
      `{"request":{"method":"GET","url":"${API}/v3/carts"},"response":{"status":404,"content":{"text":"${'x'.repeat(length)}"}}}`;
    const one = await reportOn(`{"log":{"version":"1.2","entries":[${entry(17_000_000)},${entry(5)}]}}`);
    assert.deepEqual([one.total, one.unread, one.notes], [1, 1, ['1 of its entries is too long to be read.']]);
    const lines = await reportOn(`${'x'.repeat(5_000_000)}\n${log([0, 404])}`);
    assert.deepEqual([lines.total, lines.unread], [1, 1]);
  });
});

describe('records of one shape', () => {
  let seed = 20_261_128;
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const statuses = [200, 200, 204, 301, 404, 422, 429, 500, 0, null, 'ok', '200', '429'];
  const sentences = [
    'done',
    'Request failed with status code 502',
    'connect ECONNREFUSED 1.2.3.4:443',
    '{"status":422}',
    'took 200 ms',
    '',
    'upstream timed out',
  ];
  const bodies = ['{"title":"bad"}', '', null, 'oops', { title: 'bad', status: 422 }];
  const urls = [`${API}/v3/carts`, '/v3/carts', '', 'https://shop.example/x'];
  const heads = [{}, { 'content-type': 'application/json' }, { 'retry-after': '5' }, [{ name: 'A', value: 'b' }], []];
  const FORMS = {
    'of pino': () => ({
      time: BEGIN,
      req: { method: pick(['GET', 'POST']), url: pick(urls), headers: pick(heads) },
      res: { statusCode: pick(statuses), headers: pick(heads), body: pick(bodies) },
      msg: pick(sentences),
    }),
    'of one level': () => ({
      message: pick(sentences),
      method: pick(['get', 'POST', undefined]),
      url: pick(urls),
      status: pick(statuses),
      error: pick([undefined, 'ECONNRESET', null]),
    }),
    'that tell of nothing': () => ({ msg: pick(sentences), level: 'info', n: pick([1, 250, 404]) }),
    'of errors': () => ({
      err: { message: pick(sentences) },
      config: { url: pick(urls), method: 'post' },
      status: pick(statuses),
      response: { data: pick(bodies) },
    }),
    'with host and path apart': () => ({
      host: 'api.bigcommerce.com',
      uri: pick(['/stores/abc123/v3/carts', '/x/1']),
      method: 'GET',
      status: pick([200, 502, '404']),
    }),
    'of archives': () => ({
      startedDateTime: '2026-11-28T17:00:00Z',
      request: {
        method: 'GET',
        url: pick(urls),
        headers: pick([[{ name: 'Accept', value: 'x' }], [{ name: 'sec-fetch-site', value: 'none' }], []]),
      },
      response: {
        status: pick([200, 404, 0, 500]),
        headers: [{ name: 'Retry-After', value: '3' }],
        content: { text: pick(['{"title":"bad"}', '', 'eyJ0aXRsZSI6MX0=']), encoding: pick([undefined, 'base64']) },
      },
      _error: pick([undefined, 'net::ERR_TIMED_OUT']),
    }),
  };

  for (const [name, form] of Object.entries(FORMS)) {
    it(`${name} are read as each by itself`, () => {
      const records = new Records();
      for (let n = 0; n < 3000; n++) {
        const text = JSON.stringify(form());
        const alone = told(text)?.exchange;
        const wanted = alone && (alone.status || alone.failure) ? [alone] : [];
        const found = records.read({ text, line: 1 }).map(({ exchange }) => exchange);
        // Of a success more than its status is told by sentences only.
        const isGood = wanted.length > 0 && wanted[0].status >= 200 && wanted[0].status < 400;
        const shown = (list) => list.map((one) => (isGood ? one.status : Object.fromEntries(Object.entries(one).sort())));
        assert.deepEqual(shown(found), shown(wanted), text);
      }
    });
  }

  it('are read a few times, and seldom after that', () => {
    const layouts = new Layouts();
    let asked = 0;
    for (let n = 0; n < 5000; n++) {
      const record = { url: `${API}/v3/carts/${n}`, method: 'GET', status: n % 2 ? 200 : 404, n };
      const [{ url }] = layouts.take(record, () => {
        asked += 1;
        return [{ method: record.method, url: record.url, status: record.status }];
      });
      assert.equal(url, record.url);
    }
    // Numbers that may be codes make other shapes.
    assert.ok(asked < 50, String(asked));
  });
});

describe('a report', () => {
  it('has the shape that is documented', async () => {
    const found = await report(
      `${log([0, 200], [1, 429, { headers: { 'Retry-After': '3' }, requestHeaders: { 'X-Auth-Token': TOKEN } }], [10, 404])}\nstarted\n`,
    );
    assert.deepEqual(Object.keys(found), ['groups', 'timeline', 'total', 'failed', 'unread']);
    assert.deepEqual([found.total, found.failed, found.unread], [3, 2, 1]);
    const [group] = found.groups;
    assert.deepEqual(Object.keys(group), ['finding', 'title', 'route', 'count', 'share', 'first', 'last', 'statuses', 'example', 'retry']);
    assert.deepEqual(
      [group.finding, group.route, group.count, group.share, group.first, group.last, group.statuses],
      ['limit.quota', '/v3/carts/{id}', 1, 0.5, '2026-11-28T17:00:01.001Z', '2026-11-28T17:00:01.001Z', { 429: 1 }],
    );
    assert.deepEqual(group.example.at, { line: 2, time: '2026-11-28T17:00:01.001Z' });
    assert.equal(group.retry.rule, 'retry-after');
    assert.ok(found.timeline.length > 1 && found.timeline.length <= 60);
    assert.deepEqual(found.timeline[0], { time: '2026-11-28T17:00:00.000Z', statuses: { '2xx': 1 }, left: null });
    assert.deepEqual(structuredClone(found), JSON.parse(JSON.stringify(found)));
  });

  it('groups by what was found and by route, the largest first', async () => {
    const rows = [
      ...Array.from({ length: 5 }, (_, n) => [n, 404, { url: `${API}/v3/carts/${n}` }]),
      ...Array.from({ length: 7 }, (_, n) => [n, 503, { url: `${API}/v2/orders/${n}?page=${n}` }]),
      [9, 503, { url: `${API}/v3/carts/7f1e` }],
    ];
    const { groups, failed } = await report(log(...rows));
    assert.deepEqual(
      groups.map(({ route, count, statuses }) => [route, count, statuses]),
      [
        ['/v2/orders/{id}', 7, { 503: 7 }],
        ['/v3/carts/{id}', 5, { 404: 5 }],
        ['/v3/carts/{id}', 1, { 503: 1 }],
      ],
    );
    assert.equal(failed, 13);
    assert.equal(new Set(groups.map(({ finding, route }) => finding + route)).size, groups.length);
  });

  it('counts no redirect and no success, but a success that is none', async () => {
    const graphql = { url: `${API}/graphql`, method: 'POST', body: '{"errors":[{"message":"Cannot query field \\"x\\""}]}' };
    const found = await report(
      log([0, 200], [1, 301], [2, 304], [3, 204], [4, 200, { body: '{"data":[{"status":"Shipped"}]}' }], [5, 200, graphql]),
    );
    assert.deepEqual([found.total, found.failed, found.groups[0].statuses], [6, 1, { 200: 1 }]);
    assert.match(found.groups[0].finding, /^graphql\./);
  });

  it('tells waits that were too short and too long, and repeats that should not have been', async () => {
    const wait = { headers: { 'X-Rate-Limit-Time-Reset-Ms': '10000', 'X-Rate-Limit-Requests-Left': '0' } };
    const repeatsOf = async (...rows) => (await report(log(...rows))).groups[0].retry.repeats;
    assert.deepEqual(await repeatsOf([0, 429, wait], [2, 429, wait], [13, 200]), {
      count: 2,
      tooSoon: 1,
      tooLate: 0,
      unwise: 0,
      spareMs: 0,
    });
    assert.deepEqual(await repeatsOf([0, 429, wait], [50, 200]), { count: 1, tooSoon: 0, tooLate: 1, unwise: 0, spareMs: 40_000 });
    assert.deepEqual(await repeatsOf([0, 429, wait], [10, 200]), { count: 1, tooSoon: 0, tooLate: 0, unwise: 0, spareMs: 0 });
    assert.deepEqual(await repeatsOf([0, 404], [1, 404], [2, 404]), { count: 2, tooSoon: 0, tooLate: 0, unwise: 2, spareMs: 0 });
    // Somebody looks again later.
    assert.equal((await repeatsOf([0, 404], [300, 404])).count, 0);
    // Which product a POST made, is not known without its body.
    assert.equal((await repeatsOf([0, 504, { method: 'POST' }], [1, 200, { method: 'POST' }])).count, 0);
    const order = { method: 'POST', url: `${API}/v2/orders`, requestBody: '{"a":1}' };
    assert.deepEqual(await repeatsOf([0, 504, order], [1, 201, order]), { count: 1, tooSoon: 0, tooLate: 0, unwise: 1, spareMs: 0 });
    // A connection that was refused before is no reason to send again what may have arrived.
    const lost = (code) => ({ ...order, error: { code } });
    const unsent = await report(log([0, 0, lost('ECONNREFUSED')], [600, 0, lost('ECONNRESET')], [601, 201, order]));
    assert.equal(
      unsent.groups.reduce((sum, { retry }) => sum + (retry.repeats?.unwise ?? 0), 0),
      1,
    );
    // Beside each other.
    const entry = (start, took, status) => ({
      startedDateTime: new Date(BEGIN + start).toISOString(),
      time: took,
      request: { method: 'GET', url: API },
      response: { status, headers: [{ name: 'Retry-After', value: '5' }] },
    });
    const har = await report(
      JSON.stringify({ log: { version: '1.2', entries: [entry(0, 4000, 429), entry(1000, 100, 200), entry(9500, 10, 200)] } }),
    );
    assert.equal(har.groups[0].retry.repeats.tooSoon, 0);
  });

  it('allows for logs that have whole seconds', async () => {
    const line = (seconds, code) => `10.0.0.1 - - [28/Nov/2026:17:00:0${seconds} +0000] "GET /stores/abc123/v2/orders HTTP/1.1" ${code} 1`;
    const { groups } = await report([line(0, 404), line(1, 404)].join('\n'));
    assert.equal(groups[0].retry.repeats.unwise, 1);
  });

  it('has at most 60 equal spans, and what was left of the quota in each', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => [
      n * 17,
      n % 9 ? 200 : 429,
      { headers: { 'X-Rate-Limit-Requests-Left': String(n % 150) } },
    ]);
    const { timeline, total } = await report(log(...rows));
    assert.ok(timeline.length > 20 && timeline.length <= 60, String(timeline.length));
    const times = timeline.map(({ time }) => Date.parse(time));
    assert.equal(new Set(times.slice(1).map((time, at) => time - times[at])).size, 1);
    const counted = timeline.flatMap(({ statuses }) => Object.values(statuses)).reduce((sum, one) => sum + one, 0);
    assert.equal(counted, total);
    assert.ok(timeline.every(({ left }) => left !== null && left >= 0 && left < 150));
  });

  it('has no timeline where nothing says when', async () => {
    const found = await report('GET /v3/carts 503 1 ms - 1');
    assert.deepEqual([found.timeline, found.groups[0].first, found.groups[0].last], [[], null, null]);
    assert.match(reportText(found), /Nothing in it says when/);
  });

  it('is the same in text, Markdown and HTML', async () => {
    const found = await report(
      log([0, 200], [1, 429, { headers: { 'Retry-After': '9' } }], [2, 429, { headers: { 'Retry-After': '9' } }], [70, 404]),
    );
    for (const text of [reportText(found), reportMarkdown(found), reportPage(found)]) {
      for (const part of [
        '3 of 4 requests failed (75 %)',
        'limit.quota',
        '/v3/carts/{id}',
        '2 of 3 failures (67 %)',
        'Try again?',
        'Sent again',
        '1 wait was shorter than the answer asked for',
      ])
        assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.match(reportText(found), /^4xx {2}█+ *█? +up to \d/m);
    assert.match(reportMarkdown(found), /^## 3 of 4[^]*```text\n2xx/);
  });

  it('is one page that needs nothing else, and in which nothing of strangers runs', async () => {
    const found = await report(log([0, 404, { url: `${API}/v3/<img src=x onerror=alert(1)>/"'&` }], [9, 200]));
    const page = reportPage(found);
    assert.doesNotMatch(page, /<script|<img|<link|<[a-z][^>]* (?:src|href|on\w+)=|@import|url\(/);
    assert.match(page, /default-src 'none'/);
    assert.match(page, /<svg [^>]*role="img" aria-label="Answers from /);
    assert.match(page, /&lt;img src=x/);
    assert.doesNotMatch(reportMarkdown(found), /^[^`]*<img/m);
  });
});

describe('hostile input', () => {
  const MB = 1024 * 1024;
  const most = async (source) => {
    await report(inChunks(source));
    return process.memoryUsage().rss;
  };
  function* inChunks(make) {
    for (let n = 0; n < 64; n++) yield make(n);
  }

  it('of 64 MB of nothing but brackets is read in bounded memory', async () => {
    const before = process.memoryUsage().rss;
    const brackets = (text) => Buffer.alloc(MB, text);
    for (const [begin, text] of [
      ['', '['],
      ['', '{'],
      ['{"log":{"version":"1","entries":[{', '['],
      ['[{', '[]'],
    ]) {
      const after = await most((n) => (n ? brackets(text) : Buffer.concat([Buffer.from(begin), brackets(text)])));
      assert.ok(after - before < 200 * MB, `${begin}${text}: ${Math.round((after - before) / MB)} MB`);
    }
  });

  it('of members of any kind never throws', async () => {
    const values = [null, true, 7, 429, '429', 'x', '', [], {}, [1], { a: [] }, [{ name: 1 }], 1e99, -1];
    const names = [
      'method',
      'url',
      'status',
      'failure',
      'headers',
      'requestHeaders',
      'body',
      'requestBody',
      'inBrowser',
      'time',
      'request',
      'response',
      'log',
      'message',
      'breadcrumbs',
      'resourceSpans',
      'httpRequest',
    ];
    const lines = names.flatMap((name) =>
      values.flatMap((value) => [
        { [name]: value },
        { method: 'GET', status: 429, [name]: value },
        { request: { url: 'x', [name]: value }, response: { status: 404, [name]: value } },
      ]),
    );
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    assert.ok((await report(text)).total > 100);
    assert.ok((await report(JSON.stringify(lines))).total > 100);
  });

  it('of any bytes never throws', async () => {
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const parts = [
      '{"log":{"version":"1","entries":[',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '\n',
      'HTTP/1.1 404 No\n',
      '\n\n',
      'GET / HTTP/1.1\n',
      '"status":429',
      ',',
      ':',
      'null',
      '\0',
      '\ud800',
      '{"a":1}\n',
      '\x1f\x8b\b',
      ' 503 ',
    ];
    for (let n = 0; n < 400; n++) {
      const text = Array.from({ length: 30 }, () => parts[Math.floor(random() * parts.length)]).join('');
      const bytes = new TextEncoder().encode(text);
      await report(inParts(bytes, 1 + Math.floor(random() * 40)));
      await report(inParts(Buffer.concat([Buffer.from([0x1f, 0x8b]), bytes]), 9));
    }
  });
});

const captures = new URL('../../../shared/captures/', import.meta.url);

describe('secrets', () => {
  const SECRET = /9x2mpl7qk3vt8wz1hc5ndr4ygb6sjfa|s3cretpass99/;
  const leaks = (found, secret) =>
    [JSON.stringify(found), reportText(found), reportMarkdown(found), reportPage(found)].some((text) => secret.test(text));

  it('are in no output, wherever they stood', async () => {
    const secret = new RegExp(TOKEN);
    const places = [
      { requestHeaders: { 'X-Auth-Token': TOKEN } },
      { url: `${API}/v3/carts?access_token=${TOKEN}` },
      { url: `https://me:${TOKEN}@shop.example/v3/carts` },
      { url: `https://shop.example/login/token/${TOKEN}` },
      { url: `https://shop.example/${TOKEN}/x` },
      { body: `{"title":"no","access_token":"${TOKEN}"}` },
      { headers: { 'Set-Cookie': `SHOP_SESSION_TOKEN=${TOKEN}` } },
      { requestBody: `client_secret=${TOKEN}`, method: 'POST' },
    ];
    for (const place of places) {
      const found = await report(log([0, 401, place], [1, 404, place]));
      assert.ok(found.failed > 0 && !leaks(found, secret), JSON.stringify(found.groups));
    }
  });

  it('of outputs of real tools are in no output', {
    skip: !existsSync(captures) && 'the captures are not beside the project',
  }, async () => {
    const texts = readdirSync(captures)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(new URL(file, captures), 'utf8'));
    let failed = 0;
    for (const text of [...texts, texts.join('\n')]) {
      const found = await report(text);
      failed += found.failed;
      assert.ok(!leaks(found, SECRET), text.slice(0, 200));
      for (const { exchange } of await all(text)) assert.ok(exchange);
    }
    assert.ok(failed > texts.length * 0.8, `${failed} failures in ${texts.length} texts`);
    assert.ok(texts.filter((text) => read(text)).length > texts.length * 0.9);
  });
});
