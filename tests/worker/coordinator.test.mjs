// The coordinator: when things go wrong, what it writes down, and what it reads first.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serialize } from 'node:v8';
import { coordinator, QuotaCoordinator } from '../../pkg/dist/worker/index.js';
import { createPacer } from '../../pkg/dist/index.js';
import { testApart } from '../apart.mjs';

await testApart(new URL('coordinator-cases.mjs', import.meta.url));

describe('a coordinator whose ledger somebody else wrote down', () => {
  const coordinatorWith = (ledger) => {
    const stored = new Map([['ledger', ledger]]);
    const storage = { get: async (key) => stored.get(key), put: async (key, value) => void stored.set(key, value) };
    const object = new QuotaCoordinator({ storage });
    return { stored, object, ask: (body) => object.fetch(new Request('https://coordinator/lease', { method: 'POST', body })) };
  };

  const ASK = '{"client":"a","want":2,"back":[],"seen":null,"heldMs":0}';
  const NONE = /^bc-status: The key ledger in the storage of this QuotaCoordinator holds no ledger of bc-status.*: delete it/;
  const NEWER = /QuotaCoordinator holds a ledger of version 2; this bc-status knows version 1: update it/;
  const OTHERS = {
    'an odd number': [{ windowMs: 1e-300 }, NONE],
    'a text': ['ledger', NONE],
    'a list': [[], NONE],
    'another program’s': [{ count: 5 }, NONE],
    'a newer version’s': [{ version: 2, shares: {} }, NEWER],
  };
  for (const [what, [ledger, message]] of Object.entries(OTHERS)) {
    test(`tells of it once, and leaves it as it is, while pacers go on alone: ${what}`, async (t) => {
      const said = t.mock.method(console, 'warn', () => {});
      const { stored, object, ask } = coordinatorWith(ledger);
      for (let turn = 0; turn < 3; turn++) assert.equal((await ask(ASK)).status, 500);
      assert.equal(said.mock.callCount(), 1);
      assert.match(said.mock.calls[0].arguments[0], message);
      assert.equal(stored.get('ledger'), ledger);

      const namespace = { idFromName: (name) => name, get: () => ({ fetch: (url, init) => object.fetch(new Request(url, init)) }) };
      const pacer = createPacer({ store: coordinator(namespace) });
      (await pacer.admit('abc123')).release();
      assert.equal(pacer.snapshot('abc123').coordinator.state, 'alone');
      assert.equal(stored.get('ledger'), ledger);

      stored.delete('ledger');
      const { grants } = await (await ask(ASK)).json();
      assert.equal(grants[0].permits, 2, 'as soon as it is mended');
    });
  }

  test('reads again what it wrote down, and what one before its versions did', async () => {
    const { stored, ask } = coordinatorWith(undefined);
    await ask(ASK);
    const { version, ...before } = stored.get('ledger');
    assert.equal(version, 1);
    for (const saved of [stored.get('ledger'), before]) {
      const again = coordinatorWith(saved);
      assert.equal((await again.ask(ASK)).status, 200);
      assert.deepEqual(again.stored.get('ledger').given, [4]);
    }
  });

  test('writes down less than a Durable Object takes for a value, whoever asks, and however often', async () => {
    const { stored, ask } = coordinatorWith(undefined);
    const seen = { quota: 1e6 - 1, windowMs: 30_000, left: 1e6 - 1, resetMs: 30_000 };
    // What takes most space in JSON, and in what V8 writes: a name may be anybody's.
    for (const filler of ['\u0001', '😀', 'ä', 'x']) {
      for (let n = 0; n < 400; n++) {
        const answer = await ask(JSON.stringify({ client: `${n}${filler.repeat(1000)}`, want: 5000, back: [], seen, heldMs: 0 }));
        assert.equal(answer.status, 200);
      }
      const value = stored.get('ledger');
      assert.ok(value.given.length > 0 && Object.keys(value.clients).length > 0);
      const sizes = [Buffer.byteLength(JSON.stringify(value)), serialize(value).length];
      assert.ok(Math.max(...sizes) < 128 * 1024, `${sizes}`);
      assert.equal((await coordinatorWith(value).ask(ASK)).status, 200, 'and reads it again');
    }
  });

  test('answers an ask in which nothing is as it should be', async () => {
    const { ask } = coordinatorWith(undefined);
    const odd = { toString: 1, valueOf: 1 };
    for (const body of [
      null,
      5,
      [],
      {},
      {
        client: odd,
        want: odd,
        back: [odd, null, { window: odd, permits: odd }],
        seen: { quota: odd, windowMs: odd, left: odd, resetMs: odd },
        heldMs: odd,
      },
      { back: 5, seen: 'x' },
    ]) {
      assert.deepEqual((await (await ask(JSON.stringify(body))).json()).grants, [], JSON.stringify(body));
    }
  });
});

describe('a coordinator that was started by an ask', () => {
  const body = '{"client":"a","want":16,"back":[],"seen":null,"heldMs":0}';
  const lease = (object, text = body) =>
    object.fetch(new Request('https://coordinator/lease', { method: 'POST', body: text, duplex: 'half' })).then((answer) => answer.json());

  test('reads the body before its storage, which lets nothing else in', async () => {
    const order = [];
    const storage = { get: async () => void order.push('storage'), put: async () => {} };
    const stream = new ReadableStream({
      pull(controller) {
        order.push('body');
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    await lease(new QuotaCoordinator({ storage }), stream);
    assert.deepEqual(order, ['body', 'storage']);
  });

  test('has one ledger for all who ask while it is read', async () => {
    let reads = 0;
    const storage = { get: async () => void (reads += 1), put: async () => {} };
    const object = new QuotaCoordinator({ storage });
    const leases = await Promise.all([1, 2, 3].map(() => lease(object)));
    assert.equal(reads, 1);
    // The first few of a quota that is not told yet are given out once.
    assert.equal(leases.filter(({ grants }) => grants.length > 0).length, 1);
  });

  test('reads its storage again where that failed', async () => {
    let reads = 0;
    const get = async () => {
      if ((reads += 1) === 1) throw new Error('storage is away');
    };
    const object = new QuotaCoordinator({ storage: { get, put: async () => {} } });
    await assert.rejects(lease(object), /storage is away/);
    assert.equal((await lease(object)).grants.length, 1);
  });
});
