// What is known of codes, in the words of a language.

import { ADVICE } from '../knowledge/statuses.js';
import { RETRIES } from '../knowledge/retries.js';
import { status, statuses, troubleshoot } from '../core/status.js';

/** @import { RetryRule, Status } from 'bc-status' */

/** @typedef {{ retry: boolean, delayMs: number, rule: RetryRule }} Decision */
/** @typedef {Pick<Status, 'code' | 'text' | 'class' | 'documented' | 'purpose' | 'retry'> & { advice: string, causes: readonly string[], solutions: readonly string[], links: { text: string, url: string }[] }} Known */
/** @typedef {{ statuses?: Record<string | number, [purpose: string, causes: string[], solutions: string[]]>, links?: Record<string, string>, advice?: Record<string, string> }} Knowledge What a language knows of codes. */

/**
 * All about a code, for a card or a row: a `Status` and its `Troubleshooting`, translated.
 * @type {(code: number, language?: Knowledge) => Known}
 */
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

/** @type {() => number[]} */
export const allCodes = () => statuses().map(({ code }) => code);

const METHODS = ['GET', 'POST'];

/**
 * `{ method, decisions }` for each method, where a code by itself can ask for a wait.
 * @type {(code: number) => { method: string, decisions: Decision[] }[]}
 */
export const retriesOf = (code) => {
  const [, decided] = RETRIES.findLast(([from]) => from <= code) ?? [];
  if (!decided?.some(([retry, delayMs]) => retry || delayMs > 0)) return [];
  const decisions = decided.map(([retry, delayMs, rule]) => ({ retry, delayMs, rule }));
  return METHODS.map((method, at) => ({ method, decisions: decisions.slice(2 * at, 2 * at + 2) }));
};
