// Who is measured. Each module of this folder sets one up as its documentation does for an API that answers 429 and 5xx, with three
// repeats; a wait is read from headers where an option does that, and not by code of our own.
//
// `create({ fetch, wait })` gives a call `(url, init)`: by its own way to the network without `fetch`, and
// with `wait: false` it repeats at once.

/** By its module: its name, its packages, and what it does not offer. `page` is the module that pages have, or null. */
export const PEERS = {
  'bc-status': { name: 'bc-status', page: 'bc-status-page', readsWaits: true },
  ky: { name: 'ky', packages: ['ky'], readsWaits: true },
  ofetch: { name: 'ofetch', packages: ['ofetch'] },
  wretch: { name: 'wretch, its retry', packages: ['wretch'] },
  axios: { name: 'axios, axios-retry', packages: ['axios', 'axios-retry'], readsWaits: true },
  'fetch-retry': { name: 'fetch-retry', packages: ['fetch-retry'] },
  'p-retry': { name: 'p-retry', packages: ['p-retry'] },
  cockatiel: { name: 'cockatiel', packages: ['cockatiel'] },
  azure: { name: 'Azure core-rest-pipeline', packages: ['@azure/core-rest-pipeline'], readsWaits: true },
  smithy: { name: 'Smithy’s retry', packages: ['@smithy/core', '@smithy/fetch-http-handler'], readsWaits: true },
  undici: { name: 'undici RetryAgent', packages: ['undici'], page: null, readsWaits: true },
  effect: { name: 'Effect HttpClient', packages: ['effect'], readsWaits: true },
};

/** What all are compared with: no wrapper at all. */
export const BARE = 'bare';

export const moduleOf = (id) => new URL(`${id}.mjs`, import.meta.url);

/** The module for pages, or null where there are none. */
export const pageModuleOf = (id) => (PEERS[id]?.page === null ? null : moduleOf(PEERS[id]?.page ?? id));
