// What a request asks for that holds secrets, as far as the first attempt is concerned: that its
// redirects are handed out, for too many requests rather than for too few.

import { isGiven, isObject } from '../core/checks.js';
import { someName } from '../core/header-names.js';
import { addressOfPage } from './page-address.js';
import { SECRET_HINT } from '../knowledge/start.js';
import { headersOf, isInit, isRequest, isStream, urlOf } from './snapshot.js';

/** @import { Sent } from './snapshot.js' */

/** Spelled so, a host is read as it is written. */
const PLAIN = /^http:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#]|$)/;

/** Relative, without tabs and line ends, which fetch would drop. */
const PATH = /^(?:[?#.]|\/(?![/\\]))[!-~]*$/;

export const baseOfPage = () => globalThis.document?.baseURI ?? globalThis.location?.href;

/**
 * Whether a URL leads to BigCommerce by https or not at all, as can be seen from how it is spelled.
 * @type {(url: string) => boolean}
 */
export const isSafe = (url) =>
  url.startsWith('https://') ||
  (PLAIN.test(url) ? !url.includes('bigcommerce') : PATH.test(url) && !/^http:.*bigcommerce/.test(baseOfPage() ?? ''));

/**
 * Whether the redirects of a request with secrets have to be followed here.
 * @type {(request: Pick<Sent, 'input' | 'init'>) => boolean}
 */
const isGuarded = ({ input, init }) => {
  // Of a null fetch itself says that it is wrong.
  const { redirect = input?.redirect ?? 'follow' } = init ?? {};
  // A page, or an extension, is shown nothing of a redirect; it should hold no secret either.
  return String(redirect) === 'follow' && isInit(init) && !addressOfPage();
};

/**
 * Of the last answer, and not of those that only lead there.
 * @type {(request: Pick<Sent, 'input' | 'init'>) => string | undefined}
 */
export const integrityOf = ({ input, init }) => init?.integrity ?? (isRequest(input) ? input.integrity : undefined);

/** A longer text is not looked through before it is sent. */
const LONGEST_AT_ONCE = 100;

/**
 * Names may be spelled with signs between their letters, and letters as escapes.
 * @type {(text: string) => boolean}
 */
const mayTell = (text) => text.length > LONGEST_AT_ONCE || /[%\\]/.test(text) || SECRET_HINT.test(text.replace(/[^a-z]/gi, ''));

/**
 * What was found out about the names of headers.
 * @type {Map<string, boolean>}
 */
const known = new Map();

/** @type {(name: string) => boolean} */
const mayBeSecret = (name) => {
  let may = known.get(name);
  if (may === undefined) {
    may = mayTell(String(name));
    if (known.size < 500) known.set(name, may);
  }
  return may;
};

/** In a URL: what there may be a secret in, or behind, and what is long enough to be one. */
const TELLING = /[?@%#;]|login|[\w-]{16}/i;

/**
 * Whether there may be a secret in a request; for what is done with errors, so that a success need not know.
 * @type {(request: Sent) => boolean}
 */
export const isSecret = (request) => request.mayHold || TELLING.test(urlOf(request));

/** @type {(request: Sent) => Sent} */
export const guarded = (request) => {
  const { input, init, spare, isOnce } = request;
  const body = init?.body;
  if (
    someName(headersOf(request), mayBeSecret) ||
    (isGiven(body) ? (isObject(body) ? !isStream(body) : mayTell(String(body))) : spare !== undefined || isOnce)
  ) {
    request.mayHold = true;
    request.isGuarded = isGuarded(request);
    if (request.isGuarded && integrityOf(request)) request.isRare = true;
  }
  if (!isSafe(typeof input === 'string' ? input : urlOf(request))) request.isRare = true;
  return request;
};
