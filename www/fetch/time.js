// Time: waiting until a time or a signal, and attempts that may not take longer.

import { onAbort } from '../core/abort.js';
import { link } from './link.js';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls back after the time and never before it, however long it is; returns how to stop that.
 * @type {(ms: number, callback: () => void) => () => void}
 */
const timer = (ms, callback) => {
  const end = performance.now() + ms;
  let left = ms;
  /** @type {ReturnType<typeof setTimeout>} */
  let armed;
  const arm = () => {
    const chunk = Math.min(left, LONGEST_TIMER_MS);
    left -= chunk;
    armed = setTimeout(next, chunk);
  };
  const next = () => {
    // Timers may fire a fraction early. By more, it is another clock than ours, in a test.
    const early = end - performance.now();
    if (left === 0 && early > 0 && early < 2) left = early;
    if (left > 0) return arm();
    callback();
  };
  arm();
  return () => clearTimeout(armed);
};

/**
 * What a promise comes to, or the reason of a signal, whichever is first.
 * @type {<T>(promise: Promise<T>, signal?: AbortSignal) => Promise<T>}
 */
export const untilAborted = (promise, signal) => {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const deafen = onAbort(signal, reject);
    /**
     * @param {(value: any) => void} how
     * @returns {(value: unknown) => void}
     */
    const settle = (how) => (value) => {
      deafen();
      how(value);
    };
    promise.then(settle(resolve), settle(reject));
  });
};

/**
 * Resolves after the time and never before it, or rejects with the signal's reason.
 * @type {(ms: number, signal?: AbortSignal) => Promise<void>}
 */
export const sleep = (ms, signal) => {
  if (ms <= 0) return untilAborted(Promise.resolve(), signal);
  /** @type {(() => void) | undefined} */
  let stop;
  /** @type {Promise<void>} */
  const slept = new Promise((resolve) => {
    stop = timer(ms, resolve);
  });
  return untilAborted(slept, signal).finally(stop);
};

/**
 * What `send` comes to if that is in time, else a TimeoutError. `send` is given a signal
 * that ends with the time as well as with the caller's; once it has come to something,
 * only the caller's counts.
 * @template T
 * @param {number} ms
 * @param {AbortSignal | undefined} signal
 * @param {(signal: AbortSignal) => Promise<T>} send
 * @param {(value: T) => void} late
 * @returns {Promise<T>}
 */
export const within = (ms, signal, send, late) => {
  const controller = new AbortController();
  const either = link(signal, controller);
  return new Promise((resolve, reject) => {
    let isOver = false;
    const stop = timer(ms, () => {
      isOver = true;
      const error = new DOMException(`No answer within ${ms} ms`, 'TimeoutError');
      controller.abort(error);
      reject(error);
    });
    send(either.signal)
      .finally(stop)
      .then(
        (value) => {
          if (isOver) return late(value);
          either.keep(value);
          resolve(value);
        },
        (error) => {
          either.unlink();
          reject(error);
        },
      );
  });
};
