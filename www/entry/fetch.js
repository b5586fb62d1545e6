// A drop-in `fetch` that tries again where the core says so. A success at the first
// attempt, which most calls are, is handed out from here; all else is for `call.js`.

import { canAsk } from './boot.js';
import { Call } from './call.js';
import { remember } from './calls.js';
import * as check from './check.js';
import { createGate } from './gate.js';
import { createRetryBudget } from './budget.js';
import { createPace } from './pace.js';
import { protect } from './protection.js';
import { follow, isRedirect, unfollowed } from './redirect.js';
import { isUsedUp, snapshot, urlOf } from './request.js';
import { drop } from './response.js';
import { isOfStore } from './store.js';

export const createFetch = (options) => {
  const given = check.fetchOptions(options);
  const budget = given.policy && given.budget !== false ? (given.budget ?? createRetryBudget()) : undefined;
  const pace = given.pace ? createPace(given) : undefined;
  const settings = { ...given, budget, pace, gate: createGate() };
  const { fetch: own, policy, gate } = settings;
  // Hooks and limits of time concern the first attempt too.
  const isSimple = !given.onAttempt && given.attemptTimeoutMs === undefined && !(given.maxElapsedMs > 0);

  return async (...args) => {
    const [input, init] = args;
    // Looked up at each call, so that a fetch replaced later is used.
    const fetch = own ?? globalThis.fetch;
    if (args.length === 0) return fetch();
    const startedMs = performance.now();
    const request = protect(snapshot(input, init));
    const call = () => new Call(settings, fetch, request, startedMs);
    if (!isSimple || !gate.isOpen) return call().run();

    const permit = pace && canAsk() ? (pace.permit(request, startedMs) ?? (await pace.admit(request, 1, startedMs))) : undefined;
    let response;
    try {
      response = await first(fetch, input, init, request);
      if (request.isGuarded && isRedirect(response)) response = await follow(fetch, request, request.init, response);
    } catch (value) {
      return call().goOn(true, value, permit);
    }
    if (response?.ok === false) return call().goOn(false, response, permit);
    const endedMs = performance.now();
    if (permit && !isOfStore(response, urlOf(request))) permit.release();
    else permit?.answered(endedMs, response?.status, response?.headers);
    budget?.give();
    if (request.spare) drop(request.spare);
    request.ms = endedMs - startedMs;
    remember(response, request, policy ? undefined : []);
    return response;
  };
};

/** With the very arguments of the caller, unless a secret has to be looked after. */
const first = (fetch, input, init, request) => {
  const given = isUsedUp(init?.headers) ? request.init : init;
  return fetch(request.isMoved ? request.input : input, request.isGuarded ? unfollowed(given) : given);
};

export const bcFetch = createFetch();
