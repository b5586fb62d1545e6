// What a fetch and its pacer have to say to each other.

import { INTERACTIVE_MS } from './knowledge/reasons.js';
import { methodOf, signalOf, urlOf } from './request.js';
import { storeOf } from './store.js';

/** Loaded where it is wanted: most pages pace nothing. */
const shared = async () => (await import('./pacer.js')).sharedPacer();

/** For the options of a fetch with a pacer. */
export const createPace = ({ pace, policy, maxElapsedMs }) => {
  let pacer = pace === true ? undefined : pace;
  const isBackground = policy?.[0] ?? false;
  const priority = isBackground ? 'background' : 'interactive';
  const longestMs = maxElapsedMs ?? (policy && !isBackground ? INTERACTIVE_MS : Infinity);

  return {
    async admit(request, attempt, startedMs) {
      pacer ??= await shared();
      const url = urlOf(request);
      const key = storeOf(url);
      const restMs = longestMs === Infinity ? Infinity : Math.max(startedMs + longestMs - performance.now(), 0);
      const signal = signalOf(request);
      return { key, given: await pacer.admit(key, priority, { signal, method: methodOf(request), url, attempt, maxWaitMs: restMs }) };
    },

    answered({ key, given }, { status, headers }) {
      pacer.observe(key, status, headers, given);
    },

    /** It may have arrived, and no answer did. */
    failed({ key, given }) {
      pacer.observe(key, 0, null, given);
    },

    release({ given }) {
      given?.release?.();
    },

    /** Whether the next attempt would have to wait for longer than the call may take: for how long, and why. */
    refusal(request, startedMs) {
      const { waitMs, circuit } = pacer.snapshot(storeOf(urlOf(request))) ?? {};
      const restMs = startedMs + longestMs - performance.now();
      if (!(waitMs > restMs)) return undefined;
      return { waitMs, reason: circuit === 'closed' ? 'doesNotFit' : 'circuitOpen' };
    },
  };
};
