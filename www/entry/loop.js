// What a fetch does after its first attempt, or instead of it.

import { once } from './once.js';

export const loop = /* @__PURE__ */ once(() => import('./fetch/call.js'));
