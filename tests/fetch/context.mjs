// What a caller says of a call, and what is told of the waits before its attempts.

import { equal, hasty, inMs, ok, rejection, until } from './shared.mjs';

/** A store's own, since in a page nothing is repeated that no page can reach. */
const API = 'https://shop.example/api/storefront/carts';

/** Hooks that keep what they are told. */
const listening = () => {
  const events = [];
  const hook = (name) => (event) => void events.push([name, event]);
  return { events, hooks: { onAttempt: hook('attempt'), onRetry: hook('retry'), onGiveUp: hook('end') } };
};

/** Answers in their order, and what the fetch was given. */
const answering = (...statuses) => {
  const inits = [];
  const send = async (_, init) => {
    inits.push(init);
    const status = statuses[Math.min(inits.length, statuses.length) - 1];
    return new Response('', { status, headers: status === 503 ? { 'Retry-After': '0' } : {} });
  };
  return { inits, send };
};

export const cases = [
  {
    name: 'init.bc.context is in every event, in the history and in the error, the very same',
    async run({ bc }) {
      // Neither a copy of it can be made, nor is it ours to change.
      const own = Object.freeze({ job: 'nightly', act: () => {} });
      for (const [input, context] of [
        [API, own],
        [new Request(API), own],
        [new URL(API), own],
        [API, null],
        [API, 0],
      ]) {
        const { events, hooks } = listening();
        const { inits, send } = answering(503, 404);
        const init = Object.freeze({ method: 'GET', bc: Object.freeze({ context }) });
        const error = await rejection(bc.createFetch({ ...hooks, fetch: send, retry: hasty, throwOnError: true })(input, init));
        ok(bc.isBcStatusError(error) && error.context === context, `${error}`);
        equal(
          events.map(([name]) => name),
          ['attempt', 'retry', 'attempt', 'end'],
        );
        ok(
          events.every(([, event]) => event.context === context),
          JSON.stringify(events),
        );
        const [, { history }] = events.at(-1);
        ok(history.length === 2 && history.every((record) => record.context === context), JSON.stringify(history));
        equal(
          inits.map((one) => 'bc' in one),
          [false, false],
        );
      }
    },
  },
  {
    name: 'init.bc.context is in the history of a lone success, and no fetch sees it',
    async run({ bc, at }) {
      const context = { id: 7 };
      const { inits, send } = answering(200);
      const own = await bc.createFetch({ fetch: send })(API, { bc: { context } });
      const place = at('200');
      const platform = await bc.bcFetch(place.url, { bc: { context } });
      for (const response of [own, platform]) {
        const [record, ...others] = bc.historyOf(response);
        equal([record.status, others.length], [200, 0]);
        ok(record.context === context, JSON.stringify(record));
      }
      equal([inits.length, 'bc' in (inits[0] ?? {}), (await place.arrived()).length], [1, false, 1]);
    },
  },
  {
    name: 'init.bc without a context says nothing, and what is no object or has another member is refused unsent',
    async run({ bc }) {
      const { inits, send } = answering(200);
      const call = bc.createFetch({ fetch: send });
      for (const own of [undefined, null, {}, { context: undefined }]) {
        equal('context' in bc.historyOf(await call(API, { bc: own }))[0], false);
      }
      for (const [own, message] of [
        ['nightly', "init.bc must be an object, not 'nightly'"],
        [5, 'init.bc must be an object, not 5'],
        [() => {}, 'init.bc must be an object, not a function'],
        [[], 'init.bc must be an object, not an array'],
        [{ contxt: 1 }, 'init.bc.contxt is unknown; known: context'],
        // Who means to switch something off by another name would not know that it stays on.
        [{ contxt: false }, 'init.bc.contxt is unknown; known: context'],
      ]) {
        const error = await rejection(call(API, { bc: own }));
        equal([error.name, error.message], ['TypeError', message]);
      }
      equal(inits.length, 4);
    },
  },
  {
    name: 'init.bc leaves a Request its referrer, and a body that is sent again',
    async run({ bc }) {
      const seen = [];
      const send = async (input, init) => {
        const request = new Request(input, init);
        seen.push([request.method, request.referrer, await request.text()]);
        return new Response('', { status: seen.length < 2 ? 429 : 200, headers: { 'Retry-After': '0' } });
      };
      const plain = new Request(API, { method: 'POST', body: 'a=1', referrer: 'about:client' });
      const { referrer } = plain;
      await bc.createFetch({ fetch: send, retry: hasty })(plain, { bc: { context: 1 } });
      equal(seen, [
        ['POST', referrer, 'a=1'],
        ['POST', referrer, 'a=1'],
      ]);
    },
  },
  {
    name: 'every event and every record tells how long was waited before its attempt',
    async run({ bc }) {
      const { events, hooks } = listening();
      const waits = [];
      const { send } = answering(503, 503, 404);
      const onRetry = async (event) => {
        hooks.onRetry(event);
        waits.push(event.decision.delayMs);
        // A hook's own time is no wait.
        await inMs(30);
      };
      const retry = { maxDelayMs: 40, jitter: false };
      const response = await bc.createFetch({ ...hooks, onRetry, fetch: send, retry })(API);
      const records = bc.historyOf(response);
      equal(records.length, 3);
      equal(records[0].waitedMs, 0);
      for (const [at, ms] of waits.entries()) {
        const { startedMs, durationMs } = records[at];
        const gapMs = records[at + 1].startedMs - startedMs - durationMs;
        const { waitedMs } = records[at + 1];
        ok(waitedMs >= ms - 1 && waitedMs <= gapMs - 28, `${waitedMs} of ${gapMs} for ${ms}`);
      }
      for (const [name, { attempt, waitedMs }] of events) equal(waitedMs, records[attempt - 1].waitedMs, name);
    },
  },
  {
    name: 'a call tells how long it waited for its pacer',
    async run({ bc }) {
      let go;
      const permit = { release() {}, key: 'abc123' };
      const pace = { admit: () => new Promise((resolve) => (go = () => resolve(permit))), observe() {}, snapshot: () => ({}) };
      const { send } = answering(200);
      const answered = bc.createFetch({ pace, fetch: send })(API);
      await until(() => go);
      await inMs(20);
      go();
      const [{ startedMs, waitedMs }] = bc.historyOf(await answered);
      ok(waitedMs >= 19 && startedMs >= waitedMs, `${waitedMs} of ${startedMs}`);
    },
  },
];
