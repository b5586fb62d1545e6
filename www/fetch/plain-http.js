// What goes to BigCommerce goes by https, however its URL is spelled.

import { baseOfPage, isSafe } from './guard.js';

const BIGCOMMERCE = /(^|\.)(my-?)?bigcommerce\.com\.*$/;

/**
 * As fetch reads it: without a base in the page a relative URL is for the caller's own fetch to know.
 * @type {(url: string) => URL | undefined}
 */
const parsed = (url) => {
  for (const base of [baseOfPage(), 'http://own']) {
    try {
      return new URL(url, base);
    } catch {
      // Relative, or none at all.
    }
  }
  return undefined;
};

/**
 * A URL of BigCommerce's with https where it had http; any other as it is.
 * @type {(url: string) => string}
 */
export const secured = (url) => {
  if (isSafe(url)) return url;
  const target = parsed(url);
  if (target?.protocol !== 'http:' || !BIGCOMMERCE.test(target.hostname)) return url;
  target.protocol = 'https:';
  return target.href;
};
