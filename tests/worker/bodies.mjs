// The bodies of requests: kept, streamed, refused.

import assert from 'node:assert/strict';
import { begin, send } from './raw.mjs';

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
      const arrived = await seen(() => ask(`${PRODUCTS}?do=429:1`, post(body, { host: 'narrow', headers: lengthOf(90_000) })));
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
    name: 'a body of any length arrives whole, whatever parts it comes in',
    async run({ ask, seen, lengthOf, runtime }) {
      for (const size of [0, 1, 16_383, 16_384, 16_385, 65_536, 65_537, 100_000]) {
        const text = 'é'.repeat(size >> 1) + 'x'.repeat(size % 2);
        const [whole] = await seen(() => ask(PRODUCTS, post(text, { host: 'narrow', headers: lengthOf(size) })));
        assert.equal(whole.body, text, String(size));
        // Node has no length of a stream, and one that is longer than it keeps is sent as such.
        if (runtime === 'workerd' || size <= 65_536) assert.equal(whole.headers['content-length'], String(size));
      }
      for (const [count, size] of [
        [1, 1],
        [1000, 1],
        [7, 16_384],
        [100, 1000],
      ]) {
        const host = size * count > 100_000 ? 'plain' : 'narrow';
        const [inParts] = await seen(() => ask(PRODUCTS, post(parts(count, size), { host, duplex: 'half' })));
        assert.equal(inParts.body, 'x'.repeat(count * size), `${count} of ${size}`);
      }
    },
  },
  {
    name: 'a body that says it is too long is refused before the store is asked',
    async run({ ask, seen, problemOf, lengthOf }) {
      let problem;
      const arrived = await seen(async () => {
        problem = await problemOf(ask(PRODUCTS, post('x'.repeat(100_001), { host: 'narrow', headers: lengthOf(100_001) })));
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
    async run({ port, seen }) {
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
      // All are read first, and none was ever all there.
      assert.deepEqual(arrived, []);
    },
  },
  {
    name: 'a body that is not there in time is 408, and nothing of it is sent',
    async run({ drip, seen }) {
      const arrived = await seen(async () => {
        for (const begun of [{ text: '{"id"' }, { text: '{"id"', length: 90 }, { text: 'x'.repeat(70_000), length: 90_000 }]) {
          const { answer, leave } = drip(PRODUCTS, { host: 'slow', ...begun });
          const { status, code, title, detail } = await answer();
          assert.deepEqual([status, code, title], [408, 'body-timeout', 'Request Timeout']);
          assert.match(detail, /within 50 ms/);
          leave();
        }
      });
      assert.deepEqual(arrived, []);
    },
  },
  {
    name: 'a body that comes in many parts is late by its end',
    async run({ drip, seen }) {
      const arrived = await seen(async () => {
        const { answer, more, leave } = drip(PRODUCTS, { host: 'slow', text: 'x' });
        const dripping = setInterval(() => more('x'), 5);
        assert.equal((await answer()).code, 'body-timeout');
        clearInterval(dripping);
        leave();
      });
      assert.deepEqual(arrived, []);
    },
  },
  {
    name: 'authorization that reads the body waits no longer for it',
    async run({ drip, seen }) {
      const arrived = await seen(async () => {
        const { answer, leave } = drip(PRODUCTS, { host: 'readslow', text: '{"id"' });
        assert.deepEqual(await answer().then(({ status, code }) => [status, code]), [408, 'body-timeout']);
        leave();
      });
      assert.deepEqual(arrived, []);
    },
  },
  {
    name: 'without a limit of time a body arrives when it does',
    async run({ ask, seen }) {
      const [{ body }] = await seen(() => ask(PRODUCTS, post(parts(9, 1000), { host: 'patient', duplex: 'half' })));
      assert.equal(body.length, 9000);
    },
  },
  {
    name: 'slow bodies hold no permit, and open no circuit when they are given up',
    async run({ ask, begun, drip, eventually }) {
      const before = (await begun()).paced;
      const slow = Array.from({ length: 24 }, (_, at) => {
        const large = at % 2 ? { text: 'x'.repeat(70_000), length: 90_000 } : { text: '{"id"' };
        return drip(PRODUCTS, { host: 'paced', ...large });
      });
      await eventually(async () => assert.equal((await begun()).paced, before + slow.length));
      for (let count = 0; count < 24; count++) assert.equal((await ask(PRODUCTS, { host: 'paced' })).status, 200);
      for (const { leave } of slow) leave();
      for (let count = 0; count < 24; count++) assert.equal((await ask(PRODUCTS, { host: 'paced' })).status, 200);
    },
  },
  {
    name: 'callers who go away give their permits back',
    async run({ ask, begin, eventually, upstream }) {
      for (let round = 0; round < 3; round++) {
        const before = upstream.arrived.length;
        const left = Array.from({ length: 24 }, () => begin(`${PRODUCTS}?do=hang`, { host: 'paced' }));
        await eventually(() => assert.ok(upstream.arrived.length > before));
        for (const { leave } of left) leave();
        await eventually(() => assert.ok(upstream.arrived.slice(before).every(({ isAborted }) => isAborted)));
        for (let count = 0; count < 8; count++) assert.equal((await ask(PRODUCTS, { host: 'paced' })).status, 200, `round ${round}`);
      }
    },
  },
  {
    name: 'a length of any length is answered',
    only: 'node',
    async run({ ask, problemOf }) {
      for (const [length, wanted] of [
        ['9'.repeat(400), [413, 'body-too-long']],
        ['9'.repeat(20), [413, 'body-too-long']],
        ['1048577', [413, 'body-too-long']],
        [`${'0'.repeat(400)}2`, [200]],
        ['+5', [400, 'length-refused']],
        ['5, 5', [400, 'length-refused']],
        ['0x2', [400, 'length-refused']],
        ['2.0', [400, 'length-refused']],
        ['1e3', [400, 'length-refused']],
        ['-1', [400, 'length-refused']],
        ['3', [400, 'body-broken']],
      ]) {
        const response = await ask(PRODUCTS, post('{}', { headers: { 'content-length': length } }));
        assert.equal(response.status, wanted[0], length);
        if (wanted[1]) assert.equal((await problemOf(response)).code, wanted[1], length);
      }
      const none = await ask(PRODUCTS, { method: 'POST', headers: { 'content-length': '9'.repeat(400) } });
      assert.equal((await problemOf(none)).status, 413);
    },
  },
  {
    name: 'a length of any length is answered on a socket',
    only: 'workerd',
    async run({ port }) {
      for (const length of [
        '9'.repeat(400),
        '9'.repeat(20),
        '1048577',
        `${'0'.repeat(400)}2`,
        '+5',
        '5, 5',
        '0x2',
        '2.0',
        '1e3',
        '3',
        '',
      ]) {
        const target = PRODUCTS;
        const answer = await send(port, { method: 'POST', target, host: 'slow', headers: [`Content-Length: ${length}`], body: '{}' });
        const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
        // What is no number workerd refuses before anybody sees it; where one is too large the rest never comes.
        const isItsOwn = answer.endsWith('\r\n\r\nInternal Server Error');
        assert.ok(['200', '400', '408', '413'].includes(status) || isItsOwn, `${length}: ${answer}`);
      }
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
    name: 'a body that authorization has read of a clone arrives whole',
    async run({ ask, seen }) {
      for (const size of [2, 90_000]) {
        const [{ body }] = await seen(() => ask(PRODUCTS, post('x'.repeat(size), { host: 'reads' })));
        assert.equal(body.length, size);
      }
    },
  },
  {
    name: 'a body that authorization has read is missed in words',
    async run({ ask, problemOf }) {
      const problem = await problemOf(ask(PRODUCTS, post('{}', { host: 'guarded', headers: { authorization: 'Bearer reader' } })));
      assert.deepEqual([problem.status, problem.code], [500, 'body-used']);
      assert.match(problem.detail, /request\.clone\(\)/);
      assert.equal((await problemOf(ask(PRODUCTS, post('{}', { host: 'locks' })))).code, 'body-used');
    },
  },
];
