// The coordinator of all pacers: a store behind a network, which may fail, or never answer.

import { sleep } from './clock.mjs';
import { between } from './random.mjs';

/** There and back each. */
const SHORTEST_LEG_MS = 1;
const LONGEST_LEG_MS = 10;

/** The same store with a way to go to each of its methods; the world counts the calls. */
export const farAway = (store, world) => {
  const { failing = 0, hanging = 0 } = world.scenario.coordinator ?? {};
  const leg = () => sleep(between(world.random, SHORTEST_LEG_MS, LONGEST_LEG_MS));

  const far =
    (near) =>
    async (...args) => {
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
