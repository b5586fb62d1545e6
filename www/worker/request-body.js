// The body of a request on its way to the store. It is read before anything is sent: who is
// slow with it, or never comes to its end, keeps nobody else from the store.

import { createDeadline, noDeadline } from './deadline.js';
import { Problem } from './problem.js';

/** @import { Deadline } from './deadline.js' */

/** Up to this length a body is kept, and can be sent again after a 429. */
const SMALL = 64 * 1024;
/** So much is read at a time, where there is so much. */
const PIECE = 16 * 1024;

const broken = () => new Problem(400, 'body-broken', 'The body broke off, or is not as long as its `Content-Length` says.');
/** @type {(most: number) => Problem} */
export const tooLong = (most) => new Problem(413, 'body-too-long', `A body may have ${most} bytes here.`);
/** @type {(ms: number) => Problem} */
const late = (ms) => new Problem(408, 'body-timeout', `The body has to be there within ${ms} ms, and was not.`);

/** @type {(request: Request) => boolean} */
const hasNone = ({ method, body }) => !body || method === 'GET' || method === 'HEAD';

/**
 * Runs from now on, for a request that has a body.
 * @type {(request: Request, ms: number) => Deadline}
 */
export const bodyDeadline = (request, ms) => (hasNone(request) ? noDeadline : createDeadline(ms, () => late(ms)));

/**
 * The length that a request says its body has; undefined where it says none.
 * @type {(request: Request, most: number) => number | undefined}
 */
export const lengthOf = ({ headers }, most) => {
  const given = headers.get('content-length');
  if (given === null) return undefined;
  if (!/^\d+$/.test(given)) throw new Problem(400, 'length-refused', '`Content-Length` must be a number of bytes.');
  const length = Number(given);
  if (length > most) throw tooLong(most);
  return length;
};

/**
 * The bytes, all of them; undefined where there are none to send.
 * @type {(request: Request, most: number, deadline: Deadline) => Promise<Uint8Array<ArrayBuffer> | undefined>}
 */
export const bodyOf = async (request, most, deadline) => {
  if (request.bodyUsed || request.body?.locked) {
    throw new Problem(500, 'body-used', '`authorize` has read the body; let it read `request.clone()`.');
  }
  const length = lengthOf(request, most);
  if (hasNone(request)) {
    if (length && !request.body) throw broken();
    return undefined;
  }
  const reader = readerOf(/** @type {ReadableStream} */ (request.body));
  /** @type {any} */
  let bytes;
  try {
    bytes = await deadline.within(read(reader, most));
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof Problem ? error : broken();
  }
  if (length !== undefined && bytes.byteLength !== length) throw broken();
  return bytes;
};

/**
 * In Workers one that waits for a whole piece: a million single bytes would take half a minute, each by itself.
 * @type {(body: ReadableStream) => any}
 */
const readerOf = (body) => {
  try {
    if (/** @type {any} */ (globalThis.ReadableStreamBYOBReader)?.prototype.readAtLeast) return body.getReader({ mode: 'byob' });
  } catch {
    // It is a stream of the Worker's own, and not of bytes.
  }
  return body.getReader();
};

/**
 * Into one array that grows: one for each part would let a caller who sends single bytes fill the memory.
 * @type {(reader: any, most: number) => Promise<Uint8Array<ArrayBuffer>>}
 */
const read = async (reader, most) => {
  let bytes = new Uint8Array(0);
  let size = 0;
  for (;;) {
    // The last piece comes with the end, or before it.
    const { done, value } = await (reader.readAtLeast?.(PIECE, new Uint8Array(PIECE)) ?? reader.read());
    const needed = size + (value?.byteLength ?? 0);
    if (needed > most) throw tooLong(most);
    if (needed > bytes.byteLength) {
      const larger = new Uint8Array(Math.min(most, Math.max(needed, 2 * bytes.byteLength)));
      larger.set(bytes.subarray(0, size));
      bytes = larger;
    }
    if (value) bytes.set(value, size);
    size = needed;
    if (done) return bytes.subarray(0, size);
  }
};

/**
 * What fetch sends: a small one as often as it takes, a longer one once.
 * @type {(bytes: Uint8Array<ArrayBuffer> | undefined) => BodyInit | null | undefined}
 */
export const sendable = (bytes) => (bytes && bytes.byteLength > SMALL ? new Response(bytes).body : bytes);
