// Builds the objects that the core gives. Their members are those of the public types in
// www/types, in the same order.
//
// An export that returned an object would end the process: when V8 inlines such a call, as
// Node 20 does, and the function around it is deoptimised meanwhile, it finds no way back.

import { REASONS } from './knowledge/reasons.js';
import { APIS, CIRCUITS, OUTCOMES } from './knowledge/sets.js';

/** @import { Classification, Diagnosis, PaceState, RateLimit, RetryDecision } from 'bc-status' */

/** @typedef {{ rateLimit: RateLimit | null, classification: Classification, diagnosis: Diagnosis, reason: number, decision: RetryDecision, pace: CoreState }} Results */
/** @typedef {Omit<PaceState, 'queue' | 'nextMs' | 'waitMs' | 'coordinator'>} CoreState */

/** What a function of the core has found, by its kind. */
export const results = /** @type {Results} */ ({});

/** @type {(number: number) => number | null} */
const given = (number) => (Number.isNaN(number) ? null : number);

/**
 * Null where no header said anything.
 * @type {(isKnown: boolean, windowMs: number, resetMs: number, quota: number, left: number, retryAfterMs: number) => void}
 */
export const rateLimit = (isKnown, windowMs, resetMs, quota, left, retryAfterMs) => {
  results.rateLimit = isKnown
    ? { windowMs: given(windowMs), resetMs: given(resetMs), quota: given(quota), left: given(left), retryAfterMs: given(retryAfterMs) }
    : null;
};

/** @type {(outcome: number, api: number, requestId: string | undefined, error: string | undefined) => void} */
export const classification = (outcome, api, requestId, error) => {
  results.classification = {
    status: null,
    outcome: OUTCOMES[outcome],
    api: APIS[api],
    error: error === undefined ? null : JSON.parse(error),
    rateLimit: results.rateLimit,
    requestId: requestId ?? null,
  };
};

/** @type {(findings: string) => void} */
export const diagnosis = (findings) => {
  const { classification, decision } = results;
  results.diagnosis = { classification, findings: JSON.parse(findings), retry: decision };
};

/** @type {(retry: boolean, delayMs: number, number: number, mayHaveRun: boolean, attemptsLeft: number) => void} */
export const decision = (retry, delayMs, number, mayHaveRun, attemptsLeft) => {
  const [rule, reason] = REASONS[number];
  results.reason = number;
  results.decision = /** @type {RetryDecision} */ ({ retry, delayMs, rule, reason, mayHaveRun, attemptsLeft });
};

/** @type {(windowMs: number, resetMs: number, quota: number, left: number, share: number, inFlight: number, mostInFlight: number, heldMs: number, circuit: number, circuitSinceMs: number) => void} */
export const pace = (windowMs, resetMs, quota, left, share, inFlight, mostInFlight, heldMs, circuit, circuitSinceMs) => {
  results.pace = {
    windowMs: given(windowMs),
    resetMs: given(resetMs),
    quota: given(quota),
    // What came without the header may have been counted twice.
    left: given(Math.max(left, 0)),
    share,
    inFlight,
    mostInFlight,
    heldMs,
    circuit: CIRCUITS[circuit],
    circuitSinceMs,
  };
};
