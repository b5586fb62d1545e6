// A job: many pieces of work, shared out among clients, each of which works its share off
// through its strategy.

import { sleep } from './clock.mjs';

const urlOf = (piece) => `https://api.bigcommerce.com/stores/abc123/v3/catalog/products/${piece}`;
const INIT = { headers: { 'X-Auth-Token': 't'.repeat(31), Accept: 'application/json' } };

/** So many promises a job holds at a time, where the strategy has no queue of its own. */
const AT_ONCE = 100;
/** A piece that failed for good is handed over anew after this time. */
const ANEW_AFTER_MS = 1000;

/** `8`, or `[{ joinMs, weight }]`: when a client joins, and how large its share is. */
export const clientsOf = ({ clients }) => (Array.isArray(clients) ? clients : Array.from({ length: clients }, () => ({})));

/** The pieces of each client. */
const shares = (clients, count) => {
  const weights = clients.map(({ weight = 1 }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight);
  let given = 0;
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    const first = given;
    given = Math.round((count * sum) / whole);
    return Array.from({ length: given - first }, (_, at) => first + at + 1);
  });
};

/** Works all pieces off; `fetchFor(client)` is the fetch that a client's strategy is built upon. */
export const runJob = async ({ create, atOnce = AT_ONCE }, scenario, world, fetchFor) => {
  const { requests, quota, windowMs } = scenario;
  const clients = clientsOf(scenario);
  const ids = shares(clients, requests);
  const startedMs = performance.now();
  const told = { finishMs: 0, longestWaitMs: 0, failures: 0, lastFailure: undefined };

  const workOff = async (fetch, piece) => {
    const handedMs = performance.now();
    for (;;) {
      try {
        const response = await fetch(urlOf(piece), INIT);
        if (response.ok) break;
        told.lastFailure = `it came back as ${response.status}`;
      } catch (error) {
        told.lastFailure = String(error?.message ?? error);
      }
      told.failures += 1;
      await sleep(ANEW_AFTER_MS);
    }
    const nowMs = performance.now();
    told.longestWaitMs = Math.max(told.longestWaitMs, nowMs - handedMs);
    told.finishMs = nowMs - startedMs;
  };

  await Promise.all(
    clients.map(async ({ joinMs = 0 }, client) => {
      if (joinMs) await sleep(joinMs);
      const settings = { client, clients: clients.length, quota, windowMs, random: world.random, world };
      const strategy = create({ ...settings, fetch: fetchFor(client) });
      const left = ids[client].values();
      const worker = async () => {
        for (const piece of left) await workOff(strategy.fetch, piece);
      };
      await Promise.all(Array.from({ length: Math.min(atOnce, ids[client].length) }, worker));
      await strategy.close?.();
    }),
  );
  return told;
};
