// A drop-in `fetch` that tries again where the core says so. The first attempt,
// and with it every success, is made here; the loop after that is the core's
// (wasm/src/fetch.rs), which says what to wait for next.

import { core } from './boot.js';
import * as check from './check.js';

/** By response: the records of its call, or for a first success the time it took. */
const histories = new WeakMap();

export const createFetch = (options) => {
  const { fetch: own, policy } = check.fetchOptions(options);

  return async (input, init) => {
    // Looked up at each call, so that a fetch replaced later is used.
    const fetch = own ?? globalThis.fetch;
    if (policy === undefined) return fetch(input, init);

    const startedMs = performance.now();
    const spare = hasBody(input) && !init?.body ? input.clone() : undefined;
    let response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      if (!isSendable(input, init)) throw error;
      return new Call(fetch, input, init, spare, startedMs).repeat(policy, false, error);
    }
    if (response?.ok === false && typeof response.headers?.get === 'function') {
      return new Call(fetch, input, init, spare, startedMs).repeat(policy, true, response);
    }
    spare?.body.cancel().catch(ignore);
    if (response) histories.set(response, performance.now() - startedMs);
    return response;
  };
};

export const bcFetch = createFetch();

export const historyOf = (response) => {
  const history = histories.get(check.response(response));
  if (typeof history !== 'number') return history ? history.map((one) => ({ ...one })) : [];
  const { status } = response;
  const decision = core().decide(...check.exchange({ status }), ...check.state(), ...check.policy());
  return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: history, decision }];
};

/** One call: what the core's loop asks JavaScript to do. */
class Call {
  #fetch;
  #input;
  #init;
  #spare;
  #signal;
  #startedMs;
  #sentMs = 0;
  #records = [];

  constructor(fetch, input, init, spare, startedMs) {
    this.#fetch = fetch;
    this.#input = input;
    this.#init = init;
    this.#spare = spare;
    this.#startedMs = startedMs;
    this.#signal = init?.signal ?? (isRequest(input) ? input.signal : undefined);
  }

  /** Awaits what the loop names until it names nothing more. */
  async repeat(policy, fulfilled, value) {
    let loop;
    try {
      const request = `${this.#method()}\n${urlOf(this.#input)}`;
      const replayable = isReplayable(this.#init?.body);
      loop = loopOf(this, request, isPage(), replayable, ...policy);
      for (let next; (next = loop?.next(fulfilled, value)) !== undefined; ) {
        [fulfilled, value] = await next.then(
          (result) => [true, result],
          (error) => [false, error],
        );
      }
    } finally {
      loop?.free();
      this.#spare?.body.cancel().catch(ignore);
    }
    if (!fulfilled) throw value;
    histories.set(value, this.#records);
    return value;
  }

  get elapsedMs() {
    return performance.now() - this.#startedMs;
  }

  async send() {
    this.#sentMs = this.elapsedMs;
    const fetch = this.#fetch;
    return fetch(this.#spare?.clone() ?? this.#input, this.#init);
  }

  wait(ms) {
    return sleep(ms, this.#signal);
  }

  discard(response) {
    try {
      response.body?.cancel()?.catch(ignore);
    } catch {
      // Another library's body, which has no such method; it is garbage to us.
    }
  }

  failureOf(error) {
    const aborted = this.#signal?.aborted || error?.name === 'AbortError';
    const lost = error?.name === 'TimeoutError' ? 'timeout' : 'network';
    return check.FAILURES.indexOf(aborted ? 'aborted' : lost);
  }

  record(status, failure, decision) {
    this.#records.push({
      attempt: this.#records.length + 1,
      status: status ?? null,
      failure: check.FAILURES[failure] ?? null,
      startedMs: this.#sentMs,
      durationMs: this.elapsedMs - this.#sentMs,
      decision,
    });
  }

  #method() {
    return this.#init?.method ?? (isRequest(this.#input) ? this.#input.method : 'GET');
  }
}

const ignore = () => {};

/** Where a page forbids WebAssembly there is nobody to ask, and the first answer stands. */
const loopOf = (...args) => {
  let Loop;
  try {
    ({ Loop } = core());
  } catch {
    return undefined;
  }
  return new Loop(...args);
};

/** A Request of any realm or library. */
const isRequest = (input) => typeof input === 'object' && typeof input?.method === 'string';

const hasBody = (input) => isRequest(input) && Boolean(input.body);

const urlOf = (input) => (isRequest(input) ? input.url : String(input));

/** A stream can be read only once; everything else is sent again as it is. */
const isReplayable = (body) =>
  typeof body !== 'object' || body === null || !(body.getReader || body[Symbol.asyncIterator] || body.pipe);

/** Whether fetch refused the arguments; then the same call would fail again. */
const isSendable = (input, init) => {
  try {
    return Boolean(new Request(isRequest(input) ? input.url : input, { ...init, body: undefined }));
  } catch {
    return false;
  }
};

/** A page or its worker has an address on the web; servers have none. */
const isPage = () => /^https?:$/.test(globalThis.location?.protocol ?? '');

const LONGEST_TIMER_MS = 2 ** 31 - 1;

const sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = performance.now() + ms;
    let timer;
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    // Timers hold 24 days at most, and may fire a little early.
    const arm = () => {
      const left = end - performance.now();
      if (left > 0) {
        timer = setTimeout(arm, Math.min(Math.ceil(left), LONGEST_TIMER_MS));
      } else {
        signal?.removeEventListener('abort', stop);
        resolve();
      }
    };
    signal?.addEventListener('abort', stop, { once: true });
    arm();
  });
