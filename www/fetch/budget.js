// The budget for repeats that all calls of a fetch share, so that an outage is not
// multiplied by them. The numbers are those of AWS's SDKs.

import * as check from '../core/arguments.js';

/** @import { RetryBudget, RetryBudgetOptions, RetryKind } from 'bc-status' */

/**
 * What a repeat costs is told by its kind.
 * @type {Record<RetryKind, 'retryCost' | 'throttleCost'>}
 */
const COSTS = { retry: 'retryCost', transient: 'retryCost', throttle: 'throttleCost', throttled: 'throttleCost' };

/** @type {(options?: RetryBudgetOptions | null) => RetryBudget} */
export const createRetryBudget = (options) => {
  const numbers = check.budgetOptions(options);
  const { capacity, refund } = numbers;
  /** @param {unknown} kind @returns {number} */
  const costOf = (kind) => numbers[COSTS[/** @type {RetryKind} */ (check.budgetKind(kind, Object.keys(COSTS)))]];
  let left = capacity;
  return {
    take(kind) {
      const cost = costOf(kind);
      if (left < cost) return false;
      left -= cost;
      return true;
    },
    give(kind) {
      left = Math.min(capacity, left + (kind === undefined ? refund : costOf(kind)));
    },
    get left() {
      return left;
    },
  };
};
