// A store's quota: fixed windows that follow each other. What will happen to them is planned
// ahead: `{ atMs, quota }` changes the quota from then on, `{ atMs, moveMs }` moves the end of
// the window that is current then, and with it all that follow.

export class QuotaWindow {
  /** Every window so far, the current one last: `{ startMs, endMs, quota, used, others, refused }`. */
  log;
  #windowMs;
  #plan;

  constructor({ quota, windowMs, ageMs = 0, plan = [] }) {
    this.#windowMs = windowMs;
    this.#plan = [...plan];
    this.log = [this.#begin(0 - ageMs, quota)];
  }

  /** The window at this time, which never goes back. */
  at(nowMs) {
    for (;;) {
      const current = this.log.at(-1);
      const change = this.#nextChange(current);
      if ((change?.atMs ?? current.endMs) > nowMs) return current;
      if (change) this.#apply(this.#plan.shift(), current);
      else this.log.push(this.#begin(current.endMs, current.quota));
    }
  }

  /** Takes a unit, unless there is none left. */
  take(nowMs) {
    const current = this.at(nowMs);
    const isLeft = current.used < current.quota;
    current[isLeft ? 'used' : 'refused'] += 1;
    return isLeft;
  }

  left(nowMs) {
    const { quota, used } = this.at(nowMs);
    return Math.max(0, quota - used);
  }

  /** The next time at which units may come back, and how many there will be if none is taken till then. */
  comingUp(nowMs) {
    const current = this.at(nowMs);
    const change = this.#nextChange(current);
    if (!change) return { atMs: current.endMs, left: current.quota };
    return { atMs: change.atMs, left: Math.max(0, (change.quota ?? current.quota) - current.used) };
  }

  /** As every answer has them. The time is rounded up, so who waits as long never comes too early. */
  headers(nowMs) {
    const { quota, endMs } = this.at(nowMs);
    return {
      'x-rate-limit-time-window-ms': String(this.#windowMs),
      'x-rate-limit-time-reset-ms': String(Math.ceil(endMs - nowMs)),
      'x-rate-limit-requests-quota': String(quota),
      'x-rate-limit-requests-left': String(this.left(nowMs)),
    };
  }

  #begin(startMs, quota) {
    return { startMs, endMs: startMs + this.#windowMs, quota, used: 0, others: 0, refused: 0 };
  }

  /** What is planned before the window ends. */
  #nextChange({ endMs }) {
    const [change] = this.#plan;
    return change?.atMs < endMs ? change : undefined;
  }

  #apply({ atMs, quota, moveMs = 0 }, current) {
    current.quota = quota ?? current.quota;
    current.endMs = Math.max(atMs, current.endMs + moveMs);
  }
}
