// Requests that were sent again after they had failed: whether that was wise, and how long they waited.

import { decideRetry } from '../core/decide.js';

/** @import { RetryDecision } from 'bc-status' */
/** @import { Exchange } from './layout.js' */

/** @typedef {{ count: number, tooSoon: number, tooLate: number, unwise: number, spareMs: number }} Repeats */
/** @typedef {{ repeats: Repeats }} Counted What failed with others like it. */
/** @typedef {{ group: Counted, retry: RetryDecision }} Failure With what is decided about its like. */
/** @typedef {Failure & { exchange: Exchange, end: number, hasMs: boolean }} Failed */

/** What only is decided for somebody who has time: how long to wait, and whether at all. */
export const POLICY = /** @type {const} */ ({ profile: 'background', jitter: false });
export const STATE = { attempt: 1 };

/** Failures that wait for their repeat; up to twice as many are kept. */
const MOST_OPEN = 1000;
/** Nobody repeats what failed so long ago, unless it asked for a wait: whoever asks again then, asks anew. */
const LATEST_MS = 60_000;
const LATEST_FACTOR = 10;
/** Longer than asked by so much, and at least by this, is a wait that was not needed. */
const FACTOR = 2;
const SPARE_MS = 1000;

/** Waits for which the answer asks. */
const ASKED = ['rate-limit-reset', 'retry-after'];

const KEEPING = /^(?:GET|HEAD|OPTIONS|DELETE)$/;

/** @type {() => Repeats} */
export const noRepeats = () => ({ count: 0, tooSoon: 0, tooLate: 0, unwise: 0, spareMs: 0 });

/**
 * Of requests that write only those are the same whose bodies are known: else each may create something of its own.
 * @type {(exchange: Exchange) => string | undefined}
 */
const keyOf = ({ method, url, requestBody }) => {
  if (!method || !url) return undefined;
  if (KEEPING.test(method)) return `${method} ${url}`;
  if (requestBody === undefined || requestBody === null) return undefined;
  const body = typeof requestBody === 'string' ? requestBody : JSON.stringify(requestBody);
  return body.length > 4096 ? undefined : `${method} ${url} ${body}`;
};

export class RepeatCounter {
  /** @type {Map<string, Failed>} */
  #open = new Map();
  /** Those before them, which are forgotten next: to look for the oldest each time would take longer. @type {Map<string, Failed>} */
  #older = new Map();

  /**
   * A failure is counted with its group.
   * @type {(exchange: Exchange, start: number, end: number, failure: Failure | undefined) => void}
   */
  see(exchange, start, end, failure) {
    if (!this.#open.size && !this.#older.size && !failure) return;
    const key = keyOf(exchange);
    if (!key) return;
    const before = this.#open.get(key) ?? this.#older.get(key);
    // What began before the other was answered went beside it.
    if (before && start >= before.end) {
      this.#open.delete(key);
      this.#older.delete(key);
      this.#count(before, exchange, start, Boolean(failure));
    }
    if (!failure) return;
    this.#open.set(key, { ...failure, exchange, end, hasMs: end % 1000 !== 0 });
    if (this.#open.size < MOST_OPEN) return;
    this.#older = this.#open;
    this.#open = new Map();
  }

  /** @type {(before: Failed, again: Exchange, start: number, hasFailed: boolean) => void} */
  #count({ group: { repeats }, retry, exchange, end, hasMs }, again, start, hasFailed) {
    const waited = start - end;
    // How long to wait differs from one answer to the next.
    const decision = ASKED.includes(retry.rule) ? decideRetry(exchange, STATE, POLICY) : retry;
    const { delayMs } = decision;
    if (waited > Math.max(LATEST_MS, LATEST_FACTOR * delayMs)) return;
    if (!decision.retry) {
      const isUnwise = decision.rule === 'not-repeatable' || (hasFailed && again.status === exchange.status);
      if (decision.rule === 'not-needed') return;
      repeats.count += 1;
      if (isUnwise) repeats.unwise += 1;
      return;
    }
    repeats.count += 1;
    if (!ASKED.includes(decision.rule)) return;
    // Logs that have whole seconds only may be wrong by one.
    const slack = hasMs || start % 1000 !== 0 ? 0 : 1000;
    if (waited + slack < delayMs) repeats.tooSoon += 1;
    else if (waited - slack > FACTOR * delayMs + SPARE_MS) {
      repeats.tooLate += 1;
      repeats.spareMs += waited - delayMs;
    }
  }
}
