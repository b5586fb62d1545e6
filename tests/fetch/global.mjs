// A fetch of the package as the global one.

import { equal, ok, TOKEN } from './shared.mjs';

const native = globalThis.fetch;

/** Runs with what `install` makes the global fetch, and puts the platform's own back. */
const installed = async (install, run) => {
  try {
    install();
    return await run();
  } finally {
    globalThis.fetch = native;
  }
};

const sync = (inner) =>
  function fetch(...args) {
    return inner(...args);
  };

/** As Mock Service Worker has it: later, and with another Request. */
const later = (inner) => async (input, init) => {
  const request = new Request(input, init);
  await new Promise((resolve) => setTimeout(resolve, 1));
  return inner(request);
};

/** By name: makes something of ours the global fetch. */
const INSTALLS = {
  bcFetch: (bc) => () => (globalThis.fetch = bc.bcFetch),
  'createFetch()': (bc) => () => (globalThis.fetch = bc.createFetch()),
  'one over another': (bc) => () => {
    globalThis.fetch = bc.createFetch();
    globalThis.fetch = bc.createFetch();
    globalThis.fetch = bc.bcFetch;
  },
  'one of ours, bound': (bc) => () => (globalThis.fetch = bc.createFetch().bind(globalThis)),
  'a wrapper over ours': (bc) => () => (globalThis.fetch = sync((globalThis.fetch = bc.createFetch()))),
  'ours over a wrapper over ours': (bc) => () => {
    globalThis.fetch = sync((globalThis.fetch = bc.createFetch()));
    globalThis.fetch = bc.createFetch();
  },
};

export const cases = [
  ...Object.entries(INSTALLS).map(([what, make]) => ({
    name: `${what} as the global fetch sends with the one that was there, and repeats once for all`,
    async run({ bc, at }) {
      await installed(make(bc), async () => {
        for (let turn = 0; turn < 2; turn++) {
          const place = at('429:1', '200');
          equal((await fetch(place.url, { headers: { 'X-Auth-Token': TOKEN } })).status, 200);
          globalThis.fetch = native;
          equal((await place.arrived()).length, 2);
          make(bc)();
        }
      });
    },
  })),
  {
    name: 'fetches of ours over each other do not multiply repeats',
    async run({ bc, at }) {
      const place = at('429:1');
      await installed(INSTALLS['one over another'](bc), () => fetch(place.url));
      equal((await place.arrived()).length, 3);
    },
  },
  {
    name: 'what was put over ours and waits before it calls is not called by ours',
    // In a page and in workerd nothing tells whose call it is, but what was seen before.
    async run({ bc, at, runtime }) {
      await installed(
        () => (globalThis.fetch = bc.createFetch()),
        async () => {
          if (['chromium', 'workerd'].includes(runtime)) await undefined;
          globalThis.fetch = later(globalThis.fetch);
          const place = at('200');
          equal((await fetch(place.url)).status, 200);
          globalThis.fetch = native;
          equal((await place.arrived()).length, 1);
        },
      );
    },
  },
  {
    name: 'what was put over ours at once, and waits, ends: where nobody can tell whose call it is, with an error, and only once',
    async run({ bc, at, runtime }) {
      for (const inner of [
        sync,
        (call) =>
          async (...args) => (await undefined, call(...args)),
      ]) {
        const call = bc.createFetch({ retry: { maxDelayMs: 5 } });
        const place = at('200');
        await installed(
          () => {
            globalThis.fetch = call;
            globalThis.fetch = inner(globalThis.fetch);
          },
          async () => {
            const outcomes = [];
            for (let turn = 0; turn < 3; turn++)
              outcomes.push(
                await fetch(place.url).then(
                  ({ status }) => status,
                  ({ name }) => name,
                ),
              );
            const isTold = inner === sync || !['chromium', 'workerd'].includes(runtime);
            equal(outcomes, [isTold ? 200 : 'TypeError', 200, 200]);
          },
        );
      }
    },
  },
  {
    name: 'many calls at once through what replaces the global fetch reach it',
    async run({ bc }) {
      const call = bc.createFetch();
      let met = 0;
      const mock = async () => {
        met += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return new Response('mocked');
      };
      await installed(
        () => (globalThis.fetch = mock),
        () => Promise.all(Array.from({ length: 500 }, () => call('https://store.example/'))),
      );
      equal(met, 500);
    },
  },
  {
    name: 'what replaces the global fetch is used by a timer as well that a call through it has started',
    async run({ bc }) {
      const call = bc.createFetch();
      let met = 0;
      let later;
      const mock = async () => {
        met += 1;
        later ??= new Promise((resolve) =>
          setTimeout(() => resolve(call('https://store.example/').then((response) => response.text())), 20),
        );
        return new Response('mocked');
      };
      await installed(
        () => (globalThis.fetch = mock),
        async () => {
          equal(
            [await (await call('https://store.example/')).text(), await later, await (await call('https://store.example/')).text()],
            Array(3).fill('mocked'),
          );
        },
      );
      equal(met, 3);
    },
  },
  {
    name: 'what replaces the global fetch and asks on behalf of a call is passed over for that call alone',
    // Elsewhere nobody can tell on whose behalf a call is made.
    async run({ bc, at, runtime }) {
      if (['chromium', 'workerd'].includes(runtime)) return;
      const call = bc.createFetch();
      let met = 0;
      const { url } = at('200');
      const mock = async (...args) => ((met += 1), await undefined, call(...args));
      await installed(
        () => (globalThis.fetch = mock),
        async () => {
          for (let turn = 0; turn < 2; turn++) equal((await call(url)).status, 200);
        },
      );
      equal(met, 2);
    },
  },
  {
    name: 'what replaces the global fetch of others is used, and no longer once it is gone',
    async run({ bc, at }) {
      const call = bc.createFetch();
      const mocked = new Response('mocked');
      await installed(
        () => (globalThis.fetch = async () => mocked),
        async () => ok((await call('https://store.example/')) === mocked, 'the mock'),
      );
      equal((await call(at('200').url)).status, 200);
    },
  },
  {
    name: 'a fetch put over ours that asks for another URL each time comes to an end',
    async run({ bc, at, runtime }) {
      // Elsewhere nobody can tell on whose behalf a call is made.
      if (['chromium', 'workerd'].includes(runtime)) return;
      const call = bc.createFetch();
      const { url } = at('200,200');
      const { origin, pathname, search } = new URL(url);
      await installed(
        () => (globalThis.fetch = (path, init) => call(origin + path, init)),
        async () => {
          const outcomes = [];
          for (let n = 0; n < 2; n++)
            outcomes.push(
              await fetch(pathname + search).then(
                ({ status }) => status,
                ({ name }) => name,
              ),
            );
          equal(outcomes, ['TypeError', 200]);
        },
      );
    },
  },
];
