// Whether a call has come back to us, by way of a fetch that was put over ours.

import { refused } from './refused.js';
import { methodOf } from './request.js';
import { urlOf } from './snapshot.js';

/** @import { Place } from './place.js' */
/** @import { Arguments, Fetch } from './snapshot.js' */

/** @typedef {{ isSure?: true, key?: string, depth?: any, begun?: Map<string, any>, run: (key: string, send: () => any) => any }} Calls */
/** @typedef {{ key: string, outer: Running | undefined, depth: number, isOver: boolean }} Running A call, and the one on whose behalf it is. */

/** @typedef {ReturnType<typeof createTrail>} Trail */

/** @param {Place} place */
export const createTrail = (place) => {
  const calls = createCalls();
  return {
    /**
     * The same fetch, with a trail of its calls.
     * @type {(fetch: Fetch) => Fetch}
     */
    over:
      (fetch) =>
      (...args) =>
        calls.run(keyOf({ input: args[0], init: args[1] }), () => fetch(...args)),

    /**
     * @param {any} input
     * @param {any} init
     */
    isBack(input, init) {
      const key = keyOf({ input, init });
      const isLoop = calls.begun?.get(key) > MOST_TURNS || calls.depth > MOST_LEVELS;
      if (!isLoop && calls.key !== key) return false;
      // Where the runtime can tell, the next call may be one of nobody's behalf.
      if (isLoop || !calls.isSure) place.isOurs = true;
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
 * @type {() => Calls}
 */
const createCalls = () => {
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
