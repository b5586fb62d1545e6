// Redirects of requests with credentials: nothing secret goes to another origin.

import { equal, ok, rejection, TOKEN } from './shared.mjs';

/** What a redirect shows, only a server sees. */
const not = ['chromium'];

const SECRETS = {
  'X-Auth-Token': TOKEN,
  Authorization: `Bearer ${TOKEN}`,
  'X-Auth-Client': 'client-4711',
  AuthToken: TOKEN,
  Cookie: `session=${TOKEN}`,
};

/** A place that leads on to others: `{ from, to, arrived() }`, `to` a URL of the origin. */
const leading = ({ url, fresh, journal }, status, origin, step = '200') => {
  const [first, last] = [fresh(), fresh()];
  const to = `${origin}/do/${last}/${step}`;
  return {
    from: `${url}/do/${first}/${status}%3E?to=${encodeURIComponent(to)}`,
    to,
    arrived: () => journal(last),
    met: () => journal(first),
  };
};

export const cases = [
  ...Object.entries(SECRETS).flatMap(([name, value]) =>
    [{}, { retry: false }].map((options) => ({
      name: `${name} does not go to another origin ${JSON.stringify(options)}`,
      not,
      async run(env) {
        const place = leading(env, 302, env.other);
        const response = await env.bc.createFetch(options)(place.from, { headers: { [name]: value, 'X-A': '1' } });
        equal(response.status, 200);
        const [{ headers }] = await place.arrived();
        equal([headers[name.toLowerCase()] ?? null, headers['x-a']], [null, '1']);
        ok(!JSON.stringify(headers).includes(value), 'nor in another header');
      },
    })),
  ),
  {
    name: 'a credential goes on within its origin',
    not,
    async run(env) {
      const place = leading(env, 302, env.url);
      const response = await env.bc.createFetch()(place.from, { headers: new Headers({ 'X-Auth-Token': TOKEN }) });
      equal([response.status, response.redirected, response.url], [200, true, place.to]);
      equal((await place.arrived())[0].headers['x-auth-token'], TOKEN);
    },
  },
  {
    name: 'once dropped, a credential does not come back with the first origin',
    not,
    async run(env) {
      const { url, other, fresh, journal, bc } = env;
      const [first, between, last] = [fresh(), fresh(), fresh()];
      const home = `${url}/do/${last}/200`;
      const away = `${other}/do/${between}/307%3E?to=${encodeURIComponent(home)}`;
      await bc.createFetch()(`${url}/do/${first}/307%3E?to=${encodeURIComponent(away)}`, { headers: [['x-auth-token', TOKEN]] });
      equal((await journal(between))[0].headers['x-auth-token'] ?? null, null);
      equal((await journal(last))[0].headers['x-auth-token'] ?? null, null);
    },
  },
  {
    name: 'a Request keeps what it says, but for its credentials',
    not,
    async run(env) {
      const place = leading(env, 307, env.other);
      const request = new Request(place.from, { method: 'PUT', body: 'order', headers: { 'X-Auth-Token': TOKEN, 'X-A': '1' } });
      const response = await env.bc.createFetch()(request);
      const [{ method, headers, body }] = await place.arrived();
      equal([response.status, method, body, headers['x-a'], headers['x-auth-token'] ?? null], [200, 'PUT', 'order', '1', null]);
    },
  },
  ...[
    [301, 'POST', 'GET', ''], [302, 'POST', 'GET', ''], [303, 'POST', 'GET', ''], [303, 'PUT', 'GET', ''], [303, 'HEAD', 'HEAD', ''],
    [301, 'PUT', 'PUT', 'order'], [302, 'DELETE', 'DELETE', ''], [307, 'POST', 'POST', 'order'], [308, 'POST', 'POST', 'order'],
  ].map(([status, method, expected, body]) => ({
    name: `a ${status} to a ${method} is followed with ${expected}, as by fetch itself`,
    not,
    async run(env) {
      const sent = method === 'HEAD' || method === 'DELETE' ? undefined : 'order';
      const init = { method, body: sent, headers: { 'X-Auth-Token': TOKEN, ...(sent && { 'Content-Type': 'text/x' }) } };
      const arrivals = [];
      for (const call of [fetch, env.bc.createFetch()]) {
        const place = leading(env, status, env.url);
        const response = await call(place.from, init);
        const [{ method: arrived, body: text, headers }] = await place.arrived();
        arrivals.push([response.status, response.redirected, arrived, text, headers['content-type'] ?? null]);
      }
      equal(arrivals[1], [200, true, expected, body, body && 'text/x' || null]);
      equal(arrivals[1].slice(0, 4), arrivals[0].slice(0, 4), 'as by fetch itself');
    },
  })),
  {
    name: 'a stream is not sent again by a 307: it rejects, and only once',
    not,
    async run(env) {
      const place = leading(env, 307, env.url);
      const body = new Blob(['once']).stream();
      const init = { method: 'PUT', body, duplex: 'half', headers: { 'X-Auth-Token': TOKEN } };
      const error = await rejection(env.bc.createFetch({ retry: { maxDelayMs: 5 } })(place.from, init));
      ok(error instanceof TypeError && /read only once/.test(error.message), `${error}`);
      equal([(await place.met()).length, (await place.arrived()).length], [1, 0]);
    },
  },
  {
    name: 'a loop ends after twenty hops, and is not begun again',
    not,
    async run({ bc, url, fresh, journal }) {
      const id = fresh();
      const loop = `${url}/do/${id}/302%3E`;
      const error = await rejection(bc.createFetch({ retry: { maxDelayMs: 5 } })(loop, { headers: { 'X-Auth-Token': TOKEN } }));
      ok(error instanceof TypeError && /20 redirects/.test(error.message), `${error}`);
      equal((await journal(id)).length, 21);
    },
  },
  {
    name: 'raw UTF-8 in a Location is followed as by fetch itself',
    // Deno takes each byte for a character.
    not: ['chromium', 'deno'],
    async run({ bc, url, fresh }) {
      const place = () => `${url}/do/${fresh()}/302%3E?to=${encodeURIComponent(`${url}/echo/Größe-茶?q=ü`)}`;
      const expected = (await fetch(place())).url;
      equal((await bc.createFetch()(place(), { headers: { 'X-Auth-Token': TOKEN } })).url, expected);
    },
  },
  {
    name: 'an iterator is not sent again by a 307, nor is nothing in its place',
    not: ['chromium', 'bun', 'deno', 'workerd'],
    async run(env) {
      const place = leading(env, 307, env.url);
      const body = (async function* () {
        yield new TextEncoder().encode('once');
      })();
      const init = { method: 'PUT', body, duplex: 'half', headers: { 'X-Auth-Token': TOKEN } };
      ok((await rejection(env.bc.createFetch()(place.from, init))) instanceof TypeError, 'it rejects');
      equal((await place.arrived()).length, 0);
    },
  },
  {
    name: 'a redirect to what is no HTTP rejects',
    not,
    async run({ bc, url, fresh }) {
      for (const to of ['data:text/plain,x', 'file:///etc/passwd', 'http://']) {
        const place = `${url}/do/${fresh()}/302%3E?to=${encodeURIComponent(to)}`;
        const error = await rejection(bc.createFetch()(place, { headers: { 'X-Auth-Token': TOKEN } }));
        ok(error instanceof TypeError, `${to}: ${error}`);
      }
    },
  },
  ...['manual', 'error'].map((redirect) => ({
    name: `redirect: '${redirect}' is left to fetch`,
    not,
    async run(env) {
      const place = leading(env, 302, env.other);
      const init = { redirect, headers: { 'X-Auth-Token': TOKEN } };
      const outcome = (call) => call(place.from, init).then(({ status }) => status, () => 'rejected');
      equal(await outcome(env.bc.createFetch({ retry: { maxDelayMs: 5 } })), await outcome(fetch));
      equal((await place.arrived()).length, 0);
    },
  })),
  {
    name: 'what a redirect leads to is decided about like any other answer',
    not,
    async run(env) {
      const place = leading(env, 302, env.url, '503,200');
      const response = await env.bc.createFetch({ retry: { maxDelayMs: 5 } })(place.from, { headers: { 'X-Auth-Token': TOKEN } });
      equal([response.status, env.rules(response)], [200, ['unavailable', 'not-needed']]);
    },
  },
  {
    name: 'from http to https of the same host a credential goes along, elsewhere it does not',
    not,
    async run({ bc }) {
      const sentTo = async (from, to) => {
        const seen = [];
        const stub = async (input, init) => {
          seen.push([String(input), new Headers(init.headers).get('x-auth-token')]);
          return seen.length === 1 ? new Response(null, { status: 308, headers: { Location: to } }) : new Response('ok');
        };
        await bc.createFetch({ fetch: stub })(from, { headers: { 'X-Auth-Token': TOKEN } });
        return seen[1];
      };
      equal(await sentTo('http://shop.example/a', 'https://shop.example/a'), ['https://shop.example/a', TOKEN]);
      equal(await sentTo('https://shop.example/a', 'http://shop.example/a'), ['http://shop.example/a', null]);
      equal(await sentTo('https://shop.example/a', 'https://shop.example.evil.example/a'), ['https://shop.example.evil.example/a', null]);
      equal(await sentTo('https://shop.example/a', '//evil.example/a'), ['https://evil.example/a', null]);
      equal(await sentTo('https://shop.example/a', '/b'), ['https://shop.example/b', TOKEN]);
    },
  },
  {
    name: 'a token goes to a host of BigCommerce\'s by https, whatever the URL says',
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
];
