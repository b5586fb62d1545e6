// The whole core.

import * as glue from './bc_status_bg.js';
import { instance } from './instance.js';
import { source } from './source.js';

const whole = /* @__PURE__ */ instance(glue, source);

/** The core's exports. */
export const core = () => whole.core();

export const canAsk = () => whole.canAsk();

export const init = () => whole.init();
