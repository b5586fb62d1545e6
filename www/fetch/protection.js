// What the secrets of a request ask for: https on the way to BigCommerce, and redirects that
// are followed here.

import { isObject } from '../core/arguments.js';
import { hasCredential, isSecretParameter } from '../core/secret-names.js';
import { secured } from './plain-http.js';
import { isGuarded } from './redirect.js';
import { headersOf, movedTo, urlOf } from './request.js';
import { mayHoldSecret } from './secret-body.js';

/** @import { Sent } from './request.js' */

/**
 * The request, as it has to be sent.
 * @type {(request: Sent) => Sent}
 */
export const protect = (request) => {
  const isSecret = hasCredential(headersOf(request)) || mayHoldSecret(request);
  if (isSecret) request.isGuarded = isGuarded(request);
  const { input } = request;
  if (typeof input === 'string' && input.startsWith('https://')) return request;
  const url = urlOf(request);
  const target = secured(url);
  // Of a stream nobody knows what is in it.
  if (target !== url && (isSecret || isObject(request.init?.body) || isTelling(target))) {
    request.isMoved = true;
    request.input = movedTo(target, input);
    if (request.spare) request.spare = movedTo(target, request.spare);
  }
  return request;
};

/**
 * Whether a secret is in a URL, or in another one within it, however often that was encoded.
 * @type {(url: string) => boolean | undefined}
 */
const isTelling = (url) => {
  const text = url.replace(/%(?:25)*([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)));
  return /\/\/[^/?#]*@|\/login\/token\//i.test(text) || text.match(/[^?&#;/=]+(?==)/g)?.some(isSecretParameter);
};
