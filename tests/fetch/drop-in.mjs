// A fetch of the package beside the platform's own: the same arguments come to the same.

import { equal, ok, streamOf, TOKEN } from './shared.mjs';

const form = () => {
  const data = new FormData();
  data.set('name', 'Größe');
  data.set('file', new Blob(['a,b']), 'a.csv');
  return data;
};

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
  'bytes': (url) => [url, { method: 'POST', body: new Uint8Array([0, 255, 10]) }],
  'a part of a buffer': (url) => [url, { method: 'POST', body: new Uint8Array([1, 2, 3, 4]).subarray(1, 3) }],
  'a Blob': (url) => [url, { method: 'POST', body: new Blob(['x'], { type: 'text/x' }) }],
  'a URLSearchParams': (url) => [url, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) }],
  'a FormData': (url) => [url, { method: 'POST', body: form() }],
  'a stream': (url) => [url, { method: 'POST', body: streamOf('part'), duplex: 'half' }],
  'a Request with a stream': (url) => [new Request(url, { method: 'POST', body: streamOf('part'), duplex: 'half' })],
  'pairs of headers': (url) => [url, { headers: [['X-A', '1'], ['X-A', '2']] }],
  'a token': (url) => [url, { headers: { 'X-Auth-Token': TOKEN } }],
  'null for an init': (url) => [url, null],
  'a Request for an init': (url) => [url, new Request('http://x', { method: 'DELETE', headers: { 'X-A': '1', 'X-Auth-Token': TOKEN } })],
  'a Request with a body for an init': (url) => [url, new Request('http://x', { method: 'PUT', body: 'x', headers: { 'X-Auth-Token': TOKEN } })],
  'a class with private fields for an init': (url) => [url, new Guarded({ method: 'PUT', body: 'x', headers: { 'X-Auth-Token': TOKEN } })],
  'a frozen init that inherits': (url) => [url, Object.freeze(Object.create({ method: 'PUT', headers: { 'X-Auth-Token': TOKEN }, body: 'x' }))],
  'no URL': () => ['http://'],
  'nothing': () => [],
  'a method that is none': (url) => [url, { method: 'A B' }],
  'a body with a GET': (url) => [url, { body: 'x' }],
  'a header that is none': (url) => [url, { headers: { 'X A': '1' } }],
  'a symbol': () => [Symbol('x')],
  'an aborted signal': (url) => [url, { signal: AbortSignal.abort() }],
  'an aborted signal with a text': (url) => [url, { signal: AbortSignal.abort('I left') }],
  'an aborted signal beside a method that is none': (url) => [url, { method: 'A B', signal: AbortSignal.abort() }],
  'an aborted signal beside no URL': () => ['http://', { signal: AbortSignal.abort() }],
  'what is no signal': (url) => [url, { signal: { aborted: true } }],
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
      .replace(/^(fetch\(\) URL is invalid|Invalid URL "http:\/\/")$/, 'Invalid URL');
    return ['rejected', error?.name ?? error, error instanceof TypeError, message];
  }
  const text = await response.text();
  const told = text ? JSON.parse(text) : null;
  const boundary = /boundary=(.*)$/.exec(told?.headers['content-type'] ?? '')?.[1];
  const steady = (value) => (boundary ? value.replaceAll(boundary, 'BOUNDARY') : value);
  const { method, headers, body } = told ?? { headers: {} };
  const names = Object.keys(headers).filter((name) => !/^(sec-|cf-|accept|connection|host|user-agent|content-length|transfer-encoding|mf-)/.test(name));
  const { status, ok: isOk, redirected, type, url } = response;
  return [status, isOk, redirected, type, url, method, names.sort().map((name) => [name, steady(headers[name])]), steady(body ?? '')];
};

const OPTIONS = {
  once: { retry: false },
  'with repeats': { retry: { maxDelayMs: 5 } },
  'within a time': { attemptTimeoutMs: 60_000, retry: { maxDelayMs: 5 } },
  'with a hook': { onAttempt: () => {}, retry: { maxDelayMs: 5 } },
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
  ]),
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
