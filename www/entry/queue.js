// Who waits, in their order: persons and jobs, and of each first those who were let out
// before and come again.

class Lane {
  #again = new Set();
  #fresh = new Set();
  /** How many were served, so that those who came later know how many are before them. */
  #served = 0;

  get size() {
    return this.#again.size + this.#fresh.size;
  }

  add(waiter) {
    const isAgain = waiter.isAgain;
    waiter.number = this.#served + (isAgain ? this.#again.size : this.size);
    (isAgain ? this.#again : this.#fresh).add(waiter);
  }

  /** Those who gave up may still be counted, up to the end of the lane. */
  before(waiter) {
    return Math.max(Math.min(waiter.number - this.#served, this.size - 1), 0);
  }

  delete(waiter) {
    return this.#again.delete(waiter) || this.#fresh.delete(waiter);
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
  #laneOf = (waiter) => (waiter.priority === 'background' ? this.#background : this.#interactive);

  get size() {
    return this.#interactive.size + this.#background.size;
  }

  add(waiter) {
    this.#laneOf(waiter).add(waiter);
  }

  delete(waiter) {
    return this.#laneOf(waiter).delete(waiter);
  }

  /** How many are served before, as far as can be known. */
  before(waiter) {
    const others = waiter.priority === 'background' ? this.#interactive.size : 0;
    return this.#laneOf(waiter).before(waiter) + others;
  }

  /** Who may be the next. */
  get heads() {
    return [this.#interactive.head, this.#background.head].filter(Boolean);
  }

  /** The next; whose turn it is, the core says. */
  shift(isBackgroundsTurn) {
    const isBackground = isBackgroundsTurn(this.#interactive.size > 0, this.#background.size > 0);
    return (isBackground ? this.#background : this.#interactive).shift();
  }
}
