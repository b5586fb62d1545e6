// This package, the pacers of all clients with one coordinator, to which they have a way to go.

import { sleep } from '../clock.mjs';
import { bc } from '../package.mjs';
import { between } from '../random.mjs';
import { paced } from './bc-status.mjs';

export const name = 'bc-status, coordinated';
export const { skip } = bc;
export const atOnce = Infinity;
export const needsSeveral = true;

const SHORTEST_MS = 1;
const LONGEST_MS = 10;

export const create = ({ fetch, world }) => {
  const pacer = bc.createPacer({ store: world.shared(createFarStore) });
  return { fetch: paced(fetch, pacer) };
};

/** A store behind a network, which may fail or never answer. */
const createFarStore = (world) => {
  const { failing = 0, hanging = 0 } = world.scenario.coordinator ?? {};
  const store = bc.createMemoryStore();
  const leg = () => sleep(between(world.random, SHORTEST_MS, LONGEST_MS));

  const far = (near) => async (...args) => {
    world.coordinatorCalls += 1;
    if (world.random() < hanging) return new Promise(() => {});
    await leg();
    if (world.random() < failing) throw new Error('The coordinator cannot be reached');
    const answer = await near.apply(store, args);
    await leg();
    return answer;
  };
  return new Proxy(store, {
    get: (_, member) => (typeof store[member] === 'function' ? far(store[member]) : store[member]),
  });
};
