// Whether the body of a Request is a stream, which it does not say: other clients wrap what
// they are given into a Request.

import { drop } from './response.js';

const ANY = { method: 'POST', mode: 'no-cors', duplex: 'half' };

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

const hasOwnBuffers = ({ body }) => {
  try {
    body.getReader({ mode: 'byob' }).releaseLock();
    return true;
  } catch {
    return false;
  }
};

/** What of it a runtime lets be told, found out once. */
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

/** Whether the body of a Request can be read only once, or not even that. */
export const isUnrepeatable = (request) => {
  if (request.bodyUsed || request.body.locked) return true;
  // Of another library's nothing is known.
  if (!(request instanceof Request)) return false;
  tells ??= tellsOf();
  if (tells.byReader && !hasOwnBuffers(request)) return true;
  return tells.byMode && isRefused(request.clone(), ANY);
};
