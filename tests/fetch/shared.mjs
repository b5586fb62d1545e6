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
