// The store of leases in Deno KV: a ledger in a record per key.

import { members, wrong } from '../core/checks.js';
import { storeBy } from './swap.js';

/** @import { PaceStore } from 'bc-status' */

/** Nobody waits longer for a file that others write to. */
const LATEST_MS = 1000;
/** No clock is so far ahead: somebody else wrote that. */
const DAY_MS = 86_400_000;

/** @type {(kv: any, options?: { prefix?: string | null } | null) => PaceStore} */
export const denoKvStore = (kv, options) => {
  if (typeof kv?.atomic !== 'function') throw wrong('kv', 'what Deno.openKv() resolves to: await it first', kv);
  const { prefix = 'bc-status' } = members('options', options ?? {}, { prefix: [(value) => typeof value === 'string', 'a string'] });

  // There is no clock but those of the clients, which all go by the one that is furthest ahead.
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;

  return storeBy(
    (key) => `The record ${JSON.stringify([prefix, key])} in Deno KV`,
    async (key, from, saved, forMs, lastMs) => {
      const name = [prefix, key];
      const record = await patiently(() => kv.get(name));
      const value = record.versionstamp === null ? undefined : record.value;
      const skewMs = value?.atMs - Date.now();
      if (skewMs > aheadMs && skewMs < DAY_MS) aheadMs = skewMs;
      const nowMs = now();
      if (nowMs > lastMs || (value !== undefined && value?.id !== from)) return { done: false, value, nowMs };
      const next = { ...saved, atMs: nowMs };
      const { ok } = await patiently(() => kv.atomic().check(record).set(name, next, { expireIn: forMs }).commit());
      return { done: ok, value, nowMs };
    },
  );
};

/**
 * Two processes with one file get in each other's way, which is said as an error.
 * @type {(act: () => Promise<any>) => Promise<any>}
 */
const patiently = async (act) => {
  const lastMs = performance.now() + LATEST_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!/database is locked/.test(/** @type {any} */ (error)?.message) || performance.now() > lastMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1 + 9 * Math.random()));
    }
  }
};
