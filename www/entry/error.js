// The error that an answer becomes where the caller asks for errors.

import { explain } from './explain.js';

/** Recognised across copies of the package, such as one for import and one for require. */
const BRAND = Symbol.for('bc-status.error');

export class BcStatusError extends Error {
  constructor(diagnosis) {
    const { status } = diagnosis.classification;
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

export const isBcStatusError = (value) => Boolean(value?.[BRAND]);

/** The error for a response, of which it reads what it needs. */
export const errorOf = async (response) => new BcStatusError(await explain(response));
