// Whether the body of a Request is a stream, which it does not say: other clients wrap what
// they are given into a Request.

import { drop } from './drop.js';

/** @type {RequestInit & { duplex: string }} */
const ANY = { method: 'POST', mode: 'no-cors', duplex: 'half' };

/**
 * @param {string | Request} input
 * @param {RequestInit & { duplex?: string }} init
 */
const isRefused = (input, init) => {
  try {
    drop(new Request(input, init));
    return false;
  } catch {
    return true;
  } finally {
    drop(input);
  }
};

/** @type {(request: Request) => boolean} */
const hasOwnBuffers = ({ body }) => {
  try {
    /** @type {ReadableStream} */ (body).getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    return false;
  }
};

/**
 * What of it a runtime lets be told, found out once.
 * @type {{ byMode: boolean, byReader: boolean } | undefined}
 */
let tells;

const tellsOf = () => {
  const url = 'http://stream';
  return {
    // The standard lets no stream be sent without CORS, and so no Request be made of one for that.
    byMode: isRefused(url, { ...ANY, body: new ReadableStream() }),
    // Where all else can be read into the reader's own buffers, most streams cannot.
    byReader: hasOwnBuffers(new Request(url, { method: 'POST', body: 'a' })),
  };
};

/**
 * Whether the body of a Request can be read only once.
 * @type {(request: Request) => boolean}
 */
const isUnrepeatable = (request) => {
  // Of another library's nothing is known.
  if (!(request instanceof Request)) return false;
  tells ??= tellsOf();
  if (tells.byReader && !hasOwnBuffers(request)) return true;
  return tells.byMode && isRefused(request.clone(), ANY);
};

/**
 * A copy of a Request, to be sent again: null if its body can be read only once, false if not
 * even that, undefined if it has none.
 * @type {(request: Request) => Request | null | false | undefined}
 */
export const spareOf = (request) => {
  try {
    // Deno sends in chunks what was asked for its body.
    const asked = 'Deno' in globalThis ? request.clone() : request;
    const { body, bodyUsed } = asked;
    if (!body) return undefined;
    if (bodyUsed || body.locked) return false;
    if (asked !== request) drop(asked);
    return isUnrepeatable(request) ? null : request.clone();
  } catch {
    return false;
  }
};
