// One listener on a signal, however many wait: at more than ten Node warns of a leak.

/** @typedef {Set<(reason: any) => void> & { abort: (event: Event) => void }} Calls What to call, and what calls it. */

/**
 * By signal: what to call when it aborts. None of it may hold the signal.
 * @type {WeakMap<AbortSignal, Calls>}
 */
const links = new WeakMap();

/** @type {(signal: AbortSignal) => Calls} */
const callsOf = (signal) => {
  const calls = /** @type {Calls} */ (new Set());
  calls.abort = ({ target }) => {
    for (const call of calls) call(/** @type {AbortSignal} */ (target).reason);
  };
  links.set(signal, calls);
  return calls;
};

/**
 * Calls back with the reason when the signal aborts.
 * @type {(signal: AbortSignal, callback: (reason: any) => void) => void}
 */
export const listen = (signal, callback) => {
  const calls = links.get(signal) ?? callsOf(signal);
  if (calls.size === 0) signal.addEventListener('abort', calls.abort, { once: true });
  calls.add(callback);
};

/** @type {(signal: AbortSignal, callback: (reason: any) => void) => void} */
export const deafen = (signal, callback) => {
  const calls = links.get(signal);
  if (calls?.delete(callback) && calls.size === 0) signal.removeEventListener('abort', calls.abort);
};

/**
 * The same; returns how to stop that.
 * @type {(signal: AbortSignal, callback: (reason: any) => void) => () => void}
 */
export const onAbort = (signal, callback) => {
  listen(signal, callback);
  return () => deafen(signal, callback);
};
