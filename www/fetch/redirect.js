// Redirects of requests that carry secrets: the platform would hand a header such as
// X-Auth-Token, or a body with a client secret, to whatever origin an answer names.

import { isCredential } from '../core/credentials.js';
import { integrityOf } from './guard.js';
import { refused } from './refused.js';
import { bodyOf, changed, isRedirect, isReplayable, methodOf, signalOf } from './request.js';
import { drop } from './drop.js';
import { locationOf } from './response.js';
import { holdsSecret } from './secret-body.js';
import { headersOf, urlOf } from './snapshot.js';
import { CONTENT_TYPE } from '../knowledge/headers.js';
import { MOST_HOPS } from '../knowledge/limits.js';

/** @import { Arguments, Fetch, Sent } from './snapshot.js' */

/** Headers that speak of a body, and go where it goes. */
const OF_BODY = ['content-encoding', 'content-language', 'content-length', 'content-location', CONTENT_TYPE];

/**
 * Follows where an answer leads, and the next ones. An answer that would have a body with a
 * secret sent to another origin is handed out instead.
 * @type {(fetch: Fetch, request: Sent, init: any, answer: any) => Promise<any>}
 */
export const follow = async (fetch, request, init, answer) => {
  let response = answer;
  let url = urlOf(request);
  /** @type {any} */
  let sent;
  let isKept = false;
  for (let hops = 1; isRedirect(response); hops++) {
    const location = locationOf(response);
    if (location === null) break;
    try {
      if (hops > MOST_HOPS) throw refused(`more than ${MOST_HOPS} redirects`);
      const from = response.url || url;
      // The caller's own fetch knows where that is.
      isKept = !/^[a-z][a-z\d+.-]*:/i.test(from);
      if (isKept) break;
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
  const integrity = integrityOf(request);
  if (integrity && !isKept) await checked(response, integrity);
  return response === answer ? response : redirected(response);
};

/**
 * As the platform checks it, where it does.
 * @type {(response: any, integrity: string) => Promise<void>}
 */
const checked = async (response, integrity) => {
  const url = URL.createObjectURL(await response.clone().blob());
  try {
    drop(await globalThis.fetch(url, { integrity }));
  } finally {
    URL.revokeObjectURL(url);
  }
};

/**
 * `redirected` says what it would if the platform had followed, and of a clone as well.
 * @type {(response: any) => any}
 */
const redirected = (response) => {
  // A mock may hand out the same one each time.
  if (response.redirected === true) return response;
  const prototype = Object.getPrototypeOf(response);
  const members = {
    redirected: { value: true },
    clone: { value: () => redirected(prototype.clone.call(response)), writable: true },
  };
  Reflect.setPrototypeOf(response, Object.create(prototype, members));
  return response;
};

/** @type {(location: string, base: string) => URL} */
const targetOf = (location, base) => {
  let target;
  try {
    target = new URL(location, base);
  } catch (error) {
    throw refused('a redirect leads to what is no URL', error);
  }
  if (!/^https?:$/.test(target.protocol)) throw refused('a redirect leads away from HTTP');
  if (target.username || target.password) throw refused('a redirect leads to a URL with a user in it');
  return target;
};

/**
 * The init for a URL alone, with all that a Request said.
 * @type {(request: Sent, init: any) => Promise<any>}
 */
const spelledOut = async (request, init) => {
  const method = methodOf(request);
  const headers = new Headers(headersOf(request));
  const body = await bodyOf(request);
  const signal = signalOf({ input: request.input, init });
  return changed(init, { method, headers, body, signal, redirect: 'manual', integrity: '' });
};

/**
 * The init for the next hop: the standard's changes, and no credential for another origin.
 * @type {(init: any, status: number, isSame: boolean) => any}
 */
const next = (init, status, isSame) => {
  const { method } = init;
  const headers = new Headers(init.headers);
  if (!isSame) for (const name of [...headers.keys()]) if (isCredential(name) || name === 'host') headers.delete(name);

  const isPost = method.toUpperCase() === 'POST';
  const isRead = /^(GET|HEAD)$/i.test(method);
  if (status !== 303 && !isReplayable({ init })) throw refused('a redirect asks for a body that can be read only once');
  if ((isPost && status < 303) || (status === 303 && !isRead)) {
    for (const name of OF_BODY) headers.delete(name);
    return changed(init, { method: 'GET', headers, body: undefined });
  }
  return changed(init, { headers });
};

/**
 * The same origin, or the same host with TLS where both ports are the usual ones.
 * @type {(from: URL, to: URL) => boolean}
 */
const isForSame = (from, to) =>
  from.origin === to.origin ||
  (from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname && from.port + to.port === '');
