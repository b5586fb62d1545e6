/**
 * The fetch for pages: at most 4,000 bytes of brotli before the first request. What a failure needs is
 * loaded while that request is under way, and what reads bodies, paces and explains when it is
 * needed. Where it cannot be loaded, the caller gets what fetch gave.
 */
export { bcFetch, createFetch, createRetryBudget, explain, historyOf, isBcStatusError } from './index.js';

/** Loads and compiles ahead what decides about repeats; rejects where it cannot be loaded. */
export function init(): Promise<void>;
