// A fetch of the package beside the platform's own: the same arguments come to the same.

import { equal, ok, streamOf, TOKEN } from './shared.mjs';

const form = () => {
  const data = new FormData();
  data.set('name', 'Größe');
  data.set('file', new Blob(['a,b']), 'a.csv');
  return data;
};

/** A page without isolation has no such class by name. */
const sharedBuffer = (size) => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.slice(0, size);

/** Gives its members by getters that work on it alone. */
class Guarded {
  #members;
  constructor(members) {
    this.#members = members;
  }
  get method() {
    return this.#members.method;
  }
  get headers() {
    return this.#members.headers;
  }
  get body() {
    return this.#members.body;
  }
}

/** Makes the arguments anew for each call, since some can be used only once. */
const ARGUMENTS = {
  'a string': (url) => [url],
  'a URL': (url) => [new URL(url)],
  'a Request': (url) => [new Request(url, { method: 'PUT', body: 'x', headers: { 'X-A': '1' } })],
  'an init over a Request': (url) => [new Request(url, { method: 'PUT', body: 'x' }), { method: 'POST', body: 'y' }],
  'headers over those of a Request': (url) => [new Request(url, { headers: { 'X-A': '1' } }), { headers: { 'X-B': '2' } }],
  'a HEAD': (url) => [url, { method: 'HEAD' }],
  'a method in small letters': (url) => [url, { method: 'post', body: 'x' }],
  'a text': (url) => [url, { method: 'POST', body: 'Größe' }],
  bytes: (url) => [url, { method: 'POST', body: new Uint8Array([0, 255, 10]) }],
  'a part of a buffer': (url) => [url, { method: 'POST', body: new Uint8Array([1, 2, 3, 4]).subarray(1, 3) }],
  'a Blob': (url) => [url, { method: 'POST', body: new Blob(['x'], { type: 'text/x' }) }],
  'a URLSearchParams': (url) => [url, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) }],
  'a FormData': (url) => [url, { method: 'POST', body: form() }],
  'a stream': (url) => [url, { method: 'POST', body: streamOf('part'), duplex: 'half' }],
  'a Request with a stream': (url) => [new Request(url, { method: 'POST', body: streamOf('part'), duplex: 'half' })],
  'pairs of headers': (url) => [
    url,
    {
      headers: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
    },
  ],
  'a token': (url) => [url, { headers: { 'X-Auth-Token': TOKEN } }],
  'null for an init': (url) => [url, null],
  'a Request for an init': (url) => [url, new Request('http://x', { method: 'DELETE', headers: { 'X-A': '1', 'X-Auth-Token': TOKEN } })],
  'a Request with a body for an init': (url) => [
    url,
    new Request('http://x', { method: 'PUT', body: 'x', headers: { 'X-Auth-Token': TOKEN } }),
  ],
  'a class with private fields for an init': (url) => [url, new Guarded({ method: 'PUT', body: 'x', headers: { 'X-Auth-Token': TOKEN } })],
  'a frozen init that inherits': (url) => [
    url,
    Object.freeze(Object.create({ method: 'PUT', headers: { 'X-Auth-Token': TOKEN }, body: 'x' })),
  ],
  'no URL': () => ['http://'],
  nothing: () => [],
  'a method that is none': (url) => [url, { method: 'A B' }],
  'a body with a GET': (url) => [url, { body: 'x' }],
  'a header that is none': (url) => [url, { headers: { 'X A': '1' } }],
  'a symbol': () => [Symbol('x')],
  'an aborted signal': (url) => [url, { signal: AbortSignal.abort() }],
  'an aborted signal with a text': (url) => [url, { signal: AbortSignal.abort('I left') }],
  'an aborted signal beside a method that is none': (url) => [url, { method: 'A B', signal: AbortSignal.abort() }],
  'an aborted signal beside a stream without duplex': (url) => [url, { method: 'POST', body: streamOf('x'), signal: AbortSignal.abort() }],
  'an aborted signal beside a Request that was used': (url) => {
    const request = new Request(url, { method: 'PUT', body: 'x' });
    request.text();
    return [request, { signal: AbortSignal.abort() }];
  },
  'an aborted signal beside no URL': () => ['http://', { signal: AbortSignal.abort() }],
  'what is no signal': (url) => [url, { signal: { aborted: true } }],
  'an empty object for a signal': (url) => [url, { signal: {} }],
  'a number for an init': (url) => [url, 5],
  'a text for an init beside a Request': (url) => [new Request(url, { headers: { 'X-Auth-Token': TOKEN } }), 'x'],
  'a part of a shared buffer': (url) => [url, { method: 'POST', body: new Uint8Array(sharedBuffer(4)) }],
  'a list for a body': (url) => [url, { method: 'POST', body: [new Uint8Array([65, 66])] }],
  'an object for a body': (url) => [url, { method: 'POST', body: { toString: () => 'said' } }],
  'a Request that was used': (url) => {
    const request = new Request(url, { method: 'PUT', body: 'x' });
    request.text();
    return [request];
  },
  'a port where nobody listens': () => ['http://127.0.0.1:9/'],
};

/** What a call came to, without what differs from call to call. */
const outcomeOf = async (fetch, args) => {
  let response;
  try {
    response = await fetch(...args);
  } catch (error) {
    // Chromium and Bun say in whose name they refuse arguments.
    const message = error?.message
      ?.replace(/^Failed to (execute 'fetch' on 'Window'|construct 'Request'): /, '')
      .replace(/^(fetch\(\) URL is invalid|Invalid URL "http:\/\/")$/, 'Invalid URL')
      .replace('Body object should not be disturbed or locked', 'Request body already used');
    return ['rejected', error?.name ?? error, error instanceof TypeError, message];
  }
  const text = await response.text();
  const told = text ? JSON.parse(text) : null;
  const boundary = /boundary=(.*)$/.exec(told?.headers['content-type'] ?? '')?.[1];
  const steady = (value) => (boundary ? value.replaceAll(boundary, 'BOUNDARY') : value);
  const { method, headers, body } = told ?? { headers: {} };
  const names = Object.keys(headers).filter(
    (name) => !/^(sec-|cf-|accept|connection|host|user-agent|content-length|transfer-encoding|mf-)/.test(name),
  );
  const { status, ok: isOk, redirected, type, url } = response;
  return [status, isOk, redirected, type, url, method, names.sort().map((name) => [name, steady(headers[name])]), steady(body ?? '')];
};

const OPTIONS = {
  once: { retry: false },
  'with repeats': { retry: { maxDelayMs: 5 } },
  'within a time': { attemptTimeoutMs: 60_000, retry: { maxDelayMs: 5 } },
  'with a hook': { onAttempt: () => {}, retry: { maxDelayMs: 5 } },
};

/** What an init may say, behind getters that count how often they are asked. */
const countedInit = (members, counts, of = {}) => {
  for (const name of Object.keys(members)) {
    Object.defineProperty(of, name, {
      enumerable: true,
      get() {
        counts[name] = (counts[name] ?? 0) + 1;
        return members[name]();
      },
    });
  }
  return of;
};

export const cases = [
  ...Object.entries(ARGUMENTS).flatMap(([what, make]) =>
    Object.entries(OPTIONS).map(([how, options]) => ({
      name: `${what}, ${how}`,
      async run({ bc, url, fresh }) {
        const place = `${url}/echo/${fresh()}`;
        // As fetch itself has it, a wrapper without a this.
        const expected = await outcomeOf((...args) => fetch(...args), make(place));
        equal(await outcomeOf(bc.createFetch(options), make(place)), expected);
      },
    })),
  ),
  {
    name: 'its name and length are those of fetch',
    async run({ bc }) {
      for (const call of [bc.bcFetch, bc.createFetch()]) equal([call.name, call.length], ['fetch', 1]);
    },
  },
  ...Object.entries(OPTIONS).flatMap(([how, options]) => [
    {
      name: `a Request is used up at once, ${how}`,
      async run({ bc, at }) {
        const request = new Request(at('200').url, { method: 'PUT', body: 'x' });
        const call = bc.createFetch(options)(request);
        equal(request.bodyUsed, true);
        equal((await call).status, 200);
      },
    },
    {
      name: `a Request keeps its referrer, ${how}`,
      async run({ bc, at, url }) {
        for (const headers of [{}, { 'X-Auth-Token': TOKEN }]) {
          const make = () => new Request(at('200').url, { referrer: `${url}/from`, referrerPolicy: 'origin', headers });
          const seen = [];
          const own = async (input, init) => {
            const { referrer, referrerPolicy } = new Request(input, init);
            seen.push([referrer, referrerPolicy]);
            return new Response(null, { status: seen.length === 1 ? 503 : 200 });
          };
          await bc.createFetch({ ...options, fetch: own })(make());
          const { referrer, referrerPolicy } = new Request(make());
          equal(seen, Array(seen.length).fill([referrer, referrerPolicy]));
        }
      },
    },
    {
      name: `a Request with a body that has a length arrives as from fetch itself, ${how}`,
      async run({ bc, at }) {
        for (const body of ['text', new URLSearchParams({ a: '1' }), new Uint8Array(3)]) {
          const lengths = [];
          for (const call of [fetch, bc.createFetch(options)]) {
            const place = at('429:1', '200');
            const make = () => new Request(place.url, { method: 'POST', body });
            for (const _ of [1, 2]) await call(make());
            lengths.push(
              (await place.arrived())
                .slice(0, 2)
                .map(({ headers }) => [headers['content-length'] ?? null, headers['transfer-encoding'] ?? null]),
            );
          }
          equal(lengths[1], lengths[0]);
        }
      },
    },
    {
      name: `every member of an init is read once, and that is what is sent, ${how}`,
      async run({ bc, at }) {
        for (const token of [{}, { 'X-Auth-Token': TOKEN }]) {
          for (const own of [undefined, (...args) => fetch(...args)]) {
            for (const of of [{}, new (class {})()]) {
              const counts = {};
              let turn = 0;
              const headers = () =>
                countedInit({ 'X-A': () => `${(turn += 1)}`, ...(token['X-Auth-Token'] && { 'X-Auth-Token': () => TOKEN }) }, counts);
              const init = countedInit({ method: () => 'PUT', headers, body: () => `body ${(turn += 1)}`, signal: () => null }, counts, of);
              const place = at('200');
              equal((await bc.createFetch({ ...options, fetch: own })(place.url, init)).status, 200);
              const [{ method, body, headers: arrived }] = await place.arrived();
              equal(
                Object.values(counts).filter((count) => count !== 1),
                [],
                JSON.stringify(counts),
              );
              equal([method, [body, arrived['x-a']].sort().join()], ['PUT', body === 'body 1' ? '2,body 1' : '1,body 2']);
            }
          }
        }
      },
    },
    {
      name: `headers that can be listed once are listed once, ${how}`,
      async run({ bc, at }) {
        for (const token of [[], [['X-Auth-Token', TOKEN]]]) {
          let turns = 0;
          const headers = {
            *[Symbol.iterator]() {
              yield* [['X-A', `${(turns += 1)}`], ...token];
            },
          };
          const place = at('200');
          await bc.createFetch(options)(place.url, { headers });
          equal([turns, (await place.arrived())[0].headers['x-a']], [1, '1']);
        }
      },
    },
    {
      name: `a member that fetch does not know is not asked for, ${how}`,
      async run({ bc, at }) {
        const refuse = () => {
          throw new Error('asked');
        };
        const headers = { 'X-Auth-Token': TOKEN };
        for (const init of [
          Object.defineProperty({ method: 'PUT', headers }, 'other', { enumerable: true, get: refuse }),
          new Proxy({ method: 'PUT', headers }, { ownKeys: refuse }),
          new Proxy({ method: 'PUT', headers }, { getPrototypeOf: refuse }),
          new Proxy({}, { get: (_, name) => ({ method: 'PUT', headers })[name] }),
        ]) {
          const place = at('200');
          equal((await bc.createFetch(options)(place.url, init)).status, 200);
          const [{ method, headers: arrived }] = await place.arrived();
          equal([method, arrived['x-auth-token']], ['PUT', TOKEN]);
        }
      },
    },
    {
      name: `the caller's own fetch is given every member, ${how}`,
      async run({ bc }) {
        const agent = {};
        const members = { next: { revalidate: 3 }, dispatcher: agent, agent, [Symbol.for('mark')]: 1, undefinedOne: undefined };
        for (const token of [{}, { 'X-Auth-Token': TOKEN }]) {
          let seen;
          const own = async (_input, init) => ((seen = init), new Response('ok'));
          const headers = { 'X-A': '1', ...token };
          const init = {
            ...members,
            headers,
            get late() {
              return 5;
            },
          };
          await bc.createFetch({ ...options, fetch: own })('https://store.example/', init);
          equal(
            [seen.next, seen.dispatcher === agent, seen.agent === agent, seen[Symbol.for('mark')], seen.late, { ...seen.headers }],
            [members.next, true, true, 1, 5, headers],
          );
        }
      },
    },
    {
      name: `what the caller's own fetch does to its init is not sent again, ${how}`,
      async run({ bc }) {
        const bodies = [];
        const own = async (_input, init) => {
          bodies.push(init.body);
          init.body += '!';
          return new Response(null, { status: bodies.length === 1 ? 503 : 200 });
        };
        await bc.createFetch({ ...options, fetch: own })('https://store.example/', { method: 'PUT', body: 'x' });
        equal(bodies, Array(bodies.length).fill('x'));
      },
    },
  ]),
  {
    name: 'the names of a Headers are sent as they are written, with a token too',
    async run({ bc }) {
      for (const name of ['X-Auth-Token', 'X-Any']) {
        let seen;
        const headers = new Headers({ [name]: TOKEN });
        await bc.createFetch({ fetch: async (_input, init) => ((seen = init), new Response('ok')) })('https://store.example/', { headers });
        ok(seen.headers === headers, 'the very Headers');
      }
    },
  },
  {
    name: "whether a stream needs a duplex, the caller's own fetch says",
    async run({ bc }) {
      const own = async (_input, { body }) => new Response(body);
      const call = bc.createFetch({ fetch: own, pace: bc.createPacer(), attemptTimeoutMs: 60_000 });
      equal(await (await call('https://store.example/', { method: 'POST', body: streamOf('part') })).text(), 'part');
    },
  },
  {
    name: 'a URL that an object says is asked for once',
    async run({ bc, at }) {
      for (const headers of [{}, { 'X-Auth-Token': TOKEN }]) {
        const places = [at('200'), at('200')];
        let turns = 0;
        await bc.createFetch()({ toString: () => places[turns++].url }, { headers });
        equal([turns, (await places[0].arrived()).length], [1, 1]);
      }
    },
  },
  {
    name: 'the Response is the very one that fetch returned',
    async run({ bc, at }) {
      for (const options of [{ retry: false }, {}, { attemptTimeoutMs: 1000, onAttempt: () => {} }]) {
        let given;
        const own = async (...args) => (given = await fetch(...args));
        const response = await bc.createFetch({ ...options, fetch: own })(at('404').url, { headers: { 'X-Auth-Token': TOKEN } });
        ok(response === given, JSON.stringify(options));
        equal(await response.text(), 'body of 404');
      }
    },
  },
];
