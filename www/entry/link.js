// Aborting a request with the caller's signal for as long as its body lasts, without
// leaving anything on a signal that outlives many requests.
//
// `AbortSignal.any` promises the same, but in Node 20 leaves 60 bytes a request behind. So
// it is asked once for each signal of a caller's, and what it gave aborts the requests.

/** By signal: the controllers that it aborts, and what `any` gave for it. */
const links = new WeakMap();

const gone = typeof FinalizationRegistry === 'function' ? new FinalizationRegistry((unlink) => unlink()) : undefined;

/** Keeps a controller while the body that it can end is there. */
const keepers = new WeakMap();

/** A signal that ends with either: `{ signal, keep(response), unlink() }`. */
export const link = (signal, controller) => {
  if (!signal) return { signal: controller.signal, keep: () => {}, unlink: () => {} };
  if (!gone) return { signal: AbortSignal.any([signal, controller.signal]), keep: () => {}, unlink: () => {} };
  if (signal.aborted) controller.abort(signal.reason);

  const { refs } = links.get(signal) ?? listening(signal);
  const ref = new WeakRef(controller);
  refs.add(ref);
  const unlink = () => void refs.delete(ref);
  return {
    signal: controller.signal,
    unlink,
    /** Without a body there is nothing left to end. */
    keep(response) {
      const body = response?.body;
      if (!body) return unlink();
      keepers.set(response, controller);
      keepers.set(body, controller);
      gone.register(controller, unlink);
    },
  };
};

const listening = (signal) => {
  const refs = new Set();
  const own = AbortSignal.any([signal]);
  const abort = () => {
    for (const ref of refs) ref.deref()?.abort(own.reason);
  };
  own.addEventListener('abort', abort, { once: true });
  const linked = { refs, own };
  links.set(signal, linked);
  return linked;
};
