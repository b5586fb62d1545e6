/** The store's request quota: fixed windows that follow each other, shared by everyone who calls the store. */
export function createQuotaWindow({ quota = 150, windowMs = 30_000, windowAgeMs = 0 } = {}) {
  let startedAt = performance.now() - windowAgeMs;
  let used = 0;

  function roll() {
    const windows = Math.floor((performance.now() - startedAt) / windowMs);
    if (windows > 0) {
      startedAt += windows * windowMs;
      used = 0;
    }
  }

  // Rounded up, so that a client that waits exactly this long never arrives in the old window.
  const resetMs = () => Math.max(0, Math.ceil(startedAt + windowMs - performance.now()));

  return {
    /** Takes one request out of the window; false when it is spent. */
    take() {
      roll();
      if (used >= quota) return false;
      used += 1;
      return true;
    },

    spend({ left = 0, resetMs: remaining } = {}) {
      roll();
      used = Math.max(0, quota - left);
      if (remaining !== undefined) startedAt = performance.now() + remaining - windowMs;
    },

    headers({ left } = {}) {
      roll();
      return {
        'x-rate-limit-time-window-ms': String(windowMs),
        'x-rate-limit-time-reset-ms': String(resetMs()),
        'x-rate-limit-requests-quota': String(quota),
        'x-rate-limit-requests-left': String(left ?? Math.max(0, quota - used)),
      };
    },
  };
}
