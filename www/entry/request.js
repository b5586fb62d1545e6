// The arguments of fetch: what they say, and how to send them again.

import { isObject } from './check.js';

/**
 * What to send again, as it was when the caller gave it: the caller may go on to
 * change a URL, an init or a body, and a Request's body can be read only once.
 */
export const snapshot = (input, init) => ({
  input: input instanceof URL ? input.href : input,
  init: initOf(init),
  spare: isRequest(input) && input.body && !init?.body ? input.clone() : undefined,
  /** Whether it goes to another URL than the caller wrote; whether its redirects are followed here. */
  isMoved: false,
  isGuarded: false,
  /** How long the first attempt took, where there is no record of it. */
  ms: 0,
});

const initOf = (init) => {
  if (isPlain(init)) {
    // Members set after the copy was made cost a tenth of those that are spread in with it.
    const copy = { ...init };
    if (isObject(copy.headers)) copy.headers = copied(copy.headers);
    if (isObject(copy.body)) copy.body = kept(copy.body);
    return copy;
  }
  return isUsedUp(init?.headers) ? changed(init, { headers: [...init.headers] }) : init;
};

const copied = (headers) => {
  if (isPlain(headers)) return { ...headers };
  return headers[Symbol.iterator] ? [...headers] : headers;
};

/** A body that the caller might change is copied; fetch does the same when it sends it. */
const kept = (body) => {
  if (body instanceof ArrayBuffer) return body.slice(0);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  if (body instanceof URLSearchParams) return new URLSearchParams(body);
  if (!(body instanceof FormData)) return body;
  const form = new FormData();
  for (const [name, value] of body) form.append(name, value);
  return form;
};

/** An iterator has given its entries to the snapshot, and has none left. */
export const isUsedUp = (headers) => typeof headers?.next === 'function';

export const isPlain = (value) => {
  if (!isObject(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** An init with other members; one with getters of its own keeps them. */
export const changed = (init, members) => {
  const copy = isPlain(init ?? {}) ? { ...init } : Object.create(init);
  for (const name in members) copy[name] = members[name];
  return copy;
};

/** A Request of any realm or library. */
export const isRequest = (input) => isObject(input) && typeof input.method === 'string';

export const methodOf = ({ input, init }) =>
  String(init?.method ?? (isRequest(input) ? input.method : 'GET'));

export const urlOf = ({ input }) => (isRequest(input) ? input.url : String(input));

export const headersOf = ({ input, init }) => init?.headers ?? (isRequest(input) ? input.headers : {});

/** The same request to another URL; a Request gives its body away. */
export const movedTo = (url, input) => (isRequest(input) ? new Request(url, input) : url);

/** A body in a form that can be sent more than once, unless it is a stream in init. */
export const bodyOf = async ({ init, spare }) =>
  init?.body ?? (spare ? spare.clone().arrayBuffer() : undefined);

/** A null in init takes the Request's own signal away, as fetch has it. */
export const signalOf = ({ input, init }) =>
  (init?.signal !== undefined || !isRequest(input) ? init?.signal : input.signal) ?? undefined;

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
