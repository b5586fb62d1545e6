// Leave to send one request, and those that are out in their order.

export class Permit {
  isOver = false;
  before;
  after;
  #line;

  constructor(line, key, sentMs, room) {
    this.#line = line;
    this.key = key;
    this.sentMs = sentMs;
    this.room = room;
  }

  answered(nowMs, status, headers) {
    this.#line.answered(nowMs, status, headers, this);
  }

  failed(nowMs) {
    this.#line.answered(nowMs, 0, null, this);
  }

  release() {
    this.#line.release(this);
  }
}

/** A Set does the same, at ten times the cost of a list that its members link themselves. */
export class PermitList {
  first;
  #last;

  get isEmpty() {
    return this.first === undefined;
  }

  add(permit) {
    permit.before = this.#last;
    if (this.#last) this.#last.after = permit;
    else this.first = permit;
    this.#last = permit;
  }

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
