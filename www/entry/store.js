// Which quota a URL spends from, and which route it is there.

/** What nearly all begin with, for which no pattern is matched. */
const STORES = 'https://api.bigcommerce.com/stores/';
/** Counts for itself, per store; and accounts count apart from stores. */
const PAYMENTS = 'payments.bigcommerce.com';

/** A path without a host is one of the page's own. */
const OWN = '/';

/** `key`: the hash of the store, else the host. `route`: the path behind that. */
export const locate = (url) => {
  if (!url.startsWith(STORES)) return located(url);
  const slash = url.indexOf('/', STORES.length);
  const query = url.indexOf('?', STORES.length);
  if (slash <= STORES.length || (query >= 0 && query < slash) || url.includes('#')) return located(url);
  return { key: url.slice(STORES.length, slash), route: query < 0 ? url.slice(slash) : url.slice(slash, query) };
};

const located = (url) => {
  const [, host = '', path] = /^(?:[a-z]+:\/\/([^/?#]*))?([^?#]*)/i.exec(url);
  const [, kind, store, route] = /\/(stores|accounts)\/([^/]+)(.*)/s.exec(path) ?? [];
  const name = host.toLowerCase() || OWN;
  if (!store) return { key: name, route: path };
  return { key: name === PAYMENTS || kind === 'accounts' ? `${name}/${store}` : store, route };
};

export const storeOf = (url) => locate(url).key;
