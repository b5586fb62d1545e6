// Bodies with a secret in them: none is sent to another origin by a redirect.

import { equal, ok, rejection, streamOf } from './shared.mjs';

/** What a redirect shows, only a server sees. */
const not = ['chromium'];

const formOf = (fields) => {
  const form = new FormData();
  for (const name in fields) form.append(name, fields[name]);
  return form;
};
const bytesOf = (text) => new TextEncoder().encode(text);
const utf16Of = (text) => new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);

const JSON_ = '{"client_id":"c","client_secret":"s3cret"}';
const FORM = 'client_id=c&client_secret=s3cret';

/** By what they are: a body that has to be made anew for each request. */
const SECRET = {
  JSON: () => JSON_,
  'JSON with blanks': () => '{\n  "a": 1,\n  "client_secret" :\t"s3cret"\n}',
  'JSON with an escape in the name': () => '{"client\\u005fsecre\\u0074":"s3cret"}',
  'JSON deep inside': () => JSON.stringify({ a: [{ b: { 'X-Auth-Token': 's3cret' } }] }),
  'JSON in a string': () => JSON.stringify({ body: JSON_ }),
  'JSON with a number for it': () => '{"password":1234}',
  'JSON with a number behind a blank': () => '{"cvv": 123}',
  'JSON with a dot in the name': () => '{"client.secret":"s3cret"}',
  'JSON, long': () => JSON.stringify({ text: 'x'.repeat(200_000), client_secret: 's3cret' }),
  'a GraphQL document': () => JSON.stringify({ query: 'mutation { login(email: "a@b", password: "s3cret") { result } }' }),
  'a form in text': () => FORM,
  'a form in text, first': () => 'client_secret=s3cret',
  'a form with brackets': () => 'user%5Bpassword%5D=s3cret&user%5Bname%5D=x',
  'a form with brackets in the name itself': () => 'card[number]=4111111111111111&amount=10',
  URLSearchParams: () => new URLSearchParams(FORM),
  FormData: () => formOf({ client_id: 'c', client_secret: 's3cret' }),
  'FormData with JSON in a field': () => formOf({ operations: JSON_ }),
  'multipart text': () => '--b\r\nContent-Disposition: form-data; name="client_secret"\r\n\r\ns3cret\r\n--b--',
  XML: () => '<a><client_secret>s3cret</client_secret></a>',
  'a Uint8Array': () => bytesOf(JSON_),
  'an ArrayBuffer': () => bytesOf(FORM).buffer,
  'a DataView': () => new DataView(bytesOf(FORM).buffer),
  'a Blob': () => new Blob([JSON_]),
  'a list': () => '{"client_secret":["s3cret"]}',
  'an object': () => '{"client_secret":{"value":"s3cret"}}',
  'a pair': () => '{"name":"client_secret","value":"s3cret"}',
  'a pair with the value first': () => '[{"value":"s3cret","key":"X-Auth-Token"}]',
  'a list of two': () => '[["client_secret","s3cret"]]',
  'a block string of GraphQL': () => JSON.stringify({ query: 'mutation { login(password: """s3cret""") { result } }' }),
  'a number of GraphQL': () => JSON.stringify({ query: 'mutation { pay(cvv: 123) { result } }' }),
  'multipart text without quotes': () => '--b\r\nContent-Disposition: form-data; name=client_secret\r\n\r\ns3cret\r\n--b--',
  'an element with an attribute': () => '<a><client_secret type="x">s3cret</client_secret></a>',
  'an element of a namespace': () => '<a:client_secret>s3cret</a:client_secret>',
  'UTF-16': () => utf16Of(JSON_),
  'UTF-16 in a Blob': () => new Blob([utf16Of(FORM)]),
  'JSON with many blanks': () => `{"client_secret"${' '.repeat(20)}:${'\t\n'.repeat(20)}"s3cret"}`,
  'JSON with a value that is a mark': () => '{"password":",)"}',
  'FormData with JSON in a Blob': () => formOf({ operations: new Blob([JSON_], { type: 'application/json' }) }),
  'FormData with JSON in a File': () => formOf({ file: new File([JSON_], 'a.json') }),
  'FormData with a Blob of that name': () => formOf({ name: 'x', client_secret: new Blob(['s3cret']) }),
  'JSON in a field of a form': () => new URLSearchParams({ operations: JSON_ }),
  'the code of OAuth': () => '{"client_id":"c","code":"s3cret"}',
  'the code of OAuth in a form': () => new URLSearchParams({ client_id: 'c', code: 's3cret', grant_type: 'authorization_code' }),
};

const HARMLESS = {
  JSON: () => '{"name":"Monkey","token_type":"x","secretary":"y","author":"z"}',
  'an empty secret': () => '{"client_secret":"","password":null}',
  'a code without a client': () => '{"code":"SUMMER","status":"keyword"}',
  'a coupon': () => new URLSearchParams({ code: 'SUMMER', name: 'x' }),
  FormData: () => formOf({ name: 'x', file: new Blob(['client_secret']) }),
  'a Blob': () => new Blob(['some text']),
  nothing: () => undefined,
  'secrets that say nothing': () => '{"a":"x","password":"", "client_secret" : [ ],"token":{},"cvv":false,"api_key": null}',
  'JSON in a string with secrets that say nothing': () => JSON.stringify({ body: '{"client_secret":"","password":null}' }),
  'a form with secrets that say nothing': () => 'client_secret=&a=1&password=',
  'FormData with secrets that say nothing': () => formOf({ a: 'x', password: '', client_secret: new Blob([]) }),
  'elements that say nothing': () => '<a>x<client_secret/><password></password><token /></a>',
  'a sentence': () => 'Please reset the password: it is old. The token, which was a secret, expired.',
  'a sentence in JSON': () => '{"message":"Forgot your password? Ask for a new token, then sign in.","text":"my password: it is"}',
  'a sentence in HTML': () => '<p>Your password</p><b>token</b><h1>Password</h1>',
  'names that only begin so': () => '{"tokens":3,"password_length":8,"secret_santa":"x"}',
  'much of it': () => JSON.stringify(Array(20_000).fill({ name: 'Monkey', description: 'Some text about a monkey' })),
};

/** Longer than anybody looks through, by what they are. */
const LONG = {
  'a text': () => 'x'.repeat(5e6),
  bytes: () => new Uint8Array(5e6),
  'a Blob': () => new Blob(['x'.repeat(5e6)]),
  FormData: () => formOf({ a: 'x'.repeat(1e6), b: new Blob(['x'.repeat(4e6)]) }),
};

/** Where a body went: a server that leads on from one origin to another. */
const leading = ({ url, fresh, journal }, status, to) => {
  const [first, last] = [fresh(), fresh()];
  return {
    from: `${url}/do/${first}/${status}%3E?to=${encodeURIComponent(`${to}/do/${last}/200`)}`,
    arrived: () => journal(last),
  };
};

export const cases = [
  ...Object.entries(SECRET).map(([what, bodyOf]) => ({
    name: `a secret in ${what} does not go to another origin: the redirect is handed out`,
    not,
    async run(env) {
      for (const [status, method] of [
        [307, 'POST'],
        [308, 'PUT'],
        [302, 'PUT'],
      ]) {
        const place = leading(env, status, env.other);
        const response = await env.bc.createFetch()(place.from, { method, body: bodyOf() });
        equal([response.status, response.redirected, await response.text()], [status, false, 'elsewhere']);
        ok(response.headers.get('location').startsWith(env.other), 'it says where');
        equal(env.rules(response), ['not-retryable']);
        equal((await place.arrived()).length, 0);
      }
    },
  })),
  ...Object.entries(SECRET).map(([what, bodyOf]) => ({
    name: `a secret in ${what} goes on within its origin, and nothing of it with a 303`,
    not,
    async run(env) {
      const there = leading(env, 307, env.url);
      const away = leading(env, 303, env.other);
      const call = env.bc.createFetch();
      equal([(await call(there.from, { method: 'POST', body: bodyOf() })).status, (await there.arrived())[0].method], [200, 'POST']);
      ok((await there.arrived())[0].body.length > 5, 'with its body');
      equal([(await call(away.from, { method: 'POST', body: bodyOf() })).status, (await away.arrived())[0].method], [200, 'GET']);
      equal((await away.arrived())[0].body, '');
    },
  })),
  ...Object.entries(HARMLESS).map(([what, bodyOf]) => ({
    name: `what holds no secret follows, as by fetch itself: ${what}`,
    not,
    async run(env) {
      const arrivals = [];
      for (const call of [fetch, env.bc.createFetch()]) {
        const place = leading(env, 307, env.other);
        const response = await call(place.from, { method: 'POST', body: bodyOf() });
        const [{ method, body, headers }] = await place.arrived();
        // A boundary is drawn at random.
        const plain = (text) => text.replace(/boundary=.*/, 'boundary=…');
        arrivals.push([response.status, response.redirected, method, body.length > 0, plain(headers['content-type'] ?? '')]);
      }
      equal(arrivals[1], arrivals[0]);
    },
  })),
  ...Object.entries(LONG).map(([what, bodyOf]) => ({
    name: `nobody looks through ${what} of megabytes: the redirect is handed out`,
    not,
    async run(env) {
      const place = leading(env, 307, env.other);
      const response = await env.bc.createFetch()(place.from, { method: 'POST', body: bodyOf() });
      equal([response.status, (await place.arrived()).length], [307, 0]);
    },
  })),
  {
    name: 'the body of a Request counts as well',
    not,
    async run(env) {
      for (const [body, count] of [
        [JSON_, 0],
        [FORM, 0],
        [new Blob([JSON_]), 0],
        ['{"name":"x"}', 1],
      ]) {
        for (const options of [{}, { retry: false }, { attemptTimeoutMs: 60_000 }]) {
          const place = leading(env, 307, env.other);
          const response = await env.bc.createFetch(options)(new Request(place.from, { method: 'POST', body }));
          equal([response.status, (await place.arrived()).length], [count ? 200 : 307, count]);
        }
      }
    },
  },
  {
    name: 'a redirect further on is handed out where it leads away',
    not,
    async run(env) {
      const { url, other, fresh, journal } = env;
      const [first, between, last] = [fresh(), fresh(), fresh()];
      const away = `${url}/do/${between}/307%3E?to=${encodeURIComponent(`${other}/do/${last}/200`)}`;
      const response = await env.bc.createFetch()(`${url}/do/${first}/307%3E?to=${encodeURIComponent(away)}`, {
        method: 'POST',
        body: FORM,
      });
      equal([response.status, response.redirected, response.url], [307, true, away]);
      equal([(await journal(between))[0].body, (await journal(last)).length], [FORM, 0]);
    },
  },
  {
    name: 'a stream goes nowhere twice, and what holds a secret neither',
    not,
    async run(env) {
      const place = leading(env, 307, env.other);
      const init = { method: 'POST', body: streamOf(JSON_), duplex: 'half' };
      await rejection(env.bc.createFetch({ retry: { maxDelayMs: 5 } })(place.from, init));
      equal((await place.arrived()).length, 0);
    },
  },
  {
    name: 'with a token beside it, neither goes',
    not,
    async run(env) {
      const place = leading(env, 308, env.other);
      const response = await env.bc.createFetch()(place.from, { method: 'PUT', body: JSON_, headers: { 'X-Auth-Token': 'abc' } });
      equal([response.status, (await place.arrived()).length], [308, 0]);
    },
  },
  {
    name: 'a body in which nothing is secret is sent with the very arguments of the caller',
    async run({ bc }) {
      const calls = [];
      const stub = async (...args) => (calls.push(args), new Response('ok'));
      const init = { method: 'POST', body: '{"name":"x","price":5}' };
      await bc.createFetch({ fetch: stub })('https://shop.example/', init);
      ok(calls[0][1] === init, 'the same init');
    },
  },
  {
    name: 'what fetch sends by its name only is not read',
    not,
    async run(env) {
      for (const make of [
        () => new Response('x'),
        () => new Request('http://x', { method: 'PUT', body: 'x' }),
        () => [1],
        () => new String('x'),
      ]) {
        const outcomes = [];
        for (const call of [fetch, env.bc.createFetch()]) {
          const place = leading(env, 308, env.other);
          const body = make();
          const status = await call(place.from, { method: 'PUT', body }).then(
            (response) => response.status,
            ({ name }) => name,
          );
          outcomes.push([status, body.bodyUsed ?? null]);
        }
        equal(outcomes[1], outcomes[0]);
      }
    },
  },
];
