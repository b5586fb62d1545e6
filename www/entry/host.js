// Builds the objects that the core returns. Their members are those of the
// public types in www/types, in the same order.

const reasons = [];

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

export const classification = (numbers, requestId, error) => ({
  status: null,
  outcome: numbers[5],
  api: numbers[6],
  error: error === undefined ? null : JSON.parse(error),
  rateLimit: rateLimit(numbers),
  requestId: requestId ?? null,
});

export const diagnosis = (classification, findings, retry) => ({
  classification,
  findings: JSON.parse(findings),
  retry,
});

export const setReasons = (text) => {
  reasons.push(...text.split('\n'));
};

export const decision = (retry, delayMs, reason, mayHaveRun, attemptsLeft) => ({
  retry,
  delayMs,
  rule: reasons[2 * reason],
  reason: reasons[2 * reason + 1],
  mayHaveRun,
  attemptsLeft,
});
