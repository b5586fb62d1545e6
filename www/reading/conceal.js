// Secrets in a text that is shown: marks stand in their place, and lead back to them.

import { SECRET_PREFIX } from '../knowledge/secrets.js';
import { placesIn } from './secret-places.js';

/** @import { Span } from './secret-places.js' */

/** @typedef {Map<string, string>} Vault By secret the mark in its place, and the other way round. */

/** Long and random, wherever it stands: a JWT, a token, a key. */
const LOOKALIKE = /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}|(?<![\w.-])[A-Za-z\d]{24,}(?![\w.-])/g;

/** What was cut off has no end. */
const KEY_BLOCK = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?!-----END)[^"'`<}])*(?:-----END [A-Z ]{0,40}-----)?/g;

/** A gap that nobody has filled. */
const OPEN = /x{4}|your/i;

/** @type {(run: string) => boolean} */
const looksSecret = (run) => {
  if (run.startsWith('eyJ')) return true;
  const digits = run.replace(/\D/g, '').length;
  const isMixed = digits >= 3 && run.length - digits >= 3;
  return isMixed && run.length >= (/^[\da-f]+$/i.test(run) ? 40 : 24);
};

const MARK = /•••\d+•••/g;

/** Of these, others that are alike are looked for; more would make it slow. */
const MOST = 64;

/**
 * A text with marks for its secrets. `vault` holds what the marks stand for, and gives a secret
 * that was met before the mark it has.
 * @type {(text: string, vault: Vault) => string}
 */
export const conceal = (text, vault) => {
  const markOf = marker(text, vault);
  /** @type {Span[]} */
  const spans = [...placesIn(text), ...lookalikesIn(text)];
  for (const [start, end] of spans) markOf(text.slice(start, end));
  spans.push(...echoesIn(text, vault));
  return replaced(text, spans, markOf);
};

/**
 * The text that the marks stand in.
 * @type {(text: string, vault: Vault) => string}
 */
export const reveal = (text, vault) => text.replace(MARK, (mark) => vault.get(mark) ?? mark);

/** @type {(text: string) => Span[]} */
const lookalikesIn = (text) => {
  const runs = [...text.matchAll(LOOKALIKE)].filter(([run]) => looksSecret(run));
  const prefixed = [...text.matchAll(SECRET_PREFIX)].filter(([run]) => !OPEN.test(run));
  return [...runs, ...prefixed, ...text.matchAll(KEY_BLOCK)].map(({ 0: run, index }) => [index, index + run.length]);
};

/**
 * Secrets turn up again: in an error that quotes them, in a redirect.
 * @type {(text: string, vault: Vault) => Span[]}
 */
const echoesIn = (text, vault) => {
  const secrets = [...vault.keys()].filter((key) => !key.includes('•') && key.length >= 6).slice(0, MOST);
  return secrets.flatMap((secret) => {
    /** @type {Span[]} */
    const spans = [];
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) spans.push([at, at + secret.length]);
    return spans;
  });
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
