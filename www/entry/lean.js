// The core of the loop: it decides by status and headers, and has nothing else.

import * as glue from './bc_status_loop_bg.js';
import { instance } from './instance.js';
import bytes from './loop-bytes.js';

const loop = /* @__PURE__ */ instance(glue, () => bytes);

/** The exports that it shares with the whole core. */
export const core = () => loop.core();

export const canAsk = () => loop.canAsk();

export const init = () => loop.init();
