// Which positions of a list are done: a few ranges, since work is done nearly in order.

export class Ranges {
  /** @type {[from: number, to: number][]} */
  #all;

  /** @param {[number, number][]} all In order, apart from each other, each without its end. */
  constructor(all = []) {
    this.#all = all.map(([from, to]) => [from, to]);
  }

  /** @param {number} position */
  add(position) {
    const all = this.#all;
    let at = all.length;
    while (at > 0 && /** @type {[number, number]} */ (all[at - 1])[0] > position) at -= 1;
    const [before, behind] = [all[at - 1], all[at]];
    if (before && position < before[1]) return;
    const isNext = before?.[1] === position;
    const isBefore = behind?.[0] === position + 1;
    if (isNext && isBefore) {
      before[1] = behind[1];
      all.splice(at, 1);
    } else if (isNext) before[1] = position + 1;
    else if (isBefore) behind[0] = position;
    else all.splice(at, 0, [position, position + 1]);
  }

  /** The first that is not done. */
  get gap() {
    const [first] = this.#all;
    return first?.[0] === 0 ? first[1] : 0;
  }

  get count() {
    return this.#all.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** @returns {[number, number][]} */
  toJSON() {
    return this.#all.map(([from, to]) => [from, to]);
  }

  /**
   * Whether a position is among them, for positions that are asked in order.
   * @returns {(position: number) => boolean}
   */
  inOrder() {
    const all = this.toJSON();
    let at = 0;
    return (position) => {
      while (at < all.length && /** @type {[number, number]} */ (all[at])[1] <= position) at += 1;
      return at < all.length && /** @type {[number, number]} */ (all[at])[0] <= position;
    };
  }
}
