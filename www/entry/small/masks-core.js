// For pages: a core that looks for secrets, and does nothing else.

import * as glue from './bc_status_masks_bg.js';
import { instance } from './instance.js';
import bytes from './masks-bytes.js';

const small = /* @__PURE__ */ instance(glue, () => bytes);

/** Its exports. */
export const core = () => small.core();
