// The requests to one store: who waits, who is out, and what the core says about the next.

import { onAbort } from '../core/abort.js';
import { core } from '../pace-core.js';
import { decisiveHeaders } from '../core/headers.js';
import { queueFull, waitTooLong } from './pace-error.js';
import { Leases } from './leases.js';
import { Permit, PermitList } from './permit.js';
import { X_RATE_LIMIT_REQUESTS_LEFT, X_RATE_LIMIT_TIME_RESET_MS } from '../knowledge/headers.js';
import { LONGEST_ANSWER_MS } from '../knowledge/limits.js';

/** @import { PacePriority, PaceState } from 'bc-status' */
/** @import { Admission, Settings } from './pacer-options.js' */
/** @import { Room } from './rooms.js' */

/** @typedef {Admission & { ticket: number, priority: string, sinceMs: number, lastMs: number, dueMs: number, isOver?: boolean, permit?: Permit, timer?: any, call: (value?: any) => void }} Waiter */
/** @typedef {Omit<PaceState, 'repeats' | 'nextRepeatMs' | 'lastRepeatMs' | 'queue' | 'nextMs' | 'waitMs'>} CoreState What the core knows of a line. */

/** The next in turn looks at least so often, since what he waits for may be lost with the request that has asked. */
const LOOK_MS = 1000;
/** How often a call that is not the next looks whether it is its turn: the further behind, the less often. */
const NAP_MS = 5000;
const NAPPERS = 16;
const LONGEST_NAP_MS = 60_000;
/** All headers of an answer are read so often, and in between the two that change with each. */
const READING_MS = 1000;
/** So far from where a window ends, an answer's window is known: its reset need not be read. */
const BORDER_MS = 2000;

/**
 * Frees what the core keeps of a line whose pacer nobody holds any more.
 * @type {FinalizationRegistry<number> | undefined}
 */
const forgotten = globalThis.FinalizationRegistry && new FinalizationRegistry((line) => core().paceEnd(line));

export class Line {
  usedMs = 0;
  /** @type {string} */
  #key;
  /**
   * Its address in the core.
   * @type {number}
   */
  #line;
  /** @type {number} */
  #maxQueue;
  /** @type {Leases | undefined} */
  #leases;
  /**
   * The waiting calls, by their tickets.
   * @type {Map<number, Waiter>}
   */
  #waiters = new Map();
  #out = new PermitList();
  /**
   * Calls that wait to be repeated, and until when.
   * @type {Set<{ untilMs: number }>}
   */
  #repeats = new Set();
  #readMs = -Infinity;
  /** Until then this window is far from its ends. */
  #amidMs = -Infinity;
  /** Whether answers have the two headers that are read in between. */
  #isPlain = false;

  /**
   * @param {string} key
   * @param {Settings} settings
   */
  constructor(key, { random, circuit, maxQueue, store, client }) {
    this.#key = key;
    this.#maxQueue = maxQueue;
    this.#line = core().paceBegin(performance.now(), random(), circuit, Boolean(store));
    this.#leases =
      store &&
      new Leases(store, client, {
        key,
        line: () => this.#line,
        state: () => this.#state(),
        arrived: () => this.#pump(),
      });
    forgotten?.register(this, this.#line, this);
  }

  /** Whether nobody will miss it. */
  get isIdle() {
    return this.#isAtRest && this.#repeats.size === 0;
  }

  get #isAtRest() {
    return this.#out.isEmpty && this.#waiters.size === 0;
  }

  close() {
    this.#leases?.close();
    forgotten?.unregister(this);
    core().paceEnd(this.#line);
    this.#line = 0;
  }

  /**
   * A permit, if there is one without a wait.
   * @param {Room} room
   * @param {number} now
   */
  permit(room, now) {
    this.usedMs = now;
    this.#leases?.want(now);
    return core().paceAdmit(this.#line, now, room.row, room.most, room.path) ? this.#letOut(now, room) : undefined;
  }

  /**
   * A permit, or the promise of one.
   * @param {Admission & { priority: PacePriority }} request
   * @returns {Permit | Promise<Permit>}
   */
  admit(request) {
    request.signal?.throwIfAborted();
    const now = performance.now();
    return this.permit(request.room, now) ?? this.#wait({ ...request, sinceMs: now });
  }

  /**
   * An answer to a permit, or to none that is known; a status of 0 where none came.
   * @param {number} now
   * @param {number} status
   * @param {any} headers
   * @param {Permit} [permit]
   */
  answered(now, status, headers, permit = this.#out.first) {
    if (permit?.isOver) return;
    const sentMs = permit?.sentMs ?? now;
    if (status === 0) core().paceFail(this.#line, now, sentMs);
    else this.#learn(now, sentMs, status, headers);
    if (status === 429 && this.#waiters.size > 0) this.#dismiss(now);
    if (permit) this.#comeBack(permit);
  }

  /**
   * A permit whose request was not sent, or was given up.
   * @param {Permit} permit
   */
  release(permit) {
    if (permit.isOver) return;
    core().paceRelease(this.#line, performance.now(), permit.sentMs);
    this.#comeBack(permit);
  }

  /**
   * Takes back the permits of which nothing will be heard any more.
   * @param {number} now
   */
  reclaim(now) {
    while (now - /** @type {any} */ (this.#out.first)?.sentMs > LONGEST_ANSWER_MS) this.#out.first?.release();
  }

  /**
   * A call will ask again then; returns how to say that it does not wait for that any longer.
   * @param {number} untilMs
   */
  repeats(untilMs) {
    const repeat = { untilMs };
    this.#repeats.add(repeat);
    return () => void this.#repeats.delete(repeat);
  }

  /** @returns {PaceState} */
  state() {
    const now = performance.now();
    const { coordinator, ...known } = this.#state(now);
    const untilMs = Array.from(this.#repeats, (repeat) => Math.max(repeat.untilMs - now, 0)).sort((one, other) => one - other);
    return {
      ...known,
      repeats: untilMs.length,
      nextRepeatMs: untilMs[0] ?? null,
      lastRepeatMs: untilMs.at(-1) ?? null,
      queue: this.#waiters.size,
      nextMs: finite(this.#waitMs(now, 0)),
      waitMs: finite(this.#waitMs(now, core().paceWaiting(this.#line))),
      coordinator,
    };
  }

  /** @returns {CoreState} */
  #state(now = performance.now()) {
    /** @type {any} */
    const found = {};
    core().paceState(this.#line, now, found);
    return found.value;
  }

  /**
   * Until a request with so many before it may go out, if no answer comes meanwhile.
   * @param {number} now
   * @param {number} before
   */
  #waitMs(now, before) {
    return core().paceWaitMs(this.#line, now, before);
  }

  /**
   * @param {number} now
   * @param {Room} room
   */
  #letOut(now, room) {
    this.#leases?.stir();
    const permit = new Permit(this, this.#key, now, room);
    this.#out.add(permit);
    return permit;
  }

  /** @param {Permit} permit */
  #comeBack(permit) {
    this.#out.delete(permit);
    const { row, most, path } = permit.room;
    if (row !== undefined) core().paceLeave(this.#line, row, most, path);
    if (this.#waiters.size > 0) this.#pump();
    else if (this.#isAtRest) this.#leases?.rest();
  }

  /**
   * @param {any} waiter A `Waiter`, once it waits.
   * @returns {Promise<Permit>}
   */
  #wait(waiter) {
    const { signal, room, maxWaitMs, sinceMs, isAgain } = waiter;
    const isBackground = waiter.priority === 'background';
    this.reclaim(sinceMs);
    const waitMs = this.#waitMs(sinceMs, core().paceAhead(this.#line, isBackground, isAgain));
    const waiting = this.#waiters.size;
    // A repeat may exceed it: to refuse one would lose the answer that it has.
    if (waiting >= this.#maxQueue && !isAgain) throw queueFull(this.#key, waiting, finite(waitMs));
    if (waitMs > maxWaitMs && waitMs < Infinity) throw this.#tooLong(waitMs, maxWaitMs);
    waiter.lastMs = sinceMs + maxWaitMs;
    return new Promise((resolve, reject) => {
      /**
       * @param {(value: any) => void} settle
       * @param {unknown} value
       */
      const end = (settle, value) => {
        waiter.isOver = true;
        clearTimeout(waiter.timer);
        deafen?.();
        settle(value);
      };
      const abort = () => {
        if (waiter.permit) waiter.permit.release();
        else this.#remove(waiter);
        end(reject, signal.reason);
      };
      /** @param {number} ms */
      const sleep = (ms) => {
        clearTimeout(waiter.timer);
        waiter.timer = setTimeout(wake, Math.ceil(Math.min(ms, LONGEST_NAP_MS, waiter.lastMs - performance.now())));
      };
      const wake = () => {
        waiter.dueMs = Infinity;
        const now = performance.now();
        this.reclaim(now);
        this.#leases?.want(now);
        this.#pump();
        if (waiter.isOver) return;
        if (waiter.permit) return end(resolve, waiter.permit);
        const place = core().paceBefore(this.#line, waiter.ticket);
        const before = place < 0 ? -1 - place : place;
        const { heldMs } = this.#state(now);
        const isHopeless = heldMs > Math.max(waiter.lastMs - now, 0);
        if (!isHopeless && now < waiter.lastMs) return sleep(NAP_MS * (1 + before / NAPPERS));
        // At the door of a room only an answer helps.
        const waitMs = isHopeless ? heldMs : place < 0 ? Infinity : this.#waitMs(now, before);
        this.#remove(waiter);
        end(reject, this.#tooLong(waitMs, maxWaitMs));
      };
      // In Workers a request may not act for another one: timers would be lost with it, and
      // promises settled too late. So who waits is called, and acts for himself.
      const listen = async () => {
        while (!waiter.isOver) {
          await new Promise((call) => (waiter.call = call));
          if (waiter.isOver) return;
          if (waiter.permit) return end(resolve, waiter.permit);
          sleep(waiter.dueMs - performance.now());
        }
      };
      waiter.dueMs = Infinity;
      const deafen = signal && onAbort(signal, abort);
      waiter.ticket = core().paceJoin(this.#line, isBackground, isAgain, room.row, room.most, room.path);
      this.#waiters.set(waiter.ticket, waiter);
      listen();
      wake();
    });
  }

  /** @param {Waiter} waiter */
  #remove(waiter) {
    this.#waiters.delete(waiter.ticket);
    core().paceQuit(this.#line, waiter.ticket);
    this.#pump();
  }

  #pump() {
    while (this.#waiters.size > 0) {
      const now = performance.now();
      const ticket = core().paceNext(this.#line, now);
      if (ticket === 0) return this.#lead(now);
      const waiter = /** @type {Waiter} */ (this.#waiters.get(ticket));
      this.#waiters.delete(ticket);
      waiter.permit = this.#letOut(now, waiter.room);
      waiter.call();
    }
  }

  /**
   * Has those look again whose turn would come too late, however many answers come.
   * @param {number} now
   */
  #dismiss(now) {
    const heldMs = now + this.#state(now).heldMs;
    for (const waiter of this.#waiters.values()) {
      if (waiter.lastMs >= heldMs) continue;
      waiter.dueMs = now;
      waiter.call();
    }
  }

  /**
   * Has the next look again at the right time, unless he will before that.
   * @param {number} now
   */
  #lead(now) {
    const dueMs = now + Math.min(this.#waitMs(now, 0), LOOK_MS);
    for (const isBackground of [false, true]) {
      const waiter = this.#waiters.get(core().paceHead(this.#line, isBackground));
      if (!waiter || dueMs >= waiter.dueMs) continue;
      waiter.dueMs = dueMs;
      waiter.call();
    }
  }

  /**
   * @param {number} waitMs
   * @param {number} maxWaitMs
   */
  #tooLong(waitMs, maxWaitMs) {
    return waitTooLong(this.#key, this.#state().circuit !== 'closed', finite(waitMs), maxWaitMs);
  }

  /**
   * @param {number} now
   * @param {number} sentMs
   * @param {number} status
   * @param {any} headers
   */
  #learn(now, sentMs, status, headers) {
    const isDue = status === 429 || !this.#isPlain || now - this.#readMs > READING_MS;
    if (isDue || typeof headers?.get !== 'function') return this.#learnAll(now, sentMs, status, headers);
    const resetMs = now < this.#amidMs ? undefined : plain(headers.get(X_RATE_LIMIT_TIME_RESET_MS));
    core().paceAnswer(this.#line, now, sentMs, status, plain(headers.get(X_RATE_LIMIT_REQUESTS_LEFT)), resetMs);
  }

  /**
   * @param {number} now
   * @param {number} sentMs
   * @param {number} status
   * @param {any} headers
   */
  #learnAll(now, sentMs, status, headers) {
    /** @type {any} */
    const found = {};
    core().paceRead(this.#line, now, sentMs, status, decisiveHeaders(headers ?? {}), found);
    const rateLimit = found.value;
    const { resetMs, windowMs } = rateLimit ?? {};
    this.#readMs = now;
    const isAmid = resetMs > BORDER_MS && windowMs - resetMs > BORDER_MS;
    this.#amidMs = isAmid ? now + Math.min(resetMs - BORDER_MS, READING_MS) : -Infinity;
    this.#isPlain =
      rateLimit === null ||
      [X_RATE_LIMIT_REQUESTS_LEFT, X_RATE_LIMIT_TIME_RESET_MS].every((name) => plain(headers.get?.(name)) !== undefined);
  }
}

/**
 * The number that a header is, if it is one that somebody may mean.
 * @type {(text: any) => number | undefined}
 */
const plain = (text) => (text && +text >= 0 && +text < 1e8 ? +text : undefined);

/**
 * What only an answer can tell is null in a result.
 * @type {(ms: number) => number | null}
 */
const finite = (ms) => (ms < Infinity ? ms : null);
