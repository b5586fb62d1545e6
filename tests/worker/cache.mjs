// Answers in the cache of Workers; Node has none.

import assert from 'node:assert/strict';

const place = (name, step = 'kept') => `/v3/content/${name}?do=${step}`;

const textOf = async (asked) => (await asked).text();

/** Whether a second request is answered with what the first one was. */
const isKept = async (ask, path, init, other = init) => {
  const one = await textOf(ask(path, init));
  // The copy is stored after the answer has gone.
  await new Promise((resolve) => setTimeout(resolve, 60));
  return (await textOf(ask(path, other))) === one;
};

/** Waits until a request is answered with what an earlier one was; then one more is, too. */
const becomesKept = async ({ ask, eventually }, path, init, other = init) => {
  const seen = [await textOf(ask(path, init))];
  await eventually(async () => {
    const text = await textOf(ask(path, other));
    const known = seen.includes(text);
    seen.push(text);
    assert.ok(known, 'it is not kept');
  });
  return true;
};

const authorized = (more) => ({ host: 'shared', headers: { authorization: 'Bearer good', ...more } });

export const cases = [
  {
    name: 'a success is kept, with its own headers and without those of the quota',
    async run({ ask, eventually }) {
      assert.ok(await becomesKept({ ask, eventually }, place('a'), { host: 'cached' }));
      const response = await ask(place('a'), { host: 'cached' });
      const { etag, ...rest } = Object.fromEntries(response.headers);
      assert.equal(etag, '"v2"');
      assert.deepEqual(
        Object.keys(rest).filter((name) => /cache|rate/.test(name)),
        [],
      );
    },
  },
  {
    name: 'a kept answer answers HEAD as well',
    async run({ ask, eventually, seen }) {
      await becomesKept({ ask, eventually }, place('head'), { host: 'cached' });
      let response;
      assert.deepEqual(await seen(async () => (response = await ask(place('head'), { host: 'cached', method: 'HEAD' }))), []);
      assert.deepEqual([response.status, response.headers.get('etag'), await response.text()], [200, '"v2"', '']);
    },
  },
  {
    name: 'the header that the store sent is there again',
    async run({ ask, eventually }) {
      const path = '/v3/content/own';
      assert.ok(await becomesKept({ ask, eventually }, place('own', 'kept'), { host: 'cached' }));
      await ask(path, { host: 'cached' });
      assert.equal((await ask(path, { host: 'cached' })).headers.get('cache-control'), 'max-age=5');
    },
  },
  {
    name: 'a compressed answer is kept, and can be read',
    async run({ ask, eventually, seen }) {
      const answers = [];
      const asked = async () => answers.push(await (await ask(place('packed', 'gzip'), { host: 'cached' })).json());
      await asked();
      await eventually(async () => {
        answers.length = 0;
        assert.deepEqual(await seen(asked), []);
      });
      assert.deepEqual(answers, [{ packed: true }]);
    },
  },
  {
    name: 'another query, type or path is another answer',
    async run({ ask }) {
      const host = 'cached';
      assert.ok(!(await isKept(ask, place('b'), { host }, { host, headers: { accept: 'text/csv' } })));
      const [one, other] = [await ask(`${place('c')}&page=1`, { host }), await ask(`${place('c')}&page=2`, { host })];
      assert.notEqual(await one.text(), await other.text());
    },
  },
  {
    name: 'what is private, sets a cookie, failed or is not asked for is not kept',
    async run({ ask }) {
      const host = 'cached';
      assert.ok(!(await isKept(ask, place('d', 'private'), { host })));
      assert.ok(!(await isKept(ask, place('e', 'cookie'), { host })));
      assert.ok(!(await isKept(ask, place('f'), { host: 'plain' })));
      assert.ok(!(await isKept(ask, place('g'), authorized({ 'x-seconds': '0' }))));
    },
  },
  {
    name: 'a write is not answered from the cache',
    async run({ ask, seen }) {
      await isKept(ask, '/v3/catalog/products?do=kept', { host: 'cached' });
      const arrived = await seen(() => ask('/v3/catalog/products?do=kept', { host: 'cached', method: 'POST', body: '{}' }));
      assert.equal(arrived.length, 1);
    },
  },
  {
    name: 'a kept answer names no request of another caller',
    async run({ ask, eventually }) {
      const of = (id) => ({ host: 'cached', headers: { 'x-correlation-id': id } });
      const first = await ask(place('ids'), of('c-1'));
      const [correlation, request] = ['x-correlation-id', 'x-request-id'].map((name) => first.headers.get(name));
      assert.deepEqual([correlation, request?.slice(0, 3)], ['c-1', 'id-']);
      assert.ok(await becomesKept({ ask, eventually }, place('ids'), of('c-2')));
      const next = await ask(place('ids'), of('c-3'));
      assert.deepEqual(
        ['x-correlation-id', 'x-request-id', 'etag'].map((name) => next.headers.get(name)),
        [null, null, '"v2"'],
      );
    },
  },
  {
    name: 'what is shared among the authorized is private outside, kept or not',
    async run({ ask, eventually }) {
      const path = '/v3/content/outside';
      assert.equal((await ask(path, authorized())).headers.get('cache-control'), 'private, max-age=5');
      const kept = place('outside');
      assert.ok(await becomesKept({ ask, eventually }, kept, authorized()));
      assert.equal((await ask(kept, authorized())).headers.get('cache-control'), 'private');
    },
  },
  {
    name: 'what is shared is shared among those who are authorized',
    async run({ ask, eventually }) {
      assert.ok(await becomesKept({ ask, eventually }, place('h'), authorized()));
      assert.equal((await ask(place('h'), { host: 'shared' })).status, 403);
    },
  },
].map((one) => ({ ...one, only: 'workerd' }));
