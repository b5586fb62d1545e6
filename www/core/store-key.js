// Which quota a URL spends from, and which route it is there.

/** What nearly all begin with, for which no pattern is matched. */
const STORES = 'https://api.bigcommerce.com/stores/';
const API = 'api.bigcommerce.com';

/** A path without a host is one of the page's own. */
const OWN = '/';

/**
 * `key`: the hash of the store on BigCommerce's API. Elsewhere nobody knows whose path it is, and
 * payments and accounts count apart from stores: there it is the host, and the hash behind it
 * where the path names one. `route`: the path behind that.
 * @type {(url: string) => { key: string, route: string }}
 */
export const locate = (url) => {
  if (!url.startsWith(STORES)) return located(url);
  const slash = url.indexOf('/', STORES.length);
  const query = url.indexOf('?', STORES.length);
  if (slash <= STORES.length || (query >= 0 && query < slash) || url.includes('#')) return located(url);
  return { key: url.slice(STORES.length, slash), route: query < 0 ? url.slice(slash) : url.slice(slash, query) };
};

/** @type {(url: string) => { key: string, route: string }} */
const located = (url) => {
  const { host, pathname } = parsed(url);
  const [, kind, store, route] = /\/(stores|accounts)\/([^/]+)(.*)/s.exec(pathname) ?? [];
  if (!store) return { key: host || OWN, route: pathname };
  const isApi = host === API && kind === 'stores';
  return { key: isApi ? store : `${host}/${store}`, route };
};

/** @type {(url: string) => { host: string, pathname: string }} */
const parsed = (url) => {
  try {
    const { protocol, host, pathname } = new URL(url, 'own:/');
    const name = host.replace(/\.+(?=:|$)/, '');
    // A host of one word could be taken for a hash.
    return { host: /^\w+$/.test(name) ? `${name}:${protocol === 'https:' ? 443 : 80}` : name, pathname };
  } catch {
    return { host: '', pathname: url.split(/[?#]/, 1)[0] };
  }
};

/** @type {(url: string) => string} */
export const storeOf = (url) => locate(url).key;

/**
 * Whether an answer is of the store that was asked, and not of a host that a redirect led to.
 * @type {(response: Response | undefined, url: string) => boolean}
 */
export const isOfStore = (response, url) => !response?.redirected || storeOf(response.url || url) === storeOf(url);
