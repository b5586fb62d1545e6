// A drop-in `fetch` that tries again where the core says so. Its first attempt is here, and a success
// at it, which most calls are, is handed out from here. All else is for the loop, which is loaded
// while the first request is under way.

import { remember } from './calls.js';
import { drop } from './drop.js';
import { guarded, isSecret } from './guard.js';
import { loop as loaded } from '../loop.js';
import { mayHide } from './hidden.js';
import { fetchOptions } from './options.js';
import { createPlace, mark } from './place.js';
import { initBeside, isSteady, snapshot, takeOver } from './snapshot.js';
import { unprotected, withoutDetails } from './undetailed.js';

/** @import { Gate } from './gate.js' */
/** @import { Options } from './options.js' */
/** @import { Pace } from './pacing.js' */
/** @import { Place } from './place.js' */
/** @import { Fetch, Sent } from './snapshot.js' */
/** @import { Trail } from './trail.js' */

/** @typedef {{ options: Options, place?: Place, gate?: Gate, pace?: Pace, trail?: Trail, isLoading?: boolean }} Shared What all calls of a fetch share; `place` if it has no fetch of the caller's. */
/** @typedef {Options & { shared: Shared }} Settings */
/** @typedef {{ settings: Settings, fetch: Fetch, request: Sent, beganMs: number, permit?: any }} Begun */

/** @type {(options?: import('bc-status').FetchOptions | null) => Fetch} */
export const createFetch = (given) => {
  const options = fetchOptions(given);
  /** @type {Shared} */
  const shared = { options, place: options.fetch ? undefined : createPlace() };
  const fetch = fetchOf({ ...options, shared });
  return mark(options.watch ? options.watch(fetch) : fetch, fetchOf({ ...options, policy: undefined, budget: false, shared }));
};

/** @type {(settings: Settings) => Fetch} */
const fetchOf = (settings) => {
  const { fetch: own, policy, pace, maxElapsedMs = 0, watch, shared } = settings;
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
      const below = /** @type {Fetch} */ (own ?? shared.place?.below);
      if (arguments.length === 0 || shared.trail?.isBack(input, init)) return below.apply(undefined, /** @type {any} */ (arguments));
      const known = own ?? shared.place?.fetchNow();
      // biome-ignore-end lint/complexity/noArguments: as above
      const beganMs = performance.now();
      const request = guarded(snapshot(input, init, own));
      const fetch = watch ? watch(known ?? below, request) : (known ?? below);
      const isPlain = isSimple && known && !request.isRare && !request.given?.bc && shared.gate?.isOpen !== false;
      const permit = isPlain && pace ? shared.pace?.permit(request, beganMs) : undefined;
      if (!isPlain || (pace && !permit)) {
        takeOver(request);
        const loop = await loaded();
        if (loop) return loop.begin({ settings, fetch, request, beganMs }, !known);
        if (request.isRare && isSecret(request)) throw unprotected();
      }

      const begun = { settings, fetch, request, beganMs, permit };
      let response;
      try {
        const sent = first(fetch, input, own && init, request);
        shared.isLoading ??= Boolean(loaded());
        response = await sent;
      } catch (error) {
        return goOn(begun, true, error);
      }
      if (response?.ok !== true || mayHide(settings, request, response)) return goOn(begun, false, response);
      const endedMs = performance.now();
      if (permit) shared.pace?.wasAnswered(permit, request, response, endedMs);
      if (settings.budget) settings.budget.give();
      if (request.spare) drop(request.spare);
      request.ms = endedMs - beganMs;
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
  if (!isGuarded) return fetch(target, isListed && isSteady(very) ? very : given);
  const init = initBeside(request, given);
  // In this order a copy is made in a tenth of the time.
  return fetch(target, init && 'redirect' in init ? { ...init, redirect: 'manual' } : { redirect: 'manual', ...init });
};

/**
 * From what the first attempt came to. Without the loop the caller gets what fetch gave.
 * @type {(begun: Begun, failed: boolean, value: any) => Promise<any>}
 */
const goOn = async (begun, failed, value) => {
  const endedMs = performance.now();
  const loop = await loaded();
  if (loop) return loop.goOn(begun, failed, value, endedMs);
  const { request } = begun;
  drop(request.spare);
  if (failed) throw withoutDetails(value, request, Boolean(begun.settings.fetch));
  // Nothing was decided.
  request.records = [];
  remember(value, request);
  return value;
};

export const bcFetch = createFetch();
