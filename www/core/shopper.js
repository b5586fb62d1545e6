// What a shopper may be told, by the outcome alone: nothing of tokens, stores or causes.

import { SHOPPER } from '../knowledge/shopper.js';
import { isObject, onlyKnown, wrong } from './checks.js';

/** @import { Diagnosis, Outcome, ShopperWords } from 'bc-status' */

/** @type {Record<string, Record<Outcome, string>>} */
const LANGUAGES = SHOPPER;

/** @type {(what: Diagnosis | Outcome, language?: string | ShopperWords | null) => string} */
export const shopperMessage = (what, language) => {
  const outcome = typeof what === 'string' ? what : what?.classification?.outcome;
  const outcomes = Object.keys(SHOPPER.en);
  if (!outcomes.includes(outcome)) throw wrong('what', `a diagnosis, or an outcome: ${outcomes.join(', ')}`, what);
  const given = language ?? 'en';
  const isTag = typeof given === 'string';
  if (!isTag && !isObject(given)) throw wrong('language', "a language such as 'de', or your own sentences by outcome", language);
  // A misspelt outcome would silently be said in our words.
  if (!isTag) onlyKnown('language', given, ['lang', ...outcomes]);
  const own = isTag ? undefined : given[outcome];
  if (typeof own === 'string') return own;
  const tag = isTag ? given : given.lang;
  return (LANGUAGES[String(tag).slice(0, 2).toLowerCase()] ?? SHOPPER.en)[outcome];
};
