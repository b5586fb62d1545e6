// How many requests of one caller are under way at once.

import assert from 'node:assert/strict';

const PRODUCTS = '/v3/catalog/products';
const HANG = `${PRODUCTS}?do=hang`;
const by = (caller, more) => ({ host: 'limited', headers: caller ? { 'x-caller': caller } : {}, ...more });

/** Sends so many that are not answered, and waits until they have begun. */
const hanging = async ({ begin, begun, eventually }, caller, count) => {
  const before = (await begun()).limited;
  const sent = Array.from({ length: count }, () => begin(HANG, by(caller)));
  await eventually(async () => assert.equal((await begun()).limited, before + count));
  return () => sent.map(({ leave }) => leave());
};

export const cases = [
  {
    name: 'a caller has so many requests under way, and the next is told to come again',
    async run(given) {
      const { ask, problemOf, seen } = given;
      const leave = await hanging(given, 'a', 2);
      let response;
      assert.deepEqual(await seen(async () => (response = await ask(PRODUCTS, by('a')))), []);
      assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '1']);
      const { code, title, detail } = await problemOf(response);
      assert.deepEqual([code, title], ['caller-limit', 'Too Many Requests']);
      assert.match(detail, /2 requests/);
      leave();
    },
  },
  {
    name: 'others are let through meanwhile, and who has no key is not counted',
    async run(given) {
      const { ask } = given;
      const leave = await hanging(given, 'b', 2);
      const leaveToo = await hanging(given, undefined, 4);
      for (const caller of ['c', undefined]) assert.equal((await ask(PRODUCTS, by(caller))).status, 200);
      leave();
      leaveToo();
    },
  },
  {
    name: 'a place is free again when its request is over, however it ended',
    async run(given) {
      const { ask, eventually } = given;
      for (const step of ['', '?do=422', '?do=reset', '?limit=%ff']) {
        for (let count = 0; count < 3; count++) assert.notEqual((await ask(PRODUCTS + step, by('d'))).status, 429, step);
      }
      const leave = await hanging(given, 'd', 2);
      assert.equal((await ask(PRODUCTS, by('d'))).status, 429);
      leave();
      await eventually(async () => assert.equal((await ask(PRODUCTS, by('d'))).status, 200));
    },
  },
  {
    name: 'slow bodies count',
    async run({ ask, begun, drip, eventually }) {
      const before = (await begun()).limited;
      const slow = [1, 2].map(() => drip(PRODUCTS, { ...by('e'), text: '{"id"' }));
      await eventually(async () => assert.equal((await begun()).limited, before + 2));
      assert.equal((await ask(PRODUCTS, by('e'))).status, 429);
      for (const { leave } of slow) leave();
      await eventually(async () => assert.equal((await ask(PRODUCTS, by('e'))).status, 200));
    },
  },
  {
    name: 'what is not let through, and what is known of statuses, is not counted',
    async run(given) {
      const { ask } = given;
      const leave = await hanging(given, 'f', 2);
      assert.equal((await ask('/v3/customers', by('f'))).status, 404);
      assert.equal((await ask('/_status/429', by('f'))).status, 200);
      leave();
    },
  },
  {
    name: 'a key that is no text is the operator’s mistake, and told as such',
    async run({ ask, problemOf }) {
      const { status, code, detail } = await problemOf(ask(PRODUCTS, { host: 'misnamed' }));
      assert.deepEqual([status, code], [500, 'misconfigured']);
      assert.match(detail, /options\.perCaller\.key returns must be a string, or null/);
    },
  },
];
