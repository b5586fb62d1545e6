// Which quota a URL spends from.

/** Counts for itself, per store. */
const PAYMENTS = 'payments.bigcommerce.com';

/** The hash of the store, else the host. */
export const storeOf = (url) => {
  const store = /^[^?#]*\/stores\/([^/?#]+)/.exec(url)?.[1];
  if (store && !url.includes(PAYMENTS)) return store;
  const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1].toLowerCase() ?? '';
  return store ? `${host}/${store}` : host;
};
