/** The steps of an exchange: attempts, and the waits between them. */
import { duration } from '../core/duration.js';
import { badge, element } from './elements.js';
import { waitAhead } from './verdicts.js';

/** @import { RetryDecision } from 'bc-status' */

/** @typedef {{ status: number | null, text: string, durationMs: number, decision: RetryDecision }} Attempt */

/** @type {(text: string) => HTMLElement} */
export const pending = (text) => element('li', { class: 'pending' }, element('span', { class: 'what' }, text));

/**
 * An attempt, and the wait after it where there is one.
 * @param {Attempt} attempt
 * @param {(decision: RetryDecision) => string} say
 * @param {string} barClass
 */
function steps({ status, text, durationMs, decision }, say, barClass) {
  const attempt = element(
    'li',
    { class: 'attempt' },
    badge(status, status ?? 'none'),
    element('span', { class: 'what' }, text),
    element('span', { class: 'took' }, duration(durationMs)),
  );
  if (!decision.retry) return [attempt];
  const bar = element('span', { class: barClass }, element('span'));
  /** @type {HTMLElement} */ (bar.firstChild).style.animationDuration = `${decision.delayMs}ms`;
  const wait = element(
    'li',
    { class: 'wait' },
    element('span', { class: 'what' }, 'wait ', element('b', {}, say(decision))),
    element('code', {}, decision.rule),
    bar,
  );
  return [attempt, wait];
}

/**
 * While it happens: the wait is ahead, and its bar runs.
 * @type {(answer: Attempt) => HTMLElement[]}
 */
export const ahead = (answer) => steps(answer, waitAhead, 'bar running');

/**
 * When it is over.
 * @type {(attempt: Attempt) => HTMLElement[]}
 */
export const past = (attempt) => steps(attempt, ({ delayMs }) => duration(delayMs), 'bar');
