// This package, the pacers of all clients with one coordinator, to which they have a way to go.

import { farAway } from '../far.mjs';
import { bc } from '../package.mjs';
import { paced } from './bc-status.mjs';

export const name = 'bc-status, coordinated';
export const { skip } = bc;
export const atOnce = Infinity;
export const needsSeveral = true;

export const create = ({ fetch, world }) => {
  const pacer = bc.createPacer({ store: world.shared(createFarStore) });
  return { fetch: paced(fetch, pacer) };
};

const createFarStore = (world) => farAway(bc.createMemoryStore(), world);
