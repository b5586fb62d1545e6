// The quota of a store shared out between isolates: a Durable Object for each store, and the
// store of leases that a pacer asks it through.

import { wrong } from '../core/checks.js';
import { Ledger } from '../pace/ledger.js';

/** @import { PaceStore } from 'bc-status' */
/** @import { CoordinatorNamespace, CoordinatorState } from 'bc-status/worker' */

const LEDGER = 'ledger';

/** Bind it under any name, and give the namespace to `coordinator`. */
export class QuotaCoordinator {
  /** @type {CoordinatorState['storage']} */
  #storage;
  /** @type {Promise<Ledger> | undefined} */
  #ledger;

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
    const ledger = await this.#read();
    const lease = ledger.lease(Date.now(), ask);
    await this.#storage.put(LEDGER, ledger.toJSON());
    return Response.json(lease);
  }

  /** Once for all who ask meanwhile, and again where it failed. */
  #read() {
    const forget = (/** @type {unknown} */ error) => {
      this.#ledger = undefined;
      throw error;
    };
    this.#ledger ??= this.#storage.get(LEDGER).then(ledgerOf).catch(forget);
    return this.#ledger;
  }
}

/**
 * One that cannot be read costs a window, and would else keep the object from ever starting.
 * @type {(saved: any) => Ledger}
 */
const ledgerOf = (saved) => {
  try {
    return new Ledger(saved);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    console.warn(`bc-status: QuotaCoordinator begins a new ledger, as it cannot read its own: ${message}`);
    return new Ledger();
  }
};

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

/** @type {(value: any) => value is CoordinatorNamespace} */
export const isNamespace = (value) => typeof value?.idFromName === 'function';
