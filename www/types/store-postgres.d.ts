import type { PaceStore } from './index.js';

/** A pool or a client of `pg` 8. */
export interface PostgresPool {
  query(...args: any[]): any;
}

/** What `postgres()` of postgres.js 3 returns. */
export interface PostgresSql {
  unsafe(...args: any[]): any;
}

/** Options of {@link postgresStore}. */
export interface PostgresStoreOptions {
  /** The table, with its schema or without: `bc_status_quota` by default. */
  readonly table?: string | null;
}

/**
 * Leases from a ledger in PostgreSQL 12 or newer: a row per key. Times are those of the server's clock. A lease is one statement
 * outside any transaction, which leaves nothing in the session, so it works through a pooler in transaction mode.
 *
 * The table is created if it is missing and the user may create tables; otherwise the error has the statement, and `console.warn` says it
 * once. A row that is not a ledger is left as it is: the pacers continue alone.
 *
 * @throws {TypeError} if the pool is none of these, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: postgresStore(new pg.Pool({ max: 2 })) });
 */
export function postgresStore(pool: PostgresPool | PostgresSql, options?: PostgresStoreOptions | null): PaceStore;
