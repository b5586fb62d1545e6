// A reservoir for each client, filled anew once in a window with its part of the quota.

import { peers } from '../peers.mjs';
import { resetMsOf } from '../reset.mjs';

export const name = 'bottleneck with a reservoir';
export const { skip } = peers;
export const atOnce = Infinity;

export const create = ({ clients, quota, ...settings }) => fromReservoir(settings, Math.floor(quota / clients));

export const fromReservoir = ({ fetch, windowMs }, units) => {
  const limiter = new peers.Bottleneck({
    reservoir: units,
    reservoirRefreshAmount: units,
    reservoirRefreshInterval: windowMs,
    // It looks no more often than this whether to fill it; the default is 5 s.
    heartbeatInterval: Math.min(5000, windowMs / 10),
  });
  // What is returned for a failed job is the time until it is tried again.
  limiter.on('failed', ({ waitMs }) => waitMs);
  const call = async (url, init) => {
    const response = await fetch(url, init);
    if (response.status === 429) throw new Refused(resetMsOf(response, windowMs));
    return response;
  };
  return {
    fetch: (url, init) => limiter.schedule(call, url, init),
    close: () => limiter.disconnect(),
  };
};

class Refused extends Error {
  constructor(waitMs) {
    super('refused with a 429');
    this.waitMs = waitMs;
  }
}
