// Builds the objects that the core gives. Their members are those of the public types in
// www/types, in the same order.
//
// An export that returned an object would end the process: when V8 inlines such a call, as
// Node 20 does, and the function around it is deoptimised meanwhile, it finds no way back.

import { REASONS } from './knowledge/reasons.js';
import { CIRCUITS } from './knowledge/sets.js';

/** What a function of the core has found, by its kind. */
export const results = {};

const given = (number) => (number === number ? number : null);

/** Null where no header said anything. */
const rateLimit = (numbers) => {
  const limit = {
    windowMs: given(numbers[0]),
    resetMs: given(numbers[1]),
    quota: given(numbers[2]),
    left: given(numbers[3]),
    retryAfterMs: given(numbers[4]),
  };
  const { windowMs, resetMs, quota, left, retryAfterMs } = limit;
  return (windowMs ?? resetMs ?? quota ?? left ?? retryAfterMs) === null ? null : limit;
};

export const classification = (numbers, requestId, error) => {
  results.classification = {
    status: null,
    outcome: numbers[5],
    api: numbers[6],
    error: error === undefined ? null : JSON.parse(error),
    rateLimit: rateLimit(numbers),
    requestId: requestId ?? null,
  };
};

export const diagnosis = (findings) => {
  const { classification, decision } = results;
  results.diagnosis = { classification, findings: JSON.parse(findings), retry: decision };
};

export const decision = (retry, delayMs, number, mayHaveRun, attemptsLeft) => {
  const [rule, reason] = REASONS[number];
  results.decision = { retry, delayMs, rule, reason, mayHaveRun, attemptsLeft };
};

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
