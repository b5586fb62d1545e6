// Exchanges that the cases of decideRetry begin with.

import { equal, like, ok } from './check.mjs';

export const API = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';

export const background = { profile: 'background' };
export const vouched = { ...background, repeatable: true };

export const reset = (ms) => ({ 'X-Rate-Limit-Time-Reset-Ms': ms });
export const answered = (status, method = 'GET', headers = {}) => ({
  method,
  url: API,
  status,
  headers,
});
export const throttled = (headers, method = 'GET', url = API) => ({
  method,
  url,
  status: 429,
  headers,
});
export const lost = (failure, method = 'GET') => ({ method, url: API, failure });

export const stopped = (rule, mayHaveRun) => ({
  retry: false,
  delayMs: 0,
  rule,
  mayHaveRun,
  attemptsLeft: 0,
});

/** The waits of our own backoff: attempts made, milliseconds. */
export const BACKOFF = [
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [6, 32_000],
  [7, 60_000],
  [9, 60_000],
];

/** A case for a row of title, exchange, state, policy and expected members. */
export const decides = ([title, exchange, state, policy, expected]) => ({
  name: `decideRetry: ${title}`,
  run(bc) {
    const decision = bc.decideRetry(exchange, state, policy);
    equal(like(decision, expected), expected);
    ok(typeof decision.reason === 'string' && decision.reason !== '', 'a reason', decision);
  },
});
