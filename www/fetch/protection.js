// What is secret goes to BigCommerce by https.

import { hasCredential } from '../core/credentials.js';
import { isObject } from '../core/checks.js';
import { isSecretParameter } from '../core/secret-names.js';
import { secured } from './plain-http.js';
import { movedTo } from './request.js';
import { mayHoldSecret } from './secret-body.js';
import { headersOf, urlOf } from './snapshot.js';

/** @import { Sent } from './snapshot.js' */

/** @type {(request: Sent) => void} */
export const protect = (request) => {
  const { init, input } = request;
  const url = urlOf(request);
  const target = secured(url);
  if (target === url) return;
  // Of a stream nobody knows what is in it.
  const isSecret = hasCredential(headersOf(request)) || mayHoldSecret(request) || isObject(init?.body) || isTelling(target);
  if (!isSecret) return;
  request.isMoved = true;
  request.input = movedTo(target, input);
  if (request.spare) request.spare = movedTo(target, request.spare);
};

/**
 * Whether a secret is in a URL, or in another one within it, however often that was encoded.
 * @type {(url: string) => boolean | undefined}
 */
const isTelling = (url) => {
  const text = url.replace(/%(?:25)*([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)));
  return /\/\/[^/?#]*@|\/login\/token\//i.test(text) || text.match(/[^?&#;/=]+(?==)/g)?.some(isSecretParameter);
};
