// The body of a request on its way to the store. Small ones are read first, so that they can
// be sent again after a 429; others are streamed, which works once.

import { Problem } from './problem.js';

/** Up to this length a body is kept. */
const SMALL = 64 * 1024;

const BROKEN = 'The body broke off, or is not as long as its `Content-Length` says.';

/** `{ body, signal, broken() }`: what to send, when to give up, and the Problem if the body was one. */
export const bodyOf = async ({ method, headers, body, bodyUsed, signal }, most) => {
  if (bodyUsed) throw new Problem(500, 'body-used', '`authorize` has read the body; let it read `request.clone()`.');
  if (!body || method === 'GET' || method === 'HEAD') return { signal, broken: () => undefined };
  const length = lengthOf(headers);
  if (length < Infinity && length > most) throw tooLong(most);

  let problem;
  const own = new AbortController();
  const checked = counted(body, most, (error) => {
    problem = error instanceof Problem ? error : new Problem(400, 'body-broken', BROKEN);
    own.abort(problem);
  });
  if (length <= SMALL) {
    const bytes = await new Response(checked).arrayBuffer().catch(() => undefined);
    if (bytes?.byteLength !== length) throw problem ?? new Problem(400, 'body-broken', BROKEN);
    return { body: bytes, signal, broken: () => undefined };
  }
  return { body: sized(checked, length), signal: AbortSignal.any([signal, own.signal]), broken: () => problem };
};

const lengthOf = (headers) => {
  const given = headers.get('content-length');
  if (given === null) return Infinity;
  if (!/^\d+$/.test(given)) throw new Problem(400, 'length-refused', '`Content-Length` must be a number of bytes.');
  return Number(given);
};

const tooLong = (most) => new Problem(413, 'body-too-long', `A body may have ${most} bytes here.`);

/**
 * The same bytes, or a failure where there are more than allowed. A failure has to be told apart:
 * Workers send a stream that errs as one that ends, and the store would take half an order for whole.
 */
const counted = (body, most, fail) => {
  const reader = body.getReader();
  let left = most;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        left -= value.byteLength;
        if (left < 0) throw tooLong(most);
        controller.enqueue(value);
      } catch (error) {
        fail(error);
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
};

/** With its length, where the runtime can say it of a stream. */
const sized = (body, length) =>
  length < Infinity && globalThis.FixedLengthStream ? body.pipeThrough(new FixedLengthStream(length)) : body;
