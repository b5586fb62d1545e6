// Limits of time, and the caller's signal.

import { equal, inMs, ok, rejection, until, untimed } from './shared.mjs';

/** Counts the listeners of a signal; an abort takes those for one time away. */
const counted = (signal) => {
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  addEventListener.call(signal, 'abort', () => (listeners = 0));
  signal.addEventListener = function (...args) {
    listeners += 1;
    return addEventListener.apply(this, args);
  };
  signal.removeEventListener = function (...args) {
    listeners -= 1;
    return removeEventListener.apply(this, args);
  };
  return () => listeners;
};

/** Until so many requests have arrived there. */
const reached = (place, count = 1) => until(async () => (await place.arrived()).length >= count);

export const cases = [
  {
    name: 'an attempt without an answer ends with its time, and the next may succeed',
    async run({ bc, at, rules }) {
      const place = at('hang', '200');
      const response = await untimed(async (late) => {
        const call = bc.createFetch({ attemptTimeoutMs: 60_000, retry: { maxDelayMs: 5 } })(place.url);
        await reached(place);
        await inMs(30);
        late.due();
        return call;
      });
      equal([response.status, rules(response)], [200, ['network', 'not-needed']]);
      const [first] = bc.historyOf(response);
      equal([first.status, first.failure], [null, 'timeout']);
      ok(first.durationMs >= 29, `${first.durationMs} ms`);
    },
  },
  {
    name: 'the last one rejects with a TimeoutError',
    async run({ bc, at }) {
      const place = at('hang');
      const error = await untimed(async (late) => {
        const call = rejection(bc.createFetch({ attemptTimeoutMs: 60_000, retry: { maxDelayMs: 5, maxAttempts: 2 } })(place.url));
        for (const count of [1, 2]) {
          await reached(place, count);
          late.due();
        }
        return call;
      });
      equal([error.name, (await place.arrived()).length], ['TimeoutError', 2]);
      ok(/60000 ms/.test(error.message), error.message);
    },
  },
  {
    name: 'a POST that ran out of time is not sent again',
    async run({ bc, at }) {
      const place = at('hang', '200');
      const error = await untimed(async (late) => {
        const call = rejection(bc.createFetch({ attemptTimeoutMs: 60_000 })(place.url, { method: 'POST', body: 'order' }));
        await reached(place);
        late.due();
        return call;
      });
      equal([error.name, (await place.arrived()).length], ['TimeoutError', 1]);
    },
  },
  {
    name: 'the time covers the headers and not the body',
    async run({ bc, at }) {
      await untimed(async (late) => {
        const response = await bc.createFetch({ attemptTimeoutMs: 60_000 })(at('drip').url);
        equal(late.kept, [], 'the limit is lifted');
        late.due();
        equal(await response.text(), '0 1 2 3 4 5 6 7 8 9 ');
      });
    },
  },
  {
    name: 'it counts without repeats too',
    async run({ bc, at }) {
      const began = performance.now();
      const error = await rejection(bc.createFetch({ attemptTimeoutMs: 40, retry: false })(at('hang').url));
      equal(error.name, 'TimeoutError');
      ok(performance.now() - began >= 39, 'after 40 ms');
    },
  },
  {
    name: 'maxElapsedMs ends all of it, a hanging attempt included',
    async run({ bc, at }) {
      const place = at('503', 'hang');
      let limits;
      const error = await untimed(async (late) => {
        const call = rejection(bc.createFetch({ retry: { maxElapsedMs: 60_000, maxDelayMs: 5 }, onAttempt: () => inMs(20) })(place.url));
        await reached(place, 2);
        limits = late.all;
        late.due(60_000);
        return call;
      });
      equal([error.name, (await place.arrived()).length], ['TimeoutError', 2]);
      // Each attempt has what is left of all the time.
      const [first, second] = limits;
      ok(limits.length === 2 && first <= 60_000 - 19 && second <= first - 19, limits.join());
    },
  },
  {
    name: 'a slow success within the time is a success',
    async run({ bc, at }) {
      const place = at('slow:120');
      const response = await bc.createFetch({ attemptTimeoutMs: 60_000, retry: { maxElapsedMs: 60_000 } })(place.url);
      equal([response.status, await response.text(), (await place.arrived()).length], [200, 'slow', 1]);
    },
  },
  ...[{}, { attemptTimeoutMs: 60_000 }].flatMap((options) => [
    {
      name: `the caller's signal ends a request at once, with its reason ${JSON.stringify(options)}`,
      async run({ bc, at }) {
        const controller = new AbortController();
        const reason = new Error('I left');
        const place = at('hang');
        // Nothing else ends it: the server is silent, and a limit of time would be over in no time.
        await untimed(async () => {
          const call = rejection(bc.createFetch(options)(place.url, { signal: controller.signal }));
          await reached(place);
          controller.abort(reason);
          ok((await call) === reason, "the reason is the caller's");
        });
      },
    },
    {
      name: `the caller's signal ends a wait of weeks, and nothing is left of it ${JSON.stringify(options)}`,
      async run({ bc, at }) {
        const place = at('busy:3000000');
        const controller = new AbortController();
        const listeners = counted(controller.signal);
        const retry = { profile: 'background', maxDelayMs: Infinity };
        await untimed(async (late) => {
          const call = rejection(bc.createFetch({ ...options, retry })(place.url, { signal: controller.signal }));
          await until(() => late.kept.some((ms) => ms > 86_400_000));
          controller.abort('enough');
          equal([await call, (await place.arrived()).length, late.kept], ['enough', 1, []]);
        });
        ok(listeners() <= 0, `${listeners()} listeners`);
      },
    },
    {
      name: `a long-lived signal keeps no listener of a call that is over ${JSON.stringify(options)}`,
      async run({ bc, at }) {
        const { signal } = new AbortController();
        const platform = counted(signal);
        await (await fetch(at('200').url, { signal })).text();
        const own = platform();
        const call = bc.createFetch({ ...options, retry: { maxDelayMs: 5 } });
        for (let n = 0; n < 5; n++) await (await call(at('503', '503', '200').url, { signal })).text();
        // What the platform's own fetch leaves, it may leave for each of fifteen attempts; we leave
        // one for all calls, until the last of their answers is collected.
        ok(platform() <= own * 16 + 1, `${platform()} listeners, ${own} of fetch itself`);
      },
    },
    {
      name: `the body stays under the caller's signal ${JSON.stringify(options)}`,
      async run({ bc, at }) {
        const controller = new AbortController();
        const response = await bc.createFetch(options)(at('stall').url, { signal: controller.signal });
        const reading = rejection(response.text());
        await inMs(20);
        controller.abort(new Error('enough'));
        ok(await reading, 'reading ends');
      },
    },
  ]),
  {
    name: 'a signal that was aborted before is not sent for',
    async run({ bc, at }) {
      const place = at('200');
      for (const options of [{}, { attemptTimeoutMs: 1000 }, { onAttempt: () => {} }]) {
        equal(await rejection(bc.createFetch(options)(place.url, { signal: AbortSignal.abort('before') })), 'before');
      }
      equal((await place.arrived()).length, 0);
    },
  },
];
