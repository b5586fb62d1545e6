// Words that an answer must not give away, in the spellings in which a server may echo them.

/** @type {(char: string) => string} */
const escaped = (char) => char.replace(/[^\w]/, '\\$&');
/** @type {(char: string) => string} */
const hex = (char) => char.charCodeAt(0).toString(16).padStart(2, '0');

/**
 * As it is, or with any of its characters percent-encoded, once or more often.
 * @type {(word: string) => string}
 */
const spelled = (word) =>
  [...word].map((char) => `(?:${escaped(char)}|%(?:25)*(?:${hex(char.toLowerCase())}|${hex(char.toUpperCase())}))`).join('');

/**
 * What of a text in base64 is the word's, behind so many other bytes.
 * @type {(word: string, before: number) => string}
 */
const inBase64 = (word, before) => {
  const bytes = before + word.length;
  const own = btoa('\0'.repeat(before) + word).slice(Math.ceil((before * 8) / 6), Math.floor((bytes * 8) / 6));
  return own.replace(/[+/]/g, (char) => (char === '+' ? '(?:[+-]|%2b)' : '(?:[/_]|%2f)'));
};

/**
 * Finds a token: also percent-encoded, in base64 or in hexadecimal digits, and in any case.
 * @type {(token: string) => RegExp}
 */
export const tokenPattern = (token) => {
  const base64 = [0, 1, 2].map((before) => inBase64(token, before));
  return new RegExp([spelled(token), ...base64, [...token].map(hex).join('')].join('|'), 'gi');
};

/**
 * Finds a store's hash where it is a word of its own.
 * @type {(hash: string) => RegExp}
 */
export const hashPattern = (hash) => new RegExp(`(?<=^|[^a-z0-9]|%[0-9a-f]{2})${spelled(hash)}(?![a-z0-9])`, 'gi');

/** @type {(text: string, pattern: RegExp) => boolean} */
export const isIn = (text, pattern) => text.search(pattern) >= 0;

/**
 * The same with another word for it, in every text that there is.
 * @type {(value: unknown, pattern: RegExp, word: string) => any}
 */
export const without = (value, pattern, word) =>
  JSON.parse(JSON.stringify(value), (_, member) => (typeof member === 'string' ? member.replaceAll(pattern, () => word) : member));
