// A wait that runs down, with a call at each second's end.

export class Countdown {
  /** @type {() => void} */
  #tick;
  /** @type {any} */
  #timer;
  #endsAt = 0;

  /** @param {() => void} tick */
  constructor(tick) {
    this.#tick = tick;
  }

  get leftMs() {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** @param {number} delayMs */
  start(delayMs) {
    this.#endsAt = performance.now() + delayMs;
    this.resume();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  resume() {
    this.stop();
    this.#next();
  }

  #next() {
    const leftMs = this.leftMs;
    if (leftMs === 0) return;
    // Below ten seconds tenths are shown, so it goes faster.
    const step = leftMs > 10_000 ? 1000 : 100;
    this.#timer = setTimeout(
      () => {
        this.#tick();
        this.#next();
      },
      leftMs % step || step,
    );
  }
}
