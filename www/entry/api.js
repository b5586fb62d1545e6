// The public functions. Each checks its arguments and asks the core; what never
// changes is built once, frozen, and handed out again.

import { core, init } from './boot.js';
import * as check from './check.js';

export { init };
export { bcFetch, createFetch, historyOf } from './fetch.js';

const isStatusCode = (code) => code >= 100 && code <= 599;

/** `build` is called once for each status code, and its result kept. */
const remembered = (build) => {
  const results = new Map();
  return (code) => {
    const kept = results.get(code);
    if (kept !== undefined) return kept;
    const known = check.code(code);
    const result = build(known);
    // What is no status code has one row for all, under the number it was asked for.
    if (!isStatusCode(known)) return Object.freeze({ ...result, code });
    results.set(code, result);
    return result;
  };
};

export const status = remembered((code) => core().status(code));

export const troubleshoot = remembered((code) => core().troubleshoot(code));

let all;

export const statuses = () => (all ??= Object.freeze(Array.from(core().codes(), status)));

export const classify = (exchange) => {
  const [lines, code] = check.exchange(exchange);
  const classification = core().classify(lines, code);
  if (code !== undefined) classification.status = status(exchange.status);
  return classification;
};

export const decideRetry = (exchange, state, policy) => {
  const [lines, code, failure, inBrowser] = check.exchange(exchange);
  const [attempt, elapsedMs, random] = check.state(state);
  const limits = check.policy(policy);
  return core().decide(lines, code, failure, inBrowser, attempt, elapsedMs, random, ...limits);
};

export const render = (what, format) => core().render(check.code(what, 'what'), check.format(format));
