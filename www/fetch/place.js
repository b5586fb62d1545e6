// The fetch that is there. One of ours may take its place, and must not call itself then.

/** @import { Fetch } from './snapshot.js' */

/** @typedef {ReturnType<typeof createPlace>} Place */

/**
 * On each fetch of this package, of any copy of it: the same without repeats.
 * @type {unique symbol}
 */
const OURS = Symbol.for('bc-status.fetch');

/**
 * Marks a fetch as ours; where another of ours is put over it, only that one repeats.
 * @type {(fetch: Fetch, once: Fetch) => Fetch}
 */
export const mark = (fetch, once) => Object.defineProperty(fetch, OURS, { value: once });

export const createPlace = () => {
  /** @type {any} */
  const before = globalThis.fetch;
  /** @type {Fetch} */
  const below = before?.[OURS] ?? before;
  const place = {
    below,
    /** Whether a fetch of ours was seen there: what replaces that may well call it. */
    isOurs: false,
    /**
     * Looked up at each call, so that a fetch replaced later is used. Of one that is not ours nobody
     * knows whether it leads back to us: that is for `trail.js`.
     * @returns {Fetch | undefined}
     */
    fetchNow() {
      /** @type {any} */
      const now = globalThis.fetch;
      if (now !== before && now?.[OURS]) place.isOurs = true;
      return now === before || place.isOurs ? below : undefined;
    },
  };
  queueMicrotask(place.fetchNow);
  return place;
};
