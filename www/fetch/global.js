// The fetch that is there. One of ours may take its place, and must not call itself then,
// nor what was put over it later.

import { refused } from './redirect.js';
import { methodOf, urlOf } from './request.js';

/** @import { Arguments, Fetch } from './request.js' */

/** @typedef {{ isSure?: true, key?: string, depth?: any, begun?: Map<string, any>, run: (key: string, send: () => any) => any }} Trail */
/** @typedef {{ key: string, outer: Running | undefined, depth: number, isOver: boolean }} Running A call, and the one on whose behalf it is. */

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

export const createGlobal = () => {
  /** @type {any} */
  const before = globalThis.fetch;
  const below = before?.[OURS] ?? before;
  /** Whether a fetch of ours was seen in its place: what replaces that may well call it. */
  let isInstalled = false;
  /** @type {Trail | undefined} */
  let trail;
  const look = () => {
    /** @type {any} */
    const now = globalThis.fetch;
    if (now !== before && now?.[OURS]) isInstalled = true;
    return now;
  };
  queueMicrotask(look);

  return {
    below,

    /**
     * Looked up at each call, so that a fetch replaced later is used.
     * @param {any} input
     * @param {any} init
     * @returns {Fetch}
     */
    find(input, init) {
      const now = look();
      if (now === before || isInstalled) return below;
      trail ??= createTrail();
      return (...args) => /** @type {Trail} */ (trail).run(keyOf({ input, init }), () => now(...args));
    },

    /**
     * Whether a call has come back to us by way of a fetch that was put over ours.
     * @param {any} input
     * @param {any} init
     */
    isBack(input, init) {
      if (!trail) return false;
      const key = keyOf({ input, init });
      const isLoop = trail.begun?.get(key) > MOST_TURNS || trail.depth > MOST_LEVELS;
      if (!isLoop && trail.key !== key) return false;
      // Where the runtime can tell, the next call may be one of nobody's behalf.
      if (isLoop || !trail.isSure) isInstalled = true;
      // Each of those that wait would repeat an answer.
      if (isLoop) throw refused('the global fetch calls itself');
      return true;
    },
  };
};

/** So often one request comes back, where nobody can tell that it does, before it is no longer taken for many. */
const MOST_TURNS = 1000;
/** So many calls may be on behalf of another; more are a fetch that asks for another URL each time. */
const MOST_LEVELS = 20;

/** @type {(call: Arguments) => string} */
const keyOf = (call) => `${methodOf(call)} ${placeOf(call)}`;

/** @type {(call: Arguments) => string} */
const placeOf = (call) => {
  const url = urlOf(call);
  try {
    return new URL(url, globalThis.location?.href).href;
  } catch {
    return url;
  }
};

/**
 * Knows on behalf of which call we are called: for as long as it lasts where the runtime can tell, else until it first waits.
 * @type {() => Trail}
 */
const createTrail = () => {
  const { AsyncLocalStorage } = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:async_hooks') ?? {};
  if (AsyncLocalStorage) {
    const storage = new AsyncLocalStorage();
    /**
     * A timer that a call has started may go off when that call is over.
     * @type {() => Running | undefined}
     */
    const current = () => {
      let call = storage.getStore();
      while (call?.isOver) call = call.outer;
      return call;
    };
    return {
      isSure: true,
      run(key, send) {
        const outer = current();
        /** @type {Running} */
        const call = { key, outer, depth: 1 + (outer?.depth ?? 0), isOver: false };
        const end = () => {
          call.isOver = true;
        };
        const sent = storage.run(call, send);
        Promise.resolve(sent).then(end, end);
        return sent;
      },
      get key() {
        return current()?.key;
      },
      get depth() {
        return current()?.depth;
      },
    };
  }
  return {
    /** How many of each have begun since one came to its end. */
    begun: new Map(),
    run(key, send) {
      const { key: outer } = this;
      const begun = /** @type {Map<string, number>} */ (this.begun);
      this.key = key;
      try {
        const sent = send();
        const end = () => begun.delete(key);
        begun.set(key, (begun.get(key) ?? 0) + 1);
        Promise.resolve(sent).then(end, end);
        return sent;
      } finally {
        this.key = outer;
      }
    },
  };
};
