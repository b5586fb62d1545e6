// The programs of docs/jobs.md, as they stand there, in a project of their own.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { install } from '../runtimes/installed.mjs';
import { noRedis, startRedis } from '../stores/servers.mjs';
import { startList } from './list-server.mjs';

const guide = readFileSync(new URL('../../docs/jobs.md', import.meta.url), 'utf8');
const programs = Array.from(guide.matchAll(/^```js\n([^]*?)^```$/gm), ([, program]) => program);
const { root } = await install();
for (const name of ['cli-progress', 'ioredis']) {
  const link = join(root, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url)), link);
}

/** Runs one that has a word in it; `ctrlC` is asked when to end it. */
const run = async (word, { env, args = [], ctrlC }) => {
  const [program, ...others] = programs.filter((one) => one.includes(word));
  assert.deepEqual(others, [], word);
  const file = join(root, 'job.mjs');
  writeFileSync(file, program);
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env: { ...process.env, ...env } });
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const closed = once(child, 'close');
  await ctrlC?.then(() => child.kill('SIGINT'));
  const [[code], [stdout, stderr]] = await Promise.all([closed, outputs]);
  assert.equal(code, 0, stderr);
  return { stdout, stderr };
};

test('all of them are run', () => assert.equal(programs.length, 4));

describe('docs/jobs.md', () => {
  let list;
  let env;
  before(async () => {
    list = await startList({ products: 10_000 });
    env = { BC_STORE_URL: list.store, BC_GRAPHQL_URL: list.graphql, BC_TOKEN: 'token' };
  });
  after(() => list?.close());

  test('10,000 products, ended in the middle and gone on with', async () => {
    const first = await run('cli-progress', { env, ctrlC: list.worked(3000) });
    assert.match(first.stdout, /^Ended early \(.*abort.*\); the next run goes on from here$/m);
    assert.ok(existsSync(join(root, 'free-shipping.json')));
    const { stdout, stderr } = await run('cli-progress', { env });
    const [, earlier] = /^10000 products are done, (\d+) of them by an earlier run$/m.exec(stdout);
    assert.ok(Number(earlier) >= 3000, earlier);
    assert.match(stdout + stderr, /10000 of 10000 products, 0 failed, 0 min left/);
    assert.equal(list.times.size, 10_000);
    assert.deepEqual([...new Set(list.times.values())], [1], 'each exactly once');
    assert.ok(!existsSync(join(root, 'free-shipping.json')));
  });

  test('results as they come', async () => {
    const { stdout } = await run('itemsOf', { env });
    assert.deepEqual(stdout.trim().split('\n').sort(), list.orders.map((id) => `${id},SKU-${id},${id % 3}`).sort());
  });

  test('connections of GraphQL', async () => {
    const { stdout } = await run('entityId', { env });
    assert.equal(stdout, Array.from({ length: 120 }, (_, at) => `${at + 1} Product ${at + 1}\n`).join(''));
  });

  test('on three machines', { skip: noRedis }, async (t) => {
    const redis = await startRedis();
    t.after(() => redis.close());
    const few = await startList({ products: 300 });
    t.after(() => few.close());
    const more = { ...env, BC_STORE_URL: few.store, REDIS_URL: `redis://127.0.0.1:${redis.port}` };
    const outputs = await Promise.all([0, 1, 2].map((machine) => run('ioredis', { env: more, args: [String(machine), '3'] })));
    assert.deepEqual(
      outputs.map(({ stdout }) => stdout),
      [0, 1, 2].map((machine) => `machine ${machine}: 100 done, 0 failed\n`),
    );
    assert.equal(few.times.size, 300);
    assert.deepEqual([...new Set(few.times.values())], [1]);
  });
});
