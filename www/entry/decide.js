// Whether and when to send a request again.

import { core } from './boot.js';
import * as check from './check.js';
import { results } from './host.js';

export const decideRetry = (exchange, state, policy) => {
  const [lines, code, failure, inBrowser] = check.exchange(exchange);
  const [attempt, elapsedMs, random] = check.state(state);
  const limits = check.policy(policy);
  core().decide(lines, code, failure, inBrowser, attempt, elapsedMs, random, ...limits);
  return results.decision;
};
