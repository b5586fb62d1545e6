// Whether and when to send a request again.

import { core } from '../boot.js';
import * as asked from './asked.js';
import * as check from './arguments.js';
import { results } from '../host.js';

/** The decision made last, with its reason in a language. */
export const reasonedIn = (language) => {
  const { decision, reason } = results;
  const said = language?.reasons?.[reason];
  return typeof said === 'string' ? { ...decision, reason: said } : decision;
};

export const decideRetry = (exchange, state, policy) => {
  const [lines, code, failure, inBrowser] = asked.exchange(exchange);
  const [attempt, elapsedMs, random] = asked.state(state);
  const limits = check.policy(policy);
  core().decide(lines, code, failure, inBrowser, attempt, elapsedMs, random, ...limits);
  return results.decision;
};
