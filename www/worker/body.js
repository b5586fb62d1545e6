// The body of a request on its way to the store: small ones are read first, so that they can
// be sent again after a 429; others are streamed, which works once.

import { Problem } from './problem.js';

/** Up to this length a body is kept. */
const SMALL = 64 * 1024;

const NONE = { body: undefined, isOver: () => false };

/** `{ body, isOver() }`: what to send, and whether it turned out too long on the way. */
export const bodyOf = async ({ method, headers, body, bodyUsed }, most) => {
  if (bodyUsed) throw new Problem(500, 'body-used', '`authorize` has read the body; let it read `request.clone()`.');
  if (!body || method === 'GET' || method === 'HEAD') return NONE;
  const given = headers.get('content-length');
  const length = given === null ? Infinity : Number(given);
  if (!(length >= 0)) throw new Problem(400, 'length-refused', '`Content-Length` must be a number of bytes.');
  if (given !== null && length > most) throw tooLong(most);

  let isOver = false;
  const counted = limited(body, length, most, () => {
    isOver = true;
  });
  if (length > SMALL) return { body: counted, isOver: () => isOver };
  try {
    return { ...NONE, body: await new Response(counted).arrayBuffer() };
  } catch {
    throw isOver ? tooLong(most) : new Problem(400, 'body-incomplete', 'The body ended before its `Content-Length`.');
  }
};

export const tooLong = (most) => new Problem(413, 'body-too-long', `A body may have ${most} bytes here.`);

/** The same bytes, or an error where there are more than allowed. */
const limited = (body, length, most, over) => {
  // In Workers this one keeps the length, which else were unknown to the store, and to itself.
  if (length < Infinity && globalThis.FixedLengthStream) return body.pipeThrough(new FixedLengthStream(length));
  let left = most;
  return body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        left -= chunk.byteLength;
        if (left >= 0) return controller.enqueue(chunk);
        over();
        controller.error(new TypeError('The body is too long'));
      },
    }),
  );
};
