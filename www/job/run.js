// One run of a job.

import { untilAborted } from '../fetch/time.js';
import { drop } from '../fetch/drop.js';
import { Checkpoint } from './checkpoint.js';
import { Failures, faultIn, faultOf, partsOf } from './failures.js';
import { Ranges } from './ranges.js';
import { Speed } from './remaining.js';
import { PAGED } from './items.js';

/** @import { PaceState } from 'bc-status' */
/** @import { Keeper } from './checkpoint.js' */
/** @import { Fault } from './failures.js' */

/** @typedef {{ item: any, index: number }} Entry An item and its position in the source. */
/** @typedef {{ entries: Entry[], sends: number, before?: Fault }} Part What is sent of a unit at a time: the how manieth time it is, and what went wrong before. */
/** @typedef {{ source: any, size?: number, work: (item: any, about: object) => unknown, keeper?: Keeper, concurrency?: number, signal?: AbortSignal, onProgress?: (progress: object) => unknown, requests?: number, maxFailures?: number, state?: () => PaceState, totalNow: () => number | null }} Settings */

/** How many pieces of work are under way where nothing says how many may be. */
const USUAL = 8;
/** With a pacer there are more and more, as long as none of them waits for a permit. */
const FEWEST = 4;
const MOST = 64;
/** What has failed of a batch of which some was done is sent so often, if fewer and fewer fail. */
const MOST_SENDS = 5;

export class Run {
  /** @type {Settings} */
  #settings;
  /** @type {AbortSignal} */
  #signal;
  /** @type {Checkpoint} */
  #checkpoint;
  #done = new Ranges();
  /** How many earlier runs did. */
  #before = 0;
  #count = 0;
  #active = 0;
  #most;
  #failures = new Failures();
  #beganMs = performance.now();
  #speed = new Speed(this.#beganMs);
  /**
   * Of the pages that are not over, the first item and what leads there again.
   * @type {{ index: number, place: unknown }[]}
   */
  #places = [];
  /** Why the run ends before its items do. */
  #error = /** @type {{ error: unknown } | undefined} */ (undefined);
  /** Whether nobody wants more. */
  #isLeft = false;
  #isBegun = false;
  #isOver = false;
  /**
   * Results that wait for who iterates; undefined where nobody does.
   * @type {any[] | undefined}
   */
  #results;
  /** @type {() => void} */
  #wake = () => {};
  /** @type {() => void} */
  #arrived = () => {};
  /** @type {Promise<object>} */
  #ended = new Promise(() => {});

  /** @param {Settings} settings */
  constructor(settings) {
    const { signal, keeper, concurrency, state } = settings;
    this.#settings = settings;
    this.#signal = signal ?? new AbortController().signal;
    this.#checkpoint = new Checkpoint(keeper, (error) => this.#stop(error));
    this.#most = concurrency ?? (state ? FEWEST : USUAL);
  }

  /** Begins as soon as it is known whether somebody iterates. */
  begin() {
    this.#ended = Promise.resolve().then(() => this.#run());
    return this.#ended;
  }

  async *results() {
    if (this.#results || this.#isBegun) {
      throw new TypeError('What each() returns can be iterated once, and not after it was awaited');
    }
    /** @type {any[]} */
    const results = [];
    this.#results = results;
    // It is told by the iteration.
    this.#ended.catch(() => {});
    try {
      for (;;) {
        while (results.length > 0) {
          const { entries, result } = results[0];
          yield result;
          // What was taken is done, and not before.
          results.shift();
          this.#settled(entries);
          this.#wake();
        }
        if (this.#isOver) break;
        await new Promise((resolve) => (this.#arrived = () => resolve(undefined)));
      }
    } finally {
      this.#isLeft = true;
      results.length = 0;
      this.#wake();
      await this.#ended.catch(() => {});
    }
    await this.#ended;
  }

  async #run() {
    this.#isBegun = true;
    try {
      this.#signal.throwIfAborted();
      const { done, from } = await untilAborted(this.#checkpoint.open(), this.#signal);
      this.#done = done;
      this.#before = done.count;
      await this.#readAll(this.#unitsFrom(from));
    } catch (error) {
      this.#stop(error);
    }
    while (this.#active > 0) await this.#change();
    this.#isOver = true;
    this.#arrived();
    // Who iterates takes the last results yet.
    while (this.#results && this.#results.length > 0 && !this.#isLeft) await this.#change();
    const isComplete = !this.#error && !this.#isLeft;
    await (isComplete ? this.#checkpoint.end() : this.#checkpoint.flush());
    if (this.#error) throw this.#error.error;
    return this.#summary(isComplete);
  }

  /** @param {unknown} error */
  #stop(error) {
    this.#error ??= { error };
    this.#wake();
  }

  get #isStopped() {
    return this.#error !== undefined || this.#isLeft;
  }

  #change() {
    return new Promise((resolve) => (this.#wake = () => resolve(undefined)));
  }

  /** @param {AsyncGenerator<Entry[]>} units */
  async #readAll(units) {
    try {
      for (;;) {
        while (!this.#isStopped && this.#active + (this.#results?.length ?? 0) >= this.#limit()) {
          await untilAborted(this.#change(), this.#signal);
        }
        if (this.#isStopped) return;
        const { done, value } = await untilAborted(units.next(), this.#signal);
        if (done || this.#isStopped) return;
        this.#start(value);
      }
    } finally {
      // A source that is still asked for its next item cannot be told to end.
      units.return(undefined).catch(() => {});
    }
  }

  /** As many at once as the store takes: where calls wait for permits, more would only wait as well. */
  #limit() {
    const { concurrency, state } = this.#settings;
    if (concurrency || !state) return this.#most;
    const { queue, circuit } = state();
    const isFull = this.#active >= this.#most;
    if (isFull && queue === 0 && circuit === 'closed' && this.#count >= this.#most) this.#most = Math.min(this.#most + 1, MOST);
    return this.#most;
  }

  /**
   * What is not done yet, in pieces of work.
   * @param {{ index: number, place: unknown } | undefined} from
   */
  async *#unitsFrom(from) {
    const { size = 1 } = this.#settings;
    const isDone = this.#done.inOrder();
    /** @type {Entry[]} */
    let unit = [];
    for await (const entry of this.#entriesFrom(from)) {
      if (isDone(entry.index)) continue;
      unit.push(entry);
      if (unit.length < size) continue;
      yield unit;
      unit = [];
    }
    if (unit.length > 0) yield unit;
  }

  /** @param {{ index: number, place: unknown } | undefined} from */
  async *#entriesFrom(from) {
    const { source } = this.#settings;
    const paged = source[PAGED];
    let index = paged ? (from?.index ?? 0) : 0;
    if (!paged) {
      for await (const item of source) {
        yield { item, index };
        index += 1;
      }
      return;
    }
    for await (const { items, place } of paged.from(from?.place)) {
      this.#places.push({ index, place });
      for (const item of items) {
        yield { item, index };
        index += 1;
      }
    }
  }

  /** @param {Entry[]} unit */
  async #start(unit) {
    this.#active += 1;
    try {
      await this.#work(unit);
    } catch (error) {
      // Of work that was given up it is not known whether it is done.
      this.#stop(error);
    } finally {
      this.#active -= 1;
      this.#wake();
    }
  }

  /** @param {Entry[]} unit */
  async #work(unit) {
    const { work, size, maxFailures = Infinity } = this.#settings;
    const [{ index }] = /** @type {[Entry]} */ (unit);
    /** @type {{ item: any, index: number, message: string | null }[]} */
    const failed = [];
    /** @type {Fault | undefined} */
    let why;
    /** @type {(fault: Fault, entries: Entry[], messages?: Map<Entry, string>) => void} */
    const fail = (fault, entries, messages) => {
      why ??= fault;
      for (const entry of entries) {
        const message = messages?.get(entry) ?? fault.message;
        failed.push({ ...entry, message });
        this.#failures.add({ ...fault, message }, entry.item, entry.index);
      }
    };
    let value;
    /** @type {Part[]} */
    const parts = [{ entries: unit, sends: 1 }];
    for (let attempt = 1; parts.length > 0; attempt += 1) {
      const { entries, sends, before } = /** @type {Part} */ (parts.shift());
      if (before && this.#signal.aborted) {
        fail(before, entries);
        continue;
      }
      const [first] = /** @type {[Entry]} */ (entries);
      const given = size ? entries.map(({ item }) => item) : first.item;
      const came = await this.#try(() => work(given, { index: first.index, attempt, signal: this.#signal }));
      value = came.value;
      const fault = better(came.fault, before);
      if (!fault) continue;
      const told = size ? partsOf(fault, entries.length) : undefined;
      const messages = new Map(Array.from(told?.named ?? [], ([at, message]) => [/** @type {Entry} */ (entries[at]), message]));
      const [named, others] = [entries.filter((entry) => messages.has(entry)), entries.filter((entry) => !messages.has(entry))];
      if (!told) fail(fault, entries);
      else if (told.isPartial) {
        // It may have been for a moment; but then fewer fail with each time.
        if ((sends === 1 || others.length > 0) && sends < MOST_SENDS) parts.unshift({ entries: named, sends: sends + 1, before: fault });
        else fail(fault, named, messages);
      } else if (named.length > 0) {
        fail(fault, named, messages);
        if (others.length > 0) parts.unshift({ entries: others, sends, before: fault });
      } else parts.unshift(...entries.map((entry) => ({ entries: [entry], sends, before: fault })));
    }
    const positions = new Set(failed.map((one) => one.index));
    const entries = unit.filter((entry) => !positions.has(entry.index));
    this.#count += entries.length;
    this.#speed.done(performance.now());
    if (this.#results && !this.#isLeft) {
      const { code = null, finding = null, title = null, error = null } = why ?? {};
      const failure = code === null ? null : { code, finding, title, error, items: failed };
      const item = size ? unit.map((entry) => entry.item) : /** @type {Entry} */ (unit[0]).item;
      this.#results.push({ entries, result: { item, index, value, failure } });
      this.#arrived();
    } else if (!this.#results) {
      if (!why) drop(value);
      this.#settled(entries);
    }
    await this.#settings.onProgress?.(this.#progress());
    if (this.#failures.count >= maxFailures) this.#stop(tooMany(this.#failures.count, this.#summary(false)));
  }

  /** @param {() => unknown} work */
  async #try(work) {
    try {
      const value = await work();
      return { value, fault: await faultIn(value) };
    } catch (error) {
      if (this.#signal.aborted) throw this.#signal.reason;
      return { value: undefined, fault: faultOf(error) };
    }
  }

  /** @param {Entry[]} entries */
  #settled(entries) {
    if (entries.length === 0) return;
    for (const { index } of entries) this.#done.add(index);
    const { gap } = this.#done;
    while (this.#places.length > 1 && /** @type {{ index: number }} */ (this.#places[1]).index <= gap) this.#places.shift();
    this.#checkpoint.touch(() => ({ done: this.#done, from: this.#from() }));
  }

  /** The page where the first item is that is not done. */
  #from() {
    const [first] = this.#places;
    return first && first.index <= this.#done.gap ? { index: first.index, place: first.place ?? null } : null;
  }

  #progress() {
    const { size = 1, requests = 1, state, totalNow } = this.#settings;
    const total = totalNow();
    const [done, failed] = [this.#before + this.#count, this.#failures.count];
    const now = performance.now();
    const known = state?.();
    const left = total === null ? null : Math.max(0, total - done - failed);
    const { quota = null, left: quotaLeft = null, windowMs = null, resetMs = null, queue = null } = known ?? {};
    return {
      ...{ done, failed, before: this.#before, total, left, inFlight: this.#active - 1, elapsedMs: now - this.#beganMs },
      remainingMs: left === null ? null : this.#speed.remainingMs(Math.ceil(left / size), requests, now, known),
      quota: known ? { quota, left: quotaLeft, windowMs, resetMs, queue } : null,
    };
  }

  /** @param {boolean} isComplete */
  #summary(isComplete) {
    return {
      ...{ isComplete, done: this.#before + this.#count, failed: this.#failures.count, before: this.#before },
      ...{ total: this.#settings.totalNow(), elapsedMs: performance.now() - this.#beganMs, failures: this.#failures.groups },
    };
  }
}

/**
 * Of the last item of a batch that fails, an answer may say less than that to the whole batch did.
 * @type {(fault: Fault | undefined, before: Fault | undefined) => Fault | undefined}
 */
const better = (fault, before) => (fault?.code === 'other.unrecognised' && before ? { ...before, message: fault.message } : fault);

/** @type {(count: number, summary: any) => Error} */
const tooMany = (count, summary) => {
  const [{ code, title }] = summary.failures;
  const error = new Error(
    `${count} items have failed, most of them with ${code} (${title}), and the run has stopped; its checkpoint stays`,
  );
  return Object.assign(error, { summary });
};
