// Errors of fetch as they may be seen. Some quote the header that they refuse, or the URL that
// they did not reach; those of other clients hold the whole request.

import { isObject } from '../core/checks.js';
import { MASK, maskedUrl, maskedUrls } from '../core/masking.js';
import { isBytes, isError, isOfHeaders, isPlain, membersOf, prototypeOf, read, tagOf } from '../core/members.js';
import { coverFor } from './request-secrets.js';
import { TextDecoder } from '../core/utf8.js';

/** @import { Member } from '../core/members.js' */
/** @import { Sent } from './snapshot.js' */

/** @typedef {[key: unknown, value: any, isSecret: boolean, depth: number]} Open What is still to be looked at. */

/** Of an error that has more in it, the rest is left out. */
const MOST_VALUES = 10_000;
const DEEPEST = 30;
/** So many instances of classes are looked through to be kept as they are. */
const MOST_KEPT = 50;

/**
 * What is to be seen of the values in one error: `holds(value)` a secret, and `shown(value)` without.
 * @type {(request: Sent) => { holds: (root: unknown) => boolean, shown: (value: any, key?: unknown, isSecret?: boolean, depth?: number) => any }}
 */
const createShow = (request) => {
  const cover = coverFor(request);

  /** @type {(text: string, key?: unknown, isSecret?: boolean) => string} */
  const shownText = (text, key, isSecret) => {
    if (isSecret) return text && MASK;
    return key === 'stack' ? maskedUrls(cover(text)) : maskedUrl(cover(text));
  };

  /** @type {(bytes: any) => boolean} */
  const holdsBytes = (bytes) => {
    const text = new TextDecoder().decode(bytes);
    return cover(text) !== text;
  };

  /** @type {(root: unknown) => boolean} */
  const holds = (root) => {
    const seen = new Set();
    /** @type {Open[]} */
    const open = [['', root, false, 0]];
    for (let count = 0; open.length > 0; count++) {
      const [key, value, isSecret, depth] = /** @type {Open} */ (open.pop());
      if (typeof value === 'string' && shownText(value, key, isSecret) !== value) return true;
      if (typeof value === 'function') for (const name of Object.keys(value)) open.push([name, read(value, name), false, depth + 1]);
      if (!isObject(value) || seen.has(value)) continue;
      if (count > MOST_VALUES || depth > DEEPEST) return true;
      seen.add(value);
      const tag = tagOf(value);
      if (tag === 'URL') open.push([key, String(value), isSecret, depth]);
      else if (!isBytes(value, tag)) {
        for (const [name, member, isNamed] of membersOf(value, tag, key, isSecret)) {
          open.push(['', name, false, depth + 1], [name, member, isNamed, depth + 1]);
        }
      } else if (holdsBytes(value)) return true;
    }
    return false;
  };

  const copies = new Map();
  let kept = 0;

  /** @type {(value: any, key?: any, isSecret?: boolean, depth?: number) => any} */
  const shown = (value, key = '', isSecret = false, depth = 0) => {
    if (typeof value === 'string') return shownText(value, key, isSecret);
    if (typeof value === 'function') return holds(value) ? undefined : value;
    if (!isObject(value)) return value;
    if (copies.has(value)) return copies.get(value);
    if (depth > DEEPEST || copies.size > MOST_VALUES) return undefined;
    const tag = tagOf(value);
    if (tag === 'URL') return shownText(String(value), key, isSecret);
    if (isBytes(value, tag)) return holdsBytes(value) ? MASK : value;
    if (isError(value, tag)) return shownError(value, tag, depth);
    const members = membersOf(value, tag, key, isSecret);
    /**
     * @param {any} copy
     * @param {Function} put
     * @param {Member[]} [of]
     */
    const fill = (copy, put, of = members) => {
      copies.set(value, copy);
      for (const [name, member, isNamed] of of) {
        put.call(copy, shown(name), shown(member, name, isNamed, depth + 1));
      }
      return copy;
    };
    if (Array.isArray(value)) return fill([], put);
    if (tag === 'Map') return fill(new Map(), Map.prototype.set);
    if (tag === 'Set') return fill(new Set(), (/** @type {unknown} */ _, /** @type {unknown} */ member) => copies.get(value).add(member));
    if (tag === 'Headers') return fill(new Headers(), Headers.prototype.append);
    if (isPlain(value)) return fill(Object.create(prototypeOf(value)), put);
    kept += 1;
    if (kept <= MOST_KEPT && !holds(value)) return value;
    // Without its class, whose private members cannot be copied, and what it is wired up with.
    return fill(
      {},
      put,
      members.filter(([name, member]) => (isObject(member) ? isOfHeaders(name) : typeof member !== 'function')),
    );
  };

  /**
   * Of the same class. What was assigned would fail where the prototype is frozen.
   * @type {(error: any, tag: string, depth: number) => any}
   */
  const shownError = (error, tag, depth) => {
    const original = String(read(error, 'message') ?? '');
    const message = shownText(original);
    const isDom = tag === 'DOMException' && typeof DOMException === 'function';
    const copy = isDom ? new DOMException(message, read(error, 'name')) : Object.setPrototypeOf(new Error(message), prototypeOf(error));
    copies.set(error, copy);
    for (const [key, member, isSecret] of membersOf(error, tag, '')) {
      const isStack = key === 'stack' && typeof member === 'string';
      const value = shown(isStack ? member.replace(original, () => message) : member, key, isSecret, depth + 1);
      const isEnumerable = Boolean(Object.getOwnPropertyDescriptor(error, key)?.enumerable);
      if (value !== undefined && value !== read(copy, key)) put.call(copy, shown(key), value, isEnumerable);
    }
    return copy;
  };

  return { holds, shown };
};

/**
 * What a class of the platform keeps for itself cannot be set.
 * @this {object}
 * @param {PropertyKey} key
 * @param {unknown} value
 */
function put(key, value, enumerable = true) {
  Reflect.defineProperty(this, key, { value, enumerable, writable: true, configurable: true });
}

/**
 * What fetch rejected with, as it may be seen. What holds no secret, neither of the request's
 * nor by its name, stays the very same; else it is a copy of the same class, name and members.
 * @type {(error: unknown, request: Sent) => unknown}
 */
export const withoutSecrets = (error, request) => {
  try {
    const { holds, shown } = createShow(request);
    return holds(error) ? shown(error) : error;
  } catch {
    return new TypeError('fetch failed, with an error that could not be read');
  }
};
