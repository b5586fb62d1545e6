// What goes to the store, and what comes back.

import assert from 'node:assert/strict';
import { PATIENCE_MS, within } from '../patience.mjs';
import { TOKEN } from './handlers.mjs';

const PRODUCTS = '/v3/catalog/products';

export const cases = [
  {
    name: 'path, query and token go to the store as they are',
    async run({ ask, seen }) {
      const [{ method, url, headers }] = await seen(() => ask(`${PRODUCTS}?limit=5&id:in=1,2&name=%C3%A9+a%2Fb`));
      assert.deepEqual([method, url], ['GET', `/stores/abc123${PRODUCTS}?limit=5&id:in=1,2&name=%C3%A9+a%2Fb`]);
      assert.equal(headers['x-auth-token'], TOKEN);
    },
  },
  {
    name: 'filters of the store that look a little like credentials go there',
    async run({ ask, seen }) {
      const query =
        '?key=a&key:in=b,c&code=SAVE10&namespace=x&keyword=token;secret&sku_key=1&method=x&payment_method=card&author=me&include=cookies&price:max=5&channelIds[]=1&is_author&url=%2Fold%3Ftoken%3D1';
      const [{ url }] = await seen(() => ask(PRODUCTS + query));
      assert.equal(url, `/stores/abc123${PRODUCTS}${query}`);
    },
  },
  {
    name: 'every rule lets its paths and methods through',
    async run({ ask, seen }) {
      const wanted = [
        ['POST', PRODUCTS],
        ['GET', `${PRODUCTS}/77`],
        ['PUT', `${PRODUCTS}/77`],
        ['DELETE', `${PRODUCTS}/77`],
        ['HEAD', PRODUCTS],
        ['POST', '/graphql'],
        ['GET', '/v2/orders'],
        ['GET', '/v3/content/pages'],
        ['GET', '/v3/content/widgets/a-b_c.d~e/f'],
      ];
      for (const [method, path] of wanted) {
        const [arrived] = await seen(() => ask(path, { method, body: /P/.test(method) ? '{}' : undefined }));
        assert.deepEqual([arrived?.method, arrived?.url], [method, `/stores/abc123${path}`]);
      }
    },
  },
  {
    name: 'a prefix is taken off, and put before where something was created',
    async run({ ask, seen }) {
      let response;
      const [{ url }] = await seen(async () => {
        response = await ask('/api/v2/orders?do=created', { host: 'prefixed', method: 'POST', body: '{}' });
      });
      assert.equal(url, '/stores/abc123/v2/orders?do=created');
      assert.deepEqual([response.status, response.headers.get('location')], [201, '/api/v2/orders/7']);
    },
  },
  {
    name: 'the hash may be written down, and a function may tell the token',
    async run({ ask, seen }) {
      const [{ url, headers }] = await seen(() => ask(PRODUCTS, { host: 'literal' }));
      assert.deepEqual([url, headers['x-auth-token']], [`/stores/abc123${PRODUCTS}`, TOKEN]);
    },
  },
  {
    name: 'of the caller’s headers only those that are listed go to the store',
    async run({ ask, seen, runtime }) {
      const forwarded = {
        'content-type': 'application/json',
        'if-none-match': '"v0"',
        'if-modified-since': 'Wed, 01 Apr 2026 00:00:00 GMT',
        'x-correlation-id': 'c-1',
      };
      const kept = {
        authorization: 'Bearer caller',
        'x-auth-token': 'callers',
        'x-auth-client': 'callers',
        authtoken: 'callers',
        'x-store-hash': 'other',
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'evil.example',
        'x-real-ip': '1.2.3.4',
        forwarded: 'for=1.2.3.4',
        'cf-connecting-ip': '1.2.3.4',
        'cf-ray': 'x',
        'cf-worker': 'x',
        'true-client-ip': '1.2.3.4',
        'x-original-url': '/v2/customers',
        'x-rewrite-url': '/v2/customers',
        'x-bc-customer-id': '1',
        'proxy-authorization': 'Basic x',
        'x-api-key': 'x',
        range: 'bytes=0-1',
        'accept-language': 'de',
        'x-anything': 'x',
      };
      // Node's Request drops a cookie, as pages' do.
      if (runtime === 'workerd') kept.cookie = 'session=caller';
      const [{ headers }] = await seen(() => ask(PRODUCTS, { host: 'once', headers: { ...forwarded, ...kept } }));
      for (const [name, value] of Object.entries(forwarded)) assert.equal(headers[name], value, name);
      for (const [name, value] of Object.entries(kept)) assert.ok(headers[name] !== value, name);
    },
  },
  {
    name: 'a header that Connection names ends at the Worker',
    async run({ ask, seen, runtime }) {
      if (runtime === 'workerd') return; // which drops Connection before anybody sees it
      const [{ headers }] = await seen(() =>
        ask(PRODUCTS, { headers: { connection: 'close, X-Correlation-Id', 'x-correlation-id': 'c-1' } }),
      );
      assert.equal(headers['x-correlation-id'], undefined);
    },
  },
  {
    name: 'Accept is JSON unless the caller asks for something',
    async run({ ask, seen }) {
      for (const [given, wanted] of [
        [undefined, 'application/json'],
        ['*/*', 'application/json'],
        ['application/xml', 'application/xml'],
      ]) {
        const [{ headers }] = await seen(() => ask(PRODUCTS, { headers: given ? { accept: given } : {} }));
        assert.equal(headers.accept, wanted);
      }
    },
  },
  {
    name: 'a success comes back with its own headers, and none of the quota, of cookies or of gateways',
    async run({ ask }) {
      const response = await ask(PRODUCTS);
      assert.equal(response.status, 200);
      const given = Object.fromEntries(response.headers);
      for (const [name, value] of [
        ['content-type', 'application/json'],
        ['etag', '"v1"'],
        ['cache-control', 'max-age=5'],
        ['x-request-id', 'b1e-7'],
        ['x-content-type-options', 'nosniff'],
      ]) {
        assert.equal(given[name], value, name);
      }
      const others = Object.keys(given).filter((name) =>
        /rate|retry|requests-|request-window|limit|cookie|server|via|powered|keep-alive|access-control/.test(name),
      );
      assert.deepEqual(others, []);
      assert.deepEqual((await response.json()).data, []);
    },
  },
  {
    name: 'the quota headers come back where that is wanted',
    async run({ ask }) {
      const { headers } = await ask(PRODUCTS, { host: 'told' });
      const names = [...headers.keys()].filter((name) => /rate|retry|requests-|request-window|limit/.test(name)).sort();
      assert.deepEqual(names, [
        'x-bc-apilimit-remaining',
        'x-rate-limit-requests-left',
        'x-rate-limit-requests-quota',
        'x-rate-limit-time-reset-ms',
        'x-rate-limit-time-window-ms',
        'x-request-window-resets-after',
        'x-requests-allocated',
        'x-requests-remaining',
        'x-requests-window-length',
        'x-retry-after',
      ]);
    },
  },
  {
    name: 'a header that echoes the token does not come back, nor does a reason',
    async run({ ask }) {
      const response = await ask(`${PRODUCTS}?do=echo`);
      assert.equal(response.status, 200);
      assert.ok(!JSON.stringify([response.statusText, [...response.headers]]).includes(TOKEN));
    },
  },
  {
    name: 'what has no body, and what has not changed, come back as they are',
    async run({ ask }) {
      for (const status of [204, 304]) {
        const response = await ask(`${PRODUCTS}?do=${status}`);
        assert.deepEqual([response.status, response.headers.get('etag'), await response.text()], [status, '"v1"', '']);
      }
    },
  },
  {
    name: 'a compressed answer can be read',
    async run({ ask }) {
      assert.deepEqual(await (await ask(`${PRODUCTS}?do=gzip`)).json(), { packed: true });
      assert.equal(await (await ask(`${PRODUCTS}?do=gzip`, { method: 'HEAD' })).text(), '');
    },
  },
  {
    name: 'an answer streams through',
    async run({ ask, upstream }) {
      const { body } = await ask(`${PRODUCTS}?do=drip`);
      const { goOn } = upstream.arrived.at(-1);
      const reader = body.getReader();
      // The store sends the next part when the one before is here, so that none can wait for another.
      for (const part of ['0;', '1;', '2;', '3;']) {
        const { value } = await within(PATIENCE_MS, reader.read(), `${part} did not come by itself`);
        assert.equal(Buffer.from(value).toString(), part);
        goOn();
      }
      assert.ok((await reader.read()).done);
    },
  },
  {
    name: 'HEAD is answered with headers alone',
    async run({ ask }) {
      const response = await ask(PRODUCTS, { method: 'HEAD' });
      assert.deepEqual([response.status, response.headers.get('etag'), await response.text()], [200, '"v1"', '']);
      const refused = await ask('/v3/customers', { method: 'HEAD' });
      assert.deepEqual([refused.status, refused.headers.get('content-type'), await refused.text()], [404, 'application/problem+json', '']);
    },
  },
];
