// The options, checked where they are given.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';

const { root } = await install();
const user = join(root, 'options-user.mjs');
await writeFile(user, "export * from 'bc-status/worker';\n");
const { coordinator, createHandler } = await import(pathToFileURL(user).href);

const right = { storeHash: 'abc123', token: 'BC_TOKEN', allow: ['GET /v3/carts'] };

/** By option: values, and what is said of them. */
const WRONG = {
  storeHash: [
    [undefined, /options\.storeHash must be the store's hash alone.*, not undefined/],
    ['stores/abc123', /'STORE_HASH'/],
    ['Abc123', /options\.storeHash/],
    [7, /not 7/],
  ],
  token: [
    [undefined, /options\.token must be an access token/],
    ['', /options\.token/],
    ['two words that are none', /without blanks/],
    ['abc1234', /8 characters or more/],
    [{}, /not an object/],
  ],
  allow: [
    [undefined, /options\.allow must be a list of rules/],
    ['GET /v3/carts', /must be a list/],
    [[7], /options\.allow\[0\] must be like .*neither a text nor an object/],
    [['GET /v3/carts', 'PATCH /v3/carts'], /options\.allow\[1\].*'PATCH \/v3\/carts': the methods are GET, HEAD, POST, PUT, DELETE/],
    ...['*', '/*', 'GET *', 'GET /*', { methods: ['GET'], path: '*' }].map((rule) => [
      [rule],
      /a path begins with \/v2\/ or \/v3\/, or is \/graphql; 'GET \/v3\/\*' lets all of V3 be read$/,
    ]),
    [['/v3/carts'], /it has no methods/],
    [['QUERY /v3/carts'], /QUERY is for \/graphql alone: elsewhere GET reads/],
    [[{ methods: ['QUERY'], path: '/v3/*' }], /QUERY is for \/graphql alone/],
    [['query /graphql'], /and QUERY for \/graphql/],
    [['get /v3/carts'], /the methods are GET, HEAD/],
    [['GET v3/carts'], /a path begins with \/v2\/ or \/v3\//],
    [[{ methods: [], path: '/v3/carts' }], /it has no methods/],
    [['GET /stores/abc123/v3/carts'], /a path begins with \/v2\/ or \/v3\//],
    [['GET /v3'], /a path begins/],
    [['GET /graphql/x'], /a path begins/],
    [['GET https://api.bigcommerce.com/v3/carts'], /options\.allow\[0\]/],
    ...[
      '/v3/../x',
      '/v3/.',
      '/v3//x',
      '/v3/carts/',
      '/v3/*/x',
      '/v3/x*',
      '/v3/{id',
      '/v3/a%20b',
      '/v3/(a|b)',
      '/v3/carts?limit=1',
      '/v3/{a}{b}',
    ].map((path) => [[`GET ${path}`], /a segment is a plain word, \{name\}, :name, or a last \*/]),
  ],
  prefix: [
    ['api', /options\.prefix must be a path without a slash at its end/],
    ['/api/', /options\.prefix/],
    ['/', /options\.prefix/],
    ['/../x', /options\.prefix/],
    [7, /not 7/],
  ],
  statusPath: [
    ['status', /options\.statusPath/],
    ['/v3/status', /must be no path of the API/],
    [7, /options\.statusPath/],
  ],
  authorize: [[true, /options\.authorize must be a function, not true/]],
  cors: [
    [true, /options\.cors must be an object/],
    [{}, /options\.cors\.origins must be '\*', a function, or a list of origins/],
    [{ origins: 'https://shop.example' }, /a list of origins/],
    [{ origins: ['https://shop.example/'] }, /options\.cors\.origins\[0\] must be an origin such as .*without a path/],
    [{ origins: ['shop.example'] }, /origins\[0\]/],
    [{ origins: ['null'] }, /origins\[0\]/],
    [{ origins: ['https://*.example'] }, /origins\[0\]/],
    [{ origins: ['HTTPS://Shop.example'] }, /lower case/],
    [{ origins: ['https://shop.example:443'] }, /origins\[0\]/],
    [{ origins: '*', credentials: true }, /must name the origins where options\.cors\.credentials is true/],
    [{ origins: '*', methods: ['PATCH'] }, /options\.cors\.methods/],
    [{ origins: '*', headers: ['a b'] }, /options\.cors\.headers must be a list of header names/],
    [{ origins: '*', maxAge: -1 }, /options\.cors\.maxAge/],
    [{ origins: '*', origin: 'x' }, /options\.cors\.origin is unknown/],
  ],
  maxBodyBytes: [
    [-1, /options\.maxBodyBytes must be a number of bytes from 0 on, not -1/],
    ['1MB', /not '1MB'/],
    [NaN, /options\.maxBodyBytes/],
  ],
  bodyTimeoutMs: [
    [0, /options\.bodyTimeoutMs must be a number of milliseconds above 0, not 0/],
    [-1, /options\.bodyTimeoutMs/],
    [NaN, /options\.bodyTimeoutMs/],
    ['30s', /not '30s'/],
  ],
  perCaller: [
    [7, /options\.perCaller must be an object, not 7/],
    [{ permits: 2 }, /options\.perCaller\.key must be a function of a request that names its caller, not undefined/],
    [{ key: 'ip', permits: 2 }, /options\.perCaller\.key must be a function .*not 'ip'/],
    [{ key() {} }, /options\.perCaller\.permits must be a whole number from 1 on, not undefined/],
    ...[0, -1, 1.5, NaN, Infinity, '2'].map((permits) => [
      { key() {}, permits },
      /options\.perCaller\.permits must be a whole number from 1 on/,
    ]),
    [{ key() {}, permits: 2, limit: 2 }, /options\.perCaller\.limit is unknown; known: key, permits/],
  ],
  cacheTtl: [
    [-1, /options\.cacheTtl must be a number of seconds/],
    ['60', /options\.cacheTtl/],
    [NaN, /options\.cacheTtl/],
  ],
  pace: [
    ...['quota', 7, {}, { idFromName() {}, get() {} }].map((value) => [
      value,
      /options\.pace must be .*'QUOTA', or a function of env, not /,
    ]),
    [{ admit() {} }, /options\.pace must be true, false or a pacer of createPacer\(\)/],
  ],
  shareCache: [[1, /options\.shareCache must be true or false/]],
  quotaHeaders: [['yes', /options\.quotaHeaders must be 'remove' or 'keep'/]],
  expose: [['some', /options\.expose must be 'caller' or 'all' or 'none'/]],
  onProblem: [['log', /options\.onProblem must be a function/]],
  retry: [[{ attempts: 3 }, /options\.retry\.attempts is unknown/]],
  fetch: [[7, /options\.fetch must be a function/]],
  attemptTimeoutMs: [[0, /options\.attemptTimeoutMs/]],
  throwOnError: [[true, /options\.throwOnError is unknown; known: storeHash, token, /]],
  allowed: [[[], /options\.allowed is unknown/]],
};

describe('a wrong option is a TypeError that says what is right', () => {
  for (const [name, values] of Object.entries(WRONG)) {
    for (const [value, said] of values) {
      test(`${name}: ${JSON.stringify(value) ?? String(value)}`, () =>
        assert.throws(
          () => createHandler({ ...right, [name]: value }),
          (error) => (error instanceof TypeError && said.test(error.message)) || assert.fail(error.message),
        ));
    }
  }

  test('the namespace of a coordinator', () => {
    const said = { name: 'TypeError', message: 'namespace must be the binding of a QuotaCoordinator, such as env.QUOTA, not undefined' };
    assert.throws(() => coordinator({}.QUOTTA), said);
  });

  test('none at all', () => assert.throws(() => createHandler(), /options must be an object/));

  test('a cache for those who are authorized is asked for in words', () => {
    const both = { ...right, cacheTtl: 60, authorize: () => true };
    assert.throws(() => createHandler(both), /needs options\.shareCache: true/);
    assert.ok(createHandler({ ...both, shareCache: true }));
  });

  test('no error shows a token', () => {
    const token = 'a token with blanks in it';
    assert.throws(
      () => createHandler({ ...right, token }),
      (error) => !error.message.includes(token),
    );
  });
});

describe('right options', () => {
  for (const allow of [
    'GET, POST /v3/carts',
    'GET,POST  /v3/carts',
    'GET /v3/*',
    'GET /v2/orders.json',
    'POST /graphql',
    'QUERY /graphql',
    'GET,QUERY /graphql',
    { methods: ['QUERY'], path: '/graphql' },
    { methods: ['GET'], path: '/v3/x/:a/{b}/*' },
  ]) {
    test(`the rule ${JSON.stringify(allow)}`, () => assert.ok(createHandler({ ...right, allow: [allow] })));
  }

  test('no rule at all lets nothing through, and sends nothing', async () => {
    const fetch = () => assert.fail('it was sent');
    const handler = createHandler({ ...right, allow: [], fetch });
    const statusOf = async (path) =>
      (await handler.fetch(new Request(`https://worker.example${path}`), { BC_TOKEN: 'a-token-of-a-store' })).status;
    const paths = ['/v3/carts', '/v2/orders', '/graphql', '/', '/_status/429'];
    assert.deepEqual(await Promise.all(paths.map(statusOf)), [404, 404, 404, 404, 200]);
  });

  test('what is left out, undefined or null takes its default', () => {
    const none = [
      'prefix',
      'authorize',
      'cors',
      'maxBodyBytes',
      'bodyTimeoutMs',
      'perCaller',
      'cacheTtl',
      'shareCache',
      'quotaHeaders',
      'expose',
      'statusPath',
      'onProblem',
      'retry',
      'fetch',
    ];
    for (const nothing of [undefined, null])
      assert.ok(createHandler({ ...right, ...Object.fromEntries(none.map((name) => [name, nothing])) }));
  });
});

test('no example lets a mutation through without authorization', async () => {
  for (const file of ['README.md', 'docs/worker.md', 'examples/worker/src/index.js', 'www/site/snippets/worker.js']) {
    const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
    const handlers = text.match(/createHandler\(\{[^]*?\n\}\)/g) ?? [];
    assert.ok(handlers.length > 0, file);
    for (const handler of handlers.filter((one) => !one.includes('authorize'))) {
      assert.doesNotMatch(handler, /'[A-Z, ]*\b(?:POST|PUT|DELETE)\b[^']*'/, file);
    }
  }
});
