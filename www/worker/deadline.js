// How long something may take that depends on the caller.

/** @import { Problem } from './problem.js' */

/** @typedef {{ within: <T>(promise: T | Promise<T>) => Promise<T> | T, stop: () => void }} Deadline */

/** Timers know no longer time. */
const LONGEST_MS = 2 ** 31 - 1;

const LATE = Symbol('late');

/**
 * From now on; `whatIf()` is the Problem of those who are late.
 * @type {(ms: number, whatIf: () => Problem) => Deadline}
 */
export const createDeadline = (ms, whatIf) => {
  /** @type {any} */
  let timer;
  const late = new Promise((resolve) => {
    if (ms <= LONGEST_MS) timer = setTimeout(resolve, ms, LATE);
  });
  return {
    /**
     * What a promise comes to, if it does so in time.
     * @param {any} promise
     */
    async within(promise) {
      const value = await Promise.race([promise, late]);
      if (value === LATE) throw whatIf();
      return value;
    },
    stop: () => clearTimeout(timer),
  };
};

/**
 * For those who have nothing to wait for.
 * @type {Deadline}
 */
export const noDeadline = { within: (promise) => promise, stop() {} };
