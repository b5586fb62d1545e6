// No pacing at all: what is refused is sent again, later each time.

import { peers } from '../peers.mjs';

export const name = 'plain retry (ky)';
export const { skip } = peers;

export const create = ({ fetch }) => ({
  // Its timeout counts across all repeats.
  fetch: peers.ky.create({ fetch, timeout: false, retry: { limit: 1000 } }),
});
