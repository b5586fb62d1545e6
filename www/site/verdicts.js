/** The words that the page and the transcript have in common. */

/** @import { RetryDecision } from 'bc-status' */

/**
 * A duration as people say it: '320 ms', '3.1 s', '1 min', '1 min 30 s'.
 * @param {number} ms
 */
export function duration(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
  const total = Math.round(ms / 1000);
  const seconds = total % 60;
  return `${Math.floor(total / 60)} min${seconds === 0 ? '' : ` ${seconds} s`}`;
}

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
