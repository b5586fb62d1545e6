// Holds the calls to a store whose quota is spent until it is back, and then lets them
// go one after the other instead of all at once.

import { EXTRA_PART, LONGEST_EXTRA_MS } from '../knowledge/limits.js';

/** @typedef {ReturnType<typeof createGate>} Gate */

export const createGate = () => {
  /** @type {Map<string, { until: number, spread: number }>} */
  const closed = new Map();

  /** @type {(store: string) => { until: number, spread: number } | undefined} */
  const entryOf = (store) => {
    const entry = closed.get(store);
    if (!entry || entry.until > performance.now()) return entry;
    closed.delete(store);
    return undefined;
  };

  return {
    get isOpen() {
      return closed.size === 0;
    },

    /**
     * Lets nothing pass for this long; returns until when.
     * @param {string} store
     * @param {number} ms
     */
    close(store, ms) {
      for (const known of closed.keys()) entryOf(known);
      const until = performance.now() + ms;
      // As much longer as the jitter of a single wait may make it.
      const spread = Math.min(ms / EXTRA_PART, LONGEST_EXTRA_MS);
      const entry = entryOf(store);
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
      const entry = entryOf(store);
      if (!entry || entry.until <= waitedUntil) return undefined;
      const { until, spread } = entry;
      return { until, ms: until - performance.now() + spread * random };
    },
  };
};
