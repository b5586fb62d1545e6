// Who waits, in their order: persons and jobs, and of each first those who were let out
// before and come again. Of `TURNS` in a row the last is one of the background's, if one waits.

import { TURNS } from '../knowledge/limits.js';

/** @import { Admission } from './pacer-options.js' */
/** @import { Permit } from './permit.js' */

/** @typedef {Admission & { priority: string, number: number, sinceMs: number, lastMs: number, dueMs: number, isOver?: boolean, permit?: Permit, queue: Queue, timer?: any, call: (value?: any) => void }} Waiter */

class Lane {
  /** @type {Set<Waiter>} */
  #again = new Set();
  /** @type {Set<Waiter>} */
  #fresh = new Set();
  /** How many were served, so that those who came later know how many are before them. */
  #served = 0;

  get size() {
    return this.#again.size + this.#fresh.size;
  }

  /** @param {Waiter} waiter */
  add(waiter) {
    waiter.number = this.#served + this.ahead(waiter);
    (waiter.isAgain ? this.#again : this.#fresh).add(waiter);
  }

  /**
   * Before whom it would be, if it came now.
   * @param {Pick<Waiter, 'isAgain'>} waiter
   */
  ahead({ isAgain }) {
    return isAgain ? this.#again.size : this.size;
  }

  /**
   * Those who gave up may still be counted, up to the end of the lane.
   * @param {Waiter} waiter
   */
  before(waiter) {
    return Math.max(Math.min(waiter.number - this.#served, this.size - 1), 0);
  }

  /** @param {Waiter} waiter */
  delete(waiter) {
    return this.#again.delete(waiter) || this.#fresh.delete(waiter);
  }

  get all() {
    return [...this.#again, ...this.#fresh];
  }

  get head() {
    const [waiter] = this.#again.size > 0 ? this.#again : this.#fresh;
    return waiter;
  }

  shift() {
    const waiter = this.head;
    this.delete(waiter);
    this.#served += 1;
    return waiter;
  }
}

export class Queue {
  #interactive = new Lane();
  #background = new Lane();
  #turn = 0;
  /** @type {(waiter: Pick<Waiter, 'priority'>) => Lane} */
  #laneOf = (waiter) => (waiter.priority === 'background' ? this.#background : this.#interactive);

  get size() {
    return this.#interactive.size + this.#background.size;
  }

  /** @param {Waiter} waiter */
  add(waiter) {
    waiter.queue = this;
    this.#laneOf(waiter).add(waiter);
  }

  /** @param {Waiter} waiter */
  delete(waiter) {
    return this.#laneOf(waiter).delete(waiter);
  }

  /**
   * How many at least are served before one that comes now.
   * @param {Waiter} waiter
   */
  ahead(waiter) {
    return this.#laneOf(waiter).ahead(waiter);
  }

  /**
   * How many are served before, as far as can be known.
   * @param {Waiter} waiter
   */
  before(waiter) {
    const others = waiter.priority === 'background' ? this.#interactive.size : 0;
    return this.#laneOf(waiter).before(waiter) + others;
  }

  get all() {
    return [...this.#interactive.all, ...this.#background.all];
  }

  /**
   * Who may be the next.
   * @returns {Waiter[]}
   */
  get heads() {
    return [this.#interactive.head, this.#background.head].filter(Boolean);
  }

  /**
   * The next, if one waits: persons go first, and jobs are not starved.
   * @returns {Waiter}
   */
  shift() {
    const jobs = this.#background.size;
    this.#turn = jobs > 0 ? this.#turn + 1 : 0;
    if (jobs < this.size && this.#turn < TURNS) return this.#interactive.shift();
    this.#turn = 0;
    return this.#background.shift();
  }
}
