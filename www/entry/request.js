// The arguments of fetch: what they say, and how to send them again.

import { isObject } from './check.js';

/**
 * What to send again, as it was when the caller gave it: the caller may go on to
 * change a URL or an init, and a Request's body can be read only once.
 */
export const snapshot = (input, init) => ({
  input: input instanceof URL ? input.href : input,
  init: isPlain(init) ? { ...init, headers: copied(init.headers) } : init,
  spare: isRequest(input) && input.body && !init?.body ? input.clone() : undefined,
  ms: 0,
});

const copied = (headers) => {
  if (isPlain(headers)) return { ...headers };
  return isObject(headers) && headers[Symbol.iterator] ? [...headers] : headers;
};

/** An iterator has given its entries to the snapshot, and has none left. */
export const isUsedUp = (headers) => typeof headers?.next === 'function';

const isPlain = (value) => isObject(value) && Object.getPrototypeOf(value) === Object.prototype;

/** A Request of any realm or library. */
const isRequest = (input) => isObject(input) && typeof input.method === 'string';

export const methodOf = ({ input, init }) =>
  String(init?.method ?? (isRequest(input) ? input.method : 'GET'));

export const urlOf = ({ input }) => (isRequest(input) ? input.url : String(input));

export const headersOf = ({ input, init }) => init?.headers ?? (isRequest(input) ? input.headers : {});

/** A null in init takes the Request's own signal away, as fetch has it. */
export const signalOf = ({ input, init }) =>
  init?.signal !== undefined || !isRequest(input) ? init?.signal : input.signal;

/** A stream can be read only once; everything else is sent again as it is. */
export const isReplayable = ({ init }) => {
  const body = init?.body;
  return !isObject(body) || !(body.getReader || body[Symbol.asyncIterator] || body.pipe);
};

/**
 * Whether fetch failed on the way, and not because it refused its arguments, which
 * a TypeError can mean as well. The caller's own fetch may know relative URLs.
 */
export const isSendable = (error, request, own) => {
  if (!(error instanceof TypeError)) return true;
  if (error.cause?.code === 'ERR_INVALID_URL') return false;
  const { init } = request;
  const url = urlOf(request);
  const body = init?.body === undefined || init.body === null ? undefined : '';
  try {
    return Boolean(new Request(own && /^[./]/.test(url) ? 'http://own' : url, { ...init, body }));
  } catch {
    return false;
  }
};
