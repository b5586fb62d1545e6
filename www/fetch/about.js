// What a caller says of his call: `init.bc`, which no fetch is shown.

import { members } from '../core/checks.js';

/** @import { Sent } from './snapshot.js' */

/** The caller's own, whatever it is. */
const RULES = { context: /** @type {const} */ ([() => true, '']) };

/** @type {(request: Sent) => void} */
export const takeAbout = (request) => {
  const { bc, ...init } = request.init ?? {};
  if (!bc) return;
  const about = members('init.bc', bc, RULES);
  request.about = bc.context === null ? { context: null } : about;
  request.init = init;
};
