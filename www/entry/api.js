// The public functions. Each checks its arguments and asks the core, or the words beside it.

import { core, init } from './boot.js';
import * as check from './check.js';
import { ADVICE } from './knowledge.js';
import { status, troubleshoot } from './status.js';

export { init };
export { classify, diagnose } from './diagnose.js';
export { explain } from './explain.js';
export { bcFetch, createFetch, historyOf } from './fetch.js';
export { status, statuses, troubleshoot } from './status.js';

export const decideRetry = (exchange, state, policy) => {
  const [lines, code, failure, inBrowser] = check.exchange(exchange);
  const [attempt, elapsedMs, random] = check.state(state);
  const limits = check.policy(policy);
  return core().decide(lines, code, failure, inBrowser, attempt, elapsedMs, random, ...limits);
};

export const render = (what, format) => {
  if (check.isObject(what)) return core().render(check.diagnosis(what), check.format(format));
  const known = status(check.code(what, 'what'));
  const words = { ...known, advice: ADVICE[known.retry], ...troubleshoot(known.code) };
  return core().render(JSON.stringify(words), check.format(format));
};
