// Bodies that are longer than the core reads: cut before they cross, with the same results as if
// all of them had crossed, and with no memory left behind.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const MB = 1024 * 1024;

/** The memory of the core, which is instantiated at its first call. */
let memory;
const { Instance } = WebAssembly;
// biome-ignore lint/complexity/useArrowFunction: it is called with new, as no arrow can be
WebAssembly.Instance = function (module, imports) {
  const instance = new Instance(module, imports);
  memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
  return instance;
};
const { classify, decideRetry, diagnose } = await import('../../pkg/dist/index.js');
const { LONGEST_BODY } = await import('../../pkg/dist/knowledge/limits.js');

const PRODUCTS = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
const GRAPHQL = 'https://api.bigcommerce.com/stores/abc123/graphql';

const fill = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const pages = () => memory.buffer.byteLength;
const all = (exchange) =>
  [classify, diagnose, decideRetry].forEach((ask) => ask({ method: 'PUT', url: PRODUCTS, status: 422, ...exchange }));

describe('the memory of the WebAssembly', () => {
  /** Twice what it may have, so that whoever copies it is seen. */
  const LONG = 8 * MB;
  const bytes = new Uint8Array(LONG).fill(120);
  const problem = `{"status":422,"title":"No","errors":{"name":"${fill('x', LONG)}"}}`;
  const kinds = {
    'a text': fill('It is too long. ', LONG),
    'a problem': problem,
    'a page': fill('<p>It is <b>too</b> long.</p>', LONG),
    bytes: bytes,
    'a view of bytes': new DataView(bytes.buffer, 5),
    'an ArrayBuffer': bytes.buffer,
    'a parsed value': JSON.parse(problem),
    'a parsed list': Array(8).fill(fill('It is too long', MB)),
    brackets: fill('[', LONG),
    'nested values': JSON.parse(fill('[', 20_000) + fill(']', 20_000)),
    'characters of three bytes': fill('長すぎます', LONG / 2),
  };

  for (const [what, body] of Object.entries(kinds)) {
    test(`is below 4 MB after 8 MB of ${what} as a body of an answer or a request`, () => {
      all({ body });
      all({ body: '{}', requestBody: body });
      assert.ok(pages() < 4 * MB, `${pages() / MB} MB`);
    });
  }

  test('is below 4 MB after 8 MB in a method, a URL and headers', () => {
    const long = fill('x', LONG);
    for (const exchange of [{ method: long }, { url: `${PRODUCTS}?${long}` }, { headers: { a: long } }, { headers: { [long]: 'a' } }])
      all(exchange);
    all({ requestHeaders: { cookie: fill('a=bcdefgh; ', LONG) } });
    const value = fill('長', 90_000);
    all({ requestHeaders: Array.from({ length: 200 }, (_, n) => [`x-${n}`, value]) });
    all({ headers: Array(200_000).fill(['Retry-After', fill('1', 50)]) });
    assert.ok(pages() < 4 * MB, `${pages() / MB} MB`);
  });

  test('is as large after a body of many values as after its beginning', () => {
    for (const values of ['[0],', '{"a":"b"},', '"a",', '{"message":"No","status":400},']) {
      const body = `[${values.repeat(MB / values.length)}0]`;
      all({ body: body.slice(0, LONGEST_BODY) });
      const before = pages();
      all({ body });
      all({ body: JSON.parse(body) });
      all({ body: '{}', requestBody: body });
      assert.ok(pages() <= before + MB, `${values}: ${before / MB} MB, and then ${pages() / MB} MB`);
    }
  });
});

describe('a body that is cut', () => {
  const NOTE = 'Only the first 256 KB of the body were read.';
  const noteOf = (body) => classify({ url: PRODUCTS, status: 422, body }).error.note;
  const encode = (text) => new TextEncoder().encode(text);

  test('says so from the first byte on that is not read', () => {
    for (const [character, size] of [
      ['x', 1],
      ['é', 2],
      ['界', 3],
      ['😀', 4],
    ]) {
      for (const more of [-1, 0, 1, 2, 5, 9, 100_000]) {
        // A body of so many bytes.
        const count = Math.floor((LONGEST_BODY + more) / size);
        const body = `${fill('.', LONGEST_BODY + more - count * size)}${character.repeat(count)}`;
        const expected = more > 0 ? NOTE : null;
        assert.equal(noteOf(body), expected, `${more} more, of ${character}`);
        assert.equal(noteOf(encode(body)), expected, `${more} more, of ${character}, in bytes`);
        // The mark of the encoding is none of it.
        assert.equal(noteOf(encode(`\ufeff${body}`)), expected, `${more} more, of ${character}, behind a mark`);
      }
    }
  });

  test('is read up to there whatever form it comes in', () => {
    const rows = readFileSync(new URL('fixtures.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    let count = 0;
    for (const { method, url, status, body } of rows.filter((_, at) => at % 24 === 0)) {
      let value;
      try {
        value = JSON.parse(body);
      } catch {
        continue;
      }
      if (typeof value !== 'object' || value === null) continue;
      for (const length of [200_000, LONGEST_BODY, LONGEST_BODY + 1, 2 * LONGEST_BODY]) {
        const item = JSON.stringify(value).length + 1;
        const long = {
          errors: Array(Math.ceil(length / item)).fill(value),
          ...(!Array.isArray(value) && value),
          pad: fill('"\n\u0001é😀', length / 4),
        };
        const text = JSON.stringify(long);
        const found = diagnose({ method, url, status, body: text });
        for (const form of [long, encode(text), encode(text).buffer, text.slice(0, LONGEST_BODY + 1), `${text} `]) {
          assert.deepEqual(diagnose({ method, url, status, body: form }), found, `${url} ${status} ${body.slice(0, 80)}`);
        }
        count += 1;
      }
    }
    assert.ok(count > 20, `${count}`);
  });

  test('of values that JSON leaves out keeps what comes behind them', () => {
    const odd = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n % 2 ? undefined : () => n]));
    const { error } = classify({ url: PRODUCTS, status: 422, body: { ...odd, title: 'It is here', code: 5n } });
    assert.deepEqual([error.title, error.code, error.note], ['It is here', '5', null]);
  });

  test('that is nested too deep is read as far as its text is', () => {
    for (const depth of [63, 64, 65, 66, 100, 3000]) {
      const text = `{"title":"No","errors":${'['.repeat(depth)}"deep"${']'.repeat(depth)},"status":422}`;
      const said = classify({ url: PRODUCTS, status: 422, body: text }).error;
      assert.deepEqual(classify({ url: PRODUCTS, status: 422, body: JSON.parse(text) }).error, said, `${depth}`);
      assert.equal(said.note, depth > 63 ? 'Anything nested more than 64 levels deep was left out.' : null, `${depth}`);
    }
  });
});

describe('a long body of a request', () => {
  const product = { name: fill('x', 1000) };
  const list = (count) => Array(count).fill(product);
  const forms = (value) => [
    value,
    JSON.stringify(value),
    new TextEncoder().encode(JSON.stringify(value)),
    ` \n${JSON.stringify(value, null, 2)}\n`,
  ];
  const found = (requestBody, more) => diagnose({ method: 'PUT', url: PRODUCTS, status: 422, body: '{}', requestBody, ...more });

  test('is a list of as many items', () => {
    for (const form of forms(list(2000))) {
      const [first] = found(form, { status: 413 }).findings;
      assert.equal(first.id, 'request.batch-too-large');
      assert.match(JSON.stringify(first), /2,?000 /);
    }
  });

  test('is an object where a list is wanted', () => {
    for (const form of forms({ products: list(2000) })) assert.equal(found(form).findings[0].id, 'request.body-not-array');
  });

  test('is broken JSON only where it is', () => {
    const text = JSON.stringify(list(2000));
    const ids = (requestBody) => found(requestBody, { method: 'POST', status: 400, body: 'No' }).findings.map(({ id }) => id);
    assert.ok(ids(text.slice(0, -1)).includes('request.body-syntax'));
    assert.ok(ids(text.replace(/.{9}$/, "'x'}]")).includes('request.body-syntax'));
    for (const whole of [
      ...forms(list(2000)),
      fill('a=b&', MB),
      fill(' ', MB),
      JSON.stringify(fill('x', MB)),
      fill('1', MB),
      `[${fill('[', MB)}${fill(']', MB)}]`,
    ]) {
      assert.ok(!ids(whole).includes('request.body-syntax'), String(whole).slice(0, 20));
    }
  });

  test('of GraphQL is repeatable where it only reads', () => {
    const rule = (requestBody) => decideRetry({ method: 'POST', url: GRAPHQL, status: 503, requestBody }).rule;
    const variables = { ids: fill('x', MB) };
    for (const form of forms({ variables, query: 'query A { store { id } }' })) assert.equal(rule(form), 'unavailable');
    for (const form of forms({ variables, query: 'mutation { a { b } }' })) assert.equal(rule(form), 'not-repeatable');
    const twice = `{"query":"mutation { a }","query":"{ a }","variables":"${variables.ids}"}`;
    assert.equal(rule(twice), 'not-repeatable', 'of two documents the server may go by the other');
    assert.equal(rule(JSON.stringify({ query: '{ a }', variables }).slice(0, -1)), 'not-repeatable');
  });
});
