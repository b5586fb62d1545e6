// Secrets in a text that is shown: marks stand in their place, and lead back to them.

import { SECRET_PREFIX } from '../knowledge/secrets.js';
import { placesIn } from './secret-places.js';
import { longWords } from './secret-words.js';

/** @import { Span } from './secret-places.js' */

/** @typedef {Map<string, string>} Vault By secret the mark in its place, and the other way round. */

/** A JWT, wherever it stands. */
const WEB_TOKEN = /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g;

/** So long is what is random and stands for nothing else: a token, a key. */
const LONG_WORD = 24;

/** What was cut off has no end. */
const KEY_BLOCK = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?!-----END)[^"'`<}])*(?:-----END [A-Z ]{0,40}-----)?/g;

/** A gap that nobody has filled. */
const OPEN = /x{4}|your/i;

/** @type {(run: string) => boolean} */
const looksSecret = (run) => {
  const digits = run.replace(/\D/g, '').length;
  const isMixed = digits >= 3 && run.length - digits >= 3;
  return isMixed && run.length >= (/^[\da-f]+$/i.test(run) ? 40 : LONG_WORD);
};

const MARK = /•••\d+•••/g;

/** What is shorter stands for something else as well. */
const SHORTEST_ECHO = 6;

/** Of secrets that begin alike, no more are looked for. */
const MOST_ALIKE = 64;

/**
 * A text with marks for its secrets. `vault` holds what the marks stand for, and gives a secret
 * that was met before the mark it has.
 * @type {(text: string, vault: Vault) => string}
 */
export const conceal = (text, vault) => {
  const markOf = marker(text, vault);
  const spans = spansIn(text);
  for (const [start, end] of spans) markOf(text.slice(start, end));
  const secrets = [...vault.keys()].filter((key) => !key.includes('•'));
  return replaced(text, spans.concat(echoesIn(text, secrets)), markOf);
};

/**
 * The secrets of a text, each once.
 * @type {(text: string) => string[]}
 */
export const secretsIn = (text) => distinct(text, spansIn(text)).filter((secret) => !secret.includes('•'));

/**
 * Those of some secrets that turn up in a text.
 * @type {(text: string, secrets: string[]) => string[]}
 */
export const echoed = (text, secrets) => distinct(text, echoesIn(text, secrets));

/** @type {(text: string, spans: Span[]) => string[]} */
const distinct = (text, spans) => [...new Set(spans.map(([start, end]) => text.slice(start, end)))];

/**
 * Keeps secrets that were found elsewhere, so that they are masked too.
 * @type {(secrets: string[], vault: Vault) => void}
 */
export const learn = (secrets, vault) => secrets.forEach(marker('', vault));

/** @type {(text: string) => Span[]} */
const spansIn = (text) => placesIn(text).concat(lookalikesIn(text));

/**
 * The text that the marks stand in.
 * @type {(text: string, vault: Vault) => string}
 */
export const reveal = (text, vault) => text.replace(MARK, (mark) => vault.get(mark) ?? mark);

/** @type {(text: string) => Span[]} */
const lookalikesIn = (text) => {
  const words = longWords(text, LONG_WORD).filter(([from, end]) => looksSecret(text.slice(from, end)));
  const prefixed = [...text.matchAll(SECRET_PREFIX)].filter(([run]) => !OPEN.test(run));
  const others = [...text.matchAll(WEB_TOKEN), ...prefixed, ...text.matchAll(KEY_BLOCK)];
  return words.concat(others.map(({ 0: run, index }) => [index, index + run.length]));
};

/**
 * Secrets turn up again: in an error that quotes them, in a redirect. All are looked for at once, by how they begin.
 * @type {(text: string, secrets: string[]) => Span[]}
 */
const echoesIn = (text, secrets) => {
  /** @type {Map<string, string[]>} */
  const alike = new Map();
  /** Codes of first characters, so that most places are passed over. @type {Set<number>} */
  const firsts = new Set();
  for (const secret of secrets) {
    if (secret.length < SHORTEST_ECHO) continue;
    firsts.add(secret.charCodeAt(0));
    const begin = secret.slice(0, SHORTEST_ECHO);
    const known = alike.get(begin);
    if (!known) alike.set(begin, [secret]);
    else if (known.length < MOST_ALIKE) known.push(secret);
  }
  /** @type {Span[]} */
  const spans = [];
  const last = alike.size ? text.length - SHORTEST_ECHO : -1;
  for (let at = 0; at <= last; at++) {
    if (!firsts.has(text.charCodeAt(at))) continue;
    for (const secret of alike.get(text.slice(at, at + SHORTEST_ECHO)) ?? [])
      if (text.startsWith(secret, at)) spans.push([at, at + secret.length]);
  }
  return spans;
};

/**
 * Gives marks, none of which is in the text already for something else.
 * @type {(text: string, vault: Vault) => (shown: string) => string}
 */
const marker = (text, vault) => {
  // What somebody else wrote stands for itself.
  for (const [mark] of text.matchAll(MARK)) if (!vault.has(mark)) vault.set(mark, mark);
  let number = 1;
  return (shown) => {
    if (/^•••\d+•••$/.test(shown)) return shown;
    const secret = reveal(shown, vault);
    const known = vault.get(secret);
    if (known) return known;
    while (vault.has(`•••${number}•••`)) number++;
    const mark = `•••${number}•••`;
    vault.set(secret, mark).set(mark, secret);
    return mark;
  };
};

/**
 * What would make another mark of the one behind it is masked with it.
 * @type {(before: string) => number}
 */
const halfMark = (before) => /•••\d+$/.exec(/** @type {string} */ (before.split(MARK).at(-1)))?.[0].length ?? 0;

/**
 * Of spans that overlap, the later one has what is left.
 * @type {(text: string, spans: Span[], markOf: (shown: string) => string) => string}
 */
const replaced = (text, spans, markOf) => {
  /** @type {string[]} */
  const parts = [];
  let at = 0;
  for (const [from, end] of spans.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (end <= at) continue;
    const start = Math.max(from, at) - halfMark(text.slice(Math.max(at, from - 64), Math.max(from, at)));
    parts.push(text.slice(at, start), markOf(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at);
};
