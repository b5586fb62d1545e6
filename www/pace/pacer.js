// Who may send a request, and when: a line for each store, shared by all fetches that are
// given the pacer.

import * as check from './pacer-options.js';
import { Line } from './line.js';
import { roomOf } from './rooms.js';

/** @import { Pacer, PacerOptions } from 'bc-status' */

/** @type {(options?: PacerOptions | null) => Pacer} */
export const createPacer = (options) => {
  const settings = check.pacerOptions(options);
  /** @type {Map<string, Line>} */
  const lines = new Map();

  /** @param {string} key */
  const lineOf = (key) => lines.get(key) ?? open(key);
  /** @param {string} key */
  const open = (key) => {
    if (lines.size >= settings.maxKeys) closeIdlest();
    const line = new Line(key, settings);
    lines.set(key, line);
    return line;
  };

  /** A line in use is never closed: who waits in it would wait for ever. */
  const closeIdlest = () => {
    const now = performance.now();
    /** @type {any} */
    let idlest;
    for (const [key, line] of lines) {
      line.reclaim(now);
      if (line.isIdle && !(line.usedMs >= /** @type {any} */ (lines.get(idlest))?.usedMs)) idlest = key;
    }
    lines.get(idlest)?.close();
    lines.delete(idlest);
  };

  /** @type {Pacer} */
  const pacer = {
    admit: async (key, priority, options) =>
      lineOf(check.key(key)).admit({ ...check.admission(options), priority: check.priority(priority) }),

    observe(key, status, headers, permit) {
      const line = lineOf(check.key(key));
      // A permit knows its line, whatever key it is told with.
      /** @type {any} */
      const one = check.permit(permit)?.answered ? permit : line;
      one.answered(performance.now(), check.answerStatus(status), check.answerHeaders(headers));
    },

    snapshot(key) {
      const line = lines.get(check.key(key));
      if (line) return line.state();
      const unknown = new Line(key, settings);
      const state = unknown.state();
      unknown.close();
      return state;
    },
  };
  /**
   * For a fetch: that a call will be repeated then; returns how to say that it waits no longer.
   * @param {string} key
   * @param {number} untilMs
   */
  const repeats = (key, untilMs) => lineOf(key).repeats(untilMs);
  /**
   * For a fetch: a permit, if there is one without a wait. No copy of the pacer has it, whose own `admit` it would pass by.
   * @param {{ key: string, route: string }} place
   * @param {string} method
   * @param {number} nowMs
   */
  const permit = ({ key, route }, method, nowMs) => lineOf(key).permit(roomOf(method, route), nowMs);
  return Object.defineProperties(pacer, { permit: { value: permit }, repeats: { value: repeats } });
};

/**
 * For all fetches that pace without a pacer of their own.
 * @type {Pacer | undefined}
 */
let shared;
export const sharedPacer = () => (shared ??= createPacer());
