// The coordinator when things go wrong: evicted, killed in the middle of a lease, slow, not to
// be reached. No request is lost, and no more goes over the quota than a lease is large.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
 * a network. `fault(n)` says what happens to the nth ask.
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
    const what = fault((asked += 1), performance.now());
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

  test('that never answers is done without', async () => {
    const told = await run(() => 'unreachable');
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
    assert.ok(whole(told) <= 21, `${whole(told)} windows`);
  });

  test('that is too slow now and then is waited for no longer than 50 ms', async () => {
    const told = await run((asked) => (asked % 10 === 0 ? 'slow' : undefined));
    assert.ok(told.throttled <= 0.02 * told.sent, `${told.throttled} were refused`);
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
    return { stored, ask: (body) => object.fetch(new Request('https://coordinator/lease', { method: 'POST', body })) };
  };

  for (const [what, ledger] of Object.entries({ 'an odd number': { windowMs: 1e-300 }, 'a text': 'ledger', 'a list': [] })) {
    test(`begins anew, and says so once: ${what}`, async (t) => {
      const said = t.mock.method(console, 'warn', () => {});
      const { stored, ask } = coordinatorWith(ledger);
      for (let turn = 0; turn < 3; turn++) {
        const { grants } = await (await ask('{"client":"a","want":2,"back":[],"seen":null,"heldMs":0}')).json();
        assert.equal(grants[0].permits, 2);
      }
      assert.equal(said.mock.callCount(), 1);
      assert.match(said.mock.calls[0].arguments[0], /QuotaCoordinator begins a new ledger, .+: saved.* must be /);
      const again = coordinatorWith(stored.get('ledger'));
      await again.ask('{"client":"a","want":1,"back":[],"seen":null,"heldMs":0}');
      assert.equal(said.mock.callCount(), 1, 'what it wrote down is read again');
    });
  }

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
