// Whether and when to send a request again.

import { core } from '../boot.js';
import * as asked from './asked.js';
import { decidedBy } from './decided.js';
import { policy as policyOf } from './policy.js';

/** @import { Exchange, RetryDecision, RetryPolicy, RetryState } from 'bc-status' */
/** @import { Asked, Policy, State } from './arguments.js' */

/**
 * What the core decides about arguments that were checked.
 * @type {(exchange: Asked, state?: State, policy?: Policy, language?: any) => RetryDecision}
 */
export const decide = (exchange, state, policy, language) => decidedBy(core(), exchange, state, policy, language);

/** @type {(language: any, exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => RetryDecision} */
export const decideIn = (language, exchange, state, policy) =>
  decide(asked.exchange(exchange), asked.state(state), policyOf(policy), language);

/** @type {(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => RetryDecision} */
export const decideRetry = (exchange, state, policy) => decideIn(undefined, asked.answered(exchange), state, policy);
