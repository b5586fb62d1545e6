// Stand-ins for fetch, and the helpers that the tests of fetch have in common.

/**
 * A fetch that gives one answer after another, the last again and again. An answer
 * is a function of the call's number (from 1) and arguments, an Error to reject
 * with, or a value to resolve with. `calls` keeps `{ this, args, at }`.
 */
export function answering(...answers) {
  const stub = function (...args) {
    stub.calls.push({ this: this, args, at: performance.now() });
    const answer = answers[Math.min(stub.calls.length, answers.length) - 1];
    return settle(answer, stub.calls.length, args);
  };
  stub.calls = [];
  return stub;
}

async function settle(answer, number, args) {
  const value = typeof answer === 'function' ? await answer(number, ...args) : answer;
  if (value instanceof Error) throw value;
  return value;
}

/** A Response; its body says which. */
export const answer = (status, headers = {}) => {
  const bodiless = [204, 304].includes(status);
  return new Response(bodiless ? null : `body of ${status}`, { status, headers });
};

/** A Response whose body tells that it was cancelled: `response.cancelled`. */
export function watched(status, headers = {}) {
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('part ')),
    cancel: () => void (response.cancelled = true),
  });
  const response = new Response(body, { status, headers });
  response.cancelled = false;
  return response;
}

/** What a promise rejects with; it is a mistake if it does not. */
export const rejection = (promise) =>
  promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${value}`);
    },
    (error) => error,
  );

export const inMs = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats at once, or nearly so. */
export const hasty = { maxDelayMs: 5 };

export const reset = (ms) => ({ 'X-Rate-Limit-Time-Reset-Ms': String(ms) });

export const API = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
export const TOKEN = 't0kent0kent0kent0kent0kent0kent0';
