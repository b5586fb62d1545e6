// The store of leases for pacers of one process: what a Durable Object is for Workers.

import { isGiven, wrong } from '../core/checks.js';
import { Ledger } from './ledger.js';

/** @import { PaceStore } from 'bc-status' */

/** Of more stores the one that nobody has asked for longest is forgotten, once its leases are over. */
const MOST = 1000;

/** @type {(options?: unknown) => PaceStore} */
export const createMemoryStore = (options) => {
  // There are none: they would silently do nothing.
  if (isGiven(options)) throw wrong('options', 'left out', options);
  /**
   * In the order in which they were last asked.
   * @type {Map<string, Ledger>}
   */
  const ledgers = new Map();

  /**
   * @param {string} key
   * @param {number} now
   */
  const ledgerOf = (key, now) => {
    const [oldest] = ledgers;
    if (ledgers.size >= MOST && oldest[1].isForgotten(now)) ledgers.delete(oldest[0]);
    return ledgers.get(key) ?? new Ledger();
  };

  return {
    async lease(key, ask) {
      const now = performance.now();
      const ledger = ledgerOf(key, now);
      ledgers.delete(key);
      ledgers.set(key, ledger);
      return ledger.lease(now, ask);
    },
  };
};
