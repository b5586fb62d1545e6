// Redirects of requests that carry credentials: the platform would hand a header such as
// X-Auth-Token to whatever origin an answer names.

import { isCredential } from './credentials.js';
import { bodyOf, changed, headersOf, isPlain, methodOf, urlOf } from './request.js';
import { drop, locationOf } from './response.js';

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

/** Follows where an answer leads, and the next ones. */
export const follow = async (fetch, request, init, answer) => {
  let response = answer;
  let url = urlOf(request);
  let sent;
  for (let hops = 1; isRedirect(response); hops++) {
    const location = locationOf(response);
    if (location === null) break;
    drop(response);
    if (hops > MOST_HOPS) throw refused(`more than ${MOST_HOPS} redirects`);
    const from = response.url || url;
    const target = targetOf(location, from);
    sent = next(sent ?? (await spelledOut(request, init)), response.status, new URL(from), target);
    url = target.href;
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
  return target;
};

/** The init for a URL alone, with all that a Request said. */
const spelledOut = async (request, init) => {
  const method = methodOf(request);
  const headers = new Headers(headersOf(request));
  const body = await bodyOf(request);
  const { signal } = request;
  return changed(init, { method, headers, body, signal: init?.signal ?? signal, redirect: 'manual' });
};

/** The init for the next hop: the standard's changes, and no credential for another origin. */
const next = (init, status, from, to) => {
  const { method } = init;
  const headers = new Headers(init.headers);
  if (!isForSame(from, to)) for (const name of [...headers.keys()]) if (isCredential(name)) headers.delete(name);

  const isPost = method.toUpperCase() === 'POST';
  const isRead = /^(GET|HEAD)$/i.test(method);
  if ((isPost && status < 303) || (status === 303 && !isRead)) {
    for (const name of OF_BODY) headers.delete(name);
    return changed(init, { method: 'GET', headers, body: undefined });
  }
  if (isStream(init.body)) throw refused('a redirect asks for a body that can be read only once');
  return changed(init, { headers });
};

const isStream = (body) => [body?.getReader, body?.pipe, Object(body)[Symbol.asyncIterator]].some((one) => typeof one === 'function');

const isForSame = (from, to) =>
  from.origin === to.origin ||
  (from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname);

/** Whether the redirects of a request with credentials have to be followed here. */
export const isGuarded = ({ input, init }, inPage) =>
  // A page is shown nothing of a redirect; it should hold no credential either.
  !inPage && (init?.redirect ?? input?.redirect ?? 'follow') === 'follow';
