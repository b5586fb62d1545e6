// Builds the objects that the core returns. Their members are those of the
// public types in www/types, in the same order.

const reasons = [];

const lines = (text) => (text === '' ? [] : text.split('\n'));

export const status = (code, text, class_, documented, purpose, retry, url) =>
  Object.freeze({ code, text, class: class_, documented, purpose, retry, url });

export const troubleshooting = (code, causes, solutions, links) => {
  const pairs = lines(links);
  const pages = pairs.flatMap((text, at) =>
    at % 2 ? [] : [Object.freeze({ text, url: pairs[at + 1] })],
  );
  const [why, how, where] = [lines(causes), lines(solutions), pages].map(Object.freeze);
  return Object.freeze({ code, causes: why, solutions: how, links: where });
};

export const rateLimit = (windowMs, resetMs, quota, left, retryAfterMs) => ({
  windowMs: windowMs ?? null,
  resetMs: resetMs ?? null,
  quota: quota ?? null,
  left: left ?? null,
  retryAfterMs: retryAfterMs ?? null,
});

export const classification = (outcome, api, rateLimit, requestId) => ({
  status: null,
  outcome,
  api,
  error: null,
  rateLimit,
  requestId: requestId ?? null,
});

export const setReasons = (text) => {
  reasons.push(...lines(text));
};

export const decision = (retry, delayMs, reason, mayHaveRun, attemptsLeft) => ({
  retry,
  delayMs,
  rule: reasons[2 * reason],
  reason: reasons[2 * reason + 1],
  mayHaveRun,
  attemptsLeft,
});
