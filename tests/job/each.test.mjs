// Work on each of many items: how often, how much at once, and what is told of it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFetch, createPacer } from '../../pkg/dist/index.js';
import { batches, each, pages } from '../../pkg/dist/job/index.js';
import { startSimulator } from '../simulator/index.mjs';
import { sequence } from './random.mjs';

const tick = () => new Promise((resolve) => setImmediate(resolve));
const numbers = (count) => Array.from({ length: count }, (_, at) => at);
const answer = (status, body, headers) => new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

/** What keeps a checkpoint, and how often it was told. */
const keeping = () => {
  const kept = { text: undefined, sets: 0 };
  return { kept, get: async () => kept.text, set: async (text) => ((kept.text = text), (kept.sets += 1)) };
};

/** Counts what was worked how often, at random speeds; `limit` ends the process, as far as it can be played. */
const worker = (random, limit = Infinity) => {
  const times = new Map();
  const state = { times, begun: 0, ended: 0 };
  state.work = async (item) => {
    state.begun += 1;
    for (let turns = Math.floor(random() * 6); turns > 0; turns -= 1) await tick();
    if (state.ended >= limit) return new Promise(() => {});
    state.ended += 1;
    for (const one of [item].flat()) times.set(one, (times.get(one) ?? 0) + 1);
    return undefined;
  };
  return state;
};

describe('each', () => {
  it('takes arrays, iterables, async iterables and batches', async () => {
    async function* later() {
      yield* numbers(5);
    }
    for (const items of [numbers(5), new Set(numbers(5)), numbers(5).values(), later(), new Map([[0, 1]]).values()]) {
      const seen = [];
      const { done, failed, failures, isComplete } = await each(items, (item, about) => void seen.push([item, about.index, about.attempt]));
      assert.ok(seen.every(([item, index, attempt]) => (seen.length === 1 || item === index) && attempt === 1));
      assert.deepEqual([done, failed, failures, isComplete], [seen.length, 0, [], true]);
    }
    const seen = [];
    await each(batches(later(), 2), (batch, { index }) => void seen.push([index, ...batch]));
    assert.deepEqual(seen.sort(), [
      [0, 0, 1],
      [2, 2, 3],
      [4, 4],
    ]);
  });

  it('has no more under way than it may, and all of that', async () => {
    for (const concurrency of [1, 3, 20]) {
      let now = 0;
      let most = 0;
      const work = async () => {
        most = Math.max(most, ++now);
        await tick();
        now -= 1;
      };
      await each(numbers(100), work, { concurrency });
      assert.equal(most, concurrency);
    }
  });

  it('has so many under way as find a permit', async () => {
    const state = { queue: 0, circuit: 'closed', heldMs: 0, left: null, quota: null, windowMs: null, resetMs: null, share: 1 };
    const most = async () => {
      let [now, found] = [0, 0];
      const work = async () => {
        found = Math.max(found, ++now);
        await tick();
        now -= 1;
      };
      await each(numbers(2000), work, { pace: { snapshot: (key) => (assert.equal(key, 'abc123'), state) }, store: 'abc123' });
      return found;
    };
    assert.equal(await most(), 64);
    state.queue = 2;
    assert.equal(await most(), 4);
    state.queue = 0;
    state.circuit = 'open';
    assert.equal(await most(), 4);
  });

  it('reads no further than it works', async () => {
    let read = 0;
    let worked = 0;
    function* items() {
      for (;;) {
        read += 1;
        assert.ok(read - worked <= 5, `${read} were read when ${worked} were worked`);
        if (read > 200) return;
        yield read;
      }
    }
    await each(items(), async () => (await tick(), (worked += 1)), { concurrency: 4 });
    assert.equal(worked, 200);
  });

  it('gives results one by one, and waits for who takes them', async () => {
    let begun = 0;
    const seen = [];
    const job = each(numbers(50), async (item) => ((begun += 1), await tick(), item * 2), { concurrency: 3 });
    for await (const { item, value, index, failure } of job) {
      seen.push(item);
      assert.deepEqual([value, index, failure], [item * 2, item, null]);
      await tick();
      assert.ok(begun - seen.length <= 4, `${begun} begun, ${seen.length} taken`);
    }
    assert.deepEqual(
      seen.sort((one, other) => one - other),
      numbers(50),
    );
    assert.equal((await job).done, 50);
    await assert.rejects(async () => {
      for await (const _ of job) assert.fail('there is nothing');
    }, /iterated once/);
  });

  it('ends where who takes the results leaves, and goes on from there', async () => {
    const checkpoint = keeping();
    const taken = [];
    const job = each(numbers(30), async (item) => item, { checkpoint, concurrency: 4 });
    for await (const { value } of job) {
      taken.push(value);
      if (taken.length === 7) break;
    }
    assert.equal((await job).isComplete, false);
    for await (const { value } of each(numbers(30), async (item) => item, { checkpoint })) taken.push(value);
    // The one that was taken when it ended is taken again: nobody has said that it was done.
    assert.deepEqual(
      [...new Set(taken)].sort((one, other) => one - other),
      numbers(30),
    );
    assert.equal(taken.length, 31);
  });

  it('says what has failed, by why, and goes on', async () => {
    const bodies = {
      404: 'The route is not found, check the URL',
      422: { title: 'JSON data is missing or invalid', errors: { name: 'no' } },
    };
    const fetch = async (url) => {
      const status = Number(new URL(url).searchParams.get('status'));
      const body = bodies[status];
      return new Response(typeof body === 'string' ? body : JSON.stringify(body ?? {}), { status });
    };
    for (const throwOnError of [true, false]) {
      const bc = createFetch({ fetch, throwOnError, retry: false });
      const url = 'https://api.bigcommerce.com/stores/abc123/v3/carts';
      const { done, failed, failures } = await each(numbers(12), async (item) => {
        if (item === 3) throw new RangeError('product 3 is no product');
        if (item === 4) throw new RangeError('product 4 is no product');
        if (item === 5) throw new RangeError('another thing');
        return bc(`${url}?status=${[200, 404, 422][item % 3]}`, { method: item % 3 === 2 ? 'POST' : 'GET' });
      });
      assert.deepEqual([done, failed], [3, 9]);
      assert.deepEqual(
        failures.map(({ code, finding, count, items, indexes }) => [code, finding, count, items, indexes]),
        [
          ['request.method-not-on-route', 'request.method-not-on-route', 3, [1, 7, 10], [1, 7, 10]],
          ['request.field-invalid', 'request.field-invalid', 3, [2, 8, 11], [2, 8, 11]],
          ['RangeError', null, 2, [3, 4], [3, 4]],
          ['RangeError', null, 1, [5], [5]],
        ],
      );
      assert.ok(failures[0].solutions.length > 0);
      assert.equal(failures[1].message, 'no');
      assert.equal(failures[3].title, 'another thing');
    }
  });

  it('sends of a batch again what has failed of it, and no more', async () => {
    const partly = (failing, size) => ({
      data: [],
      errors: { status: 207, title: 'some', errors: Object.fromEntries(failing.map((at) => [`${at}.name`, `no ${at}`])) },
      meta: { total: size, success: size - failing.length, failed: failing.length },
    });
    const url = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
    for (const throwOnError of [true, false]) {
      const sent = [];
      // 11 fails once, 12 twice and 13 for ever.
      const patience = new Map([
        [11, 1],
        [12, 2],
        [13, Infinity],
      ]);
      const bc = createFetch({
        throwOnError,
        fetch: async (_, { body }) => {
          const items = JSON.parse(body);
          sent.push(items);
          const failing = items.flatMap((item, at) => {
            const left = patience.get(item) ?? 0;
            patience.set(item, left - 1);
            return left > 0 ? [at] : [];
          });
          return failing.length > 0 ? answer(207, partly(failing, items.length)) : answer(200, { data: items });
        },
      });
      const work = (batch) => bc(url, { method: 'PUT', body: JSON.stringify(batch) });
      const { done, failed, failures } = await each(
        batches(
          numbers(15).map((at) => at + 5),
          10,
        ),
        work,
        { concurrency: 1 },
      );
      assert.deepEqual(sent, [numbers(10).map((at) => at + 5), [11, 12, 13], [12, 13], [13], numbers(5).map((at) => at + 15)]);
      assert.deepEqual([done, failed], [14, 1]);
      assert.deepEqual(
        failures.map(({ code, items, message }) => [code, items, message]),
        [['result.partial', [13], 'no 0']],
      );
    }
  });

  /** A route that takes all of a batch or nothing: 13 and 17 are wrong. */
  const allOrNothing = (complain) => {
    const sent = [];
    const work = async (batch, { attempt }) => {
      sent.push([attempt, ...batch]);
      const wrong = batch.flatMap((item, at) => (item === 13 || item === 17 ? [at] : []));
      return wrong.length > 0 ? complain(wrong, batch) : answer(200, { data: batch });
    };
    return { sent, work };
  };

  it('sends a batch that was refused again without the items that are why', async () => {
    const { sent, work } = allOrNothing((wrong) =>
      answer(422, { status: 422, title: 'no', errors: Object.fromEntries(wrong.map((at) => [`${at}.name`, `no ${at}`])) }),
    );
    const { done, failed, failures } = await each(
      batches(
        numbers(10).map((at) => at + 10),
        10,
      ),
      work,
    );
    assert.deepEqual(sent, [
      [1, ...numbers(10).map((at) => at + 10)],
      [2, 10, 11, 12, 14, 15, 16, 18, 19],
    ]);
    assert.deepEqual([done, failed], [8, 2]);
    assert.deepEqual(
      failures.map(({ code, items, indexes, message }) => [code, items, indexes, message]),
      [['request.field-invalid', [13, 17], [3, 7], 'no 3']],
    );
  });

  it('sends each item of a batch alone where its refusal names none', async () => {
    for (const status of [422, 409]) {
      const { sent, work } = allOrNothing(() => answer(status, { status, title: 'Something is wrong with one of them', errors: {} }));
      const results = [];
      for await (const result of each(batches([11, 12, 13, 14], 4), work)) results.push(result);
      assert.deepEqual(sent, [
        [1, 11, 12, 13, 14],
        [2, 11],
        [3, 12],
        [4, 13],
        [5, 14],
      ]);
      const [{ item, failure }] = results;
      assert.equal(results.length, 1);
      assert.deepEqual(item, [11, 12, 13, 14]);
      assert.deepEqual(
        failure.items.map((one) => [one.item, one.index]),
        [[13, 2]],
      );
    }
  });

  it('sends a batch again item by item, and of these none twice, if all are wrong', async () => {
    let sends = 0;
    const work = async () => ((sends += 1), answer(422, { status: 422, title: 'wrong', errors: {} }));
    const { done, failed } = await each(batches(numbers(20), 10), work);
    assert.deepEqual([sends, done, failed], [22, 0, 20]);
  });

  it('sends no batch again of which something may be done, nor one that nobody may send', async () => {
    const bc = (status) =>
      createFetch({ retry: false, fetch: async () => answer(status, { status, title: 'no', errors: { '0.name': 'no' } }) });
    const url = 'https://api.bigcommerce.com/stores/abc123/v3/';
    for (const [method, path, status] of [
      // Its valid entries are created all the same.
      ['POST', 'content/pages', 422],
      ['PUT', 'catalog/products', 500],
      ['PUT', 'catalog/products', 403],
    ]) {
      let sends = 0;
      const init = { method, headers: { 'X-Auth-Token': 'x'.repeat(31), 'Content-Type': 'application/json' } };
      const work = (batch) => ((sends += 1), bc(status)(url + path, { ...init, body: JSON.stringify(batch) }));
      const { done, failed } = await each(batches([1, 2, 3], 3), work);
      assert.deepEqual([sends, done, failed], [1, 0, 3], `${method} ${path} ${status}`);
    }
  });

  it('sends nothing of a batch again once it is to end', async () => {
    const controller = new AbortController();
    let sends = 0;
    const work = async () => ((sends += 1), controller.abort(), answer(422, { status: 422, title: 'wrong', errors: {} }));
    await assert.rejects(each(batches([1, 2, 3], 3), work, { signal: controller.signal }), { name: 'AbortError' });
    assert.equal(sends, 1);
  });

  it('sends what a store says of a batch again, and no more', async (t) => {
    const simulator = await startSimulator();
    t.after(() => simulator.close());
    const headers = { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' };
    const bc = createFetch({ retry: false });
    const url = `${simulator.url}/stores/${simulator.storeHash}/v3/catalog/products`;
    const ids = () => simulator.requests.map(({ bodyText }) => JSON.parse(bodyText).map(({ id, resource_id }) => id ?? resource_id));
    const known = [77, 78, 79];

    // 207, and then a 422 that names both.
    const products = batches(
      [77, 9, 78, 10, 79].map((id) => ({ id, price: 5 })),
      5,
    );
    const changed = await each(products, (batch) => bc(url, { method: 'PUT', headers, body: JSON.stringify(batch) }));
    assert.deepEqual(ids(), [
      [77, 9, 78, 10, 79],
      [9, 10],
    ]);
    assert.deepEqual([changed.done, changed.failed, changed.failures.flatMap(({ items }) => items.map(({ id }) => id))], [3, 2, [9, 10]]);

    // 422 that has done all but one.
    simulator.requests.length = 0;
    const metafields = batches(
      [...known, 9].map((id) => ({ resource_id: id, key: 'k', value: 'v' })),
      10,
    );
    const made = await each(metafields, (batch) => bc(`${url}/metafields`, { method: 'POST', headers, body: JSON.stringify(batch) }));
    assert.deepEqual(ids(), [[77, 78, 79, 9], [9]]);
    assert.deepEqual([made.done, made.failed], [3, 1]);

    // 413: too many at a time.
    simulator.requests.length = 0;
    const many = batches(
      [...known, ...known, ...known, ...known].map((id) => ({ id, price: 5 })),
      12,
    );
    const { done, failed } = await each(many, (batch) => bc(url, { method: 'PUT', headers, body: JSON.stringify(batch) }));
    assert.deepEqual([simulator.requests.length, done, failed], [13, 12, 0]);
  });

  it('holds a batch for failed of which nobody says what has failed', async () => {
    let sends = 0;
    const work = async () => ((sends += 1), answer(207, { data: [], meta: { total: 3, success: 2, failed: 1 } }));
    const { done, failed, failures } = await each(batches([1, 2, 3], 3), work);
    assert.deepEqual([sends, done, failed, failures[0].items], [1, 0, 3, [1, 2, 3]]);
  });

  it('tells how far it is', async () => {
    const told = [];
    const { total } = await each(numbers(20), async (item) => (item % 5 === 0 ? Promise.reject(new Error('x')) : item), {
      onProgress: (progress) => told.push(progress),
    });
    assert.equal(total, 20);
    assert.equal(told.length, 20);
    for (const [at, progress] of told.entries()) {
      assert.equal(progress.done + progress.failed, at + 1);
      assert.equal(progress.left, 19 - at);
      assert.equal(progress.quota, null);
      assert.ok(progress.remainingMs >= 0 && Number.isFinite(progress.remainingMs));
    }
    assert.equal(told.at(-1).remainingMs, 0);
    function* unknown() {
      yield 1;
    }
    await each(unknown(), () => {}, {
      onProgress: ({ total: none, left, remainingMs }) => assert.deepEqual([none, left, remainingMs], [null, null, null]),
    });
    await each(unknown(), () => {}, { total: 4, onProgress: ({ left }) => assert.equal(left, 3) });
  });

  it('tells of the quota of a real pacer', async () => {
    const pace = createPacer();
    const headers = {
      'x-rate-limit-time-window-ms': '30000',
      'x-rate-limit-time-reset-ms': '20000',
      'x-rate-limit-requests-quota': '150',
      'x-rate-limit-requests-left': '100',
    };
    const bc = createFetch({ pace, fetch: async () => answer(200, { data: [{ id: 1 }], meta: { pagination: { total: 1000 } } }, headers) });
    const told = [];
    const items = pages(bc, 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products');
    await each(items, () => {}, { pace, onProgress: (progress) => told.push(progress) });
    const [{ quota, remainingMs, total }] = told;
    assert.equal(total, 1000);
    assert.equal(quota.quota, 150);
    assert.ok(quota.left <= 100);
    // 999 are left: those of this window, and then six whole windows of 150 at least.
    assert.ok(remainingMs > 5 * 30_000, String(remainingMs));
  });
});

describe('a run that ends early', () => {
  it('rejects with the reason of its signal when what is under way has ended', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let [begun, ended] = [0, 0];
    const run = each(
      numbers(100),
      async (_, { signal }) => {
        begun += 1;
        if (begun === 10) controller.abort(reason);
        await tick();
        ended += 1;
        assert.equal(signal.aborted, controller.signal.aborted);
      },
      { signal: controller.signal, concurrency: 5 },
    );
    await assert.rejects(run, reason);
    assert.equal(begun, ended);
    assert.equal(begun, 10);
    await assert.rejects(
      each(numbers(3), () => assert.fail('it was aborted before'), { signal: AbortSignal.abort(reason) }),
      reason,
    );
  });

  it('does not count work that was given up as failed', async () => {
    const controller = new AbortController();
    const checkpoint = keeping();
    const run = each(
      numbers(10),
      async (item, { signal }) => {
        if (item < 3) return;
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          if (item === 5) controller.abort();
        });
      },
      { checkpoint, signal: controller.signal, concurrency: 6 },
    );
    await assert.rejects(run, { name: 'AbortError' });
    assert.deepEqual(JSON.parse(checkpoint.kept.text).done, [[0, 3]]);
  });

  it('rejects with what the source, the progress or the checkpoint throws', async () => {
    const reason = new Error('broken');
    async function* items() {
      yield 1;
      yield 2;
      throw reason;
    }
    const seen = [];
    const checkpoint = keeping();
    await assert.rejects(
      each(items(), (item) => void seen.push(item), { checkpoint }),
      reason,
    );
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(JSON.parse(checkpoint.kept.text).done, [[0, 2]]);
    const fails = () => {
      throw reason;
    };
    await assert.rejects(
      each([1, 2, 3], () => {}, { onProgress: fails }),
      reason,
    );
    await assert.rejects(
      each([1, 2, 3], () => {}, { checkpoint: { get: fails, set: () => {} } }),
      reason,
    );
    await assert.rejects(
      each([1, 2, 3], () => {}, { checkpoint: { get: () => {}, set: fails } }),
      reason,
    );
  });

  it('ends after too many failures, and says which', async () => {
    const checkpoint = keeping();
    const run = each(numbers(1000), async () => Promise.reject(new Error('no')), { maxFailures: 20, checkpoint, concurrency: 4 });
    await assert.rejects(run, (error) => {
      assert.match(error.message, /^20 items have failed, most of them with Error \(no\), and the run has stopped; its checkpoint stays$/);
      assert.equal(error.summary.failures[0].count, 20);
      return true;
    });
  });

  it('ends the source too', async () => {
    let isClosed = false;
    function* items() {
      try {
        for (let item = 0; ; item += 1) yield item;
      } finally {
        isClosed = true;
      }
    }
    await assert.rejects(each(items(), async () => Promise.reject(new Error('no')), { maxFailures: 1 }));
    assert.ok(isClosed);
  });
});

describe('with a checkpoint', () => {
  it('each item is worked exactly once over runs that are ended at any moment, in any order', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = sequence(seed);
      const count = Math.floor(random() * 60);
      const size = 1 + Math.floor(random() * 5);
      const checkpoint = keeping();
      const state = worker(random);
      const items = () => (size > 1 ? batches(numbers(count), size) : numbers(count));
      let runs = 0;
      for (let isComplete = false; !isComplete; runs += 1) {
        const controller = new AbortController();
        const endAt = state.begun + 1 + Math.floor(random() * 15);
        const work = (item) => {
          if (state.begun + 1 >= endAt) controller.abort();
          return state.work(item);
        };
        const concurrency = 1 + Math.floor(random() * 6);
        const run = each(items(), work, { checkpoint, concurrency, signal: controller.signal });
        isComplete = (await run.catch(() => undefined))?.isComplete ?? false;
        assert.ok(runs <= count + 1, `seed ${seed}`);
      }
      assert.deepEqual(
        [...state.times.keys()].sort((one, other) => one - other),
        numbers(count),
        `seed ${seed}`,
      );
      assert.ok(
        [...state.times.values()].every((times) => times === 1),
        `seed ${seed}: ${[...state.times]}`,
      );
    }
  });

  it('each item is worked at least once over runs that are killed, and what was written down before is not', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = sequence(seed);
      const count = 1 + Math.floor(random() * 60);
      const saved = keeping();
      const times = new Map();
      for (let isComplete = false; !isComplete; ) {
        const state = worker(random, 1 + Math.floor(random() * 20));
        let isKilled = false;
        const before = saved.kept.text === undefined ? [] : (JSON.parse(saved.kept.text).done ?? []);
        const checkpoint = { get: saved.get, set: (text) => (isKilled ? new Promise(() => {}) : saved.set(text)) };
        const run = each(numbers(count), state.work, { checkpoint, concurrency: 1 + Math.floor(random() * 6) });
        // What was killed never says anything again.
        isComplete = await Promise.race([run.then((summary) => summary.isComplete), silence(state)]);
        isKilled = true;
        for (const item of state.times.keys()) {
          assert.ok(!before.some(([from, to]) => from <= item && item < to), `seed ${seed}: ${item} was done`);
          times.set(item, (times.get(item) ?? 0) + 1);
        }
      }
      assert.deepEqual(
        [...times.keys()].sort((one, other) => one - other),
        numbers(count),
        `seed ${seed}`,
      );
    }
  });

  /** Resolves to false when nothing has moved for a while. */
  const silence = async (state) => {
    for (let still = 0, last = -1; still < 12; still += 1) {
      await tick();
      if (state.ended !== last) still = 0;
      last = state.ended;
    }
    return false;
  };

  it('what has failed is worked again', async () => {
    const checkpoint = keeping();
    const controller = new AbortController();
    const first = each(
      numbers(10),
      async (item) => {
        if (item === 9) controller.abort();
        if (item % 4 === 0) throw new Error('not yet');
      },
      { checkpoint, signal: controller.signal, concurrency: 1 },
    );
    await assert.rejects(first, { name: 'AbortError' });
    const seen = [];
    const { before, done } = await each(numbers(10), (item) => void seen.push(item), { checkpoint });
    assert.deepEqual([seen, before, done], [[0, 4, 8], 7, 10]);
  });

  it('a run that came to its end leaves nothing to go on with', async () => {
    const checkpoint = keeping();
    for (let runs = 0; runs < 2; runs += 1) {
      const seen = [];
      await each(numbers(4), (item) => void seen.push(item), { checkpoint });
      assert.deepEqual(seen, numbers(4));
    }
  });

  it('a Map keeps it as well', async () => {
    const checkpoint = new Map();
    await assert.rejects(each([1, 2, 3], (item) => (item === 3 ? Promise.reject(new Error('x')) : item), { checkpoint, maxFailures: 1 }));
    const seen = [];
    await each([1, 2, 3], (item) => void seen.push(item), { checkpoint });
    assert.deepEqual(seen, [3]);
  });

  it('pages before the first item that is not done are not asked for', async () => {
    const asked = [];
    const bc = async (url) => {
      const page = Number(new URL(url).searchParams.get('page') ?? 1);
      asked.push(page);
      const data = numbers(10).map((at) => ({ id: (page - 1) * 10 + at }));
      return answer(200, { data, meta: { pagination: { total: 100, current_page: page, total_pages: 10 } } });
    };
    const items = () => pages(bc, 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=10');
    const checkpoint = keeping();
    const controller = new AbortController();
    const seen = [];
    const work = ({ id }) => {
      seen.push(id);
      if (id === 57) controller.abort();
    };
    await assert.rejects(each(items(), work, { checkpoint, signal: controller.signal, concurrency: 3 }), { name: 'AbortError' });
    asked.length = 0;
    const told = [];
    const { before, total } = await each(items(), work, { checkpoint, onProgress: ({ left }) => told.push(left) });
    assert.deepEqual(asked, [6, 7, 8, 9, 10]);
    assert.equal(seen.length, 100);
    assert.deepEqual(
      seen.sort((one, other) => one - other),
      numbers(100),
    );
    assert.deepEqual([before, total], [58, 100]);
    assert.equal(told.at(-1), 0);
  });

  it('what is no checkpoint is said, and left as it is', async () => {
    const cases = [
      ['{', /^options\.checkpoint holds no checkpoint of bc-status\. It is left as it is: delete it, or keep the checkpoint elsewhere$/],
      ['[1]', /holds no checkpoint/],
      ['{"version":1}', /holds no checkpoint/],
      ['{"version":1,"done":[[5,2]],"from":null}', /holds no checkpoint/],
      ['{"version":1,"done":[[0,5],[3,9]],"from":null}', /holds no checkpoint/],
      ['{"version":1,"done":[],"from":3}', /holds no checkpoint/],
      ['{"version":2,"done":[],"from":null}', /version 2; this bc-status knows version 1: update it$/],
    ];
    for (const [text, message] of cases) {
      const checkpoint = { get: () => text, set: () => assert.fail('it was overwritten') };
      await assert.rejects(
        each([1], () => assert.fail('it was worked'), { checkpoint }),
        { message },
      );
    }
  });
});

describe('arguments', () => {
  it('that are wrong are named', () => {
    const cases = [
      [['abc', () => {}], "items must be an array or anything for await accepts, such as pages(fetch, url), not 'abc'"],
      [
        [Promise.resolve([1]), () => {}],
        'items must be an array or anything for await accepts, such as pages(fetch, url), not a promise: await it first',
      ],
      [[[1], 'work'], "work must be a function of an item, not 'work'"],
      [[[1], () => {}, { concurrency: 0 }], 'options.concurrency must be a whole number from 1 on, not 0'],
      [[[1], () => {}, { concurrency: 1.5 }], 'options.concurrency must be a whole number from 1 on, not 1.5'],
      [
        [[1], () => {}, { checkpoint: 3 }],
        "options.checkpoint must be a path such as 'job.json', or an object with get() and set(text), not 3",
      ],
      [
        [[1], () => {}, { checkpoint: {} }],
        "options.checkpoint must be a path such as 'job.json', or an object with get() and set(text), not an object",
      ],
      [[[1], () => {}, { signal: {} }], 'options.signal must be an AbortSignal, not an object'],
      [[[1], () => {}, { onProgress: 1 }], 'options.onProgress must be a function, not 1'],
      [[[1], () => {}, { pace: true }], 'options.pace must be a pacer of createPacer(), the one that the fetch has, not true'],
      [
        [[1], () => {}, { pace: createPacer() }],
        "options.store must be the store's hash where items are not from pages(): options.pace keeps many stores",
      ],
      [[[1], () => {}, { parallel: 3 }], /^options\.parallel is unknown; known: concurrency, checkpoint,/],
    ];
    for (const [args, message] of cases) assert.throws(() => each(...args), { name: 'TypeError', message });
    assert.throws(() => batches([1]), { message: 'size must be a whole number from 1 on, not undefined' });
    assert.throws(() => batches([1], 0.5), { message: 'size must be a whole number from 1 on, not 0.5' });
    assert.throws(() => batches(1, 2), { name: 'TypeError' });
  });
});
