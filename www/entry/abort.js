// One listener on a signal, however many wait: at more than ten Node warns of a leak.

/** By signal: what to call when it aborts. */
const links = new WeakMap();

/** Calls back when the signal aborts; returns how to stop that. */
export const onAbort = (signal, callback) => {
  const calls = links.get(signal) ?? new Set();
  calls.abort ??= () => {
    for (const call of calls) call();
  };
  links.set(signal, calls);
  calls.add(callback);
  signal.addEventListener('abort', calls.abort, { once: true });
  return () => {
    calls.delete(callback);
    if (calls.size === 0) signal.removeEventListener('abort', calls.abort);
  };
};
