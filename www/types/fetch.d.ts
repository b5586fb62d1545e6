/**
 * The fetch for pages: at most 4,000 bytes of brotli before the first request. The part that handles failures is
 * loaded while that request is under way, and the parts that read bodies, pace and explain when they are
 * needed. If loading fails, the caller gets fetch's answer.
 */
export { bcFetch, createFetch, createRetryBudget, explain, historyOf, isBcStatusError } from './index.js';

/**
 * Loads and compiles ahead the part that decides about repeats.
 *
 * @throws {Error} (as a rejection) if it cannot be loaded or compiled
 *
 * @example
 * await init(); // in tests, before their fake timers begin
 */
export function init(): Promise<void>;
