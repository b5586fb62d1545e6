// Rules that let queries of GraphQL through and no mutations.

import assert from 'node:assert/strict';

const JSON_TYPE = { 'content-type': 'application/json' };
const posting = (body, more) => ({
  method: 'POST',
  host: 'queries',
  headers: JSON_TYPE,
  body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  ...more,
});

/** Bodies that may be something else than queries, by what they try. */
const REFUSED = {
  mutation: { query: 'mutation { a }' },
  subscription: { query: 'subscription { a }' },
  'a mutation behind a query that is chosen': { query: 'query A { a } mutation B { b }', operationName: 'A' },
  'a mutation that is chosen': { query: 'query A { a } mutation B { b }', operationName: 'B' },
  'a mutation behind a comment': { query: '# query { a }\nmutation { b }' },
  'a mutation behind a comment that ends early': { query: 'query A { a # \r (b: """\n } mutation B { b } # """) }', operationName: 'B' },
  'a mutation within a block that ends late': {
    query: 'query A { a(b: """ \\\\""" #\n """) } mutation B { b } #""") }',
    operationName: 'B',
  },
  'a mutation in a batch': [{ query: '{ a }' }, { query: 'mutation { b }' }],
  'a batch in a batch': [[{ query: 'mutation { b }' }]],
  'an empty batch': [],
  'a stored document': { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  'a stored document beside a query': { query: '{ a }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
  'a stored document by its number': { query: '{ a }', id: '7' },
  'two documents, the mutation first': '{"query":"mutation { b }","query":"{ a }"}',
  'two documents, the mutation last': '{"query":"{ a }","query":"mutation { b }"}',
  'two documents, one spelled with a capital': '{"query":"{ a }","Query":"mutation { b }"}',
  'two documents, one spelled with an escape': String.raw`{"query":"{ a }","qu\u0065ry":"mutation { b }"}`,
  'a mutation spelled with an escape': String.raw`{"query":"\u006dutation { b }"}`,
  'two bodies in one': '{"query":"{ a }"}{"query":"mutation { b }"}',
  'a comma too many': '{"query":"{ a }",}',
  'a key without quotes': '{query:"{ a }"}',
  'a byte order mark': '\ufeff{"query":"{ a }"}',
  'no JSON': '{ a }',
  'an empty body': '',
  'a body that is no UTF-8': new Uint8Array([...Buffer.from('{"query":"{ a(b: \\"'), 0xff, ...Buffer.from('\\") }"}')]),
  'a body in UTF-16': new Uint8Array(Buffer.from('{"query":"mutation { b }"}', 'utf16le')),
};

export const cases = [
  {
    name: 'a query passes as it is, alone or with others, and with what clients add',
    async run({ ask, seen }) {
      for (const body of [
        '{"query":"{ shop }"}',
        '{ "query" : "query A($x: Int) { a(x: $x) } fragment F on T { mutation }", "variables": {"x": 9007199254740993}, "operationName": "A" }',
        '[{"query":"{ a }"},{"query":"query B { b }"}]',
        '{"query":"{ a }","extensions":{"clientLibrary":{"name":"@apollo/client","version":"4"}}}',
        JSON.stringify({ query: `{ ${'a '.repeat(50_000)}}` }),
      ]) {
        const [arrived] = await seen(async () => assert.equal((await ask('/graphql', posting(body))).status, 200));
        assert.deepEqual([arrived.method, arrived.url, arrived.body], ['POST', '/stores/abc123/graphql', body]);
      }
      for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
        assert.equal((await ask('/graphql', posting({ query: '{ a }' }, { headers: { 'content-type': type } }))).status, 200);
      }
    },
  },
  ...Object.entries(REFUSED).map(([what, body]) => ({
    name: `only queries pass: ${what}`,
    async run({ ask, problemOf, seen }) {
      let problem;
      assert.deepEqual(await seen(async () => (problem = await problemOf(ask('/graphql', posting(body))))), []);
      assert.deepEqual([problem.status, problem.code], [403, 'query-only']);
      assert.match(problem.detail, /^Only queries are let through/);
    },
  })),
  {
    name: 'only queries pass: other types, and documents in the URL',
    async run({ ask, problemOf, seen }) {
      const query = { query: '{ a }' };
      const typed = (type, body = query) => posting(body, { headers: { 'content-type': type } });
      for (const [path, init] of [
        ['/graphql', typed('application/graphql', 'mutation { b }')],
        ['/graphql', typed('application/x-www-form-urlencoded', 'query=mutation{b}')],
        ['/graphql', typed('text/plain')],
        ['/graphql', typed('application/json; charset=utf-16')],
        ['/graphql', typed('application/json, application/graphql')],
        ['/graphql', typed('multipart/form-data; boundary=x')],
        ['/graphql?query=mutation%7Bb%7D', posting(query)],
        ['/graphql?operationName=B', posting(query)],
      ]) {
        let problem;
        assert.deepEqual(await seen(async () => (problem = await problemOf(ask(path, init)))), []);
        assert.deepEqual([problem.status, problem.code], [403, 'query-only'], JSON.stringify([path, init]));
      }
    },
  },
  {
    name: 'only queries pass: one that is longer than any',
    async run({ ask, problemOf, seen }) {
      const body = JSON.stringify({ query: '{ a }', variables: { a: Array(140_000).fill(1) } });
      let problem;
      assert.deepEqual(await seen(async () => (problem = await problemOf(ask('/graphql', posting(body))))), []);
      assert.deepEqual([problem.status, problem.code], [413, 'body-too-long']);
      assert.match(problem.detail, /262144 bytes/);
    },
  },
  {
    name: 'only queries pass, and only by POST',
    async run({ ask, problemOf, seen }) {
      const arrived = await seen(async () => {
        for (const method of ['GET', 'PUT', 'DELETE']) {
          const response = await ask('/graphql', { host: 'queries', method });
          assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST'], method);
          assert.equal((await problemOf(response)).code, 'method-refused');
        }
      });
      assert.deepEqual(arrived, []);
    },
  },
  {
    name: 'where POST is let through, or by another rule, nothing of that is asked',
    async run({ ask, seen }) {
      const mutation = JSON.stringify({ query: 'mutation { b }' });
      for (const [path, host] of [
        ['/graphql', 'plain'],
        ['/v2/orders', 'queries'],
      ]) {
        const [{ body }] = await seen(() => ask(path, posting(mutation, { host })));
        assert.equal(body, mutation);
      }
    },
  },
];
