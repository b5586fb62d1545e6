// A drop-in `fetch` that tries again where the core says so. A success at the first
// attempt, which most calls are, is handed out from here; all else is for `call.js`.

import { canAsk } from '../boot.js';
import { Call } from './call.js';
import { remember } from './history.js';
import * as check from '../core/arguments.js';
import { createGate } from './gate.js';
import { createGlobal, mark } from './global.js';
import { createRetryBudget } from './budget.js';
import { createPace } from './pacing.js';
import { protect } from './protection.js';
import { follow, isToFollow, unfollowed } from './redirect.js';
import { initBeside, isSteady, snapshot, urlOf } from './request.js';
import { drop } from './response.js';
import { isOfStore } from '../core/store-key.js';

/** @import { Settings } from './call.js' */
/** @import { Fetch, Sent } from './request.js' */

/** @type {(options?: import('bc-status').FetchOptions | null) => Fetch} */
export const createFetch = (options) => {
  const given = check.fetchOptions(options);
  const budget = given.policy && given.budget !== false ? (given.budget ?? createRetryBudget()) : undefined;
  const pace = given.pace ? createPace(given) : undefined;
  const global = given.fetch ? undefined : createGlobal();
  const settings = { ...given, budget, pace, global, gate: createGate() };
  return mark(fetchOf(settings), fetchOf({ ...settings, policy: undefined, budget: undefined }));
};

/** @type {(settings: Settings) => Fetch} */
const fetchOf = (settings) => {
  const { fetch: own, global, policy, gate, pace, budget, maxElapsedMs = 0 } = settings;
  // Hooks and limits of time concern the first attempt too.
  const isSimple = !settings.onAttempt && settings.attemptTimeoutMs === undefined && !(maxElapsedMs > 0);

  const holder = {
    /**
     * Its name and length are those of fetch.
     * @param {any} input
     */
    async fetch(input) {
      // biome-ignore-start lint/complexity/noArguments: it takes what fetch takes, and has the length of fetch
      const init = arguments[1];
      if (global?.isBack(input, init)) return global.below.apply(undefined, arguments);
      /** @type {any} */
      const fetch = own ?? global?.find(input, init);
      if (arguments.length === 0) return fetch();
      // biome-ignore-end lint/complexity/noArguments: as above
      const startedMs = performance.now();
      const request = protect(snapshot(input, init, own));
      if (!isSimple || !gate.isOpen) return await new Call(settings, fetch, request, startedMs).run();

      let permit;
      if (pace && canAsk()) permit = pace.permit(request, startedMs) ?? (await new Call(settings, fetch, request, startedMs).admit());
      let response;
      try {
        response = await first(fetch, input, own && init, request);
        if (request.isGuarded && isToFollow(request, response)) response = await follow(fetch, request, request.init, response);
      } catch (value) {
        return await new Call(settings, fetch, request, startedMs).goOn(true, value, permit);
      }
      if (response?.ok === false) return await new Call(settings, fetch, request, startedMs).goOn(false, response, permit);
      const endedMs = performance.now();
      if (permit && !isOfStore(response, urlOf(request))) permit.release();
      else permit?.answered(endedMs, response?.status, response?.headers);
      budget?.give();
      if (request.spare) drop(request.spare);
      request.ms = endedMs - startedMs;
      if (!policy) request.records = [];
      remember(response, request);
      return response;
    },
  };
  return holder.fetch;
};

/**
 * What the caller gave, for its own fetch the `very` init, with redirects left to us where a secret has to be looked after.
 * @type {(fetch: Fetch, input: any, very: any, request: Sent) => Promise<any>}
 */
const first = (fetch, input, very, request) => {
  const { isMoved, isGuarded, isListed, given } = request;
  const target = isMoved ? request.input : input;
  if (isGuarded) return fetch(target, unfollowed(request, initBeside(request, given)));
  return fetch(target, isListed && isSteady(very) ? very : given);
};

export const bcFetch = createFetch();
