// Who may send a request, and when: a line for each store, shared by all fetches that are
// given the pacer.

import * as check from './check-pace.js';
import { Line } from './line.js';

export const createPacer = (options) => {
  const settings = check.pacerOptions(options);
  const lines = new Map();

  const lineOf = (key) => lines.get(key) ?? open(key);
  const open = (key) => {
    if (lines.size >= settings.maxKeys) closeIdlest();
    const line = new Line(key, settings);
    lines.set(key, line);
    return line;
  };

  /** A line in use is never closed: who waits in it would wait for ever. */
  const closeIdlest = () => {
    let idlest;
    for (const [key, line] of lines) {
      if (line.isIdle && !(line.usedMs >= lines.get(idlest)?.usedMs)) idlest = key;
    }
    lines.get(idlest)?.close();
    lines.delete(idlest);
  };

  return {
    admit: async (key, priority, options) =>
      lineOf(check.key(key)).admit({ ...check.admission(options), priority: check.priority(priority) }),

    observe(key, status, headers, permit) {
      lineOf(check.key(key)).observe(check.answerStatus(status), check.answerHeaders(headers), permit);
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
};

/** For all fetches that pace without a pacer of their own. */
let shared;
export const sharedPacer = () => (shared ??= createPacer());
