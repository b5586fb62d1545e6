// The error that an answer becomes where the caller asks for errors.

import { canAsk } from '../boot.js';
import { BRAND } from './brand.js';
import { explain } from './explain.js';
import { CODE_OUTCOMES } from '../knowledge/statuses.js';
import { status } from '../core/status.js';

/** @import { Diagnosis, Status } from 'bc-status' */

export class BcStatusError extends Error {
  /** @param {Diagnosis} diagnosis */
  constructor(diagnosis) {
    const status = /** @type {Status} */ (diagnosis.classification.status);
    const [first] = diagnosis.findings;
    super(`${status.code} ${status.text}: ${first?.title ?? diagnosis.classification.outcome}`.replace(' :', ':'));
    this.code = first?.id ?? null;
    this.status = status.code;
    this.diagnosis = diagnosis;
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
export const errorOf = async (response) => new BcStatusError(canAsk() ? await explain(response) : undecided(Number(response.status)));
