// The words of each language in src/words/, held against the English and written as one module
// each. What is missing, left over or of another form stops the build, so a language is added as
// a file beside en.txt: the build names what it still lacks.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';

const fail = (where, english, what) => {
  throw new Error(`${where}: ${what}\n  English: ${english}`);
};

const spansOf = (text) =>
  text
    .split('`')
    .filter((_, at) => at % 2)
    .sort();
const gapsOf = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const outsideCode = (text) =>
  text
    .split('`')
    .filter((_, at) => at % 2 === 0)
    .join(' ');
/** Languages part the digits of a number differently. V2 and /v3/carts have numbers too. */
const numbersOf = (text) =>
  (outsideCode(text).match(/\d+(?:[.,\u00a0\u202f]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, '')).sort();
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
  const [alternatives, texts] = [english.split('|'), text.split('|')];
  if (texts.length !== alternatives.length) {
    fail(where, english, `it has ${texts.length} alternatives between bars in place of ${alternatives.length}: ${text}`);
  }
  alternatives.forEach((original, at) => {
    const one = texts[at];
    if (one.split('`').length % 2 === 0) fail(where, original, `a backtick is not closed: ${one}`);
    if (/[{}]/.test(outsideCode(one).replace(/\{\w+\}/g, ''))) fail(where, original, `a brace is no gap: ${one}`);
    for (const [what, parts] of KEPT) {
      const extra = without(parts(one), parts(original));
      if (extra.length) fail(where, original, `the ${what} ${quoted(extra)} is not in the English: ${one}`);
      const missing = without(parts(original), parts(one));
      if (missing.length) fail(where, original, `the ${what} ${quoted(missing)} is missing: ${one}`);
    }
  });
  return text;
}

/** A table of words, as src/words.rs describes it: the texts of each id. */
export function readWords(table) {
  const words = new Map();
  let texts;
  table.split('\n').forEach((line, at) => {
    if (/^#|^\s*$/.test(line)) return;
    if (line.startsWith(' ')) {
      if (!texts) throw new Error(`line ${at + 1}: a text without an id above it`);
      texts.push(line.trim());
      return;
    }
    const id = line.trimEnd();
    if (words.has(id)) throw new Error(`line ${at + 1}: ${id} is there twice`);
    words.set(id, (texts = []));
  });
  return words;
}

/** What may be the same in both: words of controls, and what is hardly one. */
const mayBeSame = (id) => /^(decimal$|ui\.|page\.)/.test(id);

/** The words of a language, complete: those of the English one by one. */
export function checkedWords(lang, english, words) {
  const extra = without([...words.keys()], [...english.keys()]);
  if (extra.length) fail(lang, 'nothing of that name', `${quoted(extra)} is left over`);
  for (const [id, originals] of english) {
    const where = `${lang} ${id}`;
    const texts = words.get(id) ?? fail(where, originals[0], 'there is no text');
    originals.forEach((text, at) => checked(originals.length > 1 ? `${where}, ${at + 1}` : where, text, texts[at], mayBeSame(id)));
    if (texts.length > originals.length) fail(where, originals.at(-1), `there is one text too many: ${texts[originals.length]}`);
  }
  return words;
}

/** The texts of a group such as `ui`, by what is behind it in their ids: groups in groups. */
export function groupOf(words, name) {
  const group = {};
  for (const [id, [text]] of words) {
    const [first, ...path] = id.split('.');
    if (first !== name) continue;
    const last = path.pop();
    const inner = path.reduce((outer, key) => (outer[key] ??= {}), group);
    inner[last] = text;
  }
  return group;
}

/** What stands between the texts of a page. */
const pageOf = (words) => ({ decimal: words.get('decimal')[0], ...groupOf(words, 'page') });

/** Ids and texts as the core takes them. */
const tableOf = (words, ids) => ids.map((id) => [id, ...words.get(id).map((text) => ` ${text}`), ''].join('\n')).join('');

/**
 * One language as it is delivered: what the core says as a table, all else as the modules of
 * English have it.
 */
export function translated(lang, words, { STATUSES, REASON_NAMES, LINK_NAMES, coreIds }) {
  const text = (id) => words.get(id)[0];
  const status = (code) => [text(`status.${code}`), words.get(`status.${code}.causes`), words.get(`status.${code}.solutions`)];
  return {
    lang,
    ui: groupOf(words, 'ui'),
    statuses: Object.fromEntries(Object.keys(STATUSES).map((code) => [code, status(code)])),
    links: Object.fromEntries(Object.entries(LINK_NAMES).map(([url, name]) => [url, text(`link.${name}`)])),
    advice: groupOf(words, 'advice'),
    render: pageOf(words),
    reasons: Object.fromEntries(REASON_NAMES.map((name) => [name, text(`reason.${name}`)])),
    words: tableOf(words, coreIds),
  };
}

const built = (dist, ...path) => import(pathToFileURL(join(dist, ...path)));

/** Writes what the widget and pages say in English, and a module for each other language. */
export async function writeLanguages(source, dist, names) {
  const read = (file) => readWords(readFileSync(join(source, file), 'utf8'));
  const english = read('en.txt');
  const write = (path, from, code) => writeFileSync(join(dist, path), `// Generated from src/words/${from}.\n${code}`);
  const writeEnglish = (path, name, value) => write(path, 'en.txt', `export const ${name} = ${JSON.stringify(value, null, 2)};\n`);
  writeEnglish(join('widget', 'english.js'), 'ENGLISH', groupOf(english, 'ui'));
  writeEnglish(join('knowledge', 'page-words.js'), 'PAGE_WORDS', pageOf(english));

  const [{ STATUSES }, { CORE_WORDS }, { FINDING_WORDS }] = await Promise.all(
    ['statuses', 'core-words', 'tables'].map((name) => built(dist, 'knowledge', `${name}.js`)),
  );
  const shopper = { en: groupOf(english, 'shopper') };
  const coreIds = [...readWords(CORE_WORDS + FINDING_WORDS).keys()];
  for (const file of readdirSync(source).filter((name) => name.endsWith('.txt') && name !== 'en.txt')) {
    const lang = file.replace('.txt', '');
    const words = checkedWords(lang, english, read(file));
    shopper[lang] = groupOf(words, 'shopper');
    const language = translated(lang, words, { STATUSES, ...names, coreIds });
    const { code } = transformSync(`export default ${JSON.stringify(language)};`, { minify: true, charset: 'utf8', target: 'es2022' });
    write(join('widget', 'lang', `${lang}.js`), file, code);
  }
  // All of them together, since they are short, and a shop speaks more than one language.
  write(join('knowledge', 'shopper.js'), '*.txt', `export const SHOPPER = ${JSON.stringify(shopper, null, 2)};\n`);
}
