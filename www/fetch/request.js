// What a request says, and how to send it again.

import { isGiven, isObject } from '../core/checks.js';
import { integrityOf } from './guard.js';
import { copyOf, isRequest, isShared, isStream, urlOf } from './snapshot.js';

/** @import { Arguments, Fetch, Sent } from './snapshot.js' */

/**
 * Bytes that may be decoded.
 * @type {(body: any) => any}
 */
export const unshared = (body) => (isShared(body) ? copyOf(body) : body);

/**
 * An init with other members.
 * @type {(init: any, members?: Record<string, any>) => any}
 */
export const changed = (init, members) => {
  const copy = { ...init };
  for (const name in members) copy[name] = members[name];
  return copy;
};

/** @type {(request: Arguments) => string} */
export const methodOf = ({ input, init }) => String(init?.method ?? (isRequest(input) ? input.method : 'GET'));

/**
 * The same request to another URL; a Request gives its body away.
 * @type {(url: string, input: any) => any}
 */
export const movedTo = (url, input) => (isRequest(input) ? new Request(url, input) : url);

/**
 * A body in a form that can be sent more than once, unless it is a stream.
 * @type {(request: Sent) => Promise<any>}
 */
export const bodyOf = async ({ input, init, spare, isOnce }) =>
  init?.body ?? (spare ? spare.clone().arrayBuffer() : isOnce ? input.body : undefined);

/**
 * A null in init takes the Request's own signal away, as fetch has it.
 * @type {(request: Arguments) => AbortSignal | undefined}
 */
export const signalOf = ({ input, init }) => (init?.signal !== undefined || !isRequest(input) ? init?.signal : input.signal) ?? undefined;

/**
 * A stream can be read only once; everything else is sent again as it is.
 * @type {(request: Pick<Sent, 'init'> & { isOnce?: boolean }) => boolean}
 */
export const isReplayable = ({ init, isOnce }) => !isOnce && !isStream(init?.body);

/**
 * Whether the caller's own fetch may know a URL that the platform's does not.
 * @type {(url: string) => boolean}
 */
const isRelative = (url) => /^[./]/.test(url);

/**
 * The error with which fetch refuses the arguments, if it does; where the URL is not its own matter, of the others.
 * @type {(request: Sent, own?: Fetch, isUrlOwn?: (url: string) => boolean) => any}
 */
export const refusalOf = (request, own, isUrlOwn = isRelative) => {
  const { input, init, isSpent } = request;
  // Of a stream only the platform's fetch is known to ask for more than the stream.
  const isWhole = own || !isStream(init?.body);
  const stand = isShared(init?.body) ? init.body : isWhole ? '' : new ReadableStream();
  const body = isGiven(init?.body) ? stand : undefined;
  try {
    const url = urlOf(request);
    const target = isSpent && input instanceof Request ? input : own && isUrlOwn(url) ? 'http://own' : url;
    new Request(target, { ...init, body });
    return undefined;
  } catch (error) {
    return error;
  }
};

const REDIRECTS = [301, 302, 303, 307, 308];

/** @type {(response: any) => boolean} */
export const isRedirect = (response) => REDIRECTS.includes(response?.status);

/**
 * Whether an answer leads on, or is to be looked at where it does not.
 * @type {(request: Arguments, response: any) => boolean}
 */
export const isToFollow = (request, response) => isRedirect(response) || Boolean(integrityOf(request));

/**
 * The init that has a redirect handed out.
 * @type {(request: Arguments, init: any) => any}
 */
export const unfollowed = (request, init) => {
  const integrity = integrityOf(request);
  if (integrity) {
    // Not every runtime takes one.
    new Request('http://own', { integrity });
    return changed(init, { redirect: 'manual', integrity: '' });
  }
  // In this order a copy is made in a tenth of the time.
  return isObject(init) && !('redirect' in init) ? { redirect: 'manual', ...init } : changed(init, { redirect: 'manual' });
};
