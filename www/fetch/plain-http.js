// What goes to BigCommerce goes by https, however its URL is spelled.

const BIGCOMMERCE = /(^|\.)(my-?)?bigcommerce\.com\.*$/;

/** Spelled so, a host is read as it is written. */
const PLAIN = /^http:\/\/[a-z\d.-]+(?::\d+)?(?:[/?#]|$)/;

/** A path of one's own; tabs and line ends in it fetch would drop. */
const PATH = /^\/(?![/\\])[!-~]*$/;

const baseOfPage = () => globalThis.document?.baseURI ?? globalThis.location?.href;

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
  if (url.startsWith('https://')) return url;
  if (url.startsWith('/') ? PATH.test(url) && !baseOfPage() : PLAIN.test(url) && !url.includes('bigcommerce')) return url;
  const target = parsed(url);
  if (target?.protocol !== 'http:' || !BIGCOMMERCE.test(target.hostname)) return url;
  target.protocol = 'https:';
  return target.href;
};
