// The public functions, but for those of status.js. Each checks its arguments and asks the core, or the words beside it.

import { init } from './boot.js';
import * as check from './check.js';
import { renderDiagnosis, renderStatus } from './render.js';

export { init };
export { decideRetry } from './decide.js';
export { classify, diagnose } from './diagnose.js';
export { explain } from './explain.js';
export { createRetryBudget } from './budget.js';
export { historyOf } from './calls.js';
export { BcStatusError, isBcStatusError } from './error.js';
export { bcFetch, createFetch } from './fetch.js';
export { Ledger } from './pace/ledger.js';
export { createMemoryStore } from './pace/memory-store.js';
export { PaceError, isPaceError } from './pace/error.js';
export { createPacer } from './pace/pacer.js';

export const render = (what, format) =>
  typeof what === 'number'
    ? renderStatus(check.code(what), check.format(format))
    : renderDiagnosis(check.diagnosis(what), check.format(format));
