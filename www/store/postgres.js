// The store of leases in PostgreSQL: a ledger in a row per key, by the server's clock.

import { members, wrong } from '../core/checks.js';
import { StoreFault } from '../pace/saved-ledger.js';
import { listen, storeBy } from './swap.js';

/** @import { PaceStore } from 'bc-status' */

const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::float8';
const IN_TIME = `${NOW} <= $6::float8`;

const TABLE = /^[a-z_]\w*(\.[a-z_]\w*)?$/i;

/** @type {(table: string) => string} */
const quoted = (table) => table.replace(/\w+/g, '"$&"');

// Unlogged, since no write has to wait for a disk, and what a crash loses is worth one window.
/** @type {(table: string) => string} */
const creation = (table) =>
  `CREATE UNLOGGED TABLE IF NOT EXISTS ${quoted(table)} ` +
  '(key text PRIMARY KEY, id text NOT NULL, ledger text NOT NULL, until timestamptz NOT NULL) WITH (fillfactor = 50)';

/** @type {(table: string) => string} */
const reading = (table) => `SELECT (SELECT ledger FROM ${table} WHERE key = $1::text) AS ledger, ${NOW} AS now`;

// One statement, which any connection of a pool may run. A statement that has waited for another sees what that
// one wrote, which a condition on the update would keep from him; what came too late changes nothing.
/** @type {(table: string) => string} */
const swapping = (table) => {
  const set = (/** @type {string} */ column) =>
    `${column} = CASE WHEN t.id = $2::text AND ${IN_TIME} THEN excluded.${column} ELSE t.${column} END`;
  return `INSERT INTO ${table} AS t (key, id, ledger, until)
SELECT $1::text, $3::text, $4::text, clock_timestamp() + $5::float8 * interval '1 ms' WHERE ${IN_TIME}
ON CONFLICT (key) DO UPDATE SET ${['id', 'ledger', 'until'].map(set).join(', ')}
RETURNING id = $3::text AS done, ledger, ${NOW} AS now`;
};

/**
 * How each client is asked for rows: postgres.js, pg.
 * @type {(client: any) => ((text: string, values?: unknown[]) => Promise<any[]>) | undefined}
 */
const queryBy = (client) => {
  if (typeof client?.unsafe === 'function') return (text, values) => client.unsafe(text, values);
  if (typeof client?.query !== 'function') return undefined;
  listen(client);
  return async (text, values) => (await client.query(text, values)).rows;
};

/** @type {(pool: any, options?: { table?: string | null } | null) => PaceStore} */
export const postgresStore = (pool, options) => {
  const query = queryBy(pool);
  if (!query) throw wrong('pool', 'a pool of pg, or what postgres() returns', pool);
  const { table = 'bc_status_quota' } = members('options', options ?? {}, {
    table: [(value) => TABLE.test(value), "a table's name, with its schema or without"],
  });
  const [read, swap] = [reading(quoted(table)), swapping(quoted(table))];

  /** @param {any} error */
  const unusable = ({ message }) => new StoreFault(`The table ${table} cannot be used: ${message}. It is made by: ${creation(table)}`);

  /** @type {(text: string, values: unknown[], isAgain?: boolean) => Promise<any>} */
  const row = async (text, values, isAgain) => {
    try {
      return (await query(text, values))[0];
    } catch (error) {
      const { code } = /** @type {any} */ (error ?? {});
      // Where transactions are serializable, two at a time are told so.
      if (code === '40001') return row(text, values, isAgain);
      if (code === '42P01' && !isAgain) {
        await query(creation(table)).catch(tolerate);
        return row(text, values, true);
      }
      throw /^42/.test(code) ? unusable(error) : error;
    }
  };
  /** @param {any} error */
  const tolerate = (error) => {
    // Another has created it at the same moment: which of these is said hangs on how far it was.
    if (!['23505', '42P07', '42710'].includes(error.code)) throw unusable(error);
  };

  return storeBy(
    (key) => `The row ${key} of the table ${table}`,
    async (key, from, saved, forMs, lastMs) => {
      const { id } = /** @type {any} */ (saved);
      const values = id === undefined ? [key] : [key, from, id, JSON.stringify(saved), forMs, lastMs];
      // There is none where nothing was to be changed, and nothing was to be made any more.
      const { done = false, ledger, now } = (await row(values.length > 1 ? swap : read, values)) ?? (await row(read, [key]));
      return { done, value: ledger ?? undefined, nowMs: Number(now) };
    },
  );
};
