// The README's store of leases in Deno KV, unchanged.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { binary } from '../fetch/command.mjs';
import { install } from '../runtimes/installed.mjs';

/** Asks the store itself: a pacer would go on alone on a machine that takes its time. */
const USE = `
  const ask = (client) => store.lease('abc123', { client, want: 1, back: [], seen: null, heldMs: 0 });
  const leases = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(at % 2 ? 'one' : 'other')));
  const permits = leases.flatMap(({ grants }) => grants).reduce((sum, grant) => sum + grant.permits, 0);
  const { value } = await kv.get(['quota', 'abc123']);
  console.log(JSON.stringify([permits, value.given, pace.snapshot('abc123').coordinator.state]));
  Deno.exit();
`;

test('two clients lease from one record', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, example] = /```js\n([^`]*Deno\.openKv[^`]*)```/.exec(readme);
  const { root } = await install();
  const file = join(root, 'kv.mjs');
  await writeFile(file, example + USE);
  const deno = binary('@deno', process.platform === 'win32' ? 'deno.exe' : 'deno');
  const env = { ...process.env, DENO_DIR: join(root, 'deno') };
  const run = promisify(execFile)(deno, ['run', '--unstable-kv', '--allow-all', '--no-check', '--quiet', file], { cwd: root, env });
  const { stdout } = await run;
  assert.deepEqual(JSON.parse(stdout), [12, [12], 'leasing']);
});
