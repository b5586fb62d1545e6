// One listener on a signal, however many wait: at more than ten Node warns of a leak.

/** By signal: what to call when it aborts. None of it may hold the signal. */
const links = new WeakMap();

const callsOf = (signal) => {
  const calls = new Set();
  calls.abort = ({ target }) => {
    for (const call of calls) call(target.reason);
  };
  links.set(signal, calls);
  return calls;
};

/** Calls back with the reason when the signal aborts. */
export const listen = (signal, callback) => {
  const calls = links.get(signal) ?? callsOf(signal);
  if (calls.size === 0) signal.addEventListener('abort', calls.abort, { once: true });
  calls.add(callback);
};

export const deafen = (signal, callback) => {
  const calls = links.get(signal);
  if (calls?.delete(callback) && calls.size === 0) signal.removeEventListener('abort', calls.abort);
};

/** The same; returns how to stop that. */
export const onAbort = (signal, callback) => {
  listen(signal, callback);
  return () => deafen(signal, callback);
};
