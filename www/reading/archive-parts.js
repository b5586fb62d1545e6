// The members of one list in a JSON text, which comes in chunks: those of an HTTP Archive, or of an export
// that is a list of records. Only their ends are found here; what is in them, others read.

/** @import { Entry } from './entries.js' */

/** An entry that is longer holds a download, and is left out. */
const LONGEST = 16 * 1024 * 1024;

/** No name that is looked for is longer. */
const LONGEST_NAME = 10;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 91, 93, 123, 125];

/**
 * Whether what stands at a place of a text is escaped; `isEscaped` is whether its first character is.
 * @type {(chunk: string, from: number, at: number, isEscaped: boolean) => boolean}
 */
const isEscapedAt = (chunk, from, at, isEscaped) => {
  let before = at;
  while (before > from && chunk.charCodeAt(before - 1) === BACKSLASH) before--;
  const isGoingOn = before === from && isEscaped;
  return (at - before + Number(isGoingOn)) % 2 === 1;
};

/**
 * Where the quote is that ends a text, or the end of the chunk.
 * @type {(chunk: string, from: number, isEscaped: boolean) => number}
 */
const endOfText = (chunk, from, isEscaped) => {
  let at = from;
  for (;;) {
    at = chunk.indexOf('"', at);
    if (at < 0) return chunk.length;
    if (!isEscapedAt(chunk, from, at, isEscaped)) return at;
    at += 1;
  }
};

export class Archive {
  /** Names of the members that lead to the list. */
  #path;
  #depth = 0;
  #isText = false;
  #isEscaped = false;
  /** The last text before a value, as far as it may be a name. */
  #name = '';
  /** How many steps of the path the brackets that are open go. */
  #steps = 0;
  #isList = false;
  #isIn = false;
  #held = '';
  #isTooLong = false;
  #entry = 0;
  isBegun = false;

  /** @param {string[]} path */
  constructor(path) {
    this.#path = path;
  }

  /**
   * @param {string} chunk
   * @returns {Entry[]}
   */
  take(chunk) {
    this.isBegun = true;
    /** @type {Entry[]} */
    const entries = [];
    // What began before begins with the chunk.
    let from = 0;
    const base = this.#path.length + 1;
    // Kept in variables, this is three times as fast.
    let [depth, isText, isEscaped, isIn] = [this.#depth, this.#isText, this.#isEscaped, this.#isIn];
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (isText) {
        const end = endOfText(chunk, at, isEscaped);
        if (!isIn && this.#name.length < LONGEST_NAME) this.#name += chunk.slice(at, Math.min(end, at + LONGEST_NAME));
        isEscaped = end === chunk.length && isEscapedAt(chunk, at, end, isEscaped);
        isText = end === chunk.length;
        at = end;
      } else if (code === QUOTE) {
        isText = true;
        if (!isIn) this.#name = '';
      } else if (code === OPEN || code === OPEN_LIST) {
        if (!isIn) {
          if (depth === base && this.#isList && code === OPEN) {
            isIn = true;
            from = at;
          } else this.#opens(depth, code === OPEN_LIST);
        }
        depth += 1;
      } else if (code === CLOSE || code === CLOSE_LIST) {
        depth -= 1;
        if (isIn && depth === base) {
          entries.push(this.#closed(chunk.slice(from, at + 1)));
          isIn = false;
        } else if (!isIn && depth < base) this.#isList = false;
        if (!isIn) this.#steps = Math.min(this.#steps, Math.max(depth - 1, 0));
      }
    }
    [this.#depth, this.#isText, this.#isEscaped, this.#isIn] = [depth, isText, isEscaped, isIn];
    if (isIn) this.#hold(chunk.slice(from));
    return entries;
  }

  /** @type {(depth: number, isList: boolean) => void} */
  #opens(depth, isList) {
    const { length } = this.#path;
    const isNext = depth === 0 || (depth === this.#steps + 1 && this.#name === this.#path[depth - 1]);
    if (!isNext || depth > length) return;
    if (depth > 0) this.#steps = depth;
    this.#isList ||= isList && depth === length;
  }

  /** @param {string} more */
  #hold(more) {
    if (this.#held.length + more.length > LONGEST) {
      this.#isTooLong = true;
      this.#held = '';
    }
    if (!this.#isTooLong) this.#held += more;
  }

  /** @type {(more: string) => Entry} */
  #closed(more) {
    this.#hold(more);
    this.#entry += 1;
    /** @type {Entry} */
    const entry = this.#isTooLong ? { text: '', entry: this.#entry, lost: 'long' } : { text: this.#held, entry: this.#entry };
    this.#held = '';
    this.#isTooLong = false;
    return entry;
  }

  /** @returns {Entry[]} */
  end() {
    return this.#isIn ? [{ text: '', entry: this.#entry + 1, lost: 'damaged' }] : [];
  }
}
