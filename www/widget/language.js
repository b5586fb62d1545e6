// Which words an element speaks with.

import { ENGLISH } from './english.js';

/** @import { Knowledge } from './codes.js' */
/** @import { WidgetLanguage, WidgetStrings, WidgetWords } from 'bc-status/widget' */

/** @typedef {Knowledge & { lang: string, ui: WidgetStrings, words?: string, reasons?: Record<string, string>, render?: any }} Words */

/** @type {Map<string, any>} */
const languages = new Map();
/** @type {Set<() => void>} */
const listeners = new Set();

/** A set of words: the widget's own in `ui`, and as much knowledge as it has. */
const DEFAULT = { lang: 'en', ui: ENGLISH };

/**
 * Adds a language, or replaces words of one; elements on the page change at once.
 * @type {(set: WidgetLanguage) => void}
 */
export const addLanguage = (set) => {
  if (typeof set?.lang !== 'string' || !set.lang) {
    throw new TypeError("a language needs its tag, such as { lang: 'de', ui: { search: 'Suchen' } }");
  }
  const tag = set.lang.toLowerCase();
  const known = languages.get(tag) ?? (tag === 'en' ? DEFAULT : undefined);
  languages.set(tag, { ...known, ...set, ui: { ...known?.ui, ...set.ui } });
  for (const listener of listeners) listener();
};

/**
 * Calls back after each new language, until the function it returns is called.
 * @type {(listener: () => void) => () => void}
 */
export const onLanguage = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * The language that is meant by a tag: of `de-AT` that, else `de`; undefined where there is none.
 * @type {(tag: string) => any}
 */
const meant = (tag) => {
  const parts = tag.toLowerCase().split('-');
  while (parts.length) {
    const set = languages.get(parts.join('-')) ?? (parts.join() === 'en' ? DEFAULT : undefined);
    if (set) return set;
    parts.pop();
  }
  return undefined;
};

/**
 * Whether a tag has words of its own, and not those of English for want of any.
 * @type {(tag: string) => boolean}
 */
export const isSpoken = (tag) => meant(tag) !== undefined;

/** The tags that have words. */
export const spokenTags = () => [...new Set(['en', ...languages.keys()])];

/**
 * The words of a language, those of English for what it lacks, and the element's own before all.
 * @type {(tag: string, own?: WidgetWords | null) => Words}
 */
export const wordsFor = (tag, own = {}) => {
  const set = meant(tag) ?? meant('en');
  return { ...set, ui: merged(ENGLISH, set.ui, own) };
};

/** @type {(value: unknown) => boolean} */
const isGroup = (value) => typeof value === 'object' && value !== null;

/**
 * Words of one form; what has another form than those of English cannot be said, and is left out.
 * @type {(base: any, ...others: any[]) => any}
 */
const merged = (base, ...others) => {
  const words = { ...base };
  for (const other of others) {
    for (const [key, value] of Object.entries(other ?? {})) {
      if (typeof value !== typeof words[key] || value === null) continue;
      words[key] = isGroup(value) ? merged(words[key], value) : value;
    }
  }
  return words;
};

/**
 * A text with its gaps filled.
 * @type {(text: string, values: Record<string, any>) => string}
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
