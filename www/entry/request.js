// The arguments of fetch: what they say, and how to send them again.

import { isGiven, isObject } from './check.js';
import { drop } from './response.js';
import { isUnrepeatable } from './stream.js';

/**
 * What to send again, as it was when the caller gave it: the caller may go on to
 * change a URL, an init or a body, and a Request's body can be read only once.
 */
export const snapshot = (input, init) => {
  const copy = initOf(init);
  const isBodyOfInput = isRequest(input) && input.body && !isGiven(copy?.body);
  const isOnce = isBodyOfInput && isUnrepeatable(input);
  return {
    input: input instanceof URL ? input.href : input,
    init: copy,
    spare: isBodyOfInput && !isOnce ? input.clone() : undefined,
    /** Whether its body can be read only once, though it is in a Request. */
    isOnce,
    /** Whether what is sent first is not what the caller gave; whether its redirects are followed here. */
    isMoved: false,
    isGuarded: false,
    /** How long the first attempt took, where there is no record of it. */
    ms: 0,
  };
};

/** The members that fetch reads of an init, wherever it has them from; and those that runtimes and frameworks add. */
const MEMBERS = [
  'method', 'headers', 'body', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity',
  'keepalive', 'signal', 'duplex', 'priority', 'window',
  'dispatcher', 'cf', 'client', 'proxy', 'tls', 'verbose', 'unix', 'decompress', 'next',
];

const initOf = (init) => {
  if (!isObject(init)) return init;
  // Members set after the copy was made cost a tenth of those that are spread in with it.
  const copy = { ...init };
  if (!isPlain(init)) {
    // Getters of a class, such as those of a Request, work on the very object alone.
    for (const name of MEMBERS) if (!(name in copy) && init[name] !== undefined) copy[name] = init[name];
  }
  if (isObject(copy.headers)) copy.headers = copied(copy.headers);
  if (isObject(copy.body)) copy.body = kept(copy.body);
  return copy;
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

/** An init with other members. */
export const changed = (init, members) => {
  // What is no object, fetch refuses.
  const copy = isGiven(init) && Object(init) !== init ? init : { ...init };
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

/** A body in a form that can be sent more than once, unless it is a stream. */
export const bodyOf = async ({ input, init, spare, isOnce }) =>
  init?.body ?? (spare ? spare.clone().arrayBuffer() : isOnce ? input.body : undefined);

/** A null in init takes the Request's own signal away, as fetch has it. */
export const signalOf = ({ input, init }) =>
  (init?.signal !== undefined || !isRequest(input) ? init?.signal : input.signal) ?? undefined;

/** A stream can be read only once; everything else is sent again as it is. */
export const isReplayable = ({ init, isOnce }) => {
  const body = init?.body;
  return !isOnce && (!isObject(body) || !(body.getReader || body[Symbol.asyncIterator] || body.pipe));
};

/**
 * Sends a copy of a Request from here on, so that it is used up at once, as by fetch itself,
 * though it is sent later.
 */
export const takeOver = (request) => {
  const { input, init, isMoved } = request;
  if (isMoved || !isRequest(input) || !input.body || isGiven(init?.body)) return;
  // Then fetch itself refuses it.
  if (input.bodyUsed || input.body.locked) return;
  request.input = input.clone();
  request.isMoved = true;
  drop(input);
};

/** The init, to which members may be added: beside any, a Request forgets its referrer. */
export const initBeside = ({ input, init }) => {
  if (!isRequest(input) || input.referrer === undefined) return init;
  if (init && Object.values(init).some((value) => value !== undefined)) return init;
  const { referrer, referrerPolicy } = input;
  return { ...init, referrer, referrerPolicy };
};

/** Whether the caller's own fetch may know a URL that the platform's does not. */
const isRelative = (url) => /^[./]/.test(url);

/** The error with which fetch refuses the arguments, if it does; where the URL is not its own matter, of the others. */
export const refusalOf = (request, own, isUrlOwn = isRelative) => {
  const { init } = request;
  const body = isGiven(init?.body) ? '' : undefined;
  try {
    const url = urlOf(request);
    new Request(own && isUrlOwn(url) ? 'http://own' : url, { ...init, body });
    return undefined;
  } catch (error) {
    return error;
  }
};
