// Orders: none is executed twice, and none that was only put off is lost.

import { equal, ok, rejection, until, untimed } from './shared.mjs';

/** Calls `work` for each number, so many at a time. */
const eachOf = async (count, atOnce, work) => {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
};

/** `make soak` asks for ten thousand. */
const COUNT = 200;
const laneOf = (runtime) => (runtime === 'chromium' ? 6 : 100);

export const casesOf = (count) => [
  {
    name: 'POSTs that ran and were answered with 500, a reset or nothing are never executed twice',
    async run({ bc, url, fresh, journal, runtime }) {
      const id = fresh();
      const retry = { profile: 'background', maxDelayMs: 1 };
      const call = bc.createFetch({ retry });
      const ends = { ok: 0, failed: 0 };
      await eachOf(count, laneOf(runtime), async (n) => {
        // Of ten one meets a 500 and two a reset, after the order was carried out.
        const step = ['ran500', 'reset', 'reset'][n % 10] ?? '200';
        const response = await call(`${url}/do/${id}/${step}?n=${n}`, { method: 'POST', body: String(n) }).catch(() => undefined);
        ends[response?.ok ? 'ok' : 'failed'] += 1;
      });
      const orders = (await journal(id)).map(({ body }) => body);
      equal([orders.length, new Set(orders).size], [count, count], 'executed, and different');
      equal(ends, { ok: count * 0.7, failed: count * 0.3 });

      // No answer at all: the limit of time is over when all of them have run, and not before.
      const hung = fresh();
      const limited = bc.createFetch({ retry, attemptTimeoutMs: 60_000 });
      const hanging = count / 100;
      for (let sent = 0; sent < hanging; ) {
        const atOnce = Math.min(laneOf(runtime) - 1, hanging - sent);
        const errors = await untimed(async (late) => {
          const orders = Array.from({ length: atOnce }, (_, at) => String(sent + at));
          const calls = orders.map((body) => rejection(limited(`${url}/do/${hung}/hang`, { method: 'POST', body })));
          sent += atOnce;
          await until(async () => (await journal(hung)).filter(({ body }) => body !== null).length >= sent);
          late.due();
          return Promise.all(calls);
        });
        equal(
          errors.map(({ name }) => name),
          Array(atOnce).fill('TimeoutError'),
        );
      }
      const late = (await journal(hung)).map(({ body }) => body);
      equal([late.length, new Set(late).size], [hanging, hanging], 'executed without an answer, and different');
    },
  },
  {
    name: 'POSTs that were throttled are all executed exactly once',
    async run({ bc, url, fresh, journal, runtime }) {
      const call = bc.createFetch({ retry: { profile: 'background' } });
      const [throttled, done] = [fresh(), fresh()];
      await eachOf(count, laneOf(runtime), async (n) => {
        // Three of ten meet a 429 first; each order has a place of its own.
        const place = n % 10 < 3 ? `${throttled}-${n}/kept429,kept200` : `${done}/kept200`;
        const response = await call(`${url}/do/${place}`, { method: 'POST', body: String(n) });
        ok(response.ok, `order ${n}: ${response.status}`);
        await response.body?.cancel();
      });
      equal((await journal(done)).length, count * 0.7);
      for (let n = 0; n < count; n += Math.ceil(count / 20) + 1) {
        if (n % 10 < 3) equal((await journal(`${throttled}-${n}`)).length, 2, `order ${n}`);
      }
    },
  },
];

export const cases = casesOf(COUNT);
