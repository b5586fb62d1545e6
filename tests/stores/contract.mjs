// What holds for every store behind a server: leases, what is found where a ledger should be, and
// a server that is away.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPacer } from '../../pkg/dist/index.js';
import { ask, givenIn, KEY, leased, permitsOf, QUOTA, SEEN, sleep, until, warnings } from './asks.mjs';

const stateOf = (pacer) => pacer.snapshot(KEY).coordinator.state;

const LEDGER = /holds no ledger of bc-status.*\. It is left as it is: delete it, or give the store another/;
const OTHERS = {
  'a text': ['hello', LEDGER],
  'an empty text': ['', LEDGER],
  'null in JSON': ['null', LEDGER],
  'another program’s JSON': ['{"count":5}', LEDGER],
  'a list': ['[1,2]', LEDGER],
  'a ledger with an odd number': [
    '{"version":1,"id":"x","isTold":true,"quota":-5,"windowMs":30000,"number":0,"endsMs":0,"given":[],"left":null,"taken":0,"others":0,"heldUntilMs":0,"clients":{}}',
    /saved\.quota must be a number from 1 on, not -5/,
  ],
  'a newer ledger': ['{"version":2,"id":"x","shares":{}}', /holds a ledger of version 2; this bc-status knows version 1: update it/],
};

/**
 * `open(port)` as in clients.mjs; `raw` reads, writes and deletes what lies under a key: texts. Each client has keys of its own.
 */
export const holds = (name, open, server, raw) => {
  describe(name, () => {
    const opened = async (t) => {
      const one = await open(server().port);
      t.after(one.close);
      return one.store;
    };
    let count = 0;
    const newKey = () => `${name.replace(/\W/g, '')}${(count += 1)}`;
    const saved = async (key) => JSON.parse(await raw.get(key));

    test('clients lease from one ledger, and no window is granted more than its quota', async (t) => {
      const stores = [await opened(t), await opened(t)];
      const key = newKey();
      await leased(stores[0], key, ask({ want: 0, seen: SEEN }));
      const asks = Array.from({ length: 40 }, (_, at) => leased(stores[at % 2], key, ask({ client: `${at % 2}`, want: 9 })));
      const leases = await Promise.all(asks);
      const windows = {};
      for (const { window, permits } of leases.flatMap(({ grants }) => grants)) windows[window] = (windows[window] ?? 0) + permits;
      assert.equal(permitsOf(...leases), 360);
      for (const [window, permits] of Object.entries(windows)) assert.ok(permits <= QUOTA, `${permits} in window ${window}`);
      assert.equal(givenIn(await saved(key)), 360);
    });

    test('moments are the server’s: clocks may be apart', async (t) => {
      const key = newKey();
      const { now } = Date;
      t.after(() => (Date.now = now));
      const ends = [];
      for (const skewMs of [0, 2000, -2000, 3_600_000]) {
        Date.now = () => now() + skewMs;
        const store = await opened(t);
        assert.equal(permitsOf(await leased(store, key, ask({ client: `${skewMs}`, seen: skewMs ? null : SEEN }))), 1);
        ends.push((await saved(key)).endsMs);
      }
      Date.now = now;
      assert.deepEqual(new Set(ends).size, 1);
    });

    for (const [what, [text, message]] of Object.entries(OTHERS)) {
      test(`${what} under its key is told of once, and left as it is; pacers go on alone`, async (t) => {
        const store = await opened(t);
        const key = newKey();
        await raw.set(key, text);
        const pacer = createPacer({ store: { lease: (_, one) => store.lease(key, one) } });
        const told = await warnings(async () => {
          (await pacer.admit(KEY)).release();
          await until(() => stateOf(pacer) === 'alone', 'alone');
          for (let n = 0; n < 3; n++) await assert.rejects(leased(store, key, ask()), message);
        });
        assert.equal(told.length, 1, told.join('\n'));
        assert.match(told[0], message);
        assert.equal(await raw.get(key), text);
        await raw.delete(key);
        assert.equal(permitsOf(await leased(store, key, ask())), 1);
      });
    }

    test('what was written in between is never lost', async (t) => {
      const [one, other] = [await opened(t), await opened(t)];
      const key = newKey();
      for (let n = 0; n < 4; n++) {
        await leased(one, key, ask());
        await leased(other, key, ask({ client: 'other' }));
      }
      assert.deepEqual((await saved(key)).given, [8]);
    });
  });
};

/**
 * A server that is away, for all clients at once; it loses what the other tests know.
 * @param clients As in clients.mjs, by name.
 */
export const survives = (clients, server, raw) => {
  const opened = (t) =>
    Promise.all(
      Object.values(clients).map(async (open, at) => {
        const { store, close } = await open(server().port);
        t.after(close);
        return { store, key: `away${at}` };
      }),
    );

  test('what waited for a paused server is not written any more', async (t) => {
    const all = await opened(t);
    for (const { store, key } of all) await leased(store, key, ask());
    server().pause();
    try {
      const late = all.map(({ store, key }) => assert.rejects(store.lease(key, ask({ want: 7 })), /No answer within 1000 ms/));
      await Promise.all(late);
      await sleep(500);
    } finally {
      server().goOn();
    }
    for (const { store, key } of all) {
      // Behind what waited, on the same way where the client has but one.
      await until(() => store.lease(key, ask({ want: 0 })).then(Boolean, () => false), 'an answer');
      await sleep(50);
      assert.equal(givenIn(JSON.parse(await raw.get(key))), 1, key);
    }
  });

  test('a server that dies holds nobody, and one that comes back without its memory is asked again', async (t) => {
    const all = await opened(t);
    const pacers = all.map(({ store, key }) => [createPacer({ store }), key]);
    const send = async ([pacer, key]) => {
      const permit = await pacer.admit(key);
      pacer.observe(key, 200, new Headers({ 'x-rate-limit-requests-left': '9000', 'x-rate-limit-requests-quota': '9001' }), permit);
      return pacer.snapshot(key).coordinator.state;
    };
    const become = (state) => Promise.all(pacers.map((one) => until(async () => (await send(one)) === state, `${one[1]} ${state}`)));
    await become('leasing');
    await server().kill();
    // What is leased is spent first.
    const spend = async (one) => {
      while ((await send(one)) !== 'alone');
      for (let n = 0; n < 20; n++) assert.equal(await send(one), 'alone');
    };
    await Promise.all(pacers.map(spend));
    await server().start();
    await become('leasing');
  });
};
