// The words of a text that may name a secret, or may be one. A long text has millions of words, so that each is looked at
// by its signs alone; what it is, others say.

import { SECRET_PARAMETER } from '../knowledge/secrets.js';

const NAMES = `${SECRET_PARAMETER.source}|code$|bearer$|basic$|pat$`.split('|');

/** @type {(name: string) => boolean} */
const isEnd = (name) => name.endsWith('$');

/** Any word that has the first letter of a name that may stand anywhere may be that. */
const FIRST = NAMES.filter((name) => !isEnd(name)).map(([letter]) => letter);

/** What is to be known of a sign, a bit each. */
const KINDS = [/[\w-]/, /-/, /_/, /[g-z]/i, new RegExp(`[${FIRST.join('')}]`, 'i')];
const [HYPHEN, UNDERSCORE, BEYOND_HEX, TELLING] = [2, 4, 8, 16];

/** Of each of ASCII, what it is; in no word it is nothing. */
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) =>
  KINDS.reduce((kinds, kind, bit) => kinds | (Number(kind.test(String.fromCharCode(code))) << bit), 0),
);

/** @type {(code: number) => number} */
const kindOf = (code) => (code < 128 ? SIGNS[code] : 0);

/** @type {(before: number, last: number) => number} */
const ending = (before, last) => ((before & 31) << 5) | (last & 31);

/** The last two signs of names that are told by their end. */
const ENDINGS = new Uint8Array(1024);

for (const name of NAMES.filter(isEnd)) ENDINGS[ending(name.charCodeAt(name.length - 3), name.charCodeAt(name.length - 2))] = 1;

export class SecretWords {
  #text;
  /** Where the last word ends, or what need not be looked at. */
  end = 0;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /** Where the next one begins, or -1. */
  next() {
    const text = this.#text;
    let at = this.end;
    while (at < text.length) {
      let kind = kindOf(text.charCodeAt(at));
      if (!kind) {
        at += 1;
        continue;
      }
      const from = at;
      let [before, last, seen] = [0, 0, 0];
      const isOption = kind & HYPHEN;
      while (kind) {
        seen |= kind;
        if (!(kind & (HYPHEN | UNDERSCORE))) {
          before = last;
          last = text.charCodeAt(at);
        }
        at += 1;
        kind = at < text.length ? kindOf(text.charCodeAt(at)) : 0;
      }
      // A header is told by any part of it, and has a hyphen; numbers and moments have one too.
      const isHeader = seen & HYPHEN && seen & BEYOND_HEX;
      if (isOption || isHeader || seen & TELLING || ENDINGS[ending(before, last)]) {
        this.end = at;
        return from;
      }
    }
    this.end = at;
    return -1;
  }
}

/** @type {(text: string, at: number) => boolean} */
const isPlain = (text, at) => {
  const kind = at >= 0 && at < text.length ? kindOf(text.charCodeAt(at)) : 0;
  return kind !== 0 && !(kind & (HYPHEN | UNDERSCORE));
};

/** @type {(text: string, at: number) => boolean} */
const goesOn = (text, at) => at >= 0 && at < text.length && (text[at] === '.' || kindOf(text.charCodeAt(at)) !== 0);

/**
 * `[from, end]` of words of letters and digits alone that are at least so long. Of shorter ones only one sign in so many is looked at.
 * @type {(text: string, least: number) => [from: number, end: number][]}
 */
export const longWords = (text, least) => {
  /** @type {[number, number][]} */
  const found = [];
  for (let at = least - 1; at < text.length; at += least) {
    if (!isPlain(text, at)) continue;
    let [from, end] = [at, at + 1];
    while (isPlain(text, from - 1)) from -= 1;
    while (isPlain(text, end)) end += 1;
    at = end - 1;
    if (end - from >= least && !goesOn(text, from - 1) && !goesOn(text, end)) found.push([from, end]);
  }
  return found;
};
