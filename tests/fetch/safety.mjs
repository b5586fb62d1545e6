// Orders: none is executed twice, and none that was only put off is lost.

import { equal, ok } from './shared.mjs';

/** Calls `work` for each number, so many at a time. */
const eachOf = async (count, atOnce, work) => {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
};

const countOf = (runtime) => (runtime === 'node' ? 10_000 : 1_000);
const laneOf = (runtime) => (runtime === 'chromium' ? 6 : 100);

export const cases = [
  {
    name: 'POSTs that ran and were answered with 500, a reset or nothing are never executed twice',
    async run({ bc, url, fresh, journal, runtime }) {
      const count = countOf(runtime);
      const id = fresh();
      const call = bc.createFetch({ retry: { profile: 'background', maxDelayMs: 1 }, attemptTimeoutMs: 900 });
      const ends = { ok: 0, failed: 0 };
      await eachOf(count, laneOf(runtime), async (n) => {
        // Every tenth each: a 500, a reset, and no answer at all, after the order was carried out.
        const step = ['ran500', 'reset', n % 100 === 2 ? 'hang' : 'reset'][n % 10] ?? '200';
        const response = await call(`${url}/do/${id}/${step}?n=${n}`, { method: 'POST', body: String(n) }).catch(() => undefined);
        ends[response?.ok ? 'ok' : 'failed'] += 1;
      });
      const orders = (await journal(id)).map(({ body }) => body);
      equal([orders.length, new Set(orders).size], [count, count], 'executed, and different');
      // On a busy machine a success may be too late for its caller, and is not repeated either.
      equal(ends.ok + ends.failed, count);
      ok(ends.failed >= count * 0.3 && ends.ok > count * 0.5, JSON.stringify(ends));
    },
  },
  {
    name: 'POSTs that were throttled are all executed exactly once',
    async run({ bc, url, fresh, journal, runtime }) {
      const count = countOf(runtime);
      const call = bc.createFetch({ retry: { profile: 'background' } });
      const [throttled, done] = [fresh(), fresh()];
      await eachOf(count, laneOf(runtime), async (n) => {
        // Three of ten meet a 429 first; each order has a place of its own.
        const place = n % 10 < 3 ? `${throttled}-${n}/429:1,200` : `${done}/200`;
        const response = await call(`${url}/do/${place}`, { method: 'POST', body: String(n) });
        ok(response.ok, `order ${n}: ${response.status}`);
        await response.body?.cancel();
      });
      equal((await journal(done)).length, count * 0.7);
      for (let n = 0; n < count; n += 997) {
        if (n % 10 < 3) equal((await journal(`${throttled}-${n}`)).length, 2, `order ${n}`);
      }
    },
  },
];
