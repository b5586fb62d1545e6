// For pages: a core that reads bodies, and does nothing else.

import * as glue from './bc_status_bodies_bg.js';
import { instance } from './instance.js';
import bytes from './bodies-bytes.js';

const small = /* @__PURE__ */ instance(glue, () => bytes);

/** Its exports. */
export const core = () => small.core();
