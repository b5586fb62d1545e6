// The bodies of requests: kept, streamed, refused.

import assert from 'node:assert/strict';
import { begin } from './raw.mjs';

const PRODUCTS = '/v3/catalog/products';
const post = (body, more) => ({ method: 'POST', body, ...more });

/** A body of so many parts, without a length. */
const parts = (count, size) => {
  let left = count;
  return new ReadableStream({
    async pull(controller) {
      if (left-- === 0) return controller.close();
      await new Promise((resolve) => setTimeout(resolve, 2));
      controller.enqueue(new Uint8Array(size).fill(120));
    },
  });
};

export const cases = [
  {
    name: 'a small body arrives as it is, with its length, and is sent again after a 429',
    async run({ ask, seen, lengthOf }) {
      const arrived = await seen(() => ask(`${PRODUCTS}?do=429:1`, post('{"name":"é"}', { headers: lengthOf(13) })));
      assert.deepEqual(
        arrived.map(({ body }) => body),
        Array(3).fill('{"name":"é"}'),
      );
      assert.equal(arrived[0].headers['content-length'], '13');
    },
  },
  {
    name: 'a large body is streamed, and sent once',
    async run({ ask, seen, lengthOf }) {
      const body = 'x'.repeat(90_000);
      const arrived = await seen(() =>
        ask(`${PRODUCTS}?do=429:1`, post(body, { host: 'narrow', headers: lengthOf(90_000) })),
      );
      assert.deepEqual(
        arrived.map(({ body }) => body.length),
        [90_000],
      );
      assert.equal(arrived[0].body, body);
    },
  },
  {
    name: 'a body without a length is streamed as well',
    async run({ ask, seen }) {
      const [{ body }] = await seen(() => ask(PRODUCTS, post(parts(9, 10_000), { host: 'narrow', duplex: 'half' })));
      assert.equal(body.length, 90_000);
    },
  },
  {
    name: 'a body that says it is too long is refused before the store is asked',
    async run({ ask, seen, problemOf, lengthOf }) {
      let problem;
      const arrived = await seen(async () => {
        problem = await problemOf(
          ask(PRODUCTS, post('x'.repeat(100_001), { host: 'narrow', headers: lengthOf(100_001) })),
        );
      });
      assert.deepEqual([problem.status, problem.code, arrived.length], [413, 'body-too-long', 0]);
      assert.match(problem.detail, /100000 bytes/);
    },
  },
  {
    name: 'a body that turns out too long ends the request to the store',
    async run({ ask, seen, problemOf, eventually }) {
      let problem;
      const [arrived] = await seen(async () => {
        problem = await problemOf(ask(PRODUCTS, post(parts(40, 10_000), { host: 'narrow', duplex: 'half' })));
      });
      assert.deepEqual([problem.status, problem.code], [413, 'body-too-long']);
      await eventually(() => assert.ok(!arrived || arrived.body === null, 'the store had it all'));
    },
  },
  {
    name: 'a body that breaks off does not reach the store as a whole one',
    only: 'workerd',
    async run({ port, seen, eventually }) {
      const posted = { method: 'POST', target: PRODUCTS, host: 'narrow' };
      const chunked = { ...posted, headers: ['Transfer-Encoding: chunked'], body: '5\r\n{"id"\r\n' };
      const large = { ...posted, headers: ['Content-Length: 90000'], body: 'x'.repeat(70_000) };
      const small = { ...posted, headers: ['Content-Length: 90'], body: '{"id"' };
      const arrived = await seen(async () => {
        for (const request of [chunked, large, small]) {
          const { leave } = begin(port, request);
          await new Promise((resolve) => setTimeout(resolve, 100));
          leave();
        }
        const { more, leave } = begin(port, chunked);
        await new Promise((resolve) => setTimeout(resolve, 100));
        more('this is no chunk\r\n');
        await new Promise((resolve) => setTimeout(resolve, 100));
        leave();
      });
      // The small one was to be read first, and never was all there.
      assert.equal(arrived.length, 3);
      await eventually(() =>
        assert.ok(
          arrived.every(({ isAborted }) => isAborted),
          'one goes on',
        ),
      );
      assert.deepEqual(
        arrived.map(({ body }) => body),
        [null, null, null],
      );
    },
  },
  {
    name: 'no body is sent along with GET',
    async run({ ask, seen }) {
      const [{ body, headers }] = await seen(() => ask(PRODUCTS));
      assert.deepEqual([body, headers['content-length'], headers['transfer-encoding']], ['', undefined, undefined]);
    },
  },
  {
    name: 'a body that authorization has read is missed in words',
    async run({ ask, problemOf }) {
      const problem = await problemOf(
        ask(PRODUCTS, post('{}', { host: 'guarded', headers: { authorization: 'Bearer reader' } })),
      );
      assert.deepEqual([problem.status, problem.code], [500, 'body-used']);
      assert.match(problem.detail, /request\.clone\(\)/);
    },
  },
];
