// What fetch takes, a fetch of the package takes: headers in every shape arrive, and
// what is sent again is what the caller gave, even if the caller changes it meanwhile.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, inMs, reset } from './stub.mjs';

const { createFetch } = await (await install()).load();

/** A fetch that keeps what a server would receive; headers may be readable only once. */
function receiving(...answers) {
  const stub = answering(...answers);
  const seen = [];
  const fetch = async (input, init) => {
    const request = new Request(input, init);
    seen.push([request.method, request.url, request.headers.get('X-A'), await request.text()]);
    return stub(input, init);
  };
  return Object.assign(fetch, { seen });
}

class Headings {
  'X-A' = 'b';
}

/** Everything that fetch itself takes for headers. */
const SHAPES = [
  ['a Headers', () => new Headers({ 'X-A': 'b' })],
  ['a plain object', () => ({ 'X-A': 'b' })],
  ['an object without a prototype', () => Object.assign(Object.create(null), { 'X-A': 'b' })],
  ['an object of a class', () => new Headings()],
  ['pairs', () => [['X-A', 'b']]],
  ['a Map', () => new Map([['X-A', 'b']])],
  ['the entries of a Headers', () => new Headers({ 'X-A': 'b' }).entries()],
  ['the entries of a Map', () => new Map([['X-A', 'b']]).entries()],
];

describe('headers in init arrive, the first time and again', () => {
  for (const [what, headers] of SHAPES) {
    test(what, async () => {
      const expected = ['PUT', API, 'b', 'x'];
      for (const retry of [false, hasty]) {
        const fetch = receiving(answer(503), answer(200));
        const init = { method: 'PUT', headers: headers(), body: 'x' };
        await createFetch({ fetch, retry })(API, init);
        assert.deepEqual(fetch.seen, Array(fetch.seen.length).fill(expected));
      }
    });

    test(`${what}, in an init without a prototype`, async () => {
      const fetch = receiving(answer(503), answer(200));
      const init = Object.create(null);
      Object.assign(init, { method: 'PUT', headers: headers(), body: 'x' });
      await createFetch({ fetch, retry: hasty })(API, init);
      assert.deepEqual(fetch.seen[0], ['PUT', API, 'b', 'x']);
    });
  }
});

describe('what is sent again is what the caller gave', () => {
  const changes = [
    ['the URL', ({ url }) => void (url.pathname = '/other')],
    ['the method', ({ init }) => void (init.method = 'DELETE')],
    ['a plain header', ({ init }) => void (init.headers['X-A'] = 'c')],
    ['the body', ({ init }) => void (init.body = 'y')],
    ['all of init', ({ init }) => void Object.assign(init, { method: 'GET', body: null })],
  ];
  for (const [what, change] of changes) {
    test(`though ${what} was changed meanwhile`, async () => {
      const given = {
        url: new URL(API),
        init: { method: 'PUT', headers: { 'X-A': 'b' }, body: 'x' },
      };
      const fetch = receiving(answer(429, reset(80)), answer(200));
      const call = createFetch({ fetch })(given.url, given.init);
      await inMs(20);
      change(given);
      await call;
      assert.deepEqual(fetch.seen, Array(2).fill(['PUT', API, 'b', 'x']));
    });
  }

  test('though a Headers was changed meanwhile', async () => {
    const headers = new Headers({ 'X-A': 'b' });
    const fetch = receiving(answer(429, reset(80)), answer(200));
    const call = createFetch({ fetch })(API, { headers });
    await inMs(20);
    headers.set('X-A', 'c');
    await call;
    assert.deepEqual(fetch.seen, Array(2).fill(['GET', API, 'b', '']));
  });

  test('the init and headers of the caller are left as they are', async () => {
    const init = Object.freeze({ method: 'PUT', headers: Object.freeze({ 'X-A': 'b' }) });
    const fetch = receiving(answer(503), answer(503), answer(200));
    await createFetch({ fetch, retry: hasty })(API, init);
    assert.deepEqual(init, { method: 'PUT', headers: { 'X-A': 'b' } });
    assert.equal(fetch.seen.length, 3);
  });

  test('a null signal in init takes the signal of a Request away, as fetch has it', async () => {
    const controller = new AbortController();
    const request = new Request(API, { signal: controller.signal });
    const fetch = answering(answer(429, reset(80)), answer(200));
    const call = createFetch({ fetch })(request, { signal: null });
    await inMs(20);
    controller.abort('not meant for this call');
    assert.equal((await call).status, 200);
  });
});
