// The arguments of fetch, read from the caller once: he may go on to change a URL, an init or a
// body, and a Request's body can be read only once.

import { drop } from './drop.js';
import { isGiven, isObject } from '../core/checks.js';
import { spareOf } from './stream.js';

/** @typedef {Pick<Sent, 'input' | 'init'>} Arguments */
/** @typedef {ReturnType<typeof snapshot> & { about?: { context?: unknown }, sentMs?: number, waitedMs?: number, heard?: (attempt: number, decision: import('bc-status').RetryDecision) => void }} Sent A request as a call keeps it: what the caller gave, whatever that is; `about` the call is what he says of it; `heard` is told what was decided about an attempt; and how long the last one waited before it was sent. */
/** @typedef {(input: any, init?: any) => Promise<any>} Fetch The platform's, or one of somebody's. */

/**
 * What to send, and what to send again.
 * @param {any} input
 * @param {any} init
 * @param {Fetch | undefined} own
 */
export const snapshot = (input, init, own) => {
  const plain = own ? listed(init) : undefined;
  const given = plain ?? read(init, own);
  /** @type {any} */
  let copy = given;
  if (isObject(given)) {
    if (!own && isSpoken(given.body)) given.body = String(given.body);
    const { headers, body } = given;
    if (isObject(headers)) {
      const list = copied(headers);
      // Any but a Headers may say something else when it is read again, or nothing.
      if (typeof headers.append === 'function') copy = { ...given, headers: list };
      else given.headers = list;
    }
    if (isObject(body)) copy = { ...copy, body: kept(body) };
  }
  const isOfRequest = isRequest(input);
  const isText = isObject(input) && !isOfRequest;
  const spare = isOfRequest && !isGiven(copy?.body) ? spareOf(input) : undefined;
  return {
    input: isText ? String(input) : input,
    /** The init for the first attempt, with the very body, and the one for all others. */
    given,
    init: copy,
    spare: spare || undefined,
    /** Whether its body can be read only once, though it is in a Request; whether not even that. */
    isOnce: spare === null || spare === false,
    isSpent: spare === false,
    /** Whether what is sent first is not what the caller gave; whether its redirects are followed here. */
    isMoved: isText && !(input instanceof URL),
    isGuarded: false,
    /** Whether there may be a secret in it, but for its URL. */
    mayHold: false,
    /** Whether it is of a kind that the loop has to look at before it is sent. */
    isRare: false,
    /** Whether the very init lists what it says, and the caller's own fetch can have it, if it `isSteady`. */
    isListed: plain !== undefined,
    /** What was decided after each attempt; of a lone success there is only how long it took. */
    records: /** @type {import('bc-status').AttemptRecord[] | undefined} */ (undefined),
    ms: 0,
  };
};

/** What is seldom said; a class may have it behind getters, and the last of it are what runtimes and frameworks add. */
const SELDOM =
  'referrer referrerPolicy mode credentials cache integrity keepalive duplex priority dispatcher cf client proxy tls verbose unix decompress next bc'.split(
    ' ',
  );

/**
 * A copy of an init. Each member that fetch knows is read once, another behind a getter only for the caller's own fetch.
 * @param {any} init
 * @param {Fetch | undefined} own
 */
const read = (init, own) => {
  if (!isObject(init)) return init;
  // One by one they are read in a tenth of the time.
  const { method, headers, body, redirect, signal } = init;
  /** @type {any} */
  const copy = {};
  if (method !== undefined) copy.method = method;
  if (headers !== undefined) copy.headers = headers;
  if (body !== undefined) copy.body = body;
  if (redirect !== undefined) copy.redirect = redirect;
  if (signal !== undefined) copy.signal = signal;
  let isListed = false;
  try {
    for (const name in init) {
      isListed = true;
      if (copy[name] !== undefined) continue;
      if (own || SELDOM.includes(name) || !Object.getOwnPropertyDescriptor(init, name)?.get) copy[name] = init[name];
    }
    if (own) for (const name of Object.getOwnPropertySymbols(init)) copy[name] = init[name];
    isListed &&= isPlain(init);
  } catch {
    // A Proxy may refuse to list what it says.
    isListed = false;
  }
  if (!isListed) for (const name of SELDOM) if (!(name in copy) && init[name] !== undefined) copy[name] = init[name];
  return copy;
};

/** @type {(value: any) => boolean} */
const isData = (value) => {
  for (const name in value) if (Object.getOwnPropertyDescriptor(value, name)?.get) return false;
  return true;
};

/** What decides how a request is sent. */
const TELLING = ['method', 'headers', 'body', 'redirect'];

/**
 * A copy of an init that lists what it says, each member read once. A Proxy may say more than it lists.
 * @type {(init: any) => any}
 */
const listed = (init) => {
  try {
    if (!isPlain(init)) return undefined;
    const copy = { ...init };
    for (const name of TELLING) if (copy[name] === undefined && init[name] !== undefined) return undefined;
    return copy;
  } catch {
    return undefined;
  }
};

/**
 * Whether an init that lists what it says, and its headers, say the same when they are read again.
 * @type {(init: any) => boolean}
 */
export const isSteady = (init) => {
  if (!isData(init)) return false;
  const { headers } = init;
  return !isObject(headers) || typeof headers.append === 'function' || (isPlain(headers) ? isData(headers) : Array.isArray(headers));
};

/** @type {(headers: any) => any} */
const copied = (headers) => {
  // A pair may be any iterable too, which says its two once.
  if (headers[Symbol.iterator]) return Array.from(headers, (pair) => (isObject(pair) && !Array.isArray(pair) ? [...pair] : pair));
  return isPlain(headers) ? { ...headers } : headers;
};

/** @type {(value: unknown, kind: string) => boolean} */
const isTagged = (value, kind) => Object.prototype.toString.call(value) === `[object ${kind}]`;

/**
 * Whether fetch sends of a body what it says as a string, which may differ the next time. Deno sends what it iterates.
 * @type {(body: any) => boolean}
 */
const isSpoken = (body) => isTagged(body, 'Object') && !isStream(body) && !body[Symbol.iterator] && !body.append && !body.arrayBuffer;

/**
 * Most runtimes refuse what is shared, and would take a copy.
 * @type {(body: any) => boolean}
 */
export const isShared = (body) => ArrayBuffer.isView(body) && isTagged(body.buffer, 'SharedArrayBuffer');

/** @type {(view: ArrayBufferView) => Uint8Array} */
export const copyOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();

/** @type {(body: any) => boolean} */
export const isStream = (body) => isObject(body) && Boolean(body.getReader || body[Symbol.asyncIterator] || body.pipe);

/**
 * A body that the caller might change is copied; fetch does the same when it sends it.
 * @type {(body: any) => any}
 */
const kept = (body) => {
  if (isShared(body)) return body;
  if (Array.isArray(body) || body instanceof ArrayBuffer) return body.slice(0);
  if (ArrayBuffer.isView(body)) return copyOf(body);
  if (body instanceof URLSearchParams) return new URLSearchParams(body);
  if (!(body instanceof FormData)) return body;
  const copy = new FormData();
  for (const [name, value] of body) copy.append(name, value);
  return copy;
};

/** @type {(value: unknown) => boolean} */
export const isPlain = (value) => {
  if (!isObject(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * What is no object, fetch refuses for an init.
 * @type {(init: unknown) => boolean}
 */
export const isInit = (init) => !isGiven(init) || Object(init) === init;

/**
 * A Request of any realm or library.
 * @type {(input: any) => boolean}
 */
export const isRequest = (input) => isObject(input) && typeof input.method === 'string';

/** @type {(request: Pick<Sent, 'input'>) => string} */
export const urlOf = ({ input }) => (isRequest(input) ? input.url : String(input));

const NONE = {};

/** @type {(request: Arguments) => any} */
export const headersOf = ({ input, init }) => init?.headers ?? (isRequest(input) ? input.headers : NONE);

/**
 * Sends a copy of a Request from here on, so that it is used up at once, as by fetch itself,
 * though it is sent later.
 * @type {(request: Sent) => void}
 */
export const takeOver = (request) => {
  const { input, spare, isOnce, isSpent, isMoved } = request;
  // Of one that is used up, fetch itself says so.
  if (isMoved || isSpent || !(spare || isOnce)) return;
  request.input = input.clone();
  request.isMoved = true;
  drop(input);
};

/**
 * The init, to which members may be added: beside any, a Request forgets its referrer.
 * @type {(request: Pick<Sent, 'input'>, init: any) => any}
 */
export const initBeside = ({ input }, init) => {
  if (!isRequest(input) || input.referrer === undefined) return init;
  if (init && Object.values(init).some((value) => value !== undefined)) return init;
  const { referrer, referrerPolicy } = input;
  return { ...init, referrer, referrerPolicy };
};
