// Where a run is, so that another can go on from there: in a file, or wherever its user keeps it.

import { isObject, wrong } from '../core/checks.js';
import { Ranges } from './ranges.js';

/** @typedef {{ done: Ranges, from: { index: number, place: unknown } | undefined }} Progress What is done, and the page to begin with. */
/** @typedef {{ name: string, get: () => unknown, set: (text: string) => unknown, end: () => unknown }} Keeper */

const VERSION = 1;
/** Between two of them passes twice the time that one takes, but no more than this. */
const LONGEST_GAP_MS = 250;
/** What a store that has a key for each value, such as a Map, is asked for. */
const KEY = 'bc-status:job';

const FINISHED = JSON.stringify({ version: VERSION, finished: true });

/** @type {(value: any) => Keeper | undefined} */
export const keeper = (value) => {
  if (typeof value === 'string' && value !== '') return inFile(value);
  if (isObject(value) && typeof value.get === 'function' && typeof value.set === 'function') return inStore(value);
  throw wrong('options.checkpoint', "a path such as 'job.json', or an object with get() and set(text)", value);
};

/** @type {(store: any) => Keeper} */
const inStore = (store) => {
  const isKeyed = store.set.length > 1;
  /** @param {string} text */
  const set = (text) => (isKeyed ? store.set(KEY, text) : store.set(text));
  return { name: 'options.checkpoint', get: () => (isKeyed ? store.get(KEY) : store.get()), set, end: () => set(FINISHED) };
};

/** @type {(path: string) => Keeper} */
const inFile = (path) => {
  const files = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:fs')?.promises;
  if (!files) {
    throw new TypeError(
      'options.checkpoint can be a path in Node from 20.16 on, Deno and Bun; elsewhere give an object with get() and set(text)',
    );
  }
  const isMissing = (/** @type {any} */ error) => {
    if (error.code !== 'ENOENT') throw error;
  };
  return {
    name: path,
    get: () => files.readFile(path, 'utf8').catch(isMissing),
    // A process that is killed meanwhile leaves the whole one there.
    async set(text) {
      await files.writeFile(`${path}.new`, text);
      await files.rename(`${path}.new`, path);
    },
    end: () => files.unlink(path).catch(isMissing),
  };
};

/** @type {(range: any, at: number, all: any[]) => boolean} */
const isRange = (range, at, all) =>
  Array.isArray(range) &&
  range.every(Number.isSafeInteger) &&
  range.length === 2 &&
  range[0] >= (at > 0 ? all[at - 1][1] : 0) &&
  range[1] > range[0];

/** @type {(saved: any, name: string) => Progress} */
const progressOf = (saved, name) => {
  const isOne = isObject(saved) && Number.isSafeInteger(saved.version);
  if (isOne && saved.version > VERSION) {
    throw new Error(`${name} holds a checkpoint of version ${saved.version}; this bc-status knows version ${VERSION}: update it`);
  }
  if (isOne && saved.finished === true) return { done: new Ranges(), from: undefined };
  const { done, from } = isOne ? saved : /** @type {any} */ ({});
  const isPlace = from === null || (isObject(from) && Number.isSafeInteger(from.index) && from.index >= 0);
  if (!Array.isArray(done) || !done.every(isRange) || !isPlace) {
    throw new Error(`${name} holds no checkpoint of bc-status. It is left as it is: delete it, or keep the checkpoint elsewhere`);
  }
  return { done: new Ranges(done), from: from ?? undefined };
};

/** @type {(value: unknown, name: string) => Progress} */
const readFrom = (value, name) => {
  if (value === undefined || value === null || value === '') return { done: new Ranges(), from: undefined };
  /** @type {unknown} */
  let saved = value;
  try {
    if (typeof value === 'string') saved = JSON.parse(value);
  } catch {
    saved = undefined;
  }
  return progressOf(saved, name);
};

/** Saves as often as that costs little: one at a time, and what came meanwhile with the next. */
export class Checkpoint {
  /** @type {Keeper | undefined} */
  #keeper;
  /** @type {() => object} */
  #state = () => ({});
  /** @type {Promise<void> | undefined} */
  #saving;
  #isDirty = false;
  /** @type {any} */
  #timer;
  #freeMs = 0;
  /** @type {(error: unknown) => void} */
  #fail;

  /**
   * @param {Keeper | undefined} keeper
   * @param {(error: unknown) => void} fail
   */
  constructor(keeper, fail) {
    this.#keeper = keeper;
    this.#fail = fail;
  }

  /** @returns {Promise<Progress>} */
  async open() {
    const { name = '' } = this.#keeper ?? {};
    return readFrom(await this.#keeper?.get(), name);
  }

  /** @param {() => object} state What to save, at the moment when it is saved. */
  touch(state) {
    if (!this.#keeper) return;
    this.#state = state;
    this.#isDirty = true;
    if (this.#saving || this.#timer !== undefined) return;
    const ms = this.#freeMs - performance.now();
    if (ms <= 0) return void this.#save();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#save();
    }, ms);
  }

  /** Saves what is not saved yet. */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#saving;
    if (this.#isDirty) await this.#save();
  }

  /** There is nothing to go on with. */
  async end() {
    this.#isDirty = false;
    await this.flush();
    await this.#keeper?.end();
  }

  #save() {
    this.#saving = this.#write().finally(() => {
      this.#saving = undefined;
      if (this.#isDirty) this.touch(this.#state);
    });
    return this.#saving;
  }

  async #write() {
    this.#isDirty = false;
    const fromMs = performance.now();
    try {
      await this.#keeper?.set(JSON.stringify({ version: VERSION, ...this.#state() }));
    } catch (error) {
      this.#fail(error);
    }
    const endMs = performance.now();
    this.#freeMs = endMs + Math.min(2 * (endMs - fromMs), LONGEST_GAP_MS);
  }
}
