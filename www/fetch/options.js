// The options of `createFetch`.

import { atLeast, FUNCTION, isObject, members } from '../core/checks.js';
import { policy } from '../core/policy.js';
import { WATCH } from './watch.js';

/** @import { FetchOptions, RetryBudget } from 'bc-status' */
/** @import { Rule } from '../core/checks.js' */
/** @import { Policy } from '../core/policy.js' */
/** @import { Fetch } from './snapshot.js' */
/** @import { Watch } from './watch.js' */

/**
 * Without a policy nothing is repeated; a budget that is undefined is one of the fetch's own; a pacer that is true is shared by all such fetches.
 * @typedef {Pick<FetchOptions, 'onAttempt' | 'onRetry' | 'onGiveUp' | 'throwOnError'> & { fetch?: Fetch, policy?: Policy, maxElapsedMs?: number, attemptTimeoutMs?: number, pace?: any, budget?: RetryBudget | false, watch?: Watch }} Options
 */

/** @type {(value: any, ...methods: string[]) => boolean} */
const has = (value, ...methods) => isObject(value) && methods.every((method) => typeof value[method] === 'function');

/** @type {Record<string, Rule>} */
const RULES = {
  fetch: FUNCTION,
  retry: [() => true, ''],
  attemptTimeoutMs: atLeast(Number.MIN_VALUE, 'a number of milliseconds above 0'),
  pace: [(value) => typeof value === 'boolean' || has(value, 'admit', 'observe', 'snapshot'), 'true, false or a pacer of createPacer()'],
  budget: [(value) => value === false || has(value, 'take', 'give'), 'false or a budget of createRetryBudget()'],
  throwOnError: [(value) => typeof value === 'boolean' || value === 'status', "true, false or 'status'"],
  onAttempt: FUNCTION,
  onRetry: FUNCTION,
  onGiveUp: FUNCTION,
};

/** @type {(options: any) => Options} */
export const fetchOptions = (options) => {
  const { retry, ...given } = members('options', options ?? {}, RULES);
  const limits = retry === false ? undefined : (policy(retry, 'options.retry', 'an object or false') ?? {});
  return { ...given, policy: limits, maxElapsedMs: limits?.maxElapsedMs, watch: options?.[WATCH] };
};
