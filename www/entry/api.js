// The public functions, but for those of status.js. Each checks its arguments and asks the core, or the words beside it.

import { init } from './boot.js';
import * as check from './core/arguments.js';
import { renderDiagnosis, renderStatus } from './core/render.js';

/** @import { Diagnosis, Format } from 'bc-status' */

export { init };
export { decideRetry } from './core/decide.js';
export { classify, diagnose } from './core/diagnose.js';
export { explain } from './fetch/explain.js';
export { createRetryBudget } from './fetch/budget.js';
export { historyOf } from './fetch/history.js';
export { BcStatusError, isBcStatusError } from './fetch/status-error.js';
export { bcFetch, createFetch } from './fetch/create-fetch.js';
export { Ledger } from './pace/ledger.js';
export { createMemoryStore } from './pace/memory-store.js';
export { PaceError, isPaceError } from './pace/pace-error.js';
export { createPacer } from './pace/pacer.js';

/**
 * @param {number | Diagnosis} what
 * @param {Format} format
 */
export const render = (what, format) =>
  typeof what === 'number'
    ? renderStatus(check.code(what), check.format(format))
    : renderDiagnosis(check.diagnosis(what), check.format(format));
