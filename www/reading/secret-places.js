// Where the secrets of a text are, in every notation that is pasted. What is secret is what
// src/secret.rs lists. Each part of a text is looked at once, however hostile it is.

import { SECRET_HEADER } from '../knowledge/secret-headers.js';
import { CARD_CODE, SECRET_FIELD, SECRET_PARAMETER } from '../knowledge/secrets.js';
import { closing, take, valueAt } from './quoted.js';
import { remembered } from './remembered.js';
import { SecretWords } from './secret-words.js';

/** @typedef {[from: number, end: number, isCode?: boolean]} Place */
/** @typedef {[from: number, end: number]} Span */

/**
 * Names are not longer; what is before is something else.
 * @type {(name: string) => string}
 */
const plain = (name) => name.slice(-64).toLowerCase().replace(/[-_]/g, '');

/**
 * A field, or a header by its hyphen. The same names come again and again.
 * @type {(name: string) => boolean}
 */
const isSecretName = remembered((name) => SECRET_FIELD.test(plain(name)) || (name.includes('-') && SECRET_HEADER.test(plain(name))));

/** The name of a parameter of an address, which may be secret where others are not. */
const PARAMETER = /(?:[?&#;]|\\u0026|%26|%3f)([\w-]+)$/i;

/** @type {(before: string) => boolean} */
const isParameterName = (before) => SECRET_PARAMETER.test(plain(PARAMETER.exec(before)?.[1] ?? '')) || /(?:^|[\s'"])code$/i.test(before);

/** Options of curl, switches before a short one. */
const OPTION = /^(?:-[#0fgijkLlnNOqRsSvIi]{0,9}[uUb]|--(?:user|proxy-user|oauth2-bearer|cookie|pass|proxy-pass)(?![\w-]))/;

/** Where httpie is given a login. */
const LOGIN = /^(?:-a|--auth)(?![\w-])/;

/** Where a name begins a line, behind what curl, a diff or a list puts there. */
const LINE_BEGIN = /(?:^|[\r\n])[\s>|<*+#=\-`]*$/;

const BARE_HEADER = /(?:\s-\w{0,9}H|--header)[ =]*$/;

/** Behind a name: what closes its quotes, and what tells it from its value. */
const SEPARATOR = /([\\^]{0,16}["'`’”]\]?|\])?(\s{0,9})(=>|={1,3}|[:,]|%3[Dd])[*_`]{0,3}(\s{0,40}(?:\[\s{0,40})?)/y;

/** How far back the surroundings of a name tell what it is. */
const BACK = 48;

const SCHEME = /^(?:bearer|basic|pat|token)\s+/i;

/**
 * `[from, end]` of each.
 * @type {(text: string) => Span[]}
 */
export const placesIn = (text) => {
  /** @type {any[]} */
  const places = [...userInfos(text), ...signIns(text), ...valuesBeforeNames(text), ...harCookies(text)];
  const option = /\bcurl\b/.test(text) ? OPTION : /\bhttps?\s/.test(text) && LOGIN;
  const words = new SecretWords(text);
  for (let from = words.next(); from >= 0; from = words.next()) {
    const end = words.end;
    const run = text.slice(from, end);
    const place = (option && ofOption(text, from, run, option)) || named(text, from, run) || behindScheme(text, end, run);
    if (!place) continue;
    const isCode = CARD_CODE.test(plain(run));
    for (const found of /set-cookie/i.test(run) ? cookies(text, place) : [place]) places.push([...tidied(text, ...found), isCode]);
    // What a secret holds has no names.
    words.end = Math.max(place[1], end);
  }
  return places.filter(([from, end, isCode]) => end > from && isSecret(text.slice(from, end), isCode));
};

/**
 * What a sticky pattern takes from a place on.
 * @type {(pattern: RegExp, text: string, at: number) => Span}
 */
const span = (pattern, text, at) => [at, at + (take(pattern, text, at)?.[0].length ?? 0)];

/** @type {(text: string, from: number, run: string, options: RegExp) => Span | undefined} */
const ofOption = (text, from, run, options) => {
  const [option] = /^$|\s/.test(text[from - 1] ?? '') ? (options.exec(run) ?? []) : [];
  if (!option) return undefined;
  const at = span(/=|[ \t]*/y, text, from + option.length)[1];
  const place = valueAt(text, at) ?? span(/\S*/y, text, at);
  // Without an equals sign it is the file of a cookie jar.
  return /b$|cookie/.test(option) && !text.slice(...place).includes('=') ? [place[1], place[1]] : place;
};

/** @type {(text: string, from: number, run: string) => Span | undefined} */
const named = (text, from, run) => {
  const to = from + run.length;
  const isParameter = isParameterName(text.slice(Math.max(0, to - 64), to));
  const isNamed = isSecretName(run);
  if (!isNamed && !isParameter && run !== 'code') return undefined;
  // A window that begins within a line does not look like the begin of one.
  const before = (from > BACK ? '-x' : '') + text.slice(Math.max(0, from - BACK), from);
  if (/<(?:[\w.-]{1,40}:)?$/.test(before)) return ofElement(text, to);
  if (/\b(?:name|key|header|field)\\*["']?\s*(?:=>|[:=])\s*\\*["']$/i.test(before)) return behindName(text, to);
  return isNamed || (isParameter && /^(?:=|%3D)/i.test(text.slice(to, to + 3))) ? behindSeparator(text, run, to, before) : undefined;
};

/**
 * `<password>…</password>`
 * @type {(text: string, to: number) => Span | undefined}
 */
const ofElement = (text, to) => {
  const begin = take(/[^<>\n]{0,200}>(?:<!\[CDATA\[)?/y, text, to);
  if (!begin) return undefined;
  const place = span(/[^<\]\r\n]+/y, text, to + begin[0].length);
  return /^(?:<\/|\]\]>)/.test(text.slice(place[1], place[1] + 3)) ? place : undefined;
};

/**
 * `"name": "…", "value": "…"` of a HAR, an input of a page, and a part of a multipart body.
 * @type {(text: string, to: number) => Span | undefined}
 */
const behindName = (text, to) => {
  const pair = take(/\\*["'][^{}<]{0,200}?\bvalue\\*["']?\s{0,40}(?:=>|[:=])\s{0,40}/iy, text, to);
  if (pair) return valueAt(text, to + pair[0].length);
  const part = take(/"[^\r\n]{0,200}(?:\r?\n[^\r\n]{1,200}){0,3}\r?\n\r?\n/y, text, to);
  return part ? span(/[^\r\n]+/y, text, to + part[0].length) : undefined;
};

/** @type {(text: string, run: string, to: number, before: string) => any} */
const behindSeparator = (text, run, to, before) => {
  const [all, closed, blanks, separator, gap] = take(SEPARATOR, text, to) ?? [];
  if (!all) return undefined;
  const at = to + all.length;
  const opening = /([\\^$]{0,16}["'`‘“])[ \t]*$/.exec(before)?.[1];
  if (separator === ',' && !(closed && /[[(]\s*b?[\\^]*["'`]$/.test(before))) return closed && inList(text, valueAt(text, at));
  // 'X-Auth-Token: …' has its value within the same quotes.
  if (opening && !closed && separator === ':') return [at, closing(text, at, opening)];
  const isLine = /[\r\n]/.test(gap) || /[\r\n]/.test(blanks);
  const quoted = closed || !isLine ? valueAt(text, at) : undefined;
  if (quoted) return quoted;
  if (closed === ']' && separator === '=>') return span(/[^\r\n]+/y, text, at);
  if (closed) return span(/\d{3,}/y, text, at);
  // The panes of browsers have it in the next line, alone.
  if (separator === ':' && isLine && LINE_BEGIN.test(before)) {
    const alone = /^[ \t]*\r?\n$/.test(gap) && take(/[^\s:]+(?=[ \t]*(?:[\r\n]|$))/y, text, at);
    if (alone) return [at, at + alone[0].length];
  }
  // A folded line goes on behind a blank.
  if (isLine && !/^[\r\n]+[ \t]/.test(gap)) return undefined;
  if (separator.startsWith('%')) return span(/(?:(?!%26)[^&#\s'"`<>\\])+/y, text, at);
  if (separator.startsWith('='))
    return (gap || blanks) && !LINE_BEGIN.test(before) ? random(text, parameter(text, at)) : parameter(text, at);
  if (separator !== ':') return undefined;
  if (/^-\w{0,9}H/.test(run) || BARE_HEADER.test(before)) return span(/(?:\\[^\n]|[^\s\\])+/y, text, at);
  if (LINE_BEGIN.test(before)) return span(/[^\r\n]*/y, text, at);
  const place = span(/(?:(?:bearer|basic|pat|token)[ \t]+)?[^\s,;'"`<>{}\])]+/iy, text, at);
  return place[1] - place[0] >= 6 ? place : undefined;
};

/**
 * In a list of names and values in turn; in one of names the next one is no value.
 * @type {(text: string, place: Span | undefined) => any}
 */
const inList = (text, place) => (place && /^(?:\w+ )?(?=\S*\d)\S{6,}$/.test(text.slice(...place)) ? place : undefined);

/** @type {(text: string, at: number) => Span} */
const parameter = (text, at) => span(/[^&#\s'"`<>\\]+/y, text, at);

/** @type {(text: string, to: number, run: string) => Span | undefined} */
const behindScheme = (text, to, run) => {
  if (!/^(?:bearer|basic|pat)$/i.test(run)) return undefined;
  const at = span(/[ \t]*/y, text, to)[1];
  return at > to ? random(text, span(/[\w.~+/=-]{6,}/y, text, at)) : undefined;
};

/**
 * A word of a sentence has no digits.
 * @type {(text: string, place: Span) => Span | undefined}
 */
const random = (text, place) => (place[1] - place[0] >= 20 || /\d/.test(text.slice(...place)) ? place : undefined);

/**
 * The pairs of a `Set-Cookie`, without what follows them.
 * @type {(text: string, place: Span) => Span[]}
 */
const cookies = (text, [from, end]) => {
  const pairs =
    /(?:^|[;,]|\\n)\s*((?!(?:path|domain|expires|max-age|samesite|priority|version|comment)=)[^=;,\s\\]+=[^;,\\]*(?:\\.[^;,\\]*)*)/dgi;
  /** @type {Span[]} */
  const found = Array.from(text.slice(from, end).matchAll(pairs), (match) => {
    const [start, stop] = spanIn(match, 1);
    return [from + start, from + stop];
  });
  return found.length ? found : [[from, from + text.slice(from, end).replace(/;.*/s, '').length]];
};

/**
 * Without its scheme, and blanks and commas around it.
 * @type {(text: string, from: number, end: number) => Span}
 */
const tidied = (text, from, end) => {
  const value = text.slice(from, end);
  const [scheme] = SCHEME.exec(value) ?? [value.slice(0, value.search(/\S|$/))];
  const rest = value.slice(scheme.length).trimEnd();
  return [from + scheme.length, from + scheme.length + rest.length - (/[,;]$/.test(rest) ? 1 : 0)];
};

const GAP = String.raw`(?:\$\w+|\$\(.*\)|\$?\{+[^{}]*\}+|<[^<>]*>|\[[^\][]*\]|%\w+%|\*+|…|\.{3}|•+(?:\d+•+)?)`;

/** A gap that nobody has filled, or where a program reads it, is evidence and no secret; a mark is one that is masked. */
const HARMLESS = new RegExp(
  `^(?:${GAP}(?::${GAP})?|your[-_ ][a-z_ -]*|(?:process\\.env|import\\.meta|Deno\\.env).*|true|false|null|undefined|bearer|basic|pat|\\d{1,5})$`,
  'is',
);

/** @type {(value: string, isCode?: boolean) => boolean} */
const isSecret = (value, isCode) => (isCode && /^\d{3,4}$/.test(value)) || !HARMLESS.test(value);

/**
 * `://user:password@`, also where curl is given no scheme.
 * @type {(text: string) => Span[]}
 */
const userInfos = (text) => groups(text, /(?::(?:\\?\/){2}([^\s/?#'"<>\\]+)|(?<=\s)[^\s/'"@:]+:([^\s/'"@]+))@/dg);

/** @type {(text: string) => Span[]} */
const signIns = (text) => groups(text, /(?:\\?\/|%2F)login(?:\\?\/|%2F)token(?:\\?\/|%2F)([^/?#\s'"\\%]+)/dgi);

const VALUE = String.raw`"value"\s{0,40}:\s{0,40}"([^"\\\n]*(?:\\.[^"\\\n]*)*)"`;

const VALUES = new RegExp(VALUE, 'dg');

const VALUES_BEFORE_NAMES = new RegExp(String.raw`${VALUE}\s{0,40},\s{0,40}"(?:name|key)"\s{0,40}:\s{0,40}"([\w-]+)"`, 'dg');

const INPUTS = /\bvalue=["']([^"'<>\n]{0,400})["'][^<>]{0,200}?\bname=["']([\w-]+)/dgi;

/**
 * The other order of a HAR's members, and of an input's attributes.
 * @type {(text: string) => Span[]}
 */
const valuesBeforeNames = (text) => {
  const pairs = [...text.matchAll(VALUES_BEFORE_NAMES), ...text.matchAll(INPUTS)];
  return pairs.filter(({ 2: name }) => isSecretName(name)).map((match) => tidied(text, ...spanIn(match, 1)));
};

/**
 * A HAR lists each cookie by whatever name it has.
 * @type {(text: string) => Span[]}
 */
const harCookies = (text) =>
  [...text.matchAll(/"cookies"\s{0,40}:\s{0,40}\[[^"\]]*(?:"[^"\\]*(?:\\.[^"\\]*)*"[^"\]]*)*/g)].flatMap(({ 0: list, index }) =>
    groups(list, VALUES).map(([from, end]) => /** @type {Span} */ ([index + from, index + end])),
  );

/**
 * The places of the group that matched.
 * @type {(text: string, pattern: RegExp) => Span[]}
 */
const groups = (text, pattern) => [...text.matchAll(pattern)].map(({ indices }) => /** @type {any} */ (indices).findLast(Boolean));

/**
 * Where a group of a match is.
 * @type {(match: RegExpExecArray, group: number) => Span}
 */
const spanIn = ({ indices }, group) => /** @type {Span} */ (/** @type {RegExpIndicesArray} */ (indices)[group]);
