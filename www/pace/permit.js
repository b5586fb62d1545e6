// Leave to send one request, and those that are out in their order.

/** @import { Line } from './line.js' */
/** @import { Room } from './rooms.js' */

export class Permit {
  isOver = false;
  /** @type {Permit | undefined} */
  before;
  /** @type {Permit | undefined} */
  after;
  /** @type {Line} */
  #line;

  /**
   * @param {Line} line
   * @param {string} key
   * @param {number} sentMs
   * @param {Room} room
   */
  constructor(line, key, sentMs, room) {
    this.#line = line;
    this.key = key;
    this.sentMs = sentMs;
    this.room = room;
  }

  /**
   * @param {number} nowMs
   * @param {number} status
   * @param {any} headers
   */
  answered(nowMs, status, headers) {
    this.#line.answered(nowMs, status, headers, this);
  }

  /** @param {number} nowMs */
  failed(nowMs) {
    this.#line.answered(nowMs, 0, null, this);
  }

  release() {
    this.#line.release(this);
  }
}

/** A Set does the same, at ten times the cost of a list that its members link themselves. */
export class PermitList {
  /** @type {Permit | undefined} */
  first;
  /** @type {Permit | undefined} */
  #last;

  get isEmpty() {
    return this.first === undefined;
  }

  /** @param {Permit} permit */
  add(permit) {
    permit.before = this.#last;
    if (this.#last) this.#last.after = permit;
    else this.first = permit;
    this.#last = permit;
  }

  /** @param {Permit} permit */
  delete(permit) {
    const { before, after } = permit;
    permit.isOver = true;
    if (before) before.after = after;
    else this.first = after;
    if (after) after.before = before;
    else this.#last = before;
    permit.before = permit.after = undefined;
  }
}
