// One run: a strategy's clients and the store in virtual time, the same again for the same seed.

import { inVirtualTime } from './clock.mjs';
import { runJob } from './job.mjs';
import { seeded } from './random.mjs';
import { Server } from './server.mjs';
import { QuotaWindow } from './window.mjs';

/** Of virtual time; who is not done by then never will be. */
export const LATEST_MS = 2 * 3600 * 1000;

/** What the clients of a run have in common. */
export const createWorld = (scenario, random, server) => {
  const made = new Map();
  return {
    scenario,
    random,
    server,
    /** Requests to the coordinator so far. */
    coordinatorCalls: 0,
    /** One for all clients: what `make` returned when it was asked first. */
    shared(make) {
      if (!made.has(make)) made.set(make, make(this));
      return made.get(make);
    },
  };
};

/** How it went; undefined where it came to no end. */
export const simulate = async (strategy, scenario, seed) => {
  const realRandom = Math.random;
  // The store's chance is its own, so that it does not depend on what a client draws.
  const store = seeded(2 * seed + 1);
  Math.random = seeded(2 * seed);
  const { windowMs, ageMs, othersPerWindow } = scenario;
  const window = new QuotaWindow({ ...scenario, ageMs: ageMs?.(store) });
  const server = new Server({ ...scenario, window, random: store });
  const world = createWorld(scenario, Math.random, server);
  try {
    const told = await inVirtualTime(() => {
      if (othersPerWindow) server.beAskedByOthers(othersPerWindow, windowMs);
      return runJob(strategy, scenario, world, (client) => server.fetchFor(client));
    }, LATEST_MS);
    return told && { ...told, ...countsOf(server), coordinatorCalls: world.coordinatorCalls };
  } finally {
    Math.random = realRandom;
  }
};

const countsOf = ({ journal, window }) => ({
  sent: journal.length,
  throttled: journal.filter(({ status }) => status === 429).length,
  journal,
  windows: window.log,
});
