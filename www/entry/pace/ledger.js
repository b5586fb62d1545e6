// The quota of one store, and who may spend which part of it in which window. Pure: moments
// are arguments, and all that it knows can be written down and read again.

/** The usual window, and the smallest quota of one, until an answer has told the real ones. */
const USUAL = { quota: 150, windowMs: 30_000 };
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
/** A quota that nobody reaches is not shared out. */
const UNLIMITED = 1_000_000;
/** No window and no hold is longer; a report that says so is wrong. */
const LONGEST_MS = 24 * 3600 * 1000;

/** What a client asks and reports comes over a network, and from any version of it. */
const isReport = ({ quota, windowMs, left, resetMs }) =>
  quota >= 1 && windowMs >= 1 && windowMs <= LONGEST_MS && left >= 0 && resetMs >= 0 &&
  [quota, windowMs, left, resetMs].every(Number.isFinite);

const count = (value) => (value >>> 0 === value ? value : 0);

export class Ledger {
  #quota;
  #windowMs;
  #isTold;
  /** The number of the current window, and when it ends. */
  #number;
  #endsMs;
  /** Permits given by window, from the current one on. */
  #given;
  /** The least that was left in this window by anybody's report, and what of it others took for certain. */
  #left;
  #taken;
  /** What others are expected to take of a window. */
  #others;
  #heldUntilMs;
  /** By client, when it last asked. */
  #clients;

  constructor(saved) {
    const { isTold = false, quota, windowMs, number = 0, endsMs = 0, given = [] } = saved ?? {};
    const { left = null, taken = 0, others = 0, heldUntilMs = 0, clients = {} } = saved ?? {};
    this.#isTold = isTold;
    this.#quota = quota ?? USUAL.quota;
    this.#windowMs = windowMs ?? USUAL.windowMs;
    this.#number = number;
    this.#endsMs = endsMs;
    this.#given = [...given];
    this.#left = left;
    this.#taken = taken;
    this.#others = others;
    this.#heldUntilMs = heldUntilMs;
    this.#clients = new Map(Object.entries(clients));
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

  /** Permits for a client, which tells what it has seen and gives back what it will not use. */
  lease(now, { client, want, back, seen, heldMs }) {
    this.#roll(now);
    this.#clients.set(String(client), now);
    if (isReport(seen ?? {})) this.#hear(now, seen);
    if (heldMs > 0 && heldMs < LONGEST_MS) this.#hold(now, heldMs);
    for (const { window, permits } of back ?? []) this.#takeBack(window, count(permits));
    const wanted = count(want);
    const grants = this.#quota >= UNLIMITED ? this.#all(now, wanted) : this.#share(now, wanted);
    return { grants, againMs: grants.length > 0 ? 0 : this.#nextMs(now), isWanted: this.#clients.size > 1 };
  }

  /** Nobody has asked of late, and all that was promised is over. */
  isForgotten(now) {
    this.#roll(now);
    return this.#clients.size === 0 && this.#given.length === 0 && this.#heldUntilMs <= now;
  }

  #roll(now) {
    if (this.#endsMs === 0) this.#endsMs = now + this.#windowMs;
    // After a long rest nothing of it is known any more.
    while (now >= this.#endsMs) this.#goOn(Math.max(Math.floor((now - this.#endsMs) / this.#windowMs) - AHEAD, 1));
    for (const [client, askedMs] of this.#clients) {
      if (now - askedMs > PRESENT * this.#windowMs) this.#clients.delete(client);
    }
  }

  #goOn(windows) {
    // Of what others took as much is expected again.
    this.#others = Math.round((this.#others + this.#taken) / 2);
    this.#number += windows;
    this.#endsMs += windows * this.#windowMs;
    this.#given.splice(0, windows);
    this.#left = null;
    this.#taken = 0;
  }

  /** So many are left: what is gone and was given to nobody, others took. */
  #count(left) {
    this.#left = Math.min(this.#left ?? Infinity, left);
    this.#taken = Math.max(this.#taken, this.#quota - left - (this.#given[0] ?? 0));
  }

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

  /** A 429: nothing is left until then, unless it is of the window before. */
  #hold(now, heldMs) {
    if (now + heldMs > this.#endsMs - this.#windowMs / 2) this.#count(0);
    this.#heldUntilMs = Math.max(this.#heldUntilMs, now + heldMs);
  }

  #takeBack(window, permits) {
    const at = window - this.#number;
    if (at >= 0 && this.#given[at] > 0) this.#given[at] = Math.max(0, this.#given[at] - permits);
  }

  #all(now, want) {
    const fromMs = Math.max(this.#heldUntilMs - now, 0);
    return [{ window: this.#number, permits: Math.max(want, 1000), fromMs, untilMs: fromMs + this.#windowMs }];
  }

  /** In the first windows that have some left; nobody gets more than his part of one in all. */
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

  #free(now, at) {
    const given = this.#given[at] ?? 0;
    if (!this.#isTold) return at === 0 ? FIRST - given : 0;
    if (at > 0) return this.#quota - this.#others - given;
    return this.#left === 0 ? 0 : Math.floor(this.#quota - this.#expected(now)) - given;
  }

  /** What others will have taken of this window: what they have, and at most their usual part of the rest. */
  #expected(now) {
    const rest = (this.#endsMs - now) / this.#windowMs;
    return Math.max(this.#taken, Math.min(this.#others, this.#taken + this.#others * rest));
  }

  /** When to ask again for who got nothing: what is kept for others is let go with time. */
  #nextMs(now) {
    if (!this.#isTold) return AGAIN_MS;
    const ms = this.#endsMs - now;
    return this.#others > this.#taken ? Math.min(ms, this.#windowMs / 4) : ms;
  }
}
