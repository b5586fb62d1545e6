// What is known of codes, in the words of a language.

import { ADVICE } from '../knowledge/statuses.js';
import { RETRIES } from '../knowledge/retries.js';
import { status, statuses, troubleshoot } from '../core/status.js';

/** All about a code, for a card or a row: a `Status` and its `Troubleshooting`, translated. */
export const about = (code, { statuses: texts, links: names, advice } = {}) => {
  const known = status(code);
  const { causes, solutions, links } = troubleshoot(code);
  const [purpose, why, how] = texts?.[known.code] ?? texts?.[known.class] ?? [];
  return {
    ...known,
    purpose: purpose ?? known.purpose,
    advice: advice?.[known.retry] ?? ADVICE[known.retry],
    causes: why ?? causes,
    solutions: how ?? solutions,
    links: links.map(({ text, url }) => ({ text: names?.[url] ?? text, url })),
  };
};

export const allCodes = () => statuses().map(({ code }) => code);

const METHODS = ['GET', 'POST'];

/** `{ method, decisions }` for each method, where a code by itself can ask for a wait. */
export const retriesOf = (code) => {
  const [, decided] = RETRIES.findLast(([from]) => from <= code) ?? [];
  if (!decided?.some(([retry, delayMs]) => retry || delayMs > 0)) return [];
  const decisions = decided.map(([retry, delayMs, rule]) => ({ retry, delayMs, rule }));
  return METHODS.map((method, at) => ({ method, decisions: decisions.slice(2 * at, 2 * at + 2) }));
};
