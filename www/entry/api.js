// The public functions, but for those of status.js. Each checks its arguments and asks the core, or the words beside it.

import { init as compile } from './boot.js';
import { diagnosis, format as formatOf } from './core/arguments.js';
import { code } from './core/plain-values.js';
import { renderDiagnosis, renderStatus } from './core/render.js';
import { everything } from './later.js';
import { loop } from './loop.js';

/** @import { Diagnosis, Format } from 'bc-status' */

export { decideRetry } from './core/decide.js';
export { classify, diagnose } from './core/diagnose.js';
export { shopperMessage } from './core/shopper.js';
export { explain } from './fetch/explain.js';
export { createRetryBudget } from './fetch/budget.js';
export { historyOf } from './fetch/history.js';
export { isBcStatusError } from './fetch/brand.js';
export { BcStatusError } from './fetch/status-error.js';
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
  typeof what === 'number' ? renderStatus(code(what), formatOf(format)) : renderDiagnosis(diagnosis(what), formatOf(format));

/** Compiles ahead, and loads what a fetch may need after its first attempt. */
export const init = async () => {
  await compile();
  await (await loop())?.init();
  await everything();
};
