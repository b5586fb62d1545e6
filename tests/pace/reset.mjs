// What people write around a library that knows no quota: after a 429, wait as long as its header says.

export const resetMsOf = ({ headers }, windowMs) => Number(headers.get('x-rate-limit-time-reset-ms') ?? windowMs);
