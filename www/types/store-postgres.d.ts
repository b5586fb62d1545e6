import type { PaceStore } from './index.js';

/** What is used of a pool or a client of `pg` 8. */
export interface PostgresPool {
  query(...args: any[]): any;
}

/** What is used of what `postgres()` returns, of postgres.js 3. */
export interface PostgresSql {
  unsafe(...args: any[]): any;
}

export interface PostgresStoreOptions {
  /** The table, with its schema or without: `bc_status_quota` by default. */
  readonly table?: string | null;
}

/**
 * Leases from a ledger in PostgreSQL 12 or newer: a row per key. Moments are those of the server's clock. An ask is one statement
 * outside of any transaction, which leaves nothing in the session, so a pooler such as PgBouncer may be in between.
 *
 * The table is created when it is missing and the user may do that; else the error tells the statement, and `console.warn` says it
 * once. What is no ledger in a row is left as it is: the pacers go on alone.
 *
 * @throws {TypeError} if the pool is none of these, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: postgresStore(new pg.Pool({ max: 2 })) });
 */
export function postgresStore(pool: PostgresPool | PostgresSql, options?: PostgresStoreOptions | null): PaceStore;
