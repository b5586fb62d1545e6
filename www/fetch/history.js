// What was tried for a response, for callers.

import { callOf } from './calls.js';
import { object } from '../core/checks.js';
import { SUCCESSES } from '../knowledge/successes.js';

/** @import { AttemptRecord } from 'bc-status' */

/** @type {(response: any) => AttemptRecord[]} */
export const historyOf = (response) => {
  const { records, ms } = callOf(object('response', response, 'a Response')) ?? { records: [], ms: 0 };
  return records ? copied(records) : [recordOf(response.status, ms)];
};

/**
 * Of a success at the first attempt, which decides itself.
 * @type {(status: number, durationMs: number) => AttemptRecord}
 */
const recordOf = (status, durationMs) => {
  const [, reason = ''] = SUCCESSES.filter(([from]) => from <= status).pop() ?? [];
  const decision = { retry: false, delayMs: 0, rule: /** @type {const} */ ('not-needed'), reason, mayHaveRun: true, attemptsLeft: 0 };
  return { attempt: 1, status, failure: null, startedMs: 0, durationMs, decision };
};

/**
 * They may do with it what they like.
 * @type {(records: AttemptRecord[]) => AttemptRecord[]}
 */
export const copied = (records) => records.map(({ decision, ...record }) => ({ ...record, decision: { ...decision } }));
