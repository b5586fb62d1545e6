// The budget for repeats that all calls of a fetch share, so that an outage is not
// multiplied by them. The numbers are those of AWS's SDKs.

import { members, wrong } from '../core/checks.js';
import { RETRY_BUDGET } from '../knowledge/limits.js';

/** @import { Rule } from '../core/checks.js' */
/** @import { RetryBudget, RetryBudgetOptions, RetryKind } from 'bc-status' */

/**
 * What a repeat costs is told by its kind.
 * @type {Record<RetryKind, 'retryCost' | 'throttleCost'>}
 */
const COSTS = { retry: 'retryCost', transient: 'retryCost', throttle: 'throttleCost', throttled: 'throttleCost' };

/** @type {Rule} */
const AMOUNT = [(value) => typeof value === 'number' && value >= 0, 'a number from 0 on'];

/** @type {(options?: RetryBudgetOptions | null) => RetryBudget} */
export const createRetryBudget = (options) => {
  const rules = Object.fromEntries(Object.keys(RETRY_BUDGET).map((name) => [name, AMOUNT]));
  /** @type {typeof RETRY_BUDGET} */
  const numbers = { ...RETRY_BUDGET, ...members('options', options ?? {}, rules) };
  const { capacity, refund } = numbers;
  /** @type {(kind: RetryKind) => number} */
  const costOf = (kind) => {
    if (!Object.hasOwn(COSTS, kind))
      throw wrong(
        'kind',
        Object.keys(COSTS)
          .map((name) => `'${name}'`)
          .join(' or '),
        kind,
      );
    return numbers[COSTS[kind]];
  };
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
