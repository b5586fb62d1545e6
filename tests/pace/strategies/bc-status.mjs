// This package, each client with a pacer of its own that knows nothing of the others.

import { bc } from '../package.mjs';

export const name = 'bc-status';
export const { skip } = bc;
export const atOnce = Infinity;

export const create = ({ fetch }) => ({ fetch: paced(fetch, bc.createPacer()) });

export const paced = (fetch, pace) => bc.createFetch({ fetch, pace, retry: { profile: 'background' } });
