// The fetch for pages: what it needs before its first request, and the rest when that is needed.

export { isBcStatusError } from './fetch/brand.js';
export { createRetryBudget } from './fetch/budget.js';
export { bcFetch, createFetch } from './fetch/create-fetch.js';
export { historyOf } from './fetch/history.js';

/** @type {(response: Response) => Promise<import('bc-status').Diagnosis>} */
export const explain = async (response) => (await import('./fetch/explain.js')).explain(response);

/** @type {() => Promise<void>} */
export const init = async () => (await import('./fetch/call.js')).init();
