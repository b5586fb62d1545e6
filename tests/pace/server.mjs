// BigCommerce at the far end of a slow line: a request travels there, takes a unit of the
// store's quota or is refused, and its answer travels back.

import { sleep } from './clock.mjs';
import { between, gap } from './random.mjs';

/** Each way; both together are 50 to 800 ms. */
const SHORTEST_LEG_MS = 25;
export const LONGEST_LEG_MS = 400;

const BODIES = {
  200: '{"data":{},"meta":{}}',
  429: '{"status":429,"title":"Too many requests","type":"/api-docs/getting-started/api-status-codes","errors":{}}',
};

export class Server {
  /** Every request so far: `{ client, url, sentMs }`, and once it is processed `{ processedMs, window, status }`. */
  journal = [];
  /** Sent, and not processed yet. */
  onTheWay = 0;
  #window;
  #random;
  #headerless;
  #isBare429;

  /** `headerless`: the share of answers that lack the quota's headers. `isBare429`: those that refuse lack them too. */
  constructor({ window, random, headerless = 0, isBare429 = false }) {
    this.#window = window;
    this.#random = random;
    this.#headerless = headerless;
    this.#isBare429 = isBare429;
  }

  get window() {
    return this.#window;
  }

  /** How long a request will travel. */
  legs() {
    const leg = () => between(this.#random, SHORTEST_LEG_MS, LONGEST_LEG_MS);
    return { upMs: leg(), downMs: leg() };
  }

  /** A fetch for a client. */
  fetchFor(client) {
    return (input, init) => this.request(client, input, init);
  }

  async request(client, input, init, { upMs, downMs } = this.legs()) {
    const signal = init?.signal ?? input.signal;
    signal?.throwIfAborted();
    const answer = this.#exchange(client, input.url ?? String(input), upMs, downMs);
    return signal ? untilAborted(answer, signal) : answer;
  }

  /** Other apps of the store: so many requests in a window on average, at any time. */
  async beAskedByOthers(perWindow, windowMs) {
    for (;;) {
      await sleep(gap(this.#random, windowMs / perWindow));
      const nowMs = performance.now();
      if (this.#window.take(nowMs)) this.#window.at(nowMs).others += 1;
    }
  }

  async #exchange(client, url, upMs, downMs) {
    const entry = { client, url, sentMs: performance.now() };
    this.journal.push(entry);
    this.onTheWay += 1;
    await sleep(upMs);
    this.onTheWay -= 1;
    const nowMs = performance.now();
    entry.processedMs = nowMs;
    entry.status = this.#window.take(nowMs) ? 200 : 429;
    entry.window = this.#window.log.length - 1;
    const response = new Response(BODIES[entry.status], { status: entry.status, headers: this.#headersOf(entry) });
    await sleep(downMs);
    return response;
  }

  #headersOf({ status, processedMs }) {
    const type = { 'content-type': 'application/json' };
    const isBare = this.#random() < this.#headerless || (this.#isBare429 && status === 429);
    return isBare ? type : { ...type, ...this.#window.headers(processedMs) };
  }
}

const untilAborted = (promise, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
