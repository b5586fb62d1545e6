// The whole core.

import * as glue from './bc_status_bg.js';
import { instance } from './instance.js';
import { source } from './source.js';

const whole = /* @__PURE__ */ instance(glue, 'bc_status_bg.js', source);

/** The core's exports. */
export const core = () => whole.core();

/** Where a page forbids WebAssembly there is nobody to ask. */
export const canAsk = () => {
  try {
    return Boolean(core());
  } catch {
    return false;
  }
};

export const init = () => whole.init();
