// Requests with a body: what is sent again is byte for byte what was sent first.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startSimulator } from '../simulator/index.mjs';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, rejection, reset } from './stub.mjs';

const { createFetch, historyOf } = await (await install()).load();
const vouched = { ...hasty, repeatable: true };
const TEXT = '{"name":"Größe — 茶"}'.repeat(50);

const form = () => {
  const data = new FormData();
  data.set('name', 'Größe');
  data.set('file', new Blob(['a,b']), 'a.csv');
  return data;
};

/** A body of several chunks. */
const streamOf = (text, size = 100) => {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
};

/** Reads what a server would receive, as fetch would. */
const received = async (input, init) => {
  const request = new Request(input, init);
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/')) return [type, await request.text()];
  const fields = [];
  for (const [name, value] of await request.formData())
    fields.push([name, typeof value === 'string' ? value : [value.name, await value.text()]]);
  return ['multipart', JSON.stringify(fields)];
};

/** A fetch that reads the body of each request, and answers in turn. */
const reading = (...answers) => {
  const bodies = [];
  const stub = answering(...answers);
  const fetch = async (input, init) => {
    bodies.push(await received(input, init));
    return stub(input, init);
  };
  return Object.assign(fetch, { bodies });
};

const BODIES = [
  ['a string', () => TEXT],
  ['an empty string', () => ''],
  ['a Uint8Array', () => new TextEncoder().encode(TEXT)],
  ['an ArrayBuffer', () => new TextEncoder().encode(TEXT).buffer],
  ['a Blob', () => new Blob([TEXT], { type: 'application/json' })],
  ['a URLSearchParams', () => new URLSearchParams({ name: 'Größe', a: '1 2' })],
  ['a FormData', form],
];

describe('a body is sent again as it was', () => {
  for (const [what, body] of BODIES) {
    test(`${what}, after a 503 to a POST that the caller vouches for`, async () => {
      const fetch = reading(answer(503), answer(503), answer(200));
      const init = { method: 'POST', body: body() };
      const response = await createFetch({ fetch, retry: vouched })(API, init);
      assert.equal(response.status, 200);
      const expected = await received(API, { method: 'POST', body: body() });
      assert.deepEqual(fetch.bodies, [expected, expected, expected]);
    });

    test(`${what}, in a Request`, async () => {
      const fetch = reading(answer(503), answer(503), answer(200));
      const request = new Request(API, { method: 'PUT', body: body() });
      const response = await createFetch({ fetch, retry: hasty })(request);
      assert.equal(response.status, 200);
      const expected = await received(API, { method: 'PUT', body: body() });
      assert.deepEqual(fetch.bodies, [expected, expected, expected]);
    });
  }

  test('a Request is used up by a success too, as fetch does it', async () => {
    const fetch = reading(answer(200));
    const request = new Request(API, { method: 'POST', body: TEXT });
    await createFetch({ fetch })(request);
    assert.equal(request.bodyUsed, true);
    assert.deepEqual(
      fetch.bodies.map(([, text]) => text),
      [TEXT],
    );
  });

  test('a Request keeps its headers when it is sent again', async () => {
    const seen = [];
    const fetch = async (request) => {
      seen.push([request.method, request.url, request.headers.get('X-A'), await request.text()]);
      return answer(seen.length < 3 ? 503 : 200);
    };
    const request = new Request(API, { method: 'PUT', headers: { 'X-A': 'b' }, body: TEXT });
    await createFetch({ fetch, retry: hasty })(request);
    assert.deepEqual(seen, Array(3).fill(['PUT', API, 'b', TEXT]));
  });

  test('the body of init replaces that of a Request, each time', async () => {
    const fetch = reading(answer(503), answer(200));
    const request = new Request(API, { method: 'PUT', body: 'of the request' });
    await createFetch({ fetch, retry: hasty })(request, { body: 'of init' });
    assert.deepEqual(
      fetch.bodies.map(([, text]) => text),
      ['of init', 'of init'],
    );
  });

  test('a Request that was used before is refused at once, as by fetch', async () => {
    const request = new Request(API, { method: 'PUT', body: TEXT });
    await request.text();
    const stub = answering(() => fetch(request));
    assert.ok((await rejection(createFetch({ fetch: stub })(request))) instanceof TypeError);
    assert.ok(stub.calls.length <= 1, `${stub.calls.length} calls`);
  });
});

describe('a body that can be read only once is sent once', () => {
  const once = [
    ['a ReadableStream', () => streamOf(TEXT)],
    [
      'an async generator',
      () =>
        (async function* () {
          yield new TextEncoder().encode(TEXT);
        })(),
    ],
  ];
  for (const [what, body] of once) {
    for (const [status, headers] of [
      [429, reset(1)],
      [503, {}],
    ]) {
      test(`${what}, answered with ${status}`, async () => {
        const fetch = reading(answer(status, headers), answer(200));
        const init = { method: 'PUT', body: body(), duplex: 'half' };
        const response = await createFetch({ fetch, retry: vouched })(API, init);
        assert.deepEqual([response.status, fetch.bodies.length], [status, 1]);
        assert.equal(fetch.bodies[0][1], TEXT);
        const { retry, rule } = historyOf(response).at(-1).decision;
        assert.deepEqual([retry, rule], [false, 'not-repeatable']);
        assert.equal(await response.text(), `body of ${status}`);
      });
    }
  }

  for (const type of [undefined, 'bytes']) {
    test(`a stream that another client has put into a Request, of the type ${type}`, async () => {
      const fetch = reading(answer(429, reset(1)), answer(200));
      const body = type ? new Blob([TEXT]).stream() : streamOf(TEXT);
      const request = new Request(API, { method: 'POST', body, duplex: 'half' });
      const response = await createFetch({ fetch })(request);
      assert.deepEqual([response.status, fetch.bodies.map(([, text]) => text)], [429, [TEXT]]);
      assert.equal(historyOf(response).at(-1).decision.rule, 'not-repeatable');
      assert.equal(request.bodyUsed, true);
    });
  }

  test('a stream whose request is lost rejects with the very error, sent once', async () => {
    const error = new TypeError('fetch failed');
    const stub = answering(error);
    const init = { method: 'PUT', body: streamOf(TEXT), duplex: 'half' };
    assert.equal(await rejection(createFetch({ fetch: stub, retry: vouched })(API, init)), error);
    assert.equal(stub.calls.length, 1);
  });
});

describe('bodies over HTTP', () => {
  let simulator;
  before(async () => (simulator = await startSimulator()));
  after(() => simulator.close());

  const path = '/v3/catalog/products/77';
  const inputs = [
    ['a string', (url) => [url, { method: 'PUT', body: TEXT }]],
    ['a Request', (url) => [new Request(url, { method: 'PUT', body: TEXT })]],
  ];
  for (const [what, argumentsFor] of inputs) {
    test(`${what} arrives the same three times`, async () => {
      const before = simulator.requests.length;
      simulator.script('PUT', path, [503, { status: 429, headers: reset(5) }, 200]);
      const url = `${simulator.url}/stores/${simulator.storeHash}${path}`;
      const response = await createFetch({ retry: hasty })(...argumentsFor(url));
      assert.equal(response.status, 200);
      const bodies = simulator.requests.slice(before).map(({ bodyText }) => bodyText);
      assert.deepEqual(bodies, [TEXT, TEXT, TEXT]);
    });
  }

  for (const options of [{}, { attemptTimeoutMs: 60_000 }]) {
    test(`a Request of a stream arrives once ${JSON.stringify(options)}`, async () => {
      const before = simulator.requests.length;
      simulator.script('PUT', path, [503]);
      const url = `${simulator.url}/stores/${simulator.storeHash}${path}`;
      const request = new Request(url, { method: 'PUT', body: streamOf(TEXT), duplex: 'half' });
      await createFetch({ ...options, retry: hasty })(request);
      assert.deepEqual(
        simulator.requests.slice(before).map(({ bodyText }) => bodyText),
        [TEXT],
      );
    });
  }

  test('a stream arrives once', async () => {
    const before = simulator.requests.length;
    simulator.script('PUT', path, [503]);
    const url = `${simulator.url}/stores/${simulator.storeHash}${path}`;
    const init = { method: 'PUT', body: streamOf(TEXT), duplex: 'half' };
    const response = await createFetch({ retry: hasty })(url, init);
    assert.equal(historyOf(response).at(-1).decision.rule, 'not-repeatable');
    assert.deepEqual(
      simulator.requests.slice(before).map(({ bodyText }) => bodyText),
      [TEXT],
    );
  });
});
