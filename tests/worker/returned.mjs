// Headers that go back: what they may not tell of the store, and what callers can use of them.

import assert from 'node:assert/strict';
import { TOKEN } from './handlers.mjs';

const PRODUCTS = '/v3/catalog/products';
const API = 'https://api.bigcommerce.com';
const STORE = `${API}/stores/abc123`;

const given = (headers) => `${PRODUCTS}?do=given&headers=${Buffer.from(JSON.stringify(headers)).toString('base64url')}`;
const percent = (text) => text.replace(/./g, (char) => `%${char.charCodeAt(0).toString(16)}`);

/** Spellings of the token in which a server may echo it. */
const SPELLED = {
  'as it is': TOKEN,
  'in capitals': TOKEN.toUpperCase(),
  'percent-encoded': percent(TOKEN),
  'percent-encoded twice': percent(TOKEN).replaceAll('%', '%25'),
  'percent-encoded in part': TOKEN.replace('3', '%33'),
  'in base64': Buffer.from(TOKEN).toString('base64'),
  'in base64 behind a user': Buffer.from(`me:${TOKEN}`).toString('base64'),
  'in base64 behind another user': Buffer.from(`user:${TOKEN}:x`).toString('base64'),
  'in base64 of URLs': Buffer.from(`{"token":"${TOKEN}"}`).toString('base64url'),
  'in hexadecimal digits': Buffer.from(TOKEN).toString('hex'),
};
const NAMES = ['ETag', 'Link', 'Location', 'X-Request-Id', 'X-Correlation-Id', 'Content-Disposition', 'Content-Language', 'X-Retry-After'];

export const cases = [
  ...Object.entries(SPELLED).map(([how, token]) => ({
    name: `no header tells the token ${how}`,
    async run({ ask }) {
      const url = `${STORE}/v2/orders/7?x=${token}`;
      const told = { Location: url, Link: `<${url}>; rel="next"` };
      for (const name of NAMES) {
        const { status, headers } = await ask(given({ [name]: told[name] ?? `"x-${token}-x"` }), { host: 'told' });
        assert.deepEqual([status, headers.get(name)], [200, null], name);
      }
    },
  })),
  {
    name: 'where something lies in the store, it lies behind the Worker',
    async run({ ask }) {
      for (const [location, wanted] of [
        [`${STORE}/v2/orders/7`, '/v2/orders/7'],
        [`${STORE}/v2/orders/7?a=b#c`, '/v2/orders/7?a=b#c'],
        ['https://API.BigCommerce.com:443/stores/abc123/v2/orders/7', '/v2/orders/7'],
        [`${STORE}/v3/../v2/orders/7`, '/v2/orders/7'],
        ['/stores/abc123/v2/orders/7', '/v2/orders/7'],
        ['products/7', '/v3/catalog/products/7'],
        ['//api.bigcommerce.com/stores/abc123/v2/orders/7', '/v2/orders/7'],
      ]) {
        for (const [host, prefix] of [
          ['plain', ''],
          ['prefixed', '/api'],
        ]) {
          const response = await ask(prefix + given({ Location: location }), { host });
          // The allowed path of the fixture is one segment less deep than that of a product.
          const shown = location === 'products/7' ? '/v3/catalog/products/7' : wanted;
          assert.equal(response.headers.get('location'), prefix + shown, location);
        }
      }
    },
  },
  {
    name: 'where it lies elsewhere, callers are not told',
    async run({ ask }) {
      for (const location of [
        'https://evil.example/x',
        'http://api.bigcommerce.com/stores/abc123/v2/orders/7',
        `${API}/stores/other/v2/orders/7`,
        `${API}/stores/abc123`,
        `${API}/stores/abc123/../other/v2/orders/7`,
        `${STORE}//evil.example/x`,
        `${STORE}/\\\\evil.example/x`,
        `${STORE}/v2/orders/7?store=abc123`,
        `${STORE}.evil.example/v2/orders`,
        'https://user:pass@api.bigcommerce.com/stores/abc123/v2/orders/7',
        'https://store-abc123.mybigcommerce.com/x',
        'javascript:alert(1)',
        'https://[',
        '',
      ]) {
        const { headers } = await ask(given({ Location: location }));
        assert.equal(headers.get('location'), null, location);
      }
    },
  },
  {
    name: 'links lead through the Worker, and to others that do not name the store',
    async run({ ask }) {
      for (const [link, wanted] of [
        [`<${STORE}${PRODUCTS}?page=2>; rel="next"`, `</api${PRODUCTS}?page=2>; rel="next"`],
        [
          `<${STORE}${PRODUCTS}?page=1>; rel="prev", <?page=3>; rel=next; title="a, b"`,
          `</api${PRODUCTS}?page=1>; rel="prev", </api${PRODUCTS}?page=3>; rel=next; title="a, b"`,
        ],
        ['<https://developer.bigcommerce.com/docs>; rel="help"', '<https://developer.bigcommerce.com/docs>; rel="help"'],
        [`<${API}/stores/other/v3/x>; rel="next"`, null],
        [`<https://store-abc123-1.mybigcommerce.com/x>; rel="next"`, null],
        [`<https://cdn.example/ABC123/x>; rel="next"`, null],
        [`<https://cdn.example/?to=%2Fstores%2Fabc123%2Fv3>; rel="next"`, null],
        [`<https://cdn.example/%61bc123/x>; rel="next"`, null],
        [`<?page=2>; rel="next"; anchor="${STORE}/v3"`, null],
        [`<?page=2>; rel="next", <https://abc123.example/>; rel="x"`, null],
      ]) {
        const response = await ask(`/api${given({ Link: link })}`, { host: 'prefixed' });
        assert.equal(response.headers.get('link'), wanted, link);
      }
    },
  },
  {
    name: 'headers that lead somewhere and are of no use to callers do not come back',
    async run({ ask }) {
      const { headers } = await ask(
        given({
          'Content-Location': `${STORE}${PRODUCTS}`,
          Refresh: `0; url=${STORE}/v3`,
          'Access-Control-Allow-Origin': '*',
          SourceMap: STORE,
        }),
      );
      for (const name of ['content-location', 'refresh', 'access-control-allow-origin', 'sourcemap'])
        assert.equal(headers.get(name), null, name);
    },
  },
  {
    name: 'what a caller was authorized for is private',
    async run({ ask }) {
      for (const [control, wanted] of [
        [undefined, 'private'],
        ['max-age=5', 'private, max-age=5'],
        ['public, max-age=5, s-maxage=60', 'private, max-age=5'],
        ['PUBLIC', 'private'],
        ['private', 'private'],
        ['no-store', 'private, no-store'],
        ['no-cache="a, public", max-age=5', 'private'],
      ]) {
        const path = given(control === undefined ? {} : { 'Cache-Control': control });
        const response = await ask(path, { host: 'guarded', headers: { authorization: 'Bearer good' } });
        assert.equal(response.headers.get('cache-control'), wanted, control);
        assert.equal((await ask(path)).headers.get('cache-control'), control ?? null);
      }
    },
  },
];
