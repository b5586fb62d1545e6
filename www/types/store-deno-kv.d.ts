import type { PaceStore } from './index.js';

/** What is used of a `Deno.Kv`. */
export interface DenoKv {
  get(key: any): Promise<{ value: unknown; versionstamp: string | null }>;
  atomic(): any;
}

export interface DenoKvStoreOptions {
  /** The first part of its keys: `bc-status` by default, as in `['bc-status', 'abc123']`. */
  readonly prefix?: string | null;
}

/**
 * Leases from a ledger in Deno KV: a record per key, which expires when all that it promises is over. Processes with
 * one file wait for each other. Machines go by the clock that is furthest ahead. What is no ledger under such a key is left as
 * it is: the pacers go on alone, and `console.warn` says so once.
 *
 * @throws {TypeError} if this is no `Deno.Kv`, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: denoKvStore(await Deno.openKv()) });
 */
export function denoKvStore(kv: DenoKv, options?: DenoKvStoreOptions | null): PaceStore;
