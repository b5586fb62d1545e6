// Holds the calls to a store whose quota is spent until it is back, and then lets them
// go one after the other instead of all at once.

import { EXTRA_PART, LONGEST_EXTRA_MS } from '../knowledge/limits.js';

/** @typedef {ReturnType<typeof createGate>} Gate */

export const createGate = () => {
  /** @type {Map<string, { until: number, spread: number }>} */
  const closed = new Map();

  /** Those that still are. */
  const still = () => {
    for (const [store, { until }] of closed) if (until <= performance.now()) closed.delete(store);
    return closed;
  };

  return {
    get isOpen() {
      return still().size === 0;
    },

    /**
     * Lets nothing pass for this long; returns until when.
     * @param {string} store
     * @param {number} ms
     */
    close(store, ms) {
      const until = performance.now() + ms;
      // As much longer as the jitter of a single wait may make it.
      const spread = Math.min(ms / EXTRA_PART, LONGEST_EXTRA_MS);
      const entry = still().get(store);
      if (!entry || entry.until < until) closed.set(store, { until, spread });
      return until;
    },

    /**
     * How long a call has to wait here, and until when nothing passes; not what it has waited for.
     * @param {string} store
     * @param {number} waitedUntil
     * @param {number} random
     */
    waitFor(store, waitedUntil, random) {
      const entry = still().get(store);
      if (!entry || entry.until <= waitedUntil) return undefined;
      const { until, spread } = entry;
      return { until, ms: until - performance.now() + spread * random };
    },
  };
};
