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
  'X-Bc-Customer-Access-Token': TOKEN,
  'X-Api-Key': TOKEN,
  'X-Auth_Token': TOKEN,
  X_AUTH_TOKEN: TOKEN,
  'Client-Secret': TOKEN,
  'X-Amz-Security-Token': TOKEN,
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

/** How libraries give a runtime an address: happy-dom, jsdom with Vitest, and jsdom with others. */
const ADDRESSES = {
  'a getter that was bound': (address) => ({
    get: function location() {
      return this;
    }.bind(address),
  }),
  'a getter of its own': (address) => ({ get: () => address }),
  'a value': (address) => ({ value: address }),
};

const addressed = async (how, run) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'location');
  Object.defineProperty(globalThis, 'location', { ...ADDRESSES[how](new URL('http://localhost/')), configurable: true });
  try {
    return await run();
  } finally {
    if (before) Object.defineProperty(globalThis, 'location', before);
    else delete globalThis.location;
  }
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
  ...Object.keys(ADDRESSES).map((how) => ({
    name: `an address that a library sets makes no page: a credential does not go to another origin, and a repeat is sent, with ${how}`,
    not,
    async run(env) {
      await addressed(how, async () => {
        const place = leading(env, 307, env.other);
        const headers = { 'X-Auth-Token': TOKEN, 'X-A': '1' };
        equal((await env.bc.createFetch()(place.from, { headers })).status, 200);
        const [{ headers: arrived }] = await place.arrived();
        equal([arrived['x-auth-token'] ?? null, arrived['x-a']], [null, '1']);

        let sent = 0;
        const stub = async () => new Response(null, { status: (sent += 1) === 1 ? 429 : 200, headers: { 'Retry-After': '0' } });
        equal((await env.bc.createFetch({ fetch: stub })('https://api.bigcommerce.com/stores/abc123/v3/x', { headers })).status, 200);
      });
    },
  })),
  {
    name: 'a page leaves its redirects to the platform, and what it shows of them',
    not: ['node', 'deno', 'bun', 'workerd'],
    async run(env) {
      const seen = [];
      const stub = (input, init) => (seen.push(init.redirect ?? null), fetch(input, init));
      const place = leading(env, 302, env.other);
      const response = await env.bc.createFetch({ fetch: stub })(place.from, { headers: { 'X-Auth-Token': TOKEN } });
      equal([response.status, response.redirected, response.url, seen, (await place.met()).length], [200, true, place.to, [null], 1]);
    },
  },
  {
    name: 'in whatever form the headers are, none of them goes to another origin, and all others do',
    not,
    async run(env) {
      const headers = { Accept: 'a/b', 'Idempotency-Key': 'k1', 'X-Correlation-Id': 'c1', 'X-Api-Key': TOKEN };
      for (const form of [headers, Object.entries(headers), new Headers(headers), new Map(Object.entries(headers))]) {
        for (const request of [(url) => [url, { headers: form }], (url) => [new Request(url, { headers: form })]]) {
          const place = leading(env, 302, env.other);
          await env.bc.createFetch()(...request(place.from));
          const [{ headers: arrived }] = await place.arrived();
          equal(
            ['x-api-key', 'idempotency-key', 'x-correlation-id', 'accept'].map((name) => arrived[name] ?? null),
            [null, 'k1', 'c1', 'a/b'],
          );
        }
      }
    },
  },
  {
    name: 'a host that the caller named goes to no other origin',
    not,
    async run({ bc }) {
      const seen = [];
      const stub = async (_input, init) => {
        seen.push(new Headers(init.headers).get('host'));
        return seen.length === 1
          ? new Response(null, { status: 307, headers: { Location: 'https://other.example/' } })
          : new Response('ok');
      };
      // Not every runtime lets a caller name it.
      const headers = [
        ['X-Auth-Token', TOKEN],
        ['Host', 'shop.example'],
      ];
      await bc.createFetch({ fetch: stub })('https://shop.example/', { headers });
      ok(seen[1] === null, seen);
    },
  },
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
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [303, 'HEAD', 'HEAD', ''],
    [301, 'PUT', 'PUT', 'order'],
    [302, 'DELETE', 'DELETE', ''],
    [307, 'POST', 'POST', 'order'],
    [308, 'POST', 'POST', 'order'],
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
      equal(arrivals[1], [200, true, expected, body, (body && 'text/x') || null]);
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
    name: 'a redirect to a URL with a user and a password rejects at once, and does not tell them',
    not,
    async run({ bc, url, other, fresh, journal }) {
      const [first, last] = [fresh(), fresh()];
      const to = `${other.replace('//', '//admin:pa55word@')}/do/${last}/200`;
      const error = await rejection(
        bc.createFetch({ retry: { maxDelayMs: 5 } })(`${url}/do/${first}/302%3E?to=${encodeURIComponent(to)}`, {
          headers: { 'X-Auth-Token': TOKEN },
        }),
      );
      ok(error instanceof TypeError && !/pa55word/.test(error.message + error.stack), `${error}`);
      equal([(await journal(first)).length, (await journal(last)).length], [1, 0]);
    },
  },
  {
    name: 'a Request keeps its signal along a redirect',
    not,
    async run({ bc }) {
      const signals = [];
      const stub = async (_input, init) => {
        signals.push(init.signal);
        return signals.length === 1 ? new Response(null, { status: 302, headers: { Location: '/b' } }) : new Response('ok');
      };
      const controller = new AbortController();
      await bc.createFetch({ fetch: stub })(
        new Request('https://shop.example/a', { headers: { 'X-Auth-Token': TOKEN }, signal: controller.signal }),
      );
      controller.abort();
      ok(signals[1].aborted, 'the signal of the second request');
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
    name: 'a stream is not left out by a 302 either, as by fetch itself; a 303 asks for none',
    not,
    async run(env) {
      for (const [status, expected] of [
        [302, 'TypeError'],
        [303, 200],
      ]) {
        const place = leading(env, status, env.url);
        const init = { method: 'POST', body: new Blob(['once']).stream(), duplex: 'half', headers: { 'X-Auth-Token': TOKEN } };
        equal(
          await env.bc
            .createFetch({ retry: { maxDelayMs: 5 } })(place.from, init)
            .then(
              (response) => response.status,
              ({ name }) => name,
            ),
          expected,
        );
        equal((await place.met()).length, 1);
      }
    },
  },
  {
    name: 'that it was redirected, an answer says as by fetch itself, and a clone says so too',
    not,
    async run(env) {
      const place = leading(env, 302, env.url);
      const response = await env.bc.createFetch()(place.from, { headers: { 'X-Auth-Token': TOKEN } });
      const clone = response.clone();
      const again = clone.clone();
      equal(
        [response, clone, again].map((one) => [one.redirected, one.url, one instanceof Response, Object.keys(one).includes('redirected')]),
        Array(3).fill([true, place.to, true, false]),
      );
      equal(Object.getOwnPropertyNames(response).includes('redirected'), false);
      equal(await Promise.all([response, clone, again].map((one) => one.text())), Array(3).fill('body of 200'));
    },
  },
  {
    name: 'the integrity is that of the last answer, as by fetch itself',
    not,
    async run(env) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('body of 200'));
      const right = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
      for (const status of [302, 200]) {
        for (const integrity of [right, 'sha256-AAAA']) {
          for (const make of [(url, init) => [url, init], (url, init) => [new Request(url, init)]]) {
            for (const options of [{ retry: { maxDelayMs: 5 } }, { attemptTimeoutMs: 60_000, retry: { maxDelayMs: 5 } }]) {
              const outcomes = [];
              for (const call of [fetch, env.bc.createFetch(options)]) {
                const place = status === 200 ? { from: `${env.url}/do/${env.fresh()}/200` } : leading(env, status, env.url);
                const init = { integrity, headers: { 'X-Auth-Token': TOKEN } };
                outcomes.push(
                  await (async () => call(...make(place.from, init)))().then(
                    (response) => response.text(),
                    ({ name }) => name,
                  ),
                );
              }
              equal(outcomes[1], outcomes[0], `${status} ${integrity}`);
            }
          }
        }
      }
    },
  },
  {
    name: 'a Location that is no UTF-8 is read as fetch itself reads it',
    // Deno takes it for Latin-1, and workerd hands the bytes on.
    not: [...not, 'deno', 'workerd'],
    async run({ bc }) {
      const seen = [];
      const stub = async (input) => {
        seen.push(input);
        return seen.length === 1 ? new Response(null, { status: 302, headers: { Location: '/gr\xf6' } }) : new Response('ok');
      };
      await bc.createFetch({ fetch: stub })('https://shop.example/', { headers: { 'X-Auth-Token': TOKEN } });
      equal(seen[1], 'https://shop.example/gr%EF%BF%BD');
    },
  },
  {
    name: 'a redirect to what is no HTTP rejects',
    not,
    async run({ bc, url, fresh }) {
      for (const to of ['data:text/plain,x', 'file:///etc/passwd', 'http://']) {
        const place = `${url}/do/${fresh()}/302%3E?to=${encodeURIComponent(to)}`;
        const error = await rejection(bc.createFetch()(place, { headers: { 'X-Auth-Token': TOKEN } }));
        ok(error instanceof TypeError && error.cause instanceof Error, `${to}: ${error}`);
      }
    },
  },
  ...['manual', 'error'].map((redirect) => ({
    name: `redirect: '${redirect}' is left to fetch`,
    not,
    async run(env) {
      const place = leading(env, 302, env.other);
      const init = { redirect, headers: { 'X-Auth-Token': TOKEN } };
      const outcome = (call) =>
        call(place.from, init).then(
          ({ status }) => status,
          () => 'rejected',
        );
      equal(await outcome(env.bc.createFetch({ retry: { maxDelayMs: 5 } })), await outcome(fetch));
      equal((await place.arrived()).length, 0);
    },
  })),
  ...[301, 302, 303].flatMap((status) =>
    [{}, { 'X-Auth-Token': TOKEN }].map((headers) => ({
      name: `a POST that a ${status} led on has run, and is not sent again after a 429 ${Object.keys(headers)}`,
      not,
      async run(env) {
        for (const [method, sent] of [
          ['POST', 1],
          ['PUT', 2],
        ]) {
          const place = leading(env, status, env.url, '429:1,200');
          const response = await env.bc.createFetch({ retry: { maxDelayMs: 5 } })(place.from, { method, body: 'order', headers });
          equal([method, response.status, (await place.met()).length], [method, sent === 1 ? 429 : 200, sent]);
          if (sent === 1) equal(env.bc.historyOf(response)[0].decision.rule, 'not-repeatable');
        }
      },
    })),
  ),
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
    name: 'another port is another origin, but for those that https and http have',
    not,
    async run({ bc }) {
      for (const [from, to, isSame] of [
        ['http://shop.example/a', 'https://shop.example/a', true],
        ['http://shop.example:80/a', 'https://shop.example:443/a', true],
        ['http://shop.example/a', 'https://shop.example:8443/a', false],
        ['http://shop.example:8080/a', 'https://shop.example/a', false],
        ['http://shop.example:8080/a', 'https://shop.example:8080/a', false],
        ['https://shop.example/a', 'https://shop.example:8443/a', false],
        ['https://shop.example:8443/a', 'https://shop.example:8443/b', true],
        ['https://shop.example/a', 'https://shop.example./a', false],
      ]) {
        const seen = [];
        const stub = async (_input, init) => {
          seen.push(new Headers(init.headers).get('x-auth-token'));
          return seen.length === 1 ? new Response(null, { status: 308, headers: { Location: to } }) : new Response('ok');
        };
        await bc.createFetch({ fetch: stub })(from, { headers: { 'X-Auth-Token': TOKEN } });
        equal(seen, [TOKEN, isSame ? TOKEN : null], `${from} ${to}`);
      }
    },
  },
  {
    name: 'a credential is seen in pairs of any kind, and whatever way it is said to follow',
    not,
    async run({ bc }) {
      for (const init of [
        { headers: [new Set(['X-Auth-Token', TOKEN])] },
        { headers: { 'X-Auth-Token': TOKEN }, redirect: new String('follow') },
      ]) {
        const seen = [];
        const stub = async (_input, given) => {
          seen.push(new Headers(given.headers).get('x-auth-token'));
          return seen.length === 1
            ? new Response(null, { status: 307, headers: { Location: 'https://other.example/' } })
            : new Response('ok');
        };
        await bc.createFetch({ fetch: stub })('https://shop.example/', init);
        equal(seen, [TOKEN, null]);
      }
    },
  },
  {
    name: "a redirect that the caller's own fetch gives for a relative URL is handed out, with its body",
    async run({ bc }) {
      const stub = async () => new Response('elsewhere', { status: 302, headers: { Location: '/b' } });
      const response = await bc.createFetch({ fetch: stub })('/a', { headers: { 'X-Auth-Token': TOKEN } });
      equal([response.status, await response.text()], [302, 'elsewhere']);
    },
  },
  {
    name: 'a credential is seen in an init that lists none of its members',
    async run({ bc }) {
      const seen = [];
      const own = async (_input, init) => {
        seen.push([init.redirect ?? null, init.headers['X-Auth-Token']]);
        return new Response('ok');
      };
      const init = new Proxy({}, { get: (_, name) => ({ headers: { 'X-Auth-Token': TOKEN } })[name] });
      await bc.createFetch({ fetch: own })('https://shop.example/a', init);
      equal(seen, [[globalThis.location ? null : 'manual', TOKEN]]);
    },
  },
  {
    name: "what the caller's own fetch gives without Headers is handed out as it came, with a credential too",
    async run({ bc }) {
      for (const mock of [
        { ok: true, status: 200 },
        { ok: true, status: 302 },
        { status: 302, headers: { location: '/x' } },
        { ok: false, status: 302, headers: null },
        { ok: false, status: 404, headers: {} },
      ]) {
        for (const options of [{}, { retry: false }, { attemptTimeoutMs: 60_000 }, { pace: bc.createPacer() }]) {
          const response = await bc.createFetch({ ...options, fetch: async () => mock })('https://shop.example/a', {
            headers: { 'X-Auth-Token': TOKEN },
          });
          ok(response === mock, `${JSON.stringify(mock)} ${JSON.stringify(options)}`);
        }
      }
    },
  },
  {
    name: 'a mock that hands out the same Response each time stays one behind redirects',
    not,
    async run({ bc }) {
      const mock = new Response('ok');
      const stub = async (input) =>
        String(input).endsWith('/a') ? new Response(null, { status: 302, headers: { Location: '/b' } }) : mock;
      const call = bc.createFetch({ fetch: stub });
      const depth = (value) => (value ? 1 + depth(Object.getPrototypeOf(value)) : 0);
      await call('https://shop.example/a', { headers: { 'X-Auth-Token': TOKEN } });
      const before = depth(mock);
      await call('https://shop.example/a', { headers: { 'X-Auth-Token': TOKEN } });
      equal([depth(mock), await mock.clone().text()], [before, 'ok']);
    },
  },
];
