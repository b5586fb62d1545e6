// What the topics share. They run in every runtime, so there is nothing of Node's here.

export const TOKEN = 't0kent0kent0kent0kent0kent0kent0';

export function ok(value, message) {
  if (!value) throw new Error(message);
}

export function equal(actual, expected, message = 'values') {
  const [one, other] = [actual, expected].map((value) => JSON.stringify(value) ?? String(value));
  if (one !== other) throw new Error(`${message}: got ${one}, expected ${other}`);
}

export const inMs = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a promise rejects with. */
export const rejection = (promise) =>
  promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${value}`);
    },
    (error) => error,
  );

/** Asks again until it is so: what has to come does, however slow the machine is. */
export const until = async (isSo) => {
  while (!(await isSo())) await inMs(5);
};

/** Node's own fetch has a timer of so many milliseconds. */
const OF_NODE_MS = 300_000;

/**
 * While `run` runs, timers of more than ten seconds are kept, and due when it says so: `late.due()`
 * lets all go off, and `late.due(ms)` moves the clock on as well. `late.kept` are their milliseconds,
 * `late.all` those of all that ever were. What is first no longer depends on the machine, and a limit
 * of a minute is over in no time.
 */
export const untimed = async (run) => {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = performance;
  let pastMs = 0;
  performance.now = () => now.call(performance) + pastMs;
  const kept = new Map();
  const all = [];
  globalThis.setTimeout = (act, ms, ...more) => {
    if (!(ms > 10_000) || ms === OF_NODE_MS) return setTimeout(act, ms, ...more);
    const id = { ms };
    kept.set(id, () => act(...more));
    all.push(ms);
    return id;
  };
  globalThis.clearTimeout = (id) => {
    if (!kept.delete(id)) clearTimeout(id);
  };
  const late = {
    all,
    get kept() {
      return [...kept.keys()].map(({ ms }) => ms);
    },
    due(ms = 0) {
      const acts = [...kept.values()];
      pastMs += ms;
      kept.clear();
      for (const act of acts) act();
    },
  };
  try {
    return await run(late);
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    performance.now = now;
  }
};

/** A body that can be read once. */
export const streamOf = (text) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

/** Repeats at once, or nearly so. */
export const hasty = { maxDelayMs: 5 };

let ids = 0;

/** What a case is given: the package, and the servers. */
export const environment = (bc, { url, other }, runtime) => {
  const fresh = () => `${runtime}-${(ids += 1)}`;
  const journal = async (id) => (await fetch(`${url}/journal/${id}`)).json();
  return {
    bc,
    url,
    other,
    runtime,
    fresh,
    journal,
    /** A place where the steps happen in turn, and what arrived there. */
    at(...steps) {
      const id = fresh();
      return { id, url: `${url}/do/${id}/${encodeURIComponent(steps.join(','))}`, arrived: () => journal(id) };
    },
    rules: (response) => bc.historyOf(response).map(({ decision }) => decision.rule),
  };
};
