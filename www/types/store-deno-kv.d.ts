import type { PaceStore } from './index.js';

/** The part of a `Deno.Kv` that is used. */
export interface DenoKv {
  get(key: any): Promise<{ value: unknown; versionstamp: string | null }>;
  atomic(): any;
}

/** Options of {@link denoKvStore}. */
export interface DenoKvStoreOptions {
  /** The first part of its keys: `bc-status` by default, as in `['bc-status', 'abc123']`. */
  readonly prefix?: string | null;
}

/**
 * Leases from a ledger in Deno KV: a record per key, which expires when the last lease has ended. Processes that share
 * a file wait for each other. All machines use the clock that is furthest ahead. A value under such a key that is not a ledger
 * is left as it is: the pacers continue alone, and `console.warn` says so once.
 *
 * @throws {TypeError} if `kv` is not a `Deno.Kv`, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: denoKvStore(await Deno.openKv()) });
 */
export function denoKvStore(kv: DenoKv, options?: DenoKvStoreOptions | null): PaceStore;
