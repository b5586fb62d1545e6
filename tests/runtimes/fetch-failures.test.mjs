// Calls that end without an answer, and fetches that answer with something strange.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { freePort } from '../free-port.mjs';
import { PATIENCE_MS } from '../patience.mjs';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, inMs, rejection, reset } from './stub.mjs';

const installed = await install();
const { bcFetch, createFetch, historyOf } = await installed.load();

const globalFetch = globalThis.fetch;
afterEach(() => void (globalThis.fetch = globalFetch));

const counted = () => {
  const stub = (...args) => {
    stub.count += 1;
    return globalFetch(...args);
  };
  return Object.assign(stub, { count: 0 });
};

describe('a connection that fails', () => {
  test('is tried as often as the policy says, and rejects with the very last error', async () => {
    const errors = [1, 2, 3].map((number) => new TypeError(`lost ${number}`));
    const stub = answering(...errors);
    const error = await rejection(createFetch({ fetch: stub, retry: hasty })(API));
    assert.equal(error, errors[2]);
    assert.equal(stub.calls.length, 3);
  });

  test('is not tried again for a POST: it may have run', async () => {
    const lost = new TypeError('lost');
    const stub = answering(lost);
    const call = createFetch({ fetch: stub, retry: hasty });
    assert.equal(await rejection(call(API, { method: 'POST', body: '{}' })), lost);
    assert.equal(stub.calls.length, 1);
  });

  test('that comes back gives the answer, and the history tells', async () => {
    const timeout = new DOMException('slow', 'TimeoutError');
    const stub = answering(new TypeError('lost'), () => Promise.reject(timeout), answer(200));
    const response = await createFetch({ fetch: stub, retry: hasty })(API);
    const history = historyOf(response).map(({ status, failure }) => [status, failure]);
    assert.deepEqual(history, [
      [null, 'network'],
      [null, 'timeout'],
      [200, null],
    ]);
  });

  test('with nobody at the other end rejects as fetch does, after three attempts', async () => {
    const url = `http://127.0.0.1:${await freePort()}/`;
    const stub = counted();
    const error = await rejection(createFetch({ fetch: stub, retry: hasty })(url));
    const plain = await rejection(fetch(url));
    assert.deepEqual([error.name, error.message, error.cause.code], [plain.name, plain.message, plain.cause.code]);
    assert.equal(stub.count, 3);
  });
});

describe('a call that fetch refuses rejects at once, and is not repeated', () => {
  for (const [what, url, init] of [
    ['an invalid URL', 'http://', undefined],
    ['a relative URL', '/v3/catalog/products', undefined],
    ['a URL with credentials', 'http://user:pass@127.0.0.1/', undefined],
    ['no URL', undefined, undefined],
    ['a GET with a body', 'http://127.0.0.1:9/', { body: '{}' }],
    ['a HEAD with a body', 'http://127.0.0.1:9/', { method: 'HEAD', body: '{}' }],
    ['a bad header name', 'http://127.0.0.1:9/', { headers: { 'bad name': 'x' } }],
    ['a bad header value', 'http://127.0.0.1:9/', { headers: { 'X-A': 'a\nb' } }],
    ['a bad method', 'http://127.0.0.1:9/', { method: 'BAD METHOD' }],
    ['a forbidden method', 'http://127.0.0.1:9/', { method: 'TRACE' }],
    ['a bad mode', 'http://127.0.0.1:9/', { redirect: 'sideways' }],
    ['a bad signal', 'http://127.0.0.1:9/', { signal: {} }],
    ['a stream without duplex', 'http://127.0.0.1:9/', { method: 'PUT', body: new ReadableStream() }],
  ]) {
    test(what, { timeout: PATIENCE_MS }, async () => {
      const stub = counted();
      globalThis.fetch = stub;
      const call = createFetch({ retry: { ...hasty, repeatable: true } });
      const error = await rejection(call(url, init));
      assert.ok(error instanceof TypeError, String(error));
      assert.equal(stub.count, 1, `sent ${stub.count} times`);
    });
  }

  test('a URL that cannot be made a string', { timeout: PATIENCE_MS }, async () => {
    const hostile = { toString: () => assert.fail('no string') };
    assert.equal((await rejection(bcFetch(hostile))).message, 'no string');
  });
});

describe('in a realm of its own, as in Jest, where errors of fetch are no instances of its Error', () => {
  const globals = { fetch, Request, Response, Headers, URL, AbortController, AbortSignal, TextDecoder, TextEncoder, DOMException };
  const others = { ReadableStream, performance, queueMicrotask, structuredClone, setTimeout, clearTimeout, WebAssembly };
  const realm = createContext({ ...globals, ...others, module: { exports: {} } });
  const entryPoints = [join(installed.directory, installed.fileOf('require'))];
  const { outputFiles } = buildSync({ entryPoints, bundle: true, format: 'cjs', platform: 'neutral', write: false });
  runInContext(outputFiles[0].text, realm);
  const bc = realm.module.exports;

  for (const [what, args] of [
    ['wrong arguments', ['http://127.0.0.1:4/', { method: 'A B' }]],
    ['an unknown scheme', ['foo://x/y']],
    ['a blocked port', ['http://127.0.0.1:6667/']],
    ['a refused header', ['http://127.0.0.1:4/', { headers: { Connection: 'x' } }]],
  ]) {
    test(`${what} reject at once`, { timeout: PATIENCE_MS }, async () => {
      let repeats = 0;
      const call = bc.createFetch({ fetch: counted(), retry: hasty, onRetry: () => void (repeats += 1) });
      const error = await rejection(call(...args));
      assert.deepEqual([error.name, repeats], ['TypeError', 0]);
    });
  }

  test('a lost connection is tried again', { timeout: PATIENCE_MS }, async () => {
    const stub = counted();
    const error = await rejection(bc.createFetch({ fetch: stub, retry: hasty })(`http://127.0.0.1:${await freePort()}/`));
    assert.deepEqual([error.name, stub.count], ['TypeError', 3]);
  });
});

describe('a fetch that fails in its own way neither hangs nor loops', () => {
  for (const [what, thrown] of [
    ['an Error', new Error('boom')],
    ['a string', 'boom'],
    ['undefined', undefined],
    ['null', null],
    ['an object', { code: 5 }],
  ]) {
    for (const [how, fail] of [
      [
        'throws',
        () => {
          throw thrown;
        },
      ],
      ['rejects with', () => Promise.reject(thrown)],
    ]) {
      test(`it ${how} ${what}: that comes out, after three attempts at most`, { timeout: PATIENCE_MS }, async () => {
        let count = 0;
        const stub = () => ((count += 1), fail());
        assert.equal(await rejection(createFetch({ fetch: stub, retry: hasty })(API)), thrown);
        assert.ok(count >= 1 && count <= 3, `${count} calls`);
      });

      test(`it ${how} ${what} once: the next attempt counts`, { timeout: PATIENCE_MS }, async () => {
        let count = 0;
        const stub = () => (count++ === 0 ? fail() : Promise.resolve(answer(200)));
        assert.equal((await createFetch({ fetch: stub, retry: hasty })(API)).status, 200);
      });
    }
  }

  const foreign = [
    ['an object without headers', { ok: false, status: 503 }],
    ['an empty object', {}],
    ['an object that is ok', { ok: true, status: 200 }],
    ['null', null],
    ['undefined', undefined],
    ['a string', 'answer'],
    ['a number', 200],
    ['a function', () => {}],
    ['headers that are a plain object', { ok: false, status: 503, headers: { 'retry-after': '1' } }],
  ];
  for (const [what, value] of foreign) {
    test(`it resolves to ${what}: that comes back`, { timeout: PATIENCE_MS }, async () => {
      let count = 0;
      const stub = async () => ((count += 1), value);
      assert.equal(await createFetch({ fetch: stub, retry: hasty })(API), value);
      assert.ok(count <= 3, `${count} calls`);
    });

    test(`it resolves to ${what} after a 503: that comes back`, { timeout: PATIENCE_MS }, async () => {
      let count = 0;
      const stub = async () => (count++ === 0 ? answer(503) : value);
      assert.equal(await createFetch({ fetch: stub, retry: hasty })(API), value);
      assert.ok(count <= 3, `${count} calls`);
    });
  }

  for (const [what, headers] of [
    ['answers with undefined', { get: () => undefined }],
    ['is a Map', new Map()],
    ['answers with numbers', { get: (name) => (name === 'retry-after' ? 0 : null) }],
    ['throws', { get: () => assert.fail('no header') }],
  ]) {
    test(`it resolves to an answer whose headers.get ${what}: it ends`, { timeout: PATIENCE_MS }, async () => {
      let count = 0;
      const value = { ok: false, status: 503, headers };
      const stub = async () => ((count += 1), value);
      const call = createFetch({ fetch: stub, retry: hasty })(API);
      const result = await call.catch((error) => error);
      const own = result === value || result.message === 'no header';
      assert.ok(own, `expected the answer, or the error of get; got ${result}`);
      assert.ok(count <= 3, `${count} calls`);
    });
  }

  test('a body that cannot be cancelled does not matter', { timeout: PATIENCE_MS }, async () => {
    for (const body of [
      null,
      {},
      {
        cancel: () => {
          throw new Error('no');
        },
      },
      { cancel: () => Promise.reject(new Error('no')) },
      { cancel: () => undefined },
      { cancel: () => new Promise(() => {}) },
    ]) {
      const stub = answering({ ok: false, status: 503, headers: new Headers(), body }, answer(200));
      assert.equal((await createFetch({ fetch: stub, retry: hasty })(API)).status, 200);
    }
    const locked = answer(503);
    locked.body.getReader();
    const stub = answering(locked, answer(200));
    assert.equal((await createFetch({ fetch: stub, retry: hasty })(API)).status, 200);
  });

  test('it never settles: an abort is its own affair, and no repeat is sent', async () => {
    let count = 0;
    const stub = () => ((count += 1), new Promise(() => {}));
    createFetch({ fetch: stub, retry: hasty })(API).catch(() => {});
    await inMs(100);
    assert.equal(count, 1);
  });

  test('after all that the package still works', async () => {
    const stub = answering(answer(429, reset(5)), answer(200));
    assert.equal((await createFetch({ fetch: stub })(API)).status, 200);
  });
});
