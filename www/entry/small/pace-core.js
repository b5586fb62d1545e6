// For pages: a core that paces, and does nothing else.

import * as glue from './bc_status_pace_bg.js';
import { instance } from './instance.js';
import bytes from './pace-bytes.js';

const small = /* @__PURE__ */ instance(glue, () => bytes);

/** Its exports. */
export const core = () => small.core();
