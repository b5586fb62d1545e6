// A fixed rate: each client sends its part of the quota in each interval.

import { sleep } from '../clock.mjs';
import { peers } from '../peers.mjs';
import { resetMsOf } from '../reset.mjs';

export const name = 'p-queue at a fixed rate';
export const { skip } = peers;
export const atOnce = Infinity;

export const create = ({ fetch, clients, quota, windowMs }) => {
  const queue = new peers.PQueue({ intervalCap: Math.floor(quota / clients), interval: windowMs });
  const call = async (url, init, priority) => {
    const response = await queue.add(() => fetch(url, init), { priority });
    if (response.status !== 429) return response;
    await sleep(resetMsOf(response, windowMs));
    return call(url, init, 1);
  };
  return { fetch: (url, init) => call(url, init, 0) };
};
