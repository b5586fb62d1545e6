// What the cases of the pacer have in common.

import { ok } from './check.mjs';

export const API = 'https://api.bigcommerce.com';
/** What a page may call. */
export const SHOP = 'https://shop.example';
export const PRODUCTS = '/v3/catalog/products';
export const CUSTOMERS = { method: 'PUT', url: `${API}/stores/abc123/v3/customers` };

export const told = (left, resetMs, quota = 150) => ({
  'X-Rate-Limit-Requests-Left': String(left),
  'X-Rate-Limit-Time-Reset-Ms': String(resetMs),
  'X-Rate-Limit-Requests-Quota': String(quota),
  'X-Rate-Limit-Time-Window-Ms': '30000',
});

/** One permit, and what its answer told. */
export const learn = async (pacer, headers, { key = 'abc123', status = 200 } = {}) =>
  pacer.observe(key, status, headers, await pacer.admit(key));

export const admitAll = (pacer, count, options, priority) =>
  Promise.all(Array.from({ length: count }, () => pacer.admit('abc123', priority, options)));

export const rejection = (promise) =>
  promise.then(
    (value) => ok(false, 'a rejection', value),
    (error) => error,
  );

/** Who has got a permit by now, in their order. */
export const order = () => {
  const names = [];
  const permits = [];
  return {
    names,
    permits,
    wait: (name, promise) =>
      promise.then((permit) => {
        names.push(name);
        permits.push(permit);
      }),
  };
};

/** All promises that are ready; of timers only those that are due at once. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

export const answering = (status, headers, body = '{}') => {
  const stub = async () => {
    stub.calls += 1;
    return new Response(body, { status, headers });
  };
  stub.calls = 0;
  return stub;
};

/** A pacer whose store has no room left for long, and so lets nobody out but by an answer. */
export const full = async (bc, options) => {
  const pacer = bc.createPacer(options);
  const permits = await admitAll(pacer, 8);
  return { pacer, permits };
};
