// The coordinator when things go wrong: evicted, killed in the middle of a lease, slow, not to
// be reached. No request is lost, and no more goes over the quota than a lease is large.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serialize } from 'node:v8';
import { coordinator, QuotaCoordinator } from '../../pkg/dist/worker/index.js';
import { createFetch, createPacer } from '../../pkg/dist/index.js';
import { sleep } from '../pace/clock.mjs';
import { SCENARIOS } from '../pace/scenarios.mjs';
import { simulate } from '../pace/world.mjs';

/** A quarter of a window is the most that a lease may be of. */
const LEASE = 150 / 4;
const WAY_MS = 8;

/**
 * An object of the class with the storage of a Durable Object, which is copied in and out, behind
 * a network. `fault(n, now, ask)` says what happens to the nth ask.
 */
const createObject = (world, fault) => {
  const stored = new Map();
  const storage = {
    get: async (key) => structuredClone(stored.get(key)),
    put: async (key, value) => void stored.set(key, structuredClone(value)),
  };
  const start = () => new QuotaCoordinator({ storage });
  let running = start();
  let asked = 0;

  const fetch = async (url, init) => {
    const what = fault((asked += 1), performance.now(), JSON.parse(init.body));
    world.coordinatorCalls += 1;
    if (what === 'unreachable') return new Promise(() => {});
    await sleep(what === 'slow' ? 10 * WAY_MS : WAY_MS);
    if (what === 'down') return new Response('', { status: 503 });
    if (what === 'evicted') running = start();
    const answer = await running.fetch(new Request(url, init));
    if (what === 'killed') {
      running = start();
      throw new Error('The object was reset');
    }
    await sleep(WAY_MS);
    return answer;
  };
  return { idFromName: (name) => name, get: () => ({ fetch }) };
};

const through = (fault) => {
  const objectOf = (world) => createObject(world, fault);
  return {
    name: 'with faults',
    atOnce: Infinity,
    create: ({ fetch, world }) => {
      const pace = createPacer({ store: coordinator(world.shared(objectOf)) });
      return { fetch: createFetch({ fetch, pace, retry: { profile: 'background' } }) };
    },
  };
};

const refusedByWindow = ({ journal }) => {
  const refused = {};
  for (const { window, status } of journal) if (status === 429) refused[window] = (refused[window] ?? 0) + 1;
  return refused;
};

const run = async (fault, scenario = SCENARIOS['eight-150']) => {
  const told = await simulate(through(fault), scenario, 1);
  assert.ok(told, 'the work was not done');
  assert.equal(told.failures, 0, told.lastFailure);
  assert.equal(told.journal.filter(({ status }) => status === 200).length, scenario.requests);
  return told;
};

const whole = ({ finishMs }) => Math.ceil(finishMs / 30_000);

describe('a coordinator in virtual time', () => {
  test('that is left alone wastes nothing', async () => {
    const told = await run(() => undefined);
    assert.deepEqual(refusedByWindow(told), {});
    assert.equal(whole(told), 20);
  });

  test('that is evicted after every ask wastes nothing: it has written down what it knows', async () => {
    const told = await run(() => 'evicted');
    assert.deepEqual(refusedByWindow(told), {});
    assert.equal(whole(told), 20);
  });

  test('that is killed in the middle of a lease loses the lease, and what is sent instead stays below one', async () => {
    const told = await run((asked) => (asked % 20 === 0 ? 'killed' : undefined));
    for (const [window, refused] of Object.entries(refusedByWindow(told))) assert.ok(refused <= LEASE, `${refused} in window ${window}`);
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
    const lost = Math.floor(told.coordinatorCalls / 20) * LEASE;
    assert.ok(whole(told) <= 20 + Math.ceil(lost / 150), `${whole(told)} windows, and ${lost} permits lost at most`);
  });

  test('that cannot be reached for two minutes is done without', async () => {
    const told = await run((_, now) => (now > 100_000 && now < 220_000 ? 'unreachable' : undefined));
    assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= 21, `${whole(told)} windows`);
  });

  test('that is away for six seconds loses nothing, costs few refusals, and is back within two seconds of its return', async () => {
    const times = [];
    await run((_, now) => void times.push(now));
    // From just before somebody asks.
    for (const goneMs of [0.2, 0.5, 0.8].map((part) => times[Math.floor(part * times.length)] - 1)) {
      const backMs = goneMs + 6000;
      const alone = new Set();
      /** By client that was alone, when it was answered again. */
      const answered = new Map();
      const fault = (_, now, { client }) => {
        if (now >= goneMs && now < backMs) {
          alone.add(client);
          return alone.size % 2 ? 'unreachable' : 'down';
        }
        if (alone.has(client) && !answered.has(client)) answered.set(client, now - backMs);
        return undefined;
      };
      const told = await run(fault);
      assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} of ${told.sent} were refused`);
      assert.ok(whole(told) <= 21, `${whole(told)} windows`);
      assert.ok(alone.size > 0 && answered.size === alone.size, `${answered.size} of ${alone.size} came back`);
      for (const ms of answered.values()) assert.ok(ms <= 2000, `${ms} ms after its return`);
    }
  });

  test('that never answers is done without', async () => {
    const told = await run(() => 'unreachable');
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= 21, `${whole(told)} windows`);
  });

  test('that is too slow now and then is waited for no longer than 50 ms', async () => {
    const told = await run((asked) => (asked % 10 === 0 ? 'slow' : undefined));
    assert.ok(told.throttled <= 0.03 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= 21, `${whole(told)} windows`);
  });
});

describe('three Workers and a coordinator, in virtual time', () => {
  const scenario = { ...SCENARIOS['eight-150'], clients: 3, quota: 60, windowMs: 1500 };

  test('spend two windows and are never refused', async () => {
    const told = await run(() => undefined, { ...scenario, requests: 110 });
    assert.equal(told.throttled, 0);
    assert.ok(told.coordinatorCalls > 0 && told.coordinatorCalls <= 25, `it was asked ${told.coordinatorCalls} times`);
  });

  for (const fault of ['down', 'unreachable', 'slow']) {
    test(`go on alone while it is ${fault}, and lose no request`, async () => {
      const told = await run(() => fault, { ...scenario, requests: 90 });
      assert.ok(told.throttled <= 60 / 4, `${told.throttled} were refused`);
    });
  }
});

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
