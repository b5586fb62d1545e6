// What a fetch and its pacer have to say to each other.

import { INTERACTIVE_MS, LONGEST_DELAY_MS } from '../knowledge/reasons.js';
import { methodOf, signalOf } from './request.js';
import { urlOf } from './snapshot.js';
import { isOfStore, locate, storeOf } from '../core/store-key.js';

/** @import { Permit } from 'bc-status' */
/** @import { Options } from './options.js' */
/** @import { Sent } from './snapshot.js' */

/** @typedef {{ answered: (nowMs: number, status: number, headers: any) => void, failed: (nowMs: number) => void, release: () => void }} Told A permit that is told what became of it. */
/** @typedef {ReturnType<typeof createPace>} Pace */

/**
 * For the options of a fetch with a pacer.
 * @param {Pick<Options, 'pace' | 'policy' | 'maxElapsedMs'>} options
 * @param {() => any} sharedPacer
 */
export const createPace = ({ pace, policy, maxElapsedMs }, sharedPacer) => {
  let pacer = pace === true ? undefined : pace;
  const isBackground = policy?.profile === 'background';
  const priority = isBackground ? 'background' : 'interactive';
  const longestMs = maxElapsedMs ?? (policy && !isBackground ? INTERACTIVE_MS : Infinity);
  /** A single wait, as after an answer. */
  const longestDelayMs = Math.max(policy?.maxDelayMs ?? 0, LONGEST_DELAY_MS);

  return {
    /**
     * A permit, if there is one without a wait.
     * @param {Sent} request
     * @param {number} nowMs
     * @returns {Told | undefined}
     */
    permit(request, nowMs) {
      return pacer?.permit?.(locate(urlOf(request)), methodOf(request), nowMs);
    },

    /**
     * @param {Sent} request
     * @param {number} attempt
     * @param {number} startedMs
     * @returns {Promise<Told | undefined>}
     */
    async admit(request, attempt, startedMs) {
      pacer ??= await sharedPacer();
      if (!pacer) return undefined;
      const url = urlOf(request);
      const key = storeOf(url);
      const given = await pacer.admit(key, priority, {
        signal: signalOf(request),
        method: methodOf(request),
        url,
        attempt,
        maxWaitMs: Math.max(Math.min(startedMs + longestMs - performance.now(), longestDelayMs), 0),
      });
      return given?.answered ? given : foreign(pacer, key, given);
    },

    /**
     * Waits for a repeat, of which the pacer's state tells meanwhile.
     * @param {Sent} request
     * @param {number} ms
     * @param {Promise<void>} slept
     */
    async untilRepeat(request, ms, slept) {
      const end = pacer?.repeats?.(storeOf(urlOf(request)), performance.now() + ms);
      try {
        await slept;
      } finally {
        end?.();
      }
    },

    /**
     * Tells a permit of its answer, which is none of the store's where it came from elsewhere.
     * @param {Told} permit
     * @param {Sent} request
     * @param {any} response
     * @param {number} nowMs
     */
    wasAnswered(permit, request, response, nowMs) {
      if (isOfStore(response, urlOf(request))) permit.answered(nowMs, response.status, response.headers);
      else permit.release();
    },

    /**
     * Whether the next attempt would have to wait for longer than the call may take: for how long, and why.
     * @param {Sent} request
     * @param {number} startedMs
     * @returns {{ waitMs: number, reason: 'doesNotFit' | 'circuitOpen' } | undefined}
     */
    refusal(request, startedMs) {
      const { nextMs, waitMs: longerMs, circuit } = pacer?.snapshot(storeOf(urlOf(request))) ?? {};
      // A repeat goes before all others.
      const waitMs = nextMs ?? longerMs;
      const restMs = startedMs + longestMs - performance.now();
      if (!(waitMs > restMs)) return undefined;
      return { waitMs, reason: circuit === 'closed' ? 'doesNotFit' : 'circuitOpen' };
    },
  };
};

/**
 * A permit of a pacer of the caller's own, which is told of by its key.
 * @type {(pacer: any, key: string, given: Permit | undefined) => Told}
 */
const foreign = (pacer, key, given) => ({
  answered: (_, status, headers) => pacer.observe(key, status, headers, given),
  failed: () => pacer.observe(key, 0, null, given),
  release: () => given?.release?.(),
});
