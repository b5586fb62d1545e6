// The quota of one store, and who may spend which part of it in which window. Pure: moments
// are arguments, and all that it knows can be written down and read again.

import { isGiven, isObject, object, wrong } from '../core/checks.js';
import { LONGEST_WINDOW_MS, UNLIMITED, USUAL_WINDOW_MS } from '../knowledge/limits.js';

/** @import { Lease, LeaseAsk } from 'bc-status' */

/** @typedef {NonNullable<LeaseAsk['seen']>} Report */
/** @typedef {(value: any) => boolean} Is */

/** The usual window, and the smallest quota of one, until an answer has told the real ones. */
const USUAL = { quota: 150, windowMs: USUAL_WINDOW_MS };
/** Fewer are not worth a call, while so many are wanted. */
const FEWEST = 16;
/** Nobody gets more than this part of a window at a time, for who comes next. */
const MOST = 1 / 4;
/** Until the quota is told only the first few are let out; who gets nothing asks again after this. */
const FIRST = 16;
const AGAIN_MS = 1000;
/** So many windows ahead a permit may be promised. */
const AHEAD = 20;
/** Nothing is sent in this last part of a window, since it would arrive in the next. */
const END = 0.01;
/** Nobody counts as present who has not asked for so many windows. */
const PRESENT = 3;
/** A report comes over two ways, each of which may take a while. */
const WAY = 1 / 16;
/** Dates end there, and the moments after it are still whole numbers. */
const LAST_MS = 8.64e15;
/** More are not told apart: each gets the fewest permits anyway. */
const MOST_CLIENTS = 1000;
const LONGEST_NAME = 64;

/** @type {(least: number, most: number) => Is} */
const between = (least, most) => (value) => typeof value === 'number' && value >= least && value <= most;

const isAmount = between(0, Number.MAX_SAFE_INTEGER);
/** @type {Is} */
const isWhole = (value) => isAmount(value) && value % 1 === 0;
const isQuota = between(1, Number.MAX_SAFE_INTEGER);
const isWindow = between(1, LONGEST_WINDOW_MS);

/**
 * What a client asks and reports comes over a network, and from any version of it.
 * @type {Is}
 */
const isReport = ({ quota, windowMs, left, resetMs }) => isQuota(quota) && isWindow(windowMs) && isAmount(left) && isAmount(resetMs);

/** @type {Is} */
const isCount = (value) => typeof value === 'number' && value >>> 0 === value;

/** @type {(value: any) => number} */
const count = (value) => (isCount(value) ? value : 0);

/** @type {Is} */
const isClients = (value) => {
  const moments = isObject(value) && !Array.isArray(value) ? Object.values(value) : [NaN];
  return moments.length <= MOST_CLIENTS && moments.every(isAmount);
};

const MOMENT = 'a moment in milliseconds';
const AMOUNT = 'a number from 0 on';

/**
 * What is written down: with any other numbers a ledger might never come to an end.
 * @type {Record<string, [is: Is, wanted: string]>}
 */
const SAVED = {
  isTold: [(value) => typeof value === 'boolean', 'true or false'],
  quota: [isQuota, 'a number from 1 on'],
  windowMs: [isWindow, 'a number of milliseconds from 1 to a day'],
  number: [isWhole, 'a whole number from 0 on'],
  endsMs: [isAmount, MOMENT],
  given: [
    (value) => Array.isArray(value) && value.length <= AHEAD && value.every((one) => !isGiven(one) || isWhole(one)),
    `a list of whole numbers from 0 on, ${AHEAD} at most`,
  ],
  left: [(value) => value === null || isAmount(value), `null or ${AMOUNT}`],
  taken: [isAmount, AMOUNT],
  others: [isAmount, AMOUNT],
  heldUntilMs: [isAmount, MOMENT],
  clients: [isClients, `an object of moments by client, ${MOST_CLIENTS} at most`],
};

/** @type {(saved: any) => typeof FRESH} */
const checked = (saved) => {
  object('saved', saved, 'what toJSON() of a ledger returned');
  for (const [name, [is, wanted]] of Object.entries(SAVED)) if (!is(saved[name])) throw wrong(`saved.${name}`, wanted, saved[name]);
  return saved;
};

/**
 * One that knows nothing yet.
 * @type {{ isTold: boolean, quota: number, windowMs: number, number: number, endsMs: number, given: number[], left: number | null, taken: number, others: number, heldUntilMs: number, clients: Record<string, number> }}
 */
const FRESH = { isTold: false, ...USUAL, number: 0, endsMs: 0, given: [], left: null, taken: 0, others: 0, heldUntilMs: 0, clients: {} };

export class Ledger {
  /** @type {number} */
  #quota;
  /** @type {number} */
  #windowMs;
  /** @type {boolean} */
  #isTold;
  /**
   * The number of the current window, and when it ends.
   * @type {number}
   */
  #number;
  /** @type {number} */
  #endsMs;
  /**
   * Permits given by window, from the current one on.
   * @type {number[]}
   */
  #given;
  /**
   * The least that was left in this window by anybody's report, and what of it others took for certain.
   * @type {number | null}
   */
  #left;
  /** @type {number} */
  #taken;
  /**
   * What others are expected to take of a window.
   * @type {number}
   */
  #others;
  /** @type {number} */
  #heldUntilMs;
  /**
   * By client, when it last asked.
   * @type {Map<string, number>}
   */
  #clients;

  /** @param {object | null} [saved] */
  constructor(saved) {
    const known = isGiven(saved) ? checked(saved) : FRESH;
    this.#isTold = known.isTold;
    this.#quota = known.quota;
    this.#windowMs = known.windowMs;
    this.#number = known.number;
    this.#endsMs = known.endsMs;
    this.#given = [...known.given];
    this.#left = known.left;
    this.#taken = known.taken;
    this.#others = known.others;
    this.#heldUntilMs = known.heldUntilMs;
    this.#clients = new Map(Object.entries(known.clients));
  }

  toJSON() {
    return {
      isTold: this.#isTold,
      quota: this.#quota,
      windowMs: this.#windowMs,
      number: this.#number,
      endsMs: this.#endsMs,
      given: [...this.#given],
      left: this.#left,
      taken: this.#taken,
      others: this.#others,
      heldUntilMs: this.#heldUntilMs,
      clients: Object.fromEntries(this.#clients),
    };
  }

  /**
   * Permits for a client, which tells what it has seen and gives back what it will not use.
   * @param {number} now
   * @param {any} ask A `LeaseAsk`, if it is right.
   * @returns {Lease}
   */
  lease(now, ask) {
    const { client, want, back, seen, heldMs } = ask ?? {};
    this.#roll(now);
    this.#meet(now, client);
    if (isReport(seen ?? {})) this.#hear(now, seen);
    if (between(Number.MIN_VALUE, LONGEST_WINDOW_MS)(heldMs)) this.#hold(now, heldMs);
    for (const one of Array.isArray(back) ? back : []) this.#takeBack(one?.window, count(one?.permits));
    const wanted = count(want);
    const grants = this.#quota >= UNLIMITED ? this.#all(now, wanted) : this.#share(now, wanted);
    return { grants, againMs: grants.length > 0 ? 0 : this.#nextMs(now), isWanted: this.#clients.size > 1 };
  }

  /**
   * Nobody has asked of late, and all that was promised is over.
   * @param {number} now
   */
  isForgotten(now) {
    this.#roll(now);
    return this.#clients.size === 0 && this.#given.length === 0 && this.#heldUntilMs <= now;
  }

  /**
   * @param {number} now
   * @param {unknown} client
   */
  #meet(now, client) {
    const name = typeof client === 'string' ? client.slice(0, LONGEST_NAME) : '';
    if (this.#clients.size < MOST_CLIENTS || this.#clients.has(name)) this.#clients.set(name, now);
  }

  /** @param {number} now */
  #roll(now) {
    if (!between(0, LAST_MS)(now)) throw wrong('nowMs', MOMENT, now);
    // Nothing lies further ahead, unless the clock was set back or somebody else wrote it down.
    if (this.#endsMs === 0 || this.#endsMs - now > 2 * this.#windowMs) this.#endsMs = now + this.#windowMs;
    if (this.#heldUntilMs - now > LONGEST_WINDOW_MS) this.#heldUntilMs = 0;
    // After a long rest nothing of it is known any more.
    while (now >= this.#endsMs) this.#goOn(Math.max(Math.floor((now - this.#endsMs) / this.#windowMs) - AHEAD, 1));
    for (const [client, askedMs] of this.#clients) {
      if (Math.abs(now - askedMs) > PRESENT * this.#windowMs) this.#clients.delete(client);
    }
  }

  /** @param {number} windows */
  #goOn(windows) {
    // Of what others took as much is expected again.
    this.#others = Math.round((this.#others + this.#taken) / 2);
    // It only has to be another one.
    this.#number = (this.#number + windows) % Number.MAX_SAFE_INTEGER;
    this.#endsMs += windows * this.#windowMs;
    this.#given.splice(0, windows);
    this.#left = null;
    this.#taken = 0;
  }

  /**
   * So many are left: what is gone and was given to nobody, others took.
   * @param {number} left
   */
  #count(left) {
    this.#left = Math.min(this.#left ?? Infinity, left);
    this.#taken = Math.max(this.#taken, this.#quota - left - (this.#given[0] ?? 0));
  }

  /**
   * @param {number} now
   * @param {Report} report
   */
  #hear(now, { quota, windowMs, left, resetMs }) {
    const endsMs = now + Math.min(resetMs, windowMs);
    const wayMs = windowMs * WAY;
    // Until then the window's end was a guess.
    if (!this.#isTold || windowMs !== this.#windowMs) this.#endsMs = endsMs;
    this.#isTold = true;
    this.#quota = quota;
    this.#windowMs = windowMs;
    // The next one has begun before this one was over by our reckoning.
    if (endsMs - wayMs > this.#endsMs + windowMs / 2) this.#goOn(1);
    if (endsMs - wayMs > this.#endsMs || endsMs < this.#endsMs) {
      // A report of the window before, which ends now, says nothing of this one.
      if (this.#endsMs - endsMs > windowMs / 2) return;
      this.#endsMs = endsMs;
    }
    this.#count(left);
  }

  /**
   * A 429: nothing is left until then, unless it is of the window before.
   * @param {number} now
   * @param {number} heldMs
   */
  #hold(now, heldMs) {
    if (now + heldMs > this.#endsMs - this.#windowMs / 2) this.#count(0);
    this.#heldUntilMs = Math.max(this.#heldUntilMs, now + heldMs);
  }

  /**
   * @param {any} window
   * @param {number} permits
   */
  #takeBack(window, permits) {
    const at = isWhole(window) ? window - this.#number : -1;
    if (at >= 0 && this.#given[at] > 0) this.#given[at] = Math.max(0, this.#given[at] - permits);
  }

  /**
   * @param {number} now
   * @param {number} want
   */
  #all(now, want) {
    const fromMs = Math.max(this.#heldUntilMs - now, 0);
    return [{ window: this.#number, permits: Math.max(want, 1000), fromMs, untilMs: fromMs + this.#windowMs }];
  }

  /**
   * In the first windows that have some left; nobody gets more than his part of one in all.
   * @param {number} now
   * @param {number} want
   */
  #share(now, want) {
    const grants = [];
    const most = Math.max(FEWEST, Math.floor(this.#quota * Math.min(MOST, 1 / this.#clients.size)));
    let wanted = Math.min(want, most);
    for (let at = 0; wanted > 0 && at < AHEAD; at += 1) {
      const permits = Math.min(wanted, this.#free(now, at));
      const startsMs = at === 0 ? now : this.#endsMs + (at - 1) * this.#windowMs;
      const fromMs = Math.max(startsMs, this.#heldUntilMs) - now;
      const untilMs = this.#endsMs + at * this.#windowMs - this.#windowMs * END - now;
      if (permits < 1 || fromMs >= untilMs) continue;
      this.#given[at] = (this.#given[at] ?? 0) + permits;
      grants.push({ window: this.#number + at, permits, fromMs, untilMs });
      wanted -= permits;
    }
    return grants;
  }

  /**
   * @param {number} now
   * @param {number} at
   */
  #free(now, at) {
    const given = this.#given[at] ?? 0;
    if (!this.#isTold) return at === 0 ? FIRST - given : 0;
    if (at > 0) return Math.floor(this.#quota - this.#others) - given;
    return this.#left === 0 ? 0 : Math.floor(this.#quota - this.#expected(now)) - given;
  }

  /**
   * What others will have taken of this window: what they have, and at most their usual part of the rest.
   * @param {number} now
   */
  #expected(now) {
    const rest = (this.#endsMs - now) / this.#windowMs;
    return Math.max(this.#taken, Math.min(this.#others, this.#taken + this.#others * rest));
  }

  /**
   * When to ask again for who got nothing: what is kept for others is let go with time.
   * @param {number} now
   */
  #nextMs(now) {
    if (!this.#isTold) return AGAIN_MS;
    const ms = this.#endsMs - now;
    return this.#others > this.#taken ? Math.min(ms, this.#windowMs / 4) : ms;
  }
}
