// Which outcomes call for nothing to be done.

import { NO_ERROR } from '../knowledge/kinds.js';

const FINE = ['ok', 'empty', 'accepted', 'not-modified'];

/** @type {(outcome: string) => boolean} */
export const isFine = (outcome) => FINE.includes(outcome);

/**
 * Whether all that is found says of a success that it is one.
 * @type {(diagnosis: import('bc-status').Diagnosis) => boolean}
 */
export const isHarmless = ({ classification, findings }) =>
  isFine(classification.outcome) && findings.every(({ id }) => NO_ERROR.includes(id));
