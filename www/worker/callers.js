// How many requests of one caller are under way at once, so that none takes the places of all.

import { misconfigured } from './store-settings.js';
import { Problem } from './problem.js';
import { RETRY_AFTER } from '../knowledge/headers.js';
import { LONGEST_ANSWER_MS } from '../knowledge/limits.js';

/** @import { Settings } from './handler-options.js' */

/** @typedef {Set<{ sinceMs: number }>} Places */

/**
 * `callers` has by key a place for each request, with the time when it was taken; the oldest is the first.
 * @param {Pick<Settings, 'perCaller'>} settings
 * @param {Map<string, Places>} [callers]
 */
export const createCallers = ({ perCaller }, callers = new Map()) => {
  if (!perCaller) return { enter: () => () => {} };
  const { key: keyOf, permits } = perCaller;

  /** @type {(key: string, nowMs: number) => void} */
  const tidy = (key, nowMs) => {
    const places = /** @type {Places} */ (callers.get(key));
    for (const place of places) {
      if (nowMs - place.sinceMs < LONGEST_ANSWER_MS) break;
      places.delete(place);
    }
    if (places.size === 0) callers.delete(key);
  };

  /**
   * Looks after one of those who may never come again, and puts it behind the others.
   * @type {(nowMs: number) => void}
   */
  const tidyNext = (nowMs) => {
    for (const [key, places] of callers) {
      callers.delete(key);
      callers.set(key, places);
      return tidy(key, nowMs);
    }
  };

  /** @type {(key: string, place: { sinceMs: number }) => void} */
  const leave = (key, place) => {
    const places = callers.get(key);
    places?.delete(place);
    if (places?.size === 0) callers.delete(key);
  };

  return {
    /**
     * Takes a place; returns how to leave it.
     * @param {Request} request
     * @param {any} env
     */
    async enter(request, env) {
      const key = await keyOf(request, env);
      if (key === undefined || key === null) return () => {};
      if (typeof key !== 'string') {
        throw misconfigured('What options.perCaller.key returns must be a string, or null for a caller without a limit');
      }
      const nowMs = performance.now();
      tidyNext(nowMs);
      if (callers.has(key)) tidy(key, nowMs);
      const places = callers.get(key) ?? new Set();
      if (places.size >= permits) {
        throw new Problem(429, 'caller-limit', `One caller may have ${permits} requests under way at once here.`, {
          headers: { [RETRY_AFTER]: '1' },
        });
      }
      const place = { sinceMs: nowMs };
      callers.set(key, places.add(place));
      return () => leave(key, place);
    },
  };
};
