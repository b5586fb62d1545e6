// The store of leases for pacers of one process: what a Durable Object is for Workers.

import { Ledger } from './ledger.js';

export const createMemoryStore = () => {
  const ledgers = new Map();
  return {
    async lease(key, ask) {
      if (!ledgers.has(key)) ledgers.set(key, new Ledger());
      return ledgers.get(key).lease(performance.now(), ask);
    },
  };
};
