// A wait that runs down, with a call at each second's end.

export class Countdown {
  #tick;
  #timer;
  #endsAt = 0;

  constructor(tick) {
    this.#tick = tick;
  }

  get leftMs() {
    return Math.max(0, this.#endsAt - performance.now());
  }

  start(delayMs) {
    this.stop();
    this.#endsAt = performance.now() + delayMs;
    this.#next();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #next() {
    const leftMs = this.leftMs;
    if (leftMs === 0) return;
    // Below ten seconds tenths are shown, so it goes faster.
    const step = leftMs > 10_000 ? 1000 : 100;
    this.#timer = setTimeout(() => {
      this.#tick();
      this.#next();
    }, leftMs % step || step);
  }
}
