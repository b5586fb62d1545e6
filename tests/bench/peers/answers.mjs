// As BigCommerce and the networks before it answer, and how long they want to be left alone.

const QUOTA = { 'X-Rate-Limit-Time-Window-Ms': '30000', 'X-Rate-Limit-Requests-Quota': '150', 'X-Rate-Limit-Requests-Left': '0' };

export const ANSWERS = {
  'reset-ms': { status: 429, headers: { ...QUOTA, 'X-Rate-Limit-Time-Reset-Ms': '20000' }, wantedMs: 20_000 },
  'retry-after-429': { status: 429, headers: { 'Retry-After': '20' }, wantedMs: 20_000 },
  'retry-after-503': { status: 503, headers: { 'Retry-After': '120' }, wantedMs: 120_000 },
  // Its documentation asks for at least a minute; no header says so.
  'minute-500': { status: 500, headers: {}, wantedMs: 60_000 },
};
