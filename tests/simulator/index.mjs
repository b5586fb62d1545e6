/**
 * A local stand-in for BigCommerce: one real HTTP server on 127.0.0.1 that answers as the API was measured to answer.
 *
 *     const simulator = await startSimulator({ quota: 3, windowMs: 1000 });
 *     await fetch(`${simulator.url}/stores/${simulator.storeHash}/v3/catalog/products`, { headers: { 'X-Auth-Token': simulator.token } });
 *     simulator.script('GET', '/v3/catalog/products/77', [500, { status: 200, delayMs: 300 }]);
 *     await simulator.close();
 */
import { maintenancePhases } from './gateway.mjs';
import { createQuotaWindow } from './quota.mjs';
import { createJournal } from './journal.mjs';
import { createScript } from './script.mjs';
import { createStore } from './store.mjs';
import { serve } from './server.mjs';

export * as answers from './answers.mjs';

/**
 * @param {object} [options]
 * @param {number} [options.quota]        requests allowed per window (150)
 * @param {number} [options.windowMs]     length of a window (30000)
 * @param {number} [options.windowAgeMs]  how old the first window already is (0)
 * @param {string} [options.storeHash]
 * @param {string} [options.token]          may do everything
 * @param {string} [options.readOnlyToken]  has every scope in its read-only form
 * @param {string} [options.storefrontToken]  for POST /graphql
 * @param {number} [options.port]         a free one unless told
 */
export async function startSimulator(options = {}) {
  const { quota, windowMs, windowAgeMs, port = 0, ...identity } = options;
  const store = createStore(identity);
  const window = createQuotaWindow({ quota, windowMs, windowAgeMs });
  const journal = createJournal();
  const script = createScript();
  const server = await serve({ store, window, journal, script, port });

  return {
    url: server.url,
    storeHash: store.hash,
    token: store.token,
    readOnlyToken: store.readOnlyToken,
    storefrontToken: store.storefrontToken,

    /** Everything received so far: see `journal.mjs` for what is kept of a request. */
    requests: journal.requests,

    /** Queues answers for the next requests of this method and path (relative to the store); see `script.mjs`. */
    script: (method, path, answers) => script.add(method, path, answers),

    /** Forgets what was scripted and ends any maintenance. */
    calm() {
      script.clear();
      store.maintenance = 'off';
    },

    /** `true` or 'on', 'suspended', `false` or 'off'. */
    maintenance(phase) {
      const known = { true: 'on', false: 'off' }[phase] ?? phase;
      if (!maintenancePhases.includes(known)) throw new TypeError(`maintenance takes one of ${maintenancePhases.join(', ')}`);
      store.maintenance = known;
    },

    /** As if another app had used the store's quota: leaves `left` requests, and the window ends in `resetMs`. */
    spendQuota: ({ left = 0, resetMs } = {}) => window.spend({ left, resetMs }),

    close: () => server.close(),
  };
}
