// No secret goes to BigCommerce's hosts in plain http, however the URL is spelled.

import { equal, ok, streamOf, TOKEN } from './shared.mjs';

/** What a page does not do again, or sees differently. */
const not = ['chromium'];

const PATH = '/stores/abc123/v3/carts';

/** All mean BigCommerce's API in plain http, for the platform's fetch or for one of another library. */
const SPELLINGS = [
  'http://api.bigcommerce.com',
  'HTTP://API.BIGCOMMERCE.COM',
  ' http://api.bigcommerce.com',
  '\n\t http://api.bigcommerce.com',
  '\0http://api.bigcommerce.com',
  'ht\ttp://api.bigcommerce.com',
  'http:\n//api.bigcommerce.com',
  'http://api.big\r\ncommerce.com',
  'http:/api.bigcommerce.com',
  'http:api.bigcommerce.com',
  'http:///api.bigcommerce.com',
  'http:\\\\api.bigcommerce.com',
  'http:/\\api.bigcommerce.com',
  'http://api.bigcommerce.com:80',
  'http://api.bigcommerce.com:0080',
  'http://api.bigcommerce.com:',
  'http://api.bigcommerce.com:443',
  'http://api.bigcommerce.com.',
  'http://user@api.bigcommerce.com',
  'http://user:pass@api.bigcommerce.com',
  'http://a@b@api.bigcommerce.com',
  'http://%61pi.bigcommerce.com',
  'http://api%2Ebigcommerce.com',
  'http://api\u3002bigcommerce\uff0ecom',
  'http://\uff41pi.bigcommerce.com',
  'http://api.bigcommerce.co\u24dc',
  'http://api.big\u00adcommerce.com',
  '//api.bigcommerce.com',
  'http://bigcommerce.com',
  'http://store-abc123.mybigcommerce.com',
  'http://store-abc123.my-bigcommerce.com',
  'http://api-b2b.bigcommerce.com',
];

/** What other hosts have in common with BigCommerce's. */
const OTHERS = [
  'http://bigcommerce.com.evil.example',
  'http://evilbigcommerce.com',
  'http://bigcommerce.com@evil.example',
  'http://evil.example\\@api.bigcommerce.com',
  'http://evil.example#@api.bigcommerce.com',
  'http://localhost:3000',
  'http://api.bigcommerce.co',
];

const base = () => globalThis.document?.baseURI ?? globalThis.location?.href ?? 'http://own/';

/** As a fetch of the platform reads it; without an address only `http:` makes it absolute. */
const read = (url) => {
  try {
    return new URL(url, globalThis.location?.href);
  } catch {
    return new URL(url, base());
  }
};

/** What a fetch of another library is asked for, with these arguments. */
const askedFor = async (bc, ...args) => {
  const seen = [];
  const stub = async (input) => {
    seen.push(input?.url ?? String(input));
    return new Response('ok');
  };
  await bc.createFetch({ fetch: stub })(...args);
  equal(seen.length, 1);
  return seen[0];
};

const inJson = JSON.stringify({ client_id: 'c', client_secret: 'x' });
const form = new FormData();
form.append('client_secret', 'x');

/** Where a secret may be beside a header. */
const PLACES = [
  ['a parameter', '?access_token=x', {}],
  ['a header of any such name', '', { headers: [['X-Api-Key', 'x']] }],
  ['a Headers', '', { headers: new Headers({ 'X-Bc-Customer-Access-Token': 'x' }) }],
  ['JSON', '', { method: 'POST', body: inJson }],
  ['a form', '', { method: 'POST', body: new URLSearchParams({ client_secret: 'x' }) }],
  ['form data', '', { method: 'POST', body: form }],
  ['what may be a stream', '', { method: 'POST', body: streamOf(inJson), duplex: 'half' }],
  ['bytes', '', { method: 'POST', body: new TextEncoder().encode(inJson) }],
  ['a Blob', '', { method: 'POST', body: new Blob([inJson]) }],
];

/** Paths and queries with a secret in them, in the spellings that mean the same to a server. */
const TELLING = [
  '/login/token/x',
  '/login%2Ftoken/x',
  '/login%2ftoken%2Fx',
  '/%6Cogin/token/x',
  '/x;token=x',
  '/x;a=1;access_token=x?page=2',
  '/x%3Btoken=x',
  '/x?%61ccess_token=x',
  '/x?page=2;token=x',
  '/x?auth[token]=x',
  '/x?next=/login/token/x',
  '/x?next=https%3A%2F%2Fx.example%2Fa%3Ftoken%3Dx',
  '/x?next=https%3A%2F%2Fx.example%2Flogin%2Ftoken%2Fx',
  '/x?next=%252Fa%253Fpage%253D2%2526client_secret%253Dx',
  '/x?next=https%3A%2F%2Fada%3Ax%40x.example%2F',
  '/x#access_token=x',
];

export const cases = [
  ...SPELLINGS.map((spelling) => ({
    name: `a token goes by https to ${JSON.stringify(spelling)}`,
    async run({ bc }) {
      const url = spelling + PATH;
      const expected = read(url);
      const isTheirs = /bigcommerce\.com\.?$/.test(expected.hostname);
      if (isTheirs) expected.protocol = 'https:';
      ok(isTheirs || globalThis.location, `${url} is ${expected.href}`);
      const asked = await askedFor(bc, url, { headers: { 'X-Auth-Token': TOKEN } });
      equal(isTheirs ? asked : read(asked).href, expected.href);
    },
  })),
  {
    name: "what is no host of BigCommerce's is asked for as it was written",
    async run({ bc }) {
      for (const spelling of OTHERS) {
        const url = spelling + PATH;
        equal(await askedFor(bc, url, { headers: { 'X-Auth-Token': TOKEN } }), url);
      }
    },
  },
  ...PLACES.map(([what, query, init]) => ({
    name: `a secret in ${what} goes by https as well`,
    async run({ bc }) {
      const url = `http://api.bigcommerce.com${PATH}${query}`;
      equal(await askedFor(bc, url, init), url.replace('http:', 'https:'));
    },
  })),
  ...TELLING.map((path) => ({
    name: `a secret in the URL goes by https however it is spelled: ${path}`,
    async run({ bc }) {
      equal(await askedFor(bc, `http://s.mybigcommerce.com${path}`), `https://s.mybigcommerce.com${path}`);
    },
  })),
  {
    name: 'a URL without a secret goes as it was written, whatever it is like',
    async run({ bc }) {
      for (const path of [
        '/login/tokens',
        '/x;page=2',
        '/token/7',
        '/x?next=https%3A%2F%2Fx.example%2Fa%3Fpage%3D2',
        '/x?q=token',
        '/x?mail=ada%40x.example',
        '/x?%ff',
      ]) {
        equal(await askedFor(bc, `http://s.mybigcommerce.com${path}`), `http://s.mybigcommerce.com${path}`);
      }
    },
  },
  {
    name: 'what holds no secret goes as it was written',
    async run({ bc }) {
      for (const init of [undefined, { headers: { Accept: '*/*' } }, { method: 'POST', body: '{"name":"x"}' }]) {
        equal(await askedFor(bc, ' HTTP://api.bigcommerce.com', init), ' HTTP://api.bigcommerce.com');
      }
    },
  },
  {
    name: "a token goes to a host of BigCommerce's by https, whatever the URL says",
    async run({ bc }) {
      const seen = [];
      const stub = async (input) => {
        seen.push(input.url ?? String(input));
        return new Response('ok');
      };
      const call = bc.createFetch({ fetch: stub });
      const headers = { 'X-Auth-Token': TOKEN };
      await call('http://api.bigcommerce.com/stores/abc123/v3/carts?a=1', { headers });
      await call(new URL('http://store-abc123.mybigcommerce.com:80/api'), { headers });
      await call(new Request('HTTP://API.BigCommerce.com/x', { headers }));
      await call('http://bigcommerce.com.evil.example/x', { headers });
      await call('http://localhost:3000/x', { headers });
      await call('http://api.bigcommerce.com/x', { headers: { Accept: '*/*' } });
      equal(seen, [
        'https://api.bigcommerce.com/stores/abc123/v3/carts?a=1',
        'https://store-abc123.mybigcommerce.com/api',
        'https://api.bigcommerce.com/x',
        'http://bigcommerce.com.evil.example/x',
        'http://localhost:3000/x',
        'http://api.bigcommerce.com/x',
      ]);
    },
  },
  {
    name: 'a Request that is moved to https takes its method, headers and body along',
    // A page does not call the management API again.
    not,
    async run({ bc }) {
      const seen = [];
      const stub = async (input, init) => {
        const request = new Request(input, init);
        seen.push([request.url, request.method, request.headers.get('x-auth-token'), await request.text()]);
        return new Response('', { status: seen.length === 1 ? 429 : 200, headers: { 'Retry-After': '0' } });
      };
      const request = new Request('http://api.bigcommerce.com/x', { method: 'POST', body: 'order', headers: { 'X-Auth-Token': TOKEN } });
      await bc.createFetch({ fetch: stub })(request);
      equal(seen, Array(2).fill(['https://api.bigcommerce.com/x', 'POST', TOKEN, 'order']));
    },
  },
  {
    name: 'what nobody can look into goes to BigCommerce by https: a stream in a Request, and one that cannot be copied',
    not,
    async run({ bc }) {
      class Uncopied extends Request {
        clone() {
          throw new TypeError('no copies');
        }
      }
      const seen = [];
      const call = bc.createFetch({ fetch: async (input) => (seen.push(new Request(input).url), new Response('')) });
      const init = { method: 'POST', duplex: 'half' };
      await call(new Request('http://login.bigcommerce.com/a', { ...init, body: new Blob(['client_secret=s3cret']).stream() }));
      await call(new Uncopied('http://login.bigcommerce.com/b', { ...init, body: 'client_secret=s3cret' }));
      equal(seen, ['https://login.bigcommerce.com/a', 'https://login.bigcommerce.com/b']);
    },
  },
];
