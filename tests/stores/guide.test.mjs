// The programs of docs/stores.md, as they stand there, in a project of their own.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { binary } from '../fetch/command.mjs';
import { install } from '../runtimes/installed.mjs';
import { noPostgres, noRedis, postgresUrl, startPostgres, startRedis } from './servers.mjs';
import { startUpstash } from './upstash.mjs';

const guide = readFileSync(new URL('../../docs/stores.md', import.meta.url), 'utf8');
const programs = Array.from(guide.matchAll(/^```js\n([^]*?)^```$/gm), ([, text]) => text);
const { root } = await install();
for (const name of ['ioredis', 'redis', '@upstash/redis', 'pg', 'postgres']) {
  const link = join(root, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url)), link);
}

const USE = `
const { grants } = await store.lease('abc123', { client: 'one', want: 3, back: [], seen: null, heldMs: 0 });
console.log(typeof bc, grants[0].permits);
(globalThis.process ?? Deno).exit(0);
`;

/** Those that ask with a package, run by a command. */
const works = async (driver, command, flags, env) => {
  const found = programs.filter((text) => text.includes(driver));
  assert.equal(found.length, 1, driver);
  const file = join(root, `${driver.replace(/\W/g, '')}.mjs`);
  writeFileSync(file, found[0] + USE);
  const { stdout } = await promisify(execFile)(command, [...flags, file], { cwd: root, env: { ...process.env, ...env } });
  assert.equal(stdout, 'function 3\n');
};

test('all of them are run', () => assert.equal(programs.length, 6));

describe('with Redis', { skip: noRedis }, () => {
  let server;
  before(async () => (server = await startRedis()));
  after(() => server?.close());
  for (const driver of ["'ioredis'", "'redis'"]) {
    test(driver, () => works(driver, process.execPath, [], { REDIS_URL: `redis://127.0.0.1:${server.port}` }));
  }
  test('@upstash/redis', async (t) => {
    const { url, close } = await startUpstash(server.port);
    t.after(close);
    const env = { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: 'token', UPSTASH_DISABLE_TELEMETRY: '1' };
    await works('@upstash/redis', process.execPath, [], env);
  });
});

describe('with PostgreSQL', { skip: noPostgres }, () => {
  let server;
  before(async () => (server = await startPostgres()));
  after(() => server?.close());
  for (const driver of ["'pg'", "'postgres'"]) {
    test(driver, () => works(driver, process.execPath, [], { DATABASE_URL: postgresUrl(server) }));
  }

  test('the statement for the table is the one that is told of', async () => {
    const { postgresStore } = await import('../../pkg/dist/store/postgres.js');
    const queries = [];
    const missing = Object.assign(new Error('it is missing'), { code: '42P01' });
    const store = postgresStore({ query: async (text) => (queries.push(text), Promise.reject(missing)) });
    const { warn } = console;
    console.warn = () => {};
    await assert.rejects(store.lease('abc123', {}), /cannot be used/);
    console.warn = warn;
    const [, statement] = /^```sql\n(.*)\n```$/m.exec(guide);
    assert.ok(queries.includes(statement), queries.join('\n'));
  });
});

test('Deno KV', async () => {
  const flags = ['run', '--unstable-kv', '--allow-all', '--no-check', '--quiet', '--no-lock'];
  const deno = binary('@deno', process.platform === 'win32' ? 'deno.exe' : 'deno');
  await works('Deno.openKv', deno, flags, { DENO_DIR: join(root, 'deno') });
});
