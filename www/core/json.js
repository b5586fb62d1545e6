// JSON of strangers, parsed and written in memory that keeps to its size.

import { DEEPEST_BODY } from '../knowledge/limits.js';

/** Nobody means more brackets within each other, or more values in all. The parser takes up to 100 bytes for each. */
export const MOST_OPEN = 1000;
export const MOST_VALUES = 5_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/**
 * Whether a text would take many times its size when it is parsed.
 * @type {(text: string) => boolean}
 */
export const isVast = (text) => {
  let open = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
      continue;
    }
    // Brackets differ from braces in one bit.
    const isOpening = (sign | 0x20) === 0x7b;
    if (isOpening) open++;
    else if ((sign | 0x20) === 0x7d) open--;
    if ((isOpening || sign === COMMA) && (++values > MOST_VALUES || open > MOST_OPEN)) return true;
  }
  return false;
};

/**
 * Undefined for what is no JSON.
 * @type {(text: string) => any}
 */
export const parsed = (text) => {
  try {
    return isVast(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What JSON leaves out of an object. */
const UNWRITTEN = ['undefined', 'function', 'symbol'];

/**
 * The JSON of a value up to so many characters, without the rest being written.
 * @type {(value: unknown, most: number) => string | undefined}
 */
export const written = (value, most) => {
  let left = most;
  const depths = new Map();
  /** @param {any} list A text or an array. */
  const short = (list) => (list.length > most ? list.slice(0, most) : list);
  /**
   * What is left out when nothing is left would come behind the end.
   * @this {unknown}
   * @param {string} name
   * @param {unknown} member
   */
  const within = function (name, member) {
    if (left < 0 || UNWRITTEN.includes(typeof member)) return undefined;
    left -= Array.isArray(this) ? 1 : name.length + 1;
    if (typeof member === 'bigint') return String(member);
    if (typeof member === 'string') left -= member.length;
    if (typeof member === 'string' || Array.isArray(member)) member = short(member);
    if (typeof member !== 'object' || member === null) return member;
    const depth = (depths.get(this) ?? 0) + 1;
    depths.set(member, depth);
    // The core passes over what is in there.
    return depth > DEEPEST_BODY + 1 ? null : member;
  };
  return JSON.stringify(value, within)?.slice(0, most);
};
