// The words of each language as they are written, and as they are delivered.

import { readFileSync, readdirSync } from 'node:fs';
import { readWords } from '../../tools/translate.mjs';

const source = new URL('../../src/words/', import.meta.url);

export const read = (lang) => readWords(readFileSync(new URL(`${lang}.txt`, source), 'utf8'));

export const english = read('en');

/** Every language but English, by its tag: its words, and its module in the package. */
export const languages = Object.fromEntries(
  await Promise.all(
    readdirSync(source)
      .map((file) => file.replace('.txt', ''))
      .filter((lang) => lang !== 'en')
      .map(async (lang) => [lang, { words: read(lang), module: (await import(`../../pkg/dist/widget/lang/${lang}.js`)).default }]),
  ),
);

export const de = languages.de.module;

/** Words that no sentence of another language has; code and quotes are passed over. */
const ENGLISH_WORDS =
  'the and of to is are for not with this that it its be on by or from at·least no if then has have which after before again your you';
/** But these are words of it too. */
const SHARED = { fr: ['on', 'or', 'note'] };

export const englishIn = (text, lang = 'de') => {
  const words = ENGLISH_WORDS.split(' ').filter((word) => !SHARED[lang]?.includes(word));
  const found = new RegExp(`(?<![\\p{L}\\d’'-])(${words.join('|').replace('·', ' ')})(?![\\p{L}\\d’'-])`, 'iu');
  return found.exec(text.replace(/`[^`]*`/g, '').replace(/„[^“]*“|«[^»]*»/g, ''))?.[0];
};
