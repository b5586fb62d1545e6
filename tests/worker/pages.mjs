// Pages of other origins, and who is authorized.

import assert from 'node:assert/strict';

const PRODUCTS = '/v3/catalog/products';
const SHOP = 'https://shop.example';

const preflight = (method, more) => ({
  method: 'OPTIONS',
  headers: { origin: SHOP, 'access-control-request-method': method },
  ...more,
});
const corsOf = ({ headers }) => Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

export const cases = [
  {
    name: 'an allowed origin may ask and read, and caches are told',
    async run({ ask }) {
      const response = await ask(PRODUCTS, { host: 'page', headers: { origin: SHOP } });
      assert.deepEqual([response.status, response.headers.get('vary')], [200, 'Origin']);
      assert.deepEqual(corsOf(response), {
        'access-control-allow-origin': SHOP,
        'access-control-expose-headers': 'x-request-id, retry-after, allow, etag, link, location',
      });
    },
  },
  {
    name: 'an allowed origin may read problems too',
    async run({ ask }) {
      for (const path of ['/v3/customers', `${PRODUCTS}?do=422`, '/v3//x']) {
        const response = await ask(path, { host: 'page', headers: { origin: SHOP } });
        assert.ok(response.status >= 400);
        assert.equal(response.headers.get('access-control-allow-origin'), SHOP, path);
      }
    },
  },
  {
    name: 'a preflight is answered here, with the methods of the path',
    async run({ ask, seen }) {
      let response;
      const arrived = await seen(async () => {
        response = await ask(PRODUCTS, preflight('POST', { host: 'page' }));
      });
      assert.deepEqual([response.status, arrived.length, await response.text()], [204, 0, '']);
      const given = corsOf(response);
      assert.equal(given['access-control-allow-methods'], 'GET, HEAD, POST');
      assert.equal(given['access-control-allow-headers'], 'accept, content-type, if-none-match, if-modified-since, x-correlation-id');
      assert.equal(given['access-control-max-age'], '600');
      assert.equal(given['access-control-allow-origin'], SHOP);
    },
  },
  {
    name: 'a preflight comes before authorization, whose header it allows',
    async run({ ask }) {
      const response = await ask(PRODUCTS, preflight('GET', { host: 'guarded' }));
      assert.equal(response.status, 204);
      assert.match(response.headers.get('access-control-allow-headers'), /, authorization$/);
    },
  },
  {
    name: 'all origins are all, with the methods, headers and time that are named',
    async run({ ask }) {
      const response = await ask(PRODUCTS, preflight('GET', { host: 'anypage' }));
      assert.deepEqual(corsOf(response), {
        'access-control-allow-headers': 'x-own',
        'access-control-allow-methods': 'GET',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'x-request-id',
        'access-control-max-age': '5',
      });
      assert.equal(response.headers.get('vary'), null);
    },
  },
  {
    name: 'a function may know the origins, and cookies may be sent to be read here',
    async run({ ask }) {
      const response = await ask(PRODUCTS, { host: 'asked', headers: { origin: SHOP } });
      assert.deepEqual(
        [response.headers.get('access-control-allow-origin'), response.headers.get('access-control-allow-credentials')],
        [SHOP, 'true'],
      );
      assert.equal((await ask(PRODUCTS, { host: 'asked', headers: { origin: 'https://shop.test' } })).status, 403);
    },
  },
  {
    name: 'an origin that is not allowed gets no header of CORS',
    async run({ ask }) {
      for (const host of ['plain', 'page']) {
        assert.deepEqual(corsOf(await ask(PRODUCTS, { host, headers: { origin: 'https://evil.example' } })), {}, host);
      }
    },
  },
  {
    name: 'a page of the Worker’s own origin, and who is no page, need no permission',
    async run({ ask, origin }) {
      assert.equal((await ask(PRODUCTS, { headers: { origin } })).status, 200);
      const response = await ask(PRODUCTS, { host: 'page' });
      assert.deepEqual([response.status, response.headers.get('vary'), corsOf(response)], [200, 'Origin', {}]);
    },
  },
  {
    name: 'who is authorized passes, and the credential stays here',
    async run({ ask, seen }) {
      const [{ headers }] = await seen(() => ask(PRODUCTS, { host: 'guarded', headers: { authorization: 'Bearer good' } }));
      assert.equal(headers.authorization, undefined);
    },
  },
  {
    name: 'authorization may answer itself, readable to the page',
    async run({ ask }) {
      const response = await ask(PRODUCTS, {
        host: 'guarded',
        headers: { authorization: 'Bearer other', origin: SHOP },
      });
      assert.deepEqual(
        [response.status, response.headers.get('x-own'), response.headers.get('access-control-allow-origin'), await response.text()],
        [402, 'yes', SHOP, 'pay first'],
      );
    },
  },
];
