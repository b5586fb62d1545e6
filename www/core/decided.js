// What a core decides, in words.

import { REASONS } from '../knowledge/reasons.js';

/** @import { RetryDecision } from 'bc-status' */
/** @import { Asked, Policy, State } from './arguments.js' */

/** @typedef {{ decide: (exchange: any, state: any, policy: any, found: any) => void }} Core */

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

/** @type {(core: Core, exchange: Asked, state?: State, policy?: Policy, language?: any) => RetryDecision} */
export const decidedBy = (core, exchange, state, policy, language) => {
  /** @type {any} */
  const found = {};
  core.decide(exchange, state, policy, found);
  return inWords(found.value, language);
};
