// Aborting a request with the caller's signal for as long as its body lasts, without
// leaving anything on a signal that outlives many requests.
//
// `AbortSignal.any` promises the same, but Node keeps what it gives for as long as there is a
// listener on it, and 60 bytes a request besides.

import { deafen, listen } from '../core/abort.js';

/** @typedef {{ signal: AbortSignal, keep: (response: any) => void, unlink: () => void }} Link */
/** @typedef {{ signal: WeakRef<AbortSignal>, abort: (reason: any) => void }} Held */

/** Where there are no weak references, as in an older workerd, signals are of one request. */
const isWeak = typeof FinalizationRegistry === 'function';

/** @type {FinalizationRegistry<Held> | undefined} */
const gone = isWeak
  ? new FinalizationRegistry(({ signal, abort }) => {
      const left = signal.deref();
      if (left) deafen(left, abort);
    })
  : undefined;

/**
 * Keeps a controller while the body that it can end is there.
 * @type {WeakMap<object, AbortController>}
 */
const keepers = new WeakMap();

/**
 * A signal that ends with either: `{ signal, keep(response), unlink() }`.
 * @type {(signal: AbortSignal | undefined, controller: AbortController) => Link}
 */
export const link = (signal, controller) => {
  if (!signal) return { signal: controller.signal, keep: () => {}, unlink: () => {} };
  if (signal.aborted) controller.abort(signal.reason);
  if (!isWeak) return { signal: AbortSignal.any([signal, controller.signal]), keep: () => {}, unlink: () => {} };

  const abort = aborting(new WeakRef(controller));
  listen(signal, abort);
  const unlink = () => deafen(signal, abort);
  return {
    signal: controller.signal,
    unlink,
    /** Without a body there is nothing left to end. */
    keep(response) {
      const body = response?.body;
      if (!body) return unlink();
      keepers.set(response, controller);
      keepers.set(body, controller);
      // What is held until the controller is gone may not lead to it, nor may what it closes over.
      /** @type {FinalizationRegistry<Held>} */ (gone).register(controller, { signal: new WeakRef(signal), abort });
    },
  };
};

/** @type {(controller: WeakRef<AbortController>) => (reason: any) => void} */
const aborting = (controller) => (reason) => controller.deref()?.abort(reason);
