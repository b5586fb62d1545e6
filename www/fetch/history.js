// What was tried for a response, for callers.

import { callOf } from './calls.js';
import { object } from '../core/checks.js';
import { SUCCESSES } from '../knowledge/successes.js';

/** @import { AttemptRecord, RetryDecision } from 'bc-status' */
/** @import { Sent } from './snapshot.js' */

/** @type {(response: any) => AttemptRecord[]} */
export const historyOf = (response) => {
  const call = callOf(object('response', response, 'a Response'));
  const records = call ? call.records : [];
  return records ? copied(records) : [recordOf(response.status, /** @type {Sent} */ (call))];
};

/**
 * Of a success at the first attempt, which decides itself.
 * @type {(status: number, call: Sent) => AttemptRecord}
 */
const recordOf = (status, { sentMs = 0, waitedMs = 0, ms, about }) => ({
  ...{ attempt: 1, status, failure: null, startedMs: sentMs, waitedMs, durationMs: ms },
  ...{ decision: decisionOf(status), ...about },
});

/**
 * What is decided about a success, whatever else there is to it.
 * @type {(status: number) => RetryDecision}
 */
export const decisionOf = (status) => {
  const [, reason = ''] = SUCCESSES.filter(([from]) => from <= status).pop() ?? [];
  return { retry: false, delayMs: 0, rule: 'not-needed', reason, mayHaveRun: true, attemptsLeft: 0 };
};

/**
 * They may do with it what they like.
 * @type {(records: AttemptRecord[]) => AttemptRecord[]}
 */
export const copied = (records) => records.map(({ decision, ...record }) => ({ ...record, decision: { ...decision } }));
