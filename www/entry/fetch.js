// A drop-in `fetch` that tries again where the core says so. The first attempt,
// and with it every success, is made here; the loop after that is the core's
// (wasm/src/fetch.rs), which says what to wait for next.

import { core } from './boot.js';
import * as check from './check.js';
import {
  headersOf, isReplayable, isSendable, isUsedUp, methodOf, signalOf, snapshot, urlOf,
} from './request.js';
import { drop, readable } from './response.js';
import { sleep } from './sleep.js';

/** By response: the request, with the time it took, and the records where it took more than one success. */
const calls = new WeakMap();

export const createFetch = (options) => {
  const { fetch: own, policy } = check.fetchOptions(options);

  return async (input, init) => {
    // Looked up at each call, so that a fetch replaced later is used.
    const fetch = own ?? globalThis.fetch;
    if (policy === undefined) return sentOnce(fetch, input, init);

    const startedMs = performance.now();
    const request = snapshot(input, init);
    let response;
    try {
      response = await fetch(input, isUsedUp(init?.headers) ? request.init : init);
    } catch (error) {
      if (isSendable(error, request, own)) {
        return new Call(fetch, request, startedMs).repeat(policy, false, error);
      }
      drop(request.spare);
      throw error;
    }
    if (response?.ok === false) {
      return new Call(fetch, request, startedMs).repeat(policy, true, response);
    }
    drop(request.spare);
    request.ms = performance.now() - startedMs;
    if (check.isObject(response)) calls.set(response, { request, records: undefined });
    return response;
  };
};

/** Without repeats there is nothing to record but what was asked. */
const sentOnce = async (fetch, input, init) => {
  const response = await fetch(input, init);
  if (check.isObject(response)) calls.set(response, { request: { input, init }, records: [] });
  return response;
};

export const bcFetch = createFetch();

/** The request that a response answers, as an exchange has it. */
export const requestOf = (response) => {
  const request = calls.get(response)?.request;
  if (!request) return undefined;
  return {
    method: methodOf(request),
    url: urlOf(request),
    requestHeaders: headersOf(request),
    requestBody: request.init?.body,
    inBrowser: isPage(),
  };
};

export const historyOf = (response) => {
  const { request, records } = calls.get(check.response(response)) ?? {};
  if (records || !request) return structuredClone(records ?? []);
  const { status } = response;
  let decision;
  try {
    decision = core().decide(...check.exchange({ status }), ...check.state(), ...check.policy());
  } catch {
    return []; // as in Call, where WebAssembly is forbidden
  }
  return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: request.ms, decision }];
};

/** One call: what the core's loop asks JavaScript to do. */
class Call {
  #fetch;
  #request;
  #signal;
  #startedMs;
  #sentMs = 0;
  #records = [];

  constructor(fetch, request, startedMs) {
    this.#fetch = fetch;
    this.#request = request;
    this.#startedMs = startedMs;
    this.#signal = signalOf(request);
  }

  /** Awaits what the loop names until it names nothing more. */
  async repeat(policy, fulfilled, value) {
    const loop = this.#loop(policy);
    try {
      for (let next; (next = loop?.next(fulfilled, fulfilled ? readable(value) : value)); ) {
        [fulfilled, value] = await next.then(
          (result) => [true, result],
          (error) => [false, error],
        );
      }
    } finally {
      loop?.free();
      drop(this.#request.spare);
    }
    if (!fulfilled) throw value;
    if (check.isObject(value)) calls.set(value, { request: this.#request, records: this.#records });
    return value;
  }

  #loop(policy) {
    let Loop;
    try {
      ({ Loop } = core());
    } catch {
      // Where a page forbids WebAssembly there is nobody to ask, and the first answer stands.
      return undefined;
    }
    const request = this.#request;
    const lines = check.requestLines(methodOf(request), urlOf(request));
    return new Loop(this, lines, isPage(), isReplayable(request), ...policy);
  }

  get elapsedMs() {
    return performance.now() - this.#startedMs;
  }

  get random() {
    return Math.random();
  }

  async send() {
    this.#sentMs = this.elapsedMs;
    const { input, init, spare } = this.#request;
    const fetch = this.#fetch;
    return fetch(spare?.clone() ?? input, init);
  }

  wait(ms) {
    return sleep(ms, this.#signal);
  }

  discard(response) {
    drop(response);
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
}

/** A page or its worker has an address on the web; servers have none. */
const isPage = () => /^https?:$/.test(globalThis.location?.protocol ?? '');
