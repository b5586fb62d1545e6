// After one 429 of a store nobody runs into it, and nobody comes back all at once.

import { equal, ok, rejection, until } from './shared.mjs';

export const cases = [
  {
    name: 'of many calls that meet a 429 none is sent before the reset, and they come back spread out',
    async run({ bc, url, fresh, journal }) {
      const ids = Array.from({ length: 60 }, fresh);
      const call = bc.createFetch();
      // Each meets a 429 of its own, whenever it arrives, so that no slow machine lets one through.
      const answers = await Promise.all(ids.map((id) => call(`${url}/do/${id}/429:2000,200`, { method: 'POST', body: 'order' })));
      equal(
        answers.map(({ status }) => status),
        Array(60).fill(200),
      );
      const arrived = await Promise.all(ids.map(async (id) => (await journal(id)).map(({ at }) => at)));
      const first = Math.min(...arrived.flat());
      const back = arrived.map(([, at]) => at);
      const early = arrived.filter(([one, other]) => other - one < 2000 || other - first < 2000);
      equal([early.length, back.length, arrived.flat().length], [0, 60, 120]);
      const span = Math.max(...back) - Math.min(...back);
      ok(span >= 25, `all came back within ${span} ms`);
    },
  },
  {
    name: 'a call that comes later waits for the reset as well',
    async run({ bc, url, fresh, journal }) {
      const id = fresh();
      let refused = false;
      const call = bc.createFetch({ onRetry: () => void (refused = true) });
      const place = `${url}/store/300/${id}`;
      const first = call(place);
      await until(() => refused);
      const later = Array.from({ length: 10 }, () => call(`${place}?later`));
      equal(
        (await Promise.all([first, ...later])).map(({ status }) => status),
        Array(11).fill(200),
      );
      equal((await journal(id)).length, 12, 'one was refused, and none after it');
      const history = bc.historyOf(await later[0]);
      ok(history.length === 1, JSON.stringify(history));
    },
  },
  {
    name: 'a call that may not wait so long is sent, and has its answer',
    async run({ bc, url, fresh }) {
      const call = bc.createFetch({ retry: { maxElapsedMs: 600_000 } });
      const place = `${url}/store/3600000/${fresh()}`;
      // Whoever waited would have no answer for an hour, or a success.
      equal([(await call(place)).status, (await call(place)).status], [429, 429]);
    },
  },
  {
    name: 'a limit of the network before a store holds no other call to it, with a pacer and without',
    async run({ bc }) {
      for (const pace of [false, true]) {
        const refused = [];
        const call = bc.createFetch({
          fetch: async (input) => {
            if (!String(input).endsWith('?first')) return new Response('{}');
            return new Response('error code: 1015', { status: 429, headers: { 'retry-after': '3600' } });
          },
          retry: { profile: 'background' },
          pace,
          onRetry: ({ decision }) => void refused.push(decision),
        });
        const place = 'https://shop.example/api/storefront/carts';
        const controller = new AbortController();
        const waiting = rejection(call(`${place}?first`, { signal: controller.signal }));
        await until(() => refused.length > 0);
        equal([refused[0].rule, refused[0].delayMs >= 3_600_000], ['retry-after', true]);
        const other = await call(place, { signal: AbortSignal.timeout(10_000) });
        equal([other.status, bc.historyOf(other).length], [200, 1]);
        controller.abort('enough');
        equal(await waiting, 'enough');
      }
    },
  },
  {
    name: 'other stores are not held',
    async run({ bc, url, fresh }) {
      const refused = [];
      const call = bc.createFetch({
        fetch: (input, init) => fetch(input.replace(/stores\/\w+\//, ''), init),
        retry: { profile: 'background' },
        onRetry: ({ url: of }) => void refused.push(of),
      });
      const controller = new AbortController();
      const held = rejection(call(`${url}/stores/one/store/600000/${fresh()}`, { signal: controller.signal }));
      await until(() => refused.length > 0);
      equal((await call(`${url}/stores/two/store/0/${fresh()}`)).status, 200);
      // The other one waits still.
      controller.abort('enough');
      equal([await held, refused.length], ['enough', 1]);
    },
  },
];
