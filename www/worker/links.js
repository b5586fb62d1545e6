// URLs among the headers of an answer. What they say of the store is said of the Worker here.

import { isIn } from './trace.js';

/** @import { Store } from './store-settings.js' */

/**
 * Absolute, for a request that went to `url`; undefined where it is no URL of the web.
 * @type {(text: string, url: string) => URL | undefined}
 */
const absolute = (text, url) => {
  try {
    const target = new URL(text, url);
    return /^https?:$/.test(target.protocol) && !target.username && !target.password ? target : undefined;
  } catch {
    return undefined;
  }
};

/**
 * @param {string} prefix
 * @returns {Record<string, (value: string, store: Store, url: string) => string | undefined>}
 */
export const createLinks = (prefix) => {
  /**
   * Where the Worker's callers find what a URL of the store names.
   * @type {(text: string, store: Store, url: string) => string | undefined}
   */
  const ownOf = (text, { base, hashes }, url) => {
    const { href } = absolute(text, url) ?? {};
    if (!href?.startsWith(`${base}/`)) return undefined;
    const path = href.slice(base.length);
    // Two slashes would lead to another host.
    return path.startsWith('//') || isIn(path, hashes) ? undefined : prefix + path;
  };

  /**
   * What leads elsewhere stays, unless it is of the API or names the store.
   * @type {(text: string, store: Store, url: string) => string | undefined}
   */
  const otherOf = (text, { base, hashes }, url) => {
    const target = absolute(text, url);
    if (!target || target.host === new URL(base).host || isIn(target.href, hashes)) return undefined;
    return target.href;
  };

  return {
    /** Of what was made, if it can be had here. */
    location: ownOf,

    /** `Link`, none of it where a part of it is not for callers. */
    link(value, store, url) {
      let isWhole = true;
      const shown = value.replace(/<([^<>]*)>/g, (_, text) => {
        const target = ownOf(text, store, url) ?? otherOf(text, store, url);
        isWhole &&= target !== undefined;
        return `<${target}>`;
      });
      return isWhole && !isIn(shown, store.hashes) ? shown : undefined;
    },
  };
};
