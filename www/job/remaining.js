// How long a job still takes: by how fast it went, and by what the store's quota allows.

/** @import { PaceState } from 'bc-status' */

/** So many pieces of work tell how fast it goes. */
const SAMPLE = 20;

/**
 * The time until a store lets out so many requests: what is left now, and then window after window.
 * @type {(requests: number, state: Pick<PaceState, 'left' | 'quota' | 'windowMs' | 'resetMs' | 'share' | 'heldMs'>) => number}
 */
export const quotaMs = (requests, { left, quota, windowMs, resetMs, share, heldMs }) => {
  if (left === null || quota === null || windowMs === null || resetMs === null) return heldMs;
  const rest = requests - Math.floor(left * share);
  if (rest <= 0) return heldMs;
  const windows = Math.ceil(rest / Math.max(1, Math.floor(quota * share)));
  return Math.max(heldMs, resetMs + (windows - 1) * windowMs);
};

/** How fast pieces of work were done: on the whole, and at best, when nothing was waited for. */
export class Speed {
  #count = 0;
  #beganMs;
  #bestMs = Infinity;
  /** @type {number[]} When the last of them were done. */
  #times = [];

  /** @param {number} nowMs */
  constructor(nowMs) {
    this.#beganMs = nowMs;
  }

  /** @param {number} nowMs */
  done(nowMs) {
    const at = this.#count % SAMPLE;
    const before = this.#times[at];
    if (before !== undefined) this.#bestMs = Math.min(this.#bestMs, (nowMs - before) / SAMPLE);
    this.#times[at] = nowMs;
    this.#count += 1;
  }

  /**
   * How long so many more take; with the state of a pacer no longer than its waits make necessary.
   * @type {(pieces: number, requests: number, nowMs: number, state?: PaceState) => number | null}
   */
  remainingMs(pieces, requests, nowMs, state) {
    if (pieces <= 0) return 0;
    if (this.#count === 0) return null;
    const meanMs = (nowMs - this.#beganMs) / this.#count;
    if (!state) return pieces * meanMs;
    return Math.max(pieces * Math.min(this.#bestMs, meanMs), quotaMs(pieces * requests, state));
  }
}
