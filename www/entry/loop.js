// What a fetch does after its first attempt, or instead of it.

import { once } from './once.js';

export const loop = /* @__PURE__ */ once(async () => {
  const call = await import('./fetch/call.js');
  // Beside the first request and off the page's thread, so that no failure waits for it. Where a page forbids it, the
  // loop says so once something has failed.
  call.init().catch(() => {});
  return call;
});
