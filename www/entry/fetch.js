// A drop-in `fetch` that tries again where the core says so. The first attempt,
// and with it every success, is made here; the loop after that is the core's
// (wasm/src/fetch.rs), which says what to wait for next.

import { core } from './boot.js';
import * as check from './check.js';
import { standardHeaders } from './headers.js';
import { sleep } from './sleep.js';

/** By response: the records of its call, or for a first success the time it took. */
const histories = new WeakMap();

export const createFetch = (options) => {
  const { fetch: own, policy } = check.fetchOptions(options);

  return async (input, init) => {
    // Looked up at each call, so that a fetch replaced later is used.
    const fetch = own ?? globalThis.fetch;
    if (policy === undefined) return fetch(input, init);

    const startedMs = performance.now();
    const request = snapshot(input, init);
    let response;
    try {
      response = await fetch(input, init);
    } catch (error) {
      if (own || isSendable(error, input, init)) {
        return new Call(fetch, request, startedMs).repeat(policy, false, error);
      }
      drop(request.spare);
      throw error;
    }
    if (response?.ok === false) {
      return new Call(fetch, request, startedMs).repeat(policy, true, response);
    }
    drop(request.spare);
    if (isObject(response)) histories.set(response, performance.now() - startedMs);
    return response;
  };
};

export const bcFetch = createFetch();

export const historyOf = (response) => {
  const history = histories.get(check.response(response));
  if (typeof history !== 'number') return history ? history.map((one) => ({ ...one })) : [];
  const { status } = response;
  let decision;
  try {
    decision = core().decide(...check.exchange({ status }), ...check.state(), ...check.policy());
  } catch {
    return []; // as in Call, where WebAssembly is forbidden
  }
  return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: history, decision }];
};

/**
 * What to send again, as it was when the caller gave it: the caller may go on to
 * change a URL or an init, and a Request's body can be read only once.
 */
const snapshot = (input, init) => ({
  input: input instanceof URL ? input.href : input,
  init: isPlain(init) ? { ...init, headers: copied(init.headers) } : init,
  spare: isRequest(input) && input.body && !init?.body ? input.clone() : undefined,
});

const copied = (headers) => {
  if (isPlain(headers)) return { ...headers };
  // Any other iterable may be one that can be read only once.
  return headers instanceof Headers || Array.isArray(headers) ? [...headers] : headers;
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
    const { input, init } = request;
    this.#fetch = fetch;
    this.#request = request;
    this.#startedMs = startedMs;
    // A null in init takes the Request's own signal away, as fetch has it.
    this.#signal = init?.signal !== undefined || !isRequest(input) ? init?.signal : input.signal;
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
    if (isObject(value)) histories.set(value, this.#records);
    return value;
  }

  #loop(policy) {
    const { input, init } = this.#request;
    const method = init?.method ?? (isRequest(input) ? input.method : 'GET');
    const lines = check.requestLines(String(method), isRequest(input) ? input.url : String(input));
    let Loop;
    try {
      ({ Loop } = core());
    } catch {
      // Where a page forbids WebAssembly there is nobody to ask, and the first answer stands.
      return undefined;
    }
    return new Loop(this, lines, isPage(), isReplayable(init?.body), ...policy);
  }

  get elapsedMs() {
    return performance.now() - this.#startedMs;
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

const isObject = (value) => typeof value === 'object' && value !== null;

const isPlain = (value) => isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

/** A Request of any realm or library. */
const isRequest = (input) => isObject(input) && typeof input.method === 'string';

/** A stream can be read only once; everything else is sent again as it is. */
const isReplayable = (body) =>
  !isObject(body) || !(body.getReader || body[Symbol.asyncIterator] || body.pipe);

/** Whether the global fetch failed on the way, and not because it refused its arguments. */
const isSendable = (error, input, init) => {
  if (!(error instanceof TypeError)) return true;
  try {
    return Boolean(new Request(isRequest(input) ? input.url : input, { ...init, body: undefined }));
  } catch {
    return false;
  }
};

/** The core reads a response as the platform has it; that of another library is rewritten. */
const readable = (response) =>
  response instanceof Response ? response : new Foreign(response);

class Foreign {
  constructor(response) {
    this.response = response;
    this.status = Number(response?.status);
    this.headers = isObject(response?.headers) ? standardHeaders(response.headers) : new Headers();
  }

  get body() {
    return this.response?.body;
  }
}

/** Lets go of a body that nobody will read. */
const drop = (holder) => {
  try {
    const body = holder?.body;
    if (body?.cancel) body.cancel().catch(() => {});
    else body?.destroy?.();
  } catch {
    // Another library's body that cannot be let go of so.
  }
};

/** A page or its worker has an address on the web; servers have none. */
const isPage = () => /^https?:$/.test(globalThis.location?.protocol ?? '');
