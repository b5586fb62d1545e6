/** The words that the page and the transcript have in common. */

import { duration } from '../core/duration.js';

/** @import { RetryDecision } from 'bc-status' */

/**
 * What a decision tells the caller to do.
 * @param {RetryDecision} decision
 */
export function verdict({ retry, delayMs, rule }) {
  if (retry) return `Try again in ${duration(delayMs)}`;
  // Once all attempts are used up, no wait brings another.
  if (delayMs > 0 && rule !== 'attempts-exhausted') return `Not now; in ${duration(delayMs)}`;
  return rule === 'not-needed' ? 'No retry needed' : 'Do not repeat';
}

/**
 * What to do about an answer: part of a batch may be left to send, but never the whole.
 * @type {(reading: { outcome: string, decision: RetryDecision }) => string}
 */
export const verdictOn = ({ outcome, decision }) => (outcome === 'partial' ? 'Do not repeat the whole' : verdict(decision));

/**
 * Whether it has to be added to a decision's reason that the request may have run.
 * @type {(decision: RetryDecision) => boolean}
 */
export const needsCaution = ({ mayHaveRun, rule }) => mayHaveRun && rule !== 'not-needed' && rule !== 'not-repeatable';

/**
 * What findings are about: the last answer, unless that one is good and an earlier attempt was not.
 * @type {(reading: { about: number, attempts: unknown[] }) => string}
 */
export const subjectOf = ({ about, attempts }) => (about === attempts.length ? 'Diagnosis' : `Attempt ${about}`);

/**
 * A wait before it is over: jitter lengthens what the server asked for, and shortens what the client chose itself.
 * @param {RetryDecision} decision
 */
export function waitAhead({ delayMs, rule }) {
  const asked = rule === 'rate-limit-reset' || rule === 'retry-after' || rule === 'server-error';
  return `${asked ? 'at least' : 'up to'} ${duration(delayMs)}`;
}
