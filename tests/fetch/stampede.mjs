// After one 429 of a store nobody runs into it, and nobody comes back all at once.

import { equal, inMs, ok } from './shared.mjs';

export const cases = [
  {
    name: 'of many calls that meet a 429 none is sent before the reset, and they come back spread out',
    async run({ bc, url, fresh, journal }) {
      const id = fresh();
      const call = bc.createFetch();
      const place = `${url}/store/2000/${id}`;
      const answers = await Promise.all(Array.from({ length: 60 }, () => call(place, { method: 'POST', body: 'order' })));
      equal(answers.map(({ status }) => status), Array(60).fill(200));
      const arrived = (await journal(id)).map(({ at }) => at);
      const first = arrived[0];
      const back = arrived.filter((at) => at - first >= 2000);
      const early = arrived.filter((at) => at - first > 1000 && at - first < 2000);
      equal([early.length, back.length, arrived.length], [0, 60, 120]);
      const span = Math.max(...back) - Math.min(...back);
      ok(span >= 25, `all came back within ${span} ms`);
    },
  },
  {
    name: 'a call that comes later waits for the reset as well',
    async run({ bc, url, fresh, journal }) {
      const id = fresh();
      const call = bc.createFetch();
      const place = `${url}/store/300/${id}`;
      const first = call(place);
      await inMs(100);
      const later = Array.from({ length: 10 }, () => call(`${place}?later`));
      equal((await Promise.all([first, ...later])).map(({ status }) => status), Array(11).fill(200));
      equal((await journal(id)).length, 12, 'one was refused, and none after it');
      const history = bc.historyOf(await later[0]);
      ok(history.length === 1, JSON.stringify(history));
    },
  },
  {
    name: 'a call that may not wait so long is sent, and has its answer',
    async run({ bc, url, fresh }) {
      const call = bc.createFetch({ retry: { maxElapsedMs: 100 } });
      const place = `${url}/store/5000/${fresh()}`;
      const began = performance.now();
      equal([(await call(place)).status, (await call(place)).status], [429, 429]);
      ok(performance.now() - began < 1000, 'at once');
    },
  },
  {
    name: 'other stores are not held',
    async run({ bc, url, fresh }) {
      const call = bc.createFetch({ fetch: (input, init) => fetch(input.replace(/stores\/\w+\//, ''), init), retry: { profile: 'background' } });
      const held = call(`${url}/stores/one/store/700/${fresh()}`);
      await inMs(60);
      const began = performance.now();
      equal((await call(`${url}/stores/two/store/0/${fresh()}`)).status, 200);
      ok(performance.now() - began < 600, `${performance.now() - began} ms`);
      equal((await held).status, 200);
    },
  },
];
