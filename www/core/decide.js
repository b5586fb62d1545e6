// Whether and when to send a request again.

import { core } from '../boot.js';
import * as asked from './asked.js';
import * as check from './arguments.js';
import { results } from '../host.js';

/** @import { Exchange, RetryDecision, RetryPolicy, RetryState } from 'bc-status' */

/**
 * The decision made last, with its reason in a language.
 * @type {(language: any) => RetryDecision}
 */
export const reasonedIn = (language) => {
  const { decision, reason } = results;
  const said = language?.reasons?.[reason];
  return typeof said === 'string' ? { ...decision, reason: said } : decision;
};

/** @type {(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => RetryDecision} */
export const decideRetry = (exchange, state, policy) => {
  const [lines, code, failure, inBrowser] = asked.exchange(exchange);
  const [attempt, elapsedMs, random] = asked.state(state);
  const limits = check.policy(policy);
  core().decide(lines, code, failure, inBrowser, attempt, elapsedMs, random, ...limits);
  return results.decision;
};
