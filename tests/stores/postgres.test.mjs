// Leases through a PostgreSQL of the test's own, by both clients that the store is for.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { ask, givenIn, leased, permitsOf, warnings } from './asks.mjs';
import { POSTGRES, postgresStore } from './clients.mjs';
import { holds, survives } from './contract.mjs';
import { noPgBouncer, noPostgres, postgresUrl, startPgBouncer, startPostgres } from './servers.mjs';

const TABLE = 'bc_status_quota';
const CREATION =
  'CREATE UNLOGGED TABLE IF NOT EXISTS "bc_status_quota" ' +
  '(key text PRIMARY KEY, id text NOT NULL, ledger text NOT NULL, until timestamptz NOT NULL) WITH (fillfactor = 50)';

describe('the store in PostgreSQL', { skip: noPostgres }, () => {
  let server;
  let pool;
  before(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: postgresUrl(server), max: 2 });
    pool.on('error', () => {});
  });
  after(async () => {
    await pool?.end();
    await server?.close();
  });
  const rows = async (...query) => (await pool.query(...query)).rows;
  const raw = {
    get: async (key) => (await rows(`SELECT ledger FROM ${TABLE} WHERE key = $1`, [key]))[0]?.ledger,
    set: (key, text) => rows(`INSERT INTO ${TABLE} VALUES ($1, 'x', $2, now())`, [key, text]),
    delete: (key) => rows(`DELETE FROM ${TABLE} WHERE key = $1`, [key]),
  };
  const opened = async (t, open, options) => {
    const { store, close } = await open(server.port, options);
    t.after(close);
    return store;
  };

  test('the table is created once by however many processes', async () => {
    const pools = Array.from({ length: 4 }, () => new pg.Pool({ connectionString: postgresUrl(server), max: 1 }));
    const leases = await Promise.all(pools.map((one, at) => leased(postgresStore(one), 'first', ask({ client: `${at}` }))));
    assert.equal(permitsOf(...leases), 4);
    assert.equal(givenIn(JSON.parse(await raw.get('first'))), 4);
    await Promise.all(pools.map((one) => one.end()));
  });

  for (const [name, open] of Object.entries(POSTGRES)) {
    holds(name, open, () => server, raw);

    test(`${name}: a table in a schema, and in capitals`, async (t) => {
      await rows(`CREATE SCHEMA IF NOT EXISTS "Jobs"`);
      const store = await opened(t, open, { table: 'Jobs.Quota' });
      assert.equal(permitsOf(await leased(store, 'k', ask())), 1);
      assert.equal((await rows('SELECT key FROM "Jobs"."Quota"'))[0].key, 'k');
    });

    test(`${name}: a table that is another's is told of once, and left as it is`, async (t) => {
      await rows('CREATE TABLE IF NOT EXISTS theirs (key text PRIMARY KEY, count int)');
      await rows("INSERT INTO theirs VALUES ('k', 5) ON CONFLICT DO NOTHING");
      const store = await opened(t, open, { table: 'theirs' });
      const told = await warnings(async () => {
        for (let n = 0; n < 3; n++)
          await assert.rejects(
            store.lease('k', ask()),
            /^Error: The table theirs cannot be used: column "ledger" does not exist\. It is made by: CREATE/,
          );
      });
      assert.equal(told.length, 1);
      assert.deepEqual(await rows('SELECT * FROM theirs'), [{ key: 'k', count: 5 }]);
    });

    test(`${name}: a table that may not be created is told of with its statement`, async (t) => {
      const store = await opened(t, open, { table: 'nowhere.quota' });
      await warnings(() =>
        assert.rejects(leased(store, 'k', ask()), {
          message:
            'The table nowhere.quota cannot be used: schema "nowhere" does not exist. ' +
            `It is made by: ${CREATION.replace('"bc_status_quota"', '"nowhere"."quota"')}`,
        }),
      );
    });
  }

  test('a pooler may give each statement another connection, in which nothing is left', async () => {
    const connections = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const client = new pg.Client({ connectionString: postgresUrl(server) });
        await client.connect();
        return client;
      }),
    );
    let turn = 0;
    const pooler = { query: (...args) => connections[turn++ % connections.length].query(...args) };
    const settings = async (client) => (await client.query("SELECT name, setting FROM pg_settings WHERE source = 'session'")).rows;
    const before = await settings(connections[0]);
    const store = postgresStore(pooler);
    for (let n = 0; n < 6; n++) await leased(store, 'pooled', ask());
    assert.equal(givenIn(JSON.parse(await raw.get('pooled'))), 6);
    for (const client of connections) {
      assert.deepEqual((await client.query('SELECT name FROM pg_prepared_statements')).rows, []);
      assert.deepEqual((await client.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).rows, []);
      assert.deepEqual(await settings(client), before);
    }
    assert.ok(turn >= 7 && turn <= 13, `${turn} statements for 6 leases`);
    await Promise.all(connections.map((client) => client.end()));
  });

  test('postgres.js prepares no statement of the store either', async (t) => {
    const { client, store, close } = await POSTGRES['postgres.js 3'](server.port);
    t.after(close);
    for (let n = 0; n < 6; n++) await leased(store, 'unnamed', ask());
    assert.deepEqual(Array.from(await client.unsafe("SELECT name FROM pg_prepared_statements WHERE statement LIKE '%bc_status%'")), []);
  });

  test('transactions that are serializable are tried again', async () => {
    const options = { connectionString: postgresUrl(server), max: 1, options: '-c default_transaction_isolation=serializable' };
    const pools = Array.from({ length: 4 }, () => new pg.Pool(options));
    const stores = pools.map((one) => postgresStore(one));
    const leases = await Promise.all(
      stores.flatMap((store, at) => Array.from({ length: 3 }, () => leased(store, 'serial', ask({ client: `${at}` })))),
    );
    assert.equal(permitsOf(...leases), 12);
    assert.equal(givenIn(JSON.parse(await raw.get('serial'))), 12);
    await Promise.all(pools.map((one) => one.end()));
  });

  describe('behind PgBouncer, which pools by transaction', { skip: noPgBouncer }, () => {
    let pooler;
    before(async () => (pooler = await startPgBouncer(server)));
    after(() => pooler?.close());

    test('it does: three clients get along with its two connections', async (t) => {
      const clients = Array.from({ length: 3 }, () => new pg.Client({ connectionString: postgresUrl(pooler) }));
      await Promise.all(clients.map((client) => client.connect()));
      t.after(() => Promise.all(clients.map((client) => client.end())));
      const [one, ...others] = clients;
      const backend = async (client) => (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid;
      const before = await backend(one);
      // While both connections to the server are taken, there is none for who had one.
      await Promise.all(others.map((client) => client.query('BEGIN')));
      const taken = await Promise.all(others.map(backend));
      assert.ok(taken.includes(before));
      await Promise.all(others.map((client) => client.query('COMMIT')));
    });

    for (const [name, open] of Object.entries(POSTGRES)) holds(`${name} behind PgBouncer`, open, () => pooler, raw);
  });

  survives(POSTGRES, () => server, raw);
});

test('what is no pool, and options that are none, are wrong arguments', () => {
  for (const pool of [undefined, null, {}, 'postgres://localhost'])
    assert.throws(() => postgresStore(pool), /^TypeError: pool must be a pool of pg, or what postgres\(\) returns, not /);
  const pool = { query: () => {} };
  assert.throws(() => postgresStore(pool, { tabel: 'x' }), /^TypeError: options\.tabel is unknown; known: table/);
  for (const table of ['', 'a b', 'a;b', 'a.b.c', '1a', 5])
    assert.throws(
      () => postgresStore(pool, { table }),
      /^TypeError: options\.table must be a table's name, with its schema or without, not /,
    );
});
