// What can be said of an error where what looks for secrets in it could not be loaded.

import { isSecret } from './guard.js';

/** @import { Sent } from './snapshot.js' */

/**
 * The very error where no secret is likely in it, as in one that says that the call was given up; else one that says what kind it is.
 * @type {(error: any, request: Sent, isOwn: boolean) => any}
 */
export const withoutDetails = (error, request, isOwn) =>
  (isOwn || isSecret(request)) && !(error instanceof DOMException) && error !== request.init?.signal?.reason
    ? new TypeError('fetch failed')
    : error;

/** What keeps secrets out of plain http could not be loaded either, and the URL may lead there. */
export const unprotected = () => new TypeError('fetch failed: a secret in plain http');
