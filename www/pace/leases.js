// What a line may spend of a quota that it shares with other processes: permits leased in
// batches from a store that they all ask.

import { SPREAD } from '../knowledge/limits.js';

/** @import { Lease, LeaseAsk, PaceState, PaceStore } from 'bc-status' */

/** @typedef {{ window: number, permits: number, fromMs: number, untilMs: number, gapMs: number }} Grant */
/** @typedef {Omit<PaceState, 'queue' | 'nextMs' | 'waitMs' | 'coordinator'>} CoreState What the core knows of a line. */
/** @typedef {{ state: () => CoreState, waiting: () => number, arrived: () => void }} Lessee The line that spends what is leased. */

/** Who has no answer by then goes on alone. */
const LONGEST_ASK_MS = 50;
/** An ask without any end by then was lost, in Workers with the request that had sent it. */
const LOST_MS = 1000;
/** When the store is asked again after a failure, which doubles with each that follows. */
const FIRST_ALONE_MS = 1000;
const LONGEST_ALONE_MS = 30_000;
/** What a store says of later moments is wrong, and nobody waits for it. */
const LATEST_MS = 31 * 24 * 3600 * 1000;
/** A store that grants nothing is not asked again before, whatever it says. */
const SHORTEST_AGAIN_MS = 10;
/** What is left is given back when nothing was sent for so long. */
const REST_MS = 1000;

export class Leases {
  /** @type {string} */
  #key;
  /** @type {PaceStore} */
  #store;
  /** @type {string} */
  #client;
  /** @type {Lessee} */
  #line;
  /**
   * In the order of their windows: `{ window, permits, fromMs, untilMs, gapMs }`.
   * @type {Grant[]}
   */
  #grants = [];
  /** When it was, while an answer may come. */
  #askedMs = -Infinity;
  #isWanted = false;
  #againMs = 0;
  #aloneMs = FIRST_ALONE_MS;
  /** How many the last lease was of, and how many the next one is when they come one by one. */
  #last = 0;
  #size = 1;
  #sinceMs = performance.now();
  /** @type {any} */
  #resting;
  isAlone = false;

  /**
   * @param {string} key
   * @param {PaceStore} store
   * @param {string} client
   * @param {Lessee} line
   */
  constructor(key, store, client, line) {
    this.#key = key;
    this.#store = store;
    this.#client = client;
    this.#line = line;
  }

  /**
   * Whether a permit may be spent now.
   * @param {number} now
   */
  has(now) {
    const grants = this.#grants;
    while (grants.length > 0 && (grants[0].permits === 0 || grants[0].untilMs <= now)) {
      // A batch that was too large; the next is smaller.
      if (/** @type {Grant} */ (grants.shift()).permits > 0) this.#size = Math.max(1, Math.ceil(this.#size / 2));
    }
    return grants.length > 0 && grants[0].fromMs <= now;
  }

  spend() {
    clearTimeout(this.#resting);
    const [grant] = this.#grants;
    grant.permits -= 1;
    grant.fromMs += grant.gapMs;
    return true;
  }

  /**
   * Until the request after so many others has its permit, or asks for one; infinite where an answer tells.
   * @param {number} now
   * @param {number} before
   */
  waitMs(now, before) {
    let left = before;
    for (const { permits, fromMs, gapMs } of this.#grants) {
      if (left < permits) return Math.max(fromMs + left * gapMs - now, 0);
      left -= permits;
    }
    return this.#grants.length > 0 || this.#isAsking(now) ? Infinity : Math.max(this.#againMs - now, 1);
  }

  /**
   * Asks for permits when all are spent; for one who waits, since Workers end what others ask for.
   * @param {number} now
   */
  want(now) {
    this.has(now);
    if (now >= this.#againMs && this.#grants.length === 0 && !this.#isAsking(now)) this.#ask();
  }

  /** Nobody waits and nothing is out. */
  rest() {
    if (!this.#isWanted || this.#unspent === 0) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#giveBack(), REST_MS);
    this.#resting.unref?.();
  }

  /** Nobody will wait any more. */
  close() {
    clearTimeout(this.#resting);
    this.#giveBack();
  }

  /**
   * @param {number} now
   * @returns {NonNullable<PaceState['coordinator']>}
   */
  state(now) {
    this.has(now);
    return { state: this.isAlone ? 'alone' : 'leasing', sinceMs: now - this.#sinceMs, permits: this.#unspent };
  }

  /** @param {number} now */
  #isAsking(now) {
    return now - this.#askedMs < LOST_MS;
  }

  get #unspent() {
    return this.#grants.reduce((sum, { permits }) => sum + permits, 0);
  }

  #giveBack() {
    if (this.#line.waiting() > 0) return;
    this.has(performance.now());
    const back = this.#grants.map(({ window, permits }) => ({ window, permits }));
    this.#grants = [];
    this.#size = 1;
    if (back.length > 0) this.#ask(back);
  }

  /**
   * As many as wait; where no more do than were let out of late, more come one by one.
   * @param {number} waiting
   */
  #wanted(waiting) {
    this.#size = waiting <= this.#last ? Math.min(this.#size * 2, this.#last * 2) : 1;
    return Math.max(waiting, this.#size);
  }

  /** @param {LeaseAsk['back']} [back] */
  async #ask(back = []) {
    const askedMs = performance.now();
    this.#askedMs = askedMs;
    const { quota, windowMs, left, resetMs, heldMs } = this.#line.state();
    /** @type {any} */
    const seen = left === null ? null : { quota, windowMs, left, resetMs };
    // Who sends many sends them together; then all of them wait by now.
    await null;
    const want = back.length > 0 ? 0 : this.#wanted(this.#line.waiting());
    /** @type {any} */
    let late = setTimeout(() => {
      late = undefined;
      this.#goAlone();
    }, LONGEST_ASK_MS);
    try {
      const lease = await this.#store.lease(this.#key, { client: this.#client, want, back, seen, heldMs });
      if (!isLease(lease)) throw new TypeError('No lease');
      this.#take(lease, askedMs, want);
    } catch {
      if (late) this.#goAlone();
    } finally {
      clearTimeout(late);
      if (this.#askedMs === askedMs) this.#askedMs = -Infinity;
      this.#line.arrived();
    }
  }

  /**
   * Times are those of the store when it answered, which was after it was asked and before now.
   * @param {Lease} lease
   * @param {number} askedMs
   * @param {number} want
   */
  #take({ grants, againMs, isWanted }, askedMs, want) {
    const now = performance.now();
    for (const { window, permits, fromMs, untilMs } of grants) {
      const gapMs = ((untilMs - Math.max(fromMs, 0)) * SPREAD) / Math.max(permits, 1);
      this.#grants.push({ window, permits, fromMs: fromMs > 0 ? now + fromMs : now, untilMs: askedMs + untilMs, gapMs });
    }
    this.#last = grants.reduce((sum, { permits }) => sum + permits, 0);
    // Who wanted nothing was refused nothing.
    this.#againMs = want === 0 || this.#last > 0 ? now : now + Math.max(againMs, SHORTEST_AGAIN_MS);
    this.#isWanted = isWanted;
    this.#aloneMs = FIRST_ALONE_MS;
    if (this.isAlone) this.#sinceMs = now;
    this.isAlone = false;
  }

  #goAlone() {
    const now = performance.now();
    if (!this.isAlone) this.#sinceMs = now;
    this.isAlone = true;
    this.#againMs = now + this.#aloneMs;
    this.#aloneMs = Math.min(this.#aloneMs * 2, LONGEST_ALONE_MS);
    this.#line.arrived();
  }
}

/** @type {(ms: number) => boolean} */
const isTime = (ms) => Number.isFinite(ms) && ms <= LATEST_MS;

/**
 * A store may be anybody's, and answer with anything.
 * @type {(lease: Lease) => boolean}
 */
const isLease = ({ grants, againMs }) =>
  isTime(againMs) &&
  againMs >= 0 &&
  grants.every(({ permits, fromMs, untilMs }) => permits >>> 0 === permits && isTime(fromMs) && isTime(untilMs));
