// The error that an answer becomes where the caller asks for errors.

import { canAsk } from '../boot.js';
import { BRAND } from './brand.js';
import { callOf } from './calls.js';
import { explain } from './explain.js';
import { ERROR_OUTCOMES } from '../knowledge/kinds.js';
import { CODE_OUTCOMES } from '../knowledge/statuses.js';
import { status } from '../core/status.js';

/** @import { Diagnosis, Status } from 'bc-status' */

export class BcStatusError extends Error {
  /**
   * @param {Diagnosis} diagnosis
   * @param {{ context?: unknown }} [about]
   */
  constructor(diagnosis, about) {
    const status = /** @type {Status} */ (diagnosis.classification.status);
    const [first] = diagnosis.findings;
    super(`${status.code} ${status.text}: ${first?.title ?? diagnosis.classification.outcome}`.replace(' :', ':'));
    this.code = first?.id ?? null;
    this.status = status.code;
    this.diagnosis = diagnosis;
    Object.assign(this, about);
  }

  get name() {
    return 'BcStatusError';
  }

  get [BRAND]() {
    return true;
  }
}

/**
 * What the code alone says, where there is no core to ask.
 * @type {(code: number) => Diagnosis}
 */
const undecided = (code) => ({
  classification: {
    status: status(code),
    outcome: CODE_OUTCOMES.filter(([from]) => from <= code).at(-1)?.[1] ?? 'no-response',
    api: 'unknown',
    error: null,
    rateLimit: null,
    requestId: null,
  },
  findings: [],
  retry: {
    retry: false,
    delayMs: 0,
    rule: 'not-retryable',
    reason: 'Nothing could be decided, since WebAssembly is not available here.',
    mayHaveRun: true,
    attemptsLeft: 0,
  },
});

/**
 * The error for a response, of which it reads what it needs.
 * @type {(response: Response) => Promise<BcStatusError>}
 */
export const errorOf = async (response) =>
  new BcStatusError(canAsk() ? await explain(response) : undecided(Number(response.status)), callOf(response)?.about);

/**
 * The same where a response of a success tells of a failure, as GraphQL does, and batches.
 * @type {(response: Response) => Promise<BcStatusError | undefined>}
 */
export const hiddenErrorOf = async (response) => {
  const error = await errorOf(response);
  return ERROR_OUTCOMES.includes(error.diagnosis.classification.outcome) ? error : undefined;
};
