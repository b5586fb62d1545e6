// Waiting, until a time or a signal.

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Resolves after the time and never before it, or rejects with the signal's reason. */
export const sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = performance.now() + ms;
    let left = ms;
    let timer;
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const arm = () => {
      const chunk = Math.min(left, LONGEST_TIMER_MS);
      left -= chunk;
      timer = setTimeout(next, chunk);
    };
    const next = () => {
      // Timers may fire a fraction early. By more, it is another clock than ours, in a test.
      const early = end - performance.now();
      if (left === 0 && early > 0 && early < 2) left = early;
      if (left > 0) return arm();
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
    arm();
  });
