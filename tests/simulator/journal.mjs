/**
 * What the simulator received, in order. One request is
 *
 *     { method, path, query, headers, bodyText, at, status, ended, closed }
 *
 *     path     relative to the store where there is one: '/v3/catalog/products/77'
 *     query    the query as a plain object
 *     headers  lower case; tokens are replaced by '<masked>'
 *     at       milliseconds since the simulator started
 *     status   what was answered; null where nothing was
 *     ended    'open' | 'complete' | 'by-client' | 'dropped'; 'by-client': the client left before the answer was complete
 *     closed   a promise of `ended`, settled when the answer is over (not enumerable)
 */
const secret = new Set(['x-auth-token', 'authorization', 'cookie']);

export function createJournal() {
  const startedAt = performance.now();
  const requests = [];

  return {
    requests,

    open({ method, path, query, headers, bodyText }, arrivedAt) {
      const entry = {
        method,
        path,
        query: Object.fromEntries(query),
        headers: masked(headers),
        bodyText,
        at: arrivedAt - startedAt,
        status: null,
        ended: 'open',
      };
      let settle;
      Object.defineProperty(entry, 'closed', {
        value: new Promise((resolve) => (settle = resolve)),
      });
      requests.push(entry);

      return {
        answered: (status) => (entry.status = status),
        end(how) {
          if (entry.ended !== 'open') return;
          entry.ended = how;
          settle(how);
        },
      };
    },
  };
}

const masked = (headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, secret.has(name) && value ? '<masked>' : value]));
