// Redirects of requests that carry secrets: the platform would hand a header such as
// X-Auth-Token, or a body with a client secret, to whatever origin an answer names.

import { isCredential } from './credentials.js';
import { bodyOf, changed, headersOf, isPlain, isReplayable, methodOf, signalOf, urlOf } from './request.js';
import { drop, locationOf } from './response.js';
import { holdsSecret } from './secret-body.js';

const REDIRECTS = [301, 302, 303, 307, 308];

/** As in the Fetch standard. */
const MOST_HOPS = 20;

/** Headers that speak of a body, and go where it goes. */
const OF_BODY = ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type'];

/** Errors that another attempt would end with as well. */
const hopeless = new WeakSet();

export const isHopeless = (error) => hopeless.has(error);

const refused = (why) => {
  const error = new TypeError(`fetch failed: ${why}`);
  hopeless.add(error);
  return error;
};

/** The init that has a redirect handed out. */
export const unfollowed = (init) =>
  // In this order a plain copy is made in a tenth of the time.
  isPlain(init) && !('redirect' in init) ? { redirect: 'manual', ...init } : changed(init, { redirect: 'manual' });

export const isRedirect = (response) => REDIRECTS.includes(response?.status);

/**
 * Follows where an answer leads, and the next ones. An answer that would have a body with a
 * secret sent to another origin is handed out instead.
 */
export const follow = async (fetch, request, init, answer) => {
  let response = answer;
  let url = urlOf(request);
  let sent;
  for (let hops = 1; isRedirect(response); hops++) {
    const location = locationOf(response);
    if (location === null) break;
    let isKept = false;
    try {
      if (hops > MOST_HOPS) throw refused(`more than ${MOST_HOPS} redirects`);
      const from = response.url || url;
      const target = targetOf(location, from);
      const isSame = isForSame(new URL(from), target);
      sent = next(sent ?? (await spelledOut(request, init)), response.status, isSame);
      isKept = !isSame && Boolean(sent.body) && (await holdsSecret(sent.body));
      url = target.href;
    } finally {
      if (!isKept) drop(response);
    }
    if (isKept) break;
    response = await fetch(url, sent);
  }
  return response === answer ? response : redirected(response);
};

/** `redirected` says what it would if the platform had followed. */
const redirected = (response) =>
  Object.defineProperty(response, 'redirected', { value: true, configurable: true });

const targetOf = (location, base) => {
  let target;
  try {
    target = new URL(location, base);
  } catch {
    throw refused('a redirect leads to what is no URL');
  }
  if (!/^https?:$/.test(target.protocol)) throw refused('a redirect leads away from HTTP');
  if (target.username || target.password) throw refused('a redirect leads to a URL with a user in it');
  return target;
};

/** The init for a URL alone, with all that a Request said. */
const spelledOut = async (request, init) => {
  const method = methodOf(request);
  const headers = new Headers(headersOf(request));
  const body = await bodyOf(request);
  const signal = signalOf({ input: request.input, init });
  return changed(init, { method, headers, body, signal, redirect: 'manual' });
};

/** The init for the next hop: the standard's changes, and no credential for another origin. */
const next = (init, status, isSame) => {
  const { method } = init;
  const headers = new Headers(init.headers);
  if (!isSame) for (const name of [...headers.keys()]) if (isCredential(name) || name === 'host') headers.delete(name);

  const isPost = method.toUpperCase() === 'POST';
  const isRead = /^(GET|HEAD)$/i.test(method);
  if ((isPost && status < 303) || (status === 303 && !isRead)) {
    for (const name of OF_BODY) headers.delete(name);
    return changed(init, { method: 'GET', headers, body: undefined });
  }
  if (!isReplayable({ init })) throw refused('a redirect asks for a body that can be read only once');
  return changed(init, { headers });
};

/** The same origin, or the same host with TLS where both ports are the usual ones. */
const isForSame = (from, to) =>
  from.origin === to.origin ||
  (from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname && from.port + to.port === '');

/** Whether the redirects of a request with secrets have to be followed here. */
export const isGuarded = ({ input, init }) => {
  // Of a null fetch itself says that it is wrong.
  const { redirect = input?.redirect ?? 'follow' } = init ?? {};
  // What has an address, a page or an extension, is shown nothing of a redirect; it should hold no secret either.
  return globalThis.location === undefined && redirect === 'follow';
};
