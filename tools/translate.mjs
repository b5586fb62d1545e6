// The words of each language in www/widget/lang/, held against the English and written as one
// module each. What is missing, left over or of another form stops the build, so a language is
// added as a directory beside de/: the build names what it still lacks.

import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { lettered, named, pack, unpack } from './packed.mjs';

/** Gaps that the core fills with words of its own. They come between marks, which no text of somebody else's can hold. */
const WORDED = ['wait', 'left'];
const marked = (name, gap) => (WORDED.includes(name) ? `\u2068${gap}\u2069` : gap);

const fail = (where, english, what) => {
  throw new Error(`${where}: ${what}\n  English: ${english}`);
};

const spansOf = (text) => text.split('`').filter((_, at) => at % 2).sort();
const gapsOf = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const outsideCode = (text) => text.split('`').filter((_, at) => at % 2 === 0).join(' ');
/** Languages part the digits of a number differently. V2 and /v3/carts have numbers too. */
const numbersOf = (text) => (outsideCode(text).match(/\d+(?:[.,\u00a0\u202f]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, '')).sort();
const methodsOf = (text) => (outsideCode(text).match(/\b(?:GET|POST|PUT|PATCH|DELETE|TRACE)(?=s?\b)/g) ?? []).sort();

/** What a text has in any language, by its name in a message. */
const KEPT = Object.entries({ gap: gapsOf, code: spansOf, number: numbersOf, method: methodsOf });

/** What is in one list and not in the other, as often as it is there. */
const without = (list, other) => {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

const quoted = (items) => items.map((item) => `“${item}”`).join(', ');

/**
 * A text that says the same as the English in another language, as far as a program can tell.
 * Only words of controls may be the same in both, as “Status” is.
 */
export function checked(where, english, text, mayBeSame = false) {
  if (typeof text !== 'string' || !text.trim()) fail(where, english, 'there is no text');
  if (text === english && !mayBeSame) fail(where, english, 'the text is the English one');
  if (text.includes('\n')) fail(where, english, 'the text has more than one line');
  const [alternatives, texts] = [english.split('|'), text.split('|')];
  if (texts.length !== alternatives.length) {
    fail(where, english, `it has ${texts.length} alternatives between bars in place of ${alternatives.length}: ${text}`);
  }
  alternatives.forEach((original, at) => {
    const one = texts[at];
    if (one.split('`').length % 2 === 0) fail(where, original, `a backtick is not closed: ${one}`);
    for (const [what, parts] of KEPT) {
      const extra = without(parts(one), parts(original));
      if (extra.length) fail(where, original, `the ${what} ${quoted(extra)} is not in the English: ${one}`);
      const missing = without(parts(original), parts(one));
      if (missing.length) fail(where, original, `the ${what} ${quoted(missing)} is missing: ${one}`);
    }
  });
  return text;
}

/** A value of the form of the English one: texts, lists and groups of them. */
export function checkedAll(where, english, value, mayBeSame) {
  if (typeof english === 'string') return checked(where, english, value, mayBeSame);
  if (Array.isArray(english)) {
    if (!Array.isArray(value)) fail(where, JSON.stringify(english), 'there is no list');
    english.forEach((text, at) => {
      if (at >= value.length) fail(`${where}, ${at + 1}`, text, 'there is no text');
    });
    if (value.length > english.length) fail(where, JSON.stringify(english), `there is one text too many: ${value[english.length]}`);
    return english.map((text, at) => checkedAll(`${where}, ${at + 1}`, text, value[at], mayBeSame));
  }
  const given = value ?? fail(where, JSON.stringify(english), 'there is nothing');
  const extra = without(Object.keys(given), Object.keys(english));
  if (extra.length) fail(where, 'nothing of that name', `${quoted(extra)} is left over`);
  return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, checkedAll(`${where} ${key}`, text, given[key], mayBeSame)]));
}

/** Texts that are known by the English: each is its own translation here. */
const byEnglish = (texts) => Object.fromEntries(texts.map((text) => [text, text]));

const distinct = (texts) => [...new Set(texts.filter(Boolean))];

/** The English findings in the form of those of a language. */
const findingsOf = (rows, gaps) =>
  Object.fromEntries(
    rows.map(({ id, title, solutions, signs }) => {
      const [name, ...others] = [title, ...solutions].map((text) => named(text, gaps));
      const proofs = distinct(signs.map(({ proof }) => named(proof, gaps)));
      return [id, { title: name, solutions: others, proofs }];
    }),
  );

/** Packed findings with the texts of a language in place of the English. */
export function translateFindings(packed, findings, gaps) {
  const rows = unpack(packed);
  const english = findingsOf(rows, gaps);
  const texts = checkedAll('finding', english, findings);
  const written = (text) => lettered(text, gaps, marked);
  return pack(
    rows.map((row) => {
      const { title, solutions, proofs } = texts[row.id];
      const proofOf = ({ proof }) => proof && written(proofs[english[row.id].proofs.indexOf(named(proof, gaps))]);
      return {
        ...row,
        title: written(title),
        solutions: solutions.map(written),
        signs: row.signs.map((sign) => ({ ...sign, proof: proofOf(sign) })),
      };
    }),
  );
}

/** The English in the form of a language's module, but for findings and the core's phrases. */
export const englishOf = ({ STATUSES, ADVICE, REASONS }, { ENGLISH: ui }, { ENGLISH: render }) => {
  const rows = Object.entries(STATUSES);
  return {
    ui,
    statuses: Object.fromEntries(rows.map(([code, [, , , , purpose, causes, solutions]]) => [code, [purpose, causes, solutions]])),
    links: byEnglish(distinct(rows.flatMap(([, row]) => row.at(-1).filter((_, at) => at % 2 === 0)))),
    advice: ADVICE,
    reasons: byEnglish(distinct(REASONS.map(([, text]) => text))),
    render,
  };
};

/** One language as it is delivered. */
export function translated(words, english, packed, gaps) {
  const { lang, findings, ui, phrases, ...others } = words;
  const { ui: englishUi, ...englishOthers } = english;
  const texts = checkedAll(lang, englishOthers, others);
  // Their English is in the core; tests hold them against it.
  for (const [kind, pairs] of Object.entries(phrases)) {
    for (const [text, translation] of Object.entries(pairs)) checked(`${lang} phrases ${kind}`, text, translation);
  }
  return {
    lang,
    ui: checkedAll(`${lang} ui`, englishUi, ui, true),
    ...texts,
    phrases,
    findings: translateFindings(packed, findings, gaps),
  };
}

/** Writes `LANG.js` of each language in place of its directory. */
export async function writeLanguages(source, dist, gaps) {
  const built = (...path) => import(pathToFileURL(join(dist, ...path)));
  const [statuses, reasons, tables, widget, render] = await Promise.all([
    built('knowledge', 'statuses.js'),
    built('knowledge', 'reasons.js'),
    built('knowledge', 'tables.js'),
    built('widget', 'english.js'),
    built('render.js'),
  ]);
  const english = englishOf({ ...statuses, ...reasons }, widget, render);
  const directories = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of directories) {
    const { default: words } = await import(pathToFileURL(join(source, name, 'index.js')));
    const language = translated(words, english, tables.TABLES[0], gaps);
    const { code } = transformSync(`export default ${JSON.stringify(language)};`, { minify: true, charset: 'utf8', target: 'es2022' });
    rmSync(join(dist, 'widget', 'lang', name), { recursive: true, force: true });
    writeFileSync(join(dist, 'widget', 'lang', `${name}.js`), `// Generated from www/widget/lang/${name}/.\n${code}`);
  }
}
