// What fetch rejects with holds no secret, wherever in it that would be; all else of it stays.

import { equal, ok, rejection, TOKEN } from './shared.mjs';

const PASSWORD = 'pa55';
const URL_ = `https://user:${PASSWORD}@shop.example/api?access_token=ur1t0ken`;
const SPECIAL = 'a+b/c=d&e';
const HIDDEN = [TOKEN, PASSWORD, encodeURIComponent(SPECIAL), 'ur1t0ken', 'th31rs', 'b0dys'];

/** Every text that can be got out of a value, and out of what it stands for. */
const textsOf = (value, seen = new Set()) => {
  if (typeof value === 'string' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return '';
  seen.add(value);
  if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
  const read = (key) => {
    try {
      return value[key];
    } catch {
      return '';
    }
  };
  const names = ['message', 'stack', 'cause', 'errors', 'url', 'headers', 'href'];
  const inside = typeof value.entries === 'function' ? [...value.entries()].flat() : value instanceof Set ? [...value] : [];
  return [...Reflect.ownKeys(value).flatMap((key) => [key, read(key)]), ...names.map(read), ...inside]
    .map((one) => textsOf(one, seen))
    .join(' ');
};

class Named extends Error {
  #code = 'E_PRIVATE';
  get name() {
    return 'Named';
  }
  get code() {
    return this.#code;
  }
}

class Client extends Error {
  #request = { headers: { 'X-Auth-Token': TOKEN } };
  get request() {
    return this.#request;
  }
}

const chained = (depth, last) => (depth ? new Error(`level ${depth}`, { cause: chained(depth - 1, last) }) : last);
const cyclic = () => {
  const error = new Error('round');
  error.self = error;
  error.config = { error, headers: { 'X-Auth-Token': TOKEN } };
  return error;
};
const nested = (depth) => {
  const error = new Error('deep');
  let inner = error;
  for (let level = 0; level < depth; level++) inner = inner.next = { level };
  inner.text = TOKEN;
  return error;
};
const withMembers = (members) => Object.assign(new Error('failed'), members);

/** By where the secret is: what a fetch rejects with. */
const SECRET = {
  'the message': () => new TypeError(`refused: ${TOKEN}`),
  'the cause': () => new TypeError('fetch failed', { cause: new Error(`refused: ${TOKEN}`) }),
  'the cause of the cause': () => chained(2, new RangeError(`refused: ${TOKEN}`)),
  'a cause that is a text': () => new Error('failed', { cause: `Bearer ${TOKEN}` }),
  'one of several errors': () => new AggregateError([new Error('a'), new TypeError(TOKEN), `b ${TOKEN}`], 'all failed'),
  'the stack alone': () => Object.defineProperty(new Error('failed'), 'stack', { value: `Error: failed\n    at ${URL_}` }),
  'the headers of a config': () => withMembers({ config: { url: '/x', headers: { 'X-Auth-Token': TOKEN } } }),
  "headers of somebody else's by name": () => withMembers({ config: { headers: { 'X-Api-Key': 'th31rs', Accept: '*/*' } } }),
  'a password by name': () => withMembers({ config: { auth: { username: 'u', password: 'th31rs' } } }),
  'a body by name': () => withMembers({ config: { data: '{"client_secret":"th31rs","a":1}' } }),
  'a body that was sent': () => new Error('invalid b0dys'),
  'a raw head': () => withMembers({ request: { _header: `GET / HTTP/1.1\r\nX-Auth-Token: ${TOKEN}\r\n` } }),
  'raw headers': () => withMembers({ rawHeaders: ['Accept', '*/*', 'X-Api-Key', 'th31rs'] }),
  'headers that are repeated': () => withMembers({ headers: { 'X-Api-Key': ['th31rs'] } }),
  pairs: () => withMembers({ headers: [['X-Api-Key', 'th31rs']] }),
  'a Headers': () => withMembers({ headers: new Headers({ Authorization: 'Basic th31rs' }) }),
  'a Map': () =>
    withMembers({
      headers: new Map([
        ['x-api-key', 'th31rs'],
        ['a', new Map([['b', TOKEN]])],
      ]),
    }),
  'a Set': () => withMembers({ all: new Set([TOKEN]) }),
  'a Request': () =>
    withMembers({ request: new Request('https://shop.example/?access_token=ur1t0ken', { headers: { 'X-Auth-Token': TOKEN } }) }),
  'a URL': () => withMembers({ url: new URL(URL_) }),
  'a URL in a text': () => withMembers({ path: URL_, message: `cannot reach ${URL_}` }),
  'a part of a URL': () => new Error(`no such user: ${PASSWORD}`),
  bytes: () => withMembers({ data: new TextEncoder().encode(`X-Auth-Token: ${TOKEN}`) }),
  'a name of a member': () => withMembers({ [TOKEN]: 1 }),
  'a symbol': () => withMembers({ [Symbol('request')]: { token: TOKEN } }),
  'a member that is not listed': () => Object.defineProperty(new Error('failed'), 'request', { value: { token: 'th31rs' } }),
  'a circle': cyclic,
  'the depth': () => nested(200),
  'the depth of causes': () => chained(200, new Error(TOKEN)),
  'a DOMException': () => new DOMException(`refused: ${TOKEN}`, 'NetworkError'),
  'an error of a class': () => new Named(`refused: ${TOKEN}`),
  'a frozen error': () => Object.freeze(withMembers({ code: 'E', message: TOKEN })),
  'an instance of a class': () =>
    withMembers({
      request: new (class Client {
        secret = TOKEN;
        url = '/x';
      })(),
    }),
  'a getter of a class': () => new Client(),
  'a function': () => withMembers({ retry: Object.assign(() => {}, { headers: { 'X-Auth-Token': TOKEN } }) }),
  'a URL, escaped': () => new Error(`no route /${encodeURIComponent(SPECIAL)}`),
  'a text': () => `refused: ${TOKEN}`,
  'an object': () => ({ status: 0, statusText: TOKEN }),
  'an array': () => [TOKEN],
};

/** By what they are: what holds none. */
const HARMLESS = {
  'an Error': () => new Error('boom'),
  'a TypeError': () =>
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:3000'), { code: 'ECONNREFUSED', port: 3000 }),
    }),
  'an AggregateError': () => new AggregateError([new Error('a'), 'b'], 'all failed'),
  'a DOMException': () => new DOMException('The operation timed out', 'TimeoutError'),
  'an error of a class': () => new Named('boom'),
  'a config': () =>
    withMembers({
      config: { url: '/x', method: 'get', xsrfCookieName: 'XSRF-TOKEN', headers: { Accept: '*/*' } },
      response: new Response('x'),
    }),
  masks: () => withMembers({ config: { headers: { 'X-Auth-Token': '***' } }, text: 'Authorization: Bearer ***' }),
  'a getter that throws': () =>
    Object.defineProperty(new Error('boom'), 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    }),
  'an object': () => ({ code: 5, self: null }),
  'a text': () => 'boom',
  'a number': () => 5,
  undefined: () => undefined,
  null: () => null,
};

const INIT = {
  method: 'POST',
  headers: { 'X-Auth-Token': TOKEN, 'X-Api-Key': SPECIAL, 'Content-Type': 'application/json' },
  body: '{"client_secret":"b0dys"}',
};

const rejectingWith = (bc, value, url = URL_, init = INIT) =>
  rejection(bc.createFetch({ fetch: () => Promise.reject(value), retry: { maxDelayMs: 1 } })(url, init));

export const cases = [
  ...Object.entries(SECRET).map(([where, make]) => ({
    name: `none is shown that was in ${where}`,
    async run({ bc }) {
      const error = await rejectingWith(bc, make());
      const texts = textsOf(error);
      for (const secret of HIDDEN) ok(!texts.includes(secret), `it holds ${secret}: ${texts.slice(0, 500)}`);
    },
  })),
  ...Object.entries(HARMLESS).map(([what, make]) => ({
    name: `what holds none comes out as the very same: ${what}`,
    async run({ bc }) {
      const value = make();
      ok((await rejectingWith(bc, value)) === value, 'the same');
    },
  })),
  {
    name: 'an error keeps its class, name, code, status, cause and members',
    async run({ bc }) {
      const members = {
        code: 'E_X',
        errno: -111,
        syscall: 'connect',
        status: 503,
        port: 443,
        config: { method: 'get', list: [1, { a: 2 }] },
      };
      const made = Object.assign(
        new TypeError(`refused: ${TOKEN}`, { cause: Object.assign(new RangeError(`no ${TOKEN}`), { code: 'E_Y' }) }),
        members,
      );
      const error = await rejectingWith(bc, made);
      ok(error instanceof TypeError && error.cause instanceof RangeError, `${error}`);
      equal([error.name, error.message, error.cause.message, error.cause.code], ['TypeError', 'refused: ***', 'no ***', 'E_Y']);
      equal(Object.fromEntries(Object.keys(members).map((key) => [key, error[key]])), members);
      equal(Object.keys(error), Object.keys(members));
      ok(/secret-errors/.test(error.stack) || !/secret-errors/.test(made.stack), `the stack: ${error.stack}`);
    },
  },
  {
    name: "a class of the caller's, a DOMException and several errors stay what they are",
    async run({ bc }) {
      const named = await rejectingWith(bc, new Named(TOKEN));
      ok(named instanceof Named, `${named}`);
      equal([named.name, named.code, named.message], ['Named', 'E_PRIVATE', '***']);
      const several = await rejectingWith(bc, new AggregateError([new TypeError(TOKEN), 'b'], 'all failed'));
      ok(several instanceof AggregateError && several.errors[0] instanceof TypeError, `${several}`);
      equal([several.message, several.errors.length, several.errors[1]], ['all failed', 2, 'b']);
      const dom = await rejectingWith(bc, new DOMException(TOKEN, 'NetworkError'));
      ok(dom instanceof DOMException, `${dom}`);
      equal([dom.name, dom.message, dom.code], ['NetworkError', '***', 19]);
    },
  },
  {
    name: 'a response beside the secret stays readable',
    async run({ bc }) {
      const response = new Response('its body', { status: 418 });
      const error = await rejectingWith(bc, withMembers({ response, options: { headers: { Authorization: TOKEN } } }));
      ok(error.response === response, 'the very Response');
      equal([error.options.headers.Authorization, await error.response.text()], ['***', 'its body']);
    },
  },
  {
    name: 'a circle stays one',
    async run({ bc }) {
      const error = await rejectingWith(bc, cyclic());
      ok(error.self === error && error.config.error === error, `${error}`);
    },
  },
  {
    name: "what the platform's fetch rejects with is the very same, where the request holds a secret that it does not show",
    async run({ bc, at }) {
      let own;
      const watching = (...args) =>
        fetch(...args).catch((error) => {
          throw (own = error);
        });
      const error = await rejection(
        bc.createFetch({ fetch: watching, retry: false })(at('reset').url, { headers: { 'X-Auth-Token': TOKEN } }),
      );
      ok(error === own, `${error}`);
    },
  },
  {
    name: 'short secrets of a URL are masked where they stand alone, and words stay words',
    async run({ bc }) {
      const made = new Error('user abc says: abcdef is no abc1, but abc');
      const error = await rejectingWith(bc, made, 'https://user:abc@shop.example/', {});
      equal(error.message, 'user *** says: abcdef is no abc1, but ***');
    },
  },
  {
    name: 'hooks are told a URL without its secrets, and with all else',
    async run({ bc }) {
      for (const [url, shown] of [
        [URL_, 'https://***@shop.example/api?access_token=***'],
        ['https://shop.example/login/token/abcdefgh?a=1#key=x', 'https://shop.example/login/token/***?a=1#key=***'],
        ['http:u:p@shop.example/?code=abc&state=1', 'http:***@shop.example/?code=***&state=1'],
        ['https://user:pa ss\tword@shop.example/', 'https://***@shop.example/'],
        [`https://shop.example/hooks/${TOKEN}`, 'https://shop.example/hooks/***'],
        ['https://shop.example/;access_token=abc', 'https://shop.example/;access_token=***'],
        [
          'https://shop.example/?to=https%3A%2F%2Fa%3Faccess_token%3Dabc%26b%3D1&limit=3',
          'https://shop.example/?to=https%3A%2F%2Fa%3Faccess_token%3D***%26b%3D1&limit=3',
        ],
      ]) {
        const told = [];
        const options = { fetch: async () => new Response('x', { status: 404 }), onAttempt: ({ url: one }) => void told.push(one) };
        await bc.createFetch(options)(url, { headers: { 'X-Auth-Token': TOKEN } });
        // The core masks the host beside a password as well.
        equal(
          told.map((one) => one.replace('@***/', '@shop.example/')),
          [shown],
        );
      }
    },
  },
];
