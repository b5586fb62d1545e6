// A ledger that lies in a database: read, asked, and written back if nobody else has written meanwhile.
// What another wrote comes back with the refusal, so an ask costs a round trip, and one more for each
// that came between.

import { StoreFault, VERSION, ledgerOf } from '../pace/saved-ledger.js';

/** @import { Lease, LeaseAsk, PaceStore } from 'bc-status' */
/** @import { Ledger } from '../pace/ledger.js' */

/** @typedef {{ saved?: any, ledger?: Ledger, aheadMs?: number, heardMs?: number, owed: Lease['grants'], turn?: Promise<unknown>, told?: string }} Known What this process knows of a key: what lies there, and the ledger where that is its own; how far the database's clock is ahead of `performance.now()`, and when it was last heard; and permits that came too late. */
/** @typedef {{ done: unknown, value: unknown, nowMs: number }} Answer Whether it was written, else what lies there, and what time it is there. */
/** @typedef {(key: string, from: string, saved: object, forMs: number, lastMs: number) => Promise<Answer>} Swap Writes in place of what has the id `from`, or of nothing, but not later than at `lastMs`. */

/** What takes longer is not written, and not spent: the pacer has asked anew by then. */
const LATEST_MS = 1000;
/** After losing to others for so long, an ask gives up. */
const LONGEST_MS = 10 * LATEST_MS;
/** So many windows the last one is kept, since clients count as present for as long. */
const KEPT = 3;
const MOST_KEYS = 1000;

/** @type {(id: string) => string} How what was written with this id begins, in JSON. */
export const headOf = (id) => `{"version":${VERSION},"id":"${id}"`;

/**
 * Clients of databases tell their errors as events, and one that nobody listens to ends the process.
 * @param {any} client
 */
export const listen = (client) => {
  if (client.listenerCount?.('error') === 0) client.on('error', () => {});
};

/**
 * @param {(key: string) => string} placeOf Where a ledger lies, for errors.
 * @param {Swap} swap
 * @returns {PaceStore}
 */
export const storeBy = (placeOf, swap) => {
  /** @type {Map<string, Known>} */
  const all = new Map();

  /** @param {string} key */
  const knownOf = (key) => {
    const known = all.get(key) ?? { owed: [] };
    all.delete(key);
    all.set(key, known);
    const [[oldest]] = all;
    if (all.size > MOST_KEYS) all.delete(oldest);
    return known;
  };

  /** @type {(known: Known, grants: Lease['grants'], ...args: Parameters<Swap>) => Promise<Answer>} */
  const exchange = async (known, grants, ...args) => {
    const sentMs = performance.now();
    const asked = swap(...args);
    const answer = await inTime(asked, LATEST_MS, () => {
      // What was written all the same is given back with the next ask.
      asked.then(({ done }) => void (done && known.owed.push(...grants))).catch(() => {});
    });
    const heardMs = performance.now();
    known.heardMs = heardMs;
    const { nowMs } = answer;
    // It was that time there when the ask was sent, or when its answer came, or in between.
    const aheadMs = known.aheadMs ?? nowMs - (sentMs + heardMs) / 2;
    known.aheadMs = Math.min(Math.max(aheadMs, nowMs - heardMs), nowMs - sentMs);
    return answer;
  };

  /** @type {(key: string, known: Known, ask: LeaseAsk) => Promise<Lease>} */
  const take = async (key, known, ask) => {
    const id = Math.random().toString(36).slice(2);
    const endMs = performance.now() + LONGEST_MS;
    const owed = known.owed.splice(0);
    const full = owed.length > 0 ? { ...ask, back: [...ask.back, ...owed] } : ask;
    if (known.aheadMs === undefined) known.saved = parsed((await exchange(known, [], key, '', {}, 0, 0)).value);
    for (;;) {
      const nowMs = performance.now() + /** @type {number} */ (known.aheadMs);
      const ledger = known.ledger ?? ledgerOf(placeOf(key), known.saved);
      known.ledger = undefined;
      const lease = ledger.lease(nowMs, full);
      /** @type {any} */
      const saved = { version: VERSION, id, ...ledger.toJSON() };
      const forMs = Math.ceil(Math.max((saved.given.length + KEPT) * saved.windowMs, saved.heldUntilMs - nowMs));
      const lastMs = Math.round(nowMs + LATEST_MS);
      const { done, value } = await exchange(known, lease.grants, key, known.saved?.id ?? '', saved, forMs, lastMs);
      known.saved = done ? saved : parsed(value);
      if (done) known.ledger = ledger;
      // A client that has lost its connection may have sent it twice.
      if (known.saved?.id === id) return lease;
      if (performance.now() > endMs) throw new Error(`Other processes kept writing for ${LONGEST_MS} ms`);
    }
  };

  /**
   * Asks of one process would only get in each other's way; and what fails one fails the next.
   * @param {Known} known
   */
  const before = async (known) => {
    const { turn } = known;
    for (let heardMs; turn; heardMs = known.heardMs) {
      try {
        await inTime(turn, LONGEST_MS);
        return;
      } catch (error) {
        // However many there are before, they get on.
        if (known.heardMs === heardMs) throw error;
      }
    }
  };

  /** @type {(key: string, known: Known, ask: LeaseAsk) => Promise<Lease>} */
  const inTurn = async (key, known, ask) => {
    try {
      await before(known);
      return await take(key, known, ask);
    } catch (error) {
      if (error instanceof StoreFault) {
        known.aheadMs = undefined;
        if (known.told !== error.message) console.warn(`bc-status: ${error.message}`);
        known.told = error.message;
      }
      throw error;
    }
  };

  return {
    lease(key, ask) {
      const known = knownOf(key);
      const lease = inTurn(key, known, ask);
      known.turn = lease;
      const end = () => {
        if (known.turn === lease) known.turn = undefined;
      };
      lease.then(end, end);
      return lease;
    },
  };
};

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} ms
 * @param {() => void} [miss]
 */
const inTime = async (work, ms, miss) => {
  /** @type {any} */
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => {
      miss?.();
      reject(new Error(`No answer within ${ms} ms`));
    }, ms);
  });
  try {
    return /** @type {T} */ (await Promise.race([work, over]));
  } finally {
    clearTimeout(timer);
  }
};

/**
 * What lies there, as an object; undefined where nothing does.
 * @param {any} value
 */
const parsed = (value) => {
  try {
    return typeof value === 'string' ? (JSON.parse(value) ?? value) : value;
  } catch {
    return value;
  }
};
