// The core that reads what people paste, and does nothing else.

import * as glue from './bc_status_paste_bg.js';
import { instance } from './instance.js';
import { source } from './paste-source.js';

const reader = /* @__PURE__ */ instance(glue, source);

/** Its exports. */
export const core = () => reader.core();

export const init = () => reader.init();
