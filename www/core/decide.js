// Whether and when to send a request again.

import { core } from '../boot.js';
import * as asked from './asked.js';
import * as check from './arguments.js';
import { REASONS } from '../knowledge/reasons.js';

/** @import { Exchange, RetryDecision, RetryPolicy, RetryState } from 'bc-status' */
/** @import { Asked, Policy, State } from './arguments.js' */

/**
 * A decision of the core's, which has its reason by name, with that in the words of a language.
 * @type {(decision: RetryDecision, language?: any) => RetryDecision}
 */
export const inWords = (decision, language) => {
  const name = /** @type {keyof typeof REASONS} */ (decision.reason);
  const said = language?.reasons?.[name];
  decision.reason = typeof said === 'string' ? said : REASONS[name];
  return decision;
};

/**
 * What the core decides about arguments that were checked.
 * @type {(exchange: Asked, state?: State, policy?: Policy, language?: any) => RetryDecision}
 */
export const decide = (exchange, state, policy, language) => {
  /** @type {any} */
  const found = {};
  core().decide(exchange, state, policy, found);
  return inWords(found.value, language);
};

/** @type {(language: any, exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => RetryDecision} */
export const decideIn = (language, exchange, state, policy) =>
  decide(asked.exchange(exchange), asked.state(state), check.policy(policy), language);

/** @type {(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => RetryDecision} */
export const decideRetry = (exchange, state, policy) => decideIn(undefined, exchange, state, policy);
