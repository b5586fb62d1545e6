// The quota of a store shared out between isolates: a Durable Object for each store, and the
// store of leases that a pacer asks it through.

import { isObject, wrong } from '../core/checks.js';
import { StoreFault, VERSION, ledgerOf } from '../pace/saved-ledger.js';

/** @import { PaceStore } from 'bc-status' */
/** @import { CoordinatorNamespace, CoordinatorState } from 'bc-status/worker' */
/** @import { Ledger } from '../pace/ledger.js' */

const LEDGER = 'ledger';
const PLACE = `The key ${LEDGER} in the storage of this QuotaCoordinator`;

/** Bind it under any name, and give the namespace to `coordinator`. */
export class QuotaCoordinator {
  /** @type {CoordinatorState['storage']} */
  #storage;
  /** @type {Promise<Ledger> | undefined} */
  #ledger;
  #told = '';

  /** @param {CoordinatorState} state */
  constructor(state) {
    this.#storage = state.storage;
  }

  /**
   * An ask as JSON, to its lease. It is answered when the ledger is written down.
   * @param {Request} request
   */
  async fetch(request) {
    // Before storage is read: while it is, nothing else gets into the object, and a body not either.
    const ask = await request.json();
    try {
      const ledger = await this.#read();
      const lease = ledger.lease(Date.now(), ask);
      await this.#storage.put(LEDGER, { version: VERSION, ...ledger.toJSON() });
      return Response.json(lease);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      const { message } = error;
      if (this.#told !== message) console.warn(`bc-status: ${message}`);
      this.#told = message;
      return new Response(message, { status: 500 });
    }
  }

  /** Once for all who ask meanwhile, and again where it failed. */
  #read() {
    const forget = (/** @type {unknown} */ error) => {
      this.#ledger = undefined;
      throw error;
    };
    this.#ledger ??= this.#storage
      .get(LEDGER)
      .then((saved) => ledgerOf(PLACE, withHead(saved)))
      .catch(forget);
    return this.#ledger;
  }
}

/**
 * Nobody else writes there, so that it needs no id.
 * @param {any} saved
 */
const withHead = (saved) => (isObject(saved) ? { version: VERSION, id: '', ...saved } : saved);

/**
 * What `createPacer({ store })` takes, for the namespace of a QuotaCoordinator.
 * @type {(namespace: CoordinatorNamespace) => PaceStore}
 */
export const coordinator = (namespace) => {
  if (!isNamespace(namespace)) throw wrong('namespace', 'the binding of a QuotaCoordinator, such as env.QUOTA', namespace);
  return {
    async lease(key, ask) {
      const store = namespace.get(namespace.idFromName(key));
      const response = await store.fetch('https://coordinator/lease', { method: 'POST', body: JSON.stringify(ask) });
      if (response.ok) return response.json();
      await response.body?.cancel();
      throw new Error(`The coordinator answered with ${response.status}`);
    },
  };
};

/**
 * @param {any} value
 * @returns {value is CoordinatorNamespace}
 */
export const isNamespace = (value) => typeof value?.idFromName === 'function';
