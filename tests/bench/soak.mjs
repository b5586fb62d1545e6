// A million calls in every runtime, of all kinds in turn: ends with 1 if a heap has grown by more
// than 2 MB since the ten thousandth. A count, a runtime and one kind can be given:
//
//   node tests/bench/soak.mjs 100000 deno 'one repeat'

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growthIn } from '../fetch/growth.mjs';
import { soakServer } from '../fetch/soak-server.mjs';
import { kindsOf } from '../fetch/soaking.mjs';

const MOST = 2 * 1024 * 1024;

const [count = '1000000', runtime, kind] = process.argv.slice(2);
const directory = fileURLToPath(new URL('../../pkg', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'bc-status-soak-'));
// Deno looks into node_modules for what this names.
writeFileSync(join(root, 'package.json'), '{ "dependencies": { "bc-status": "*" } }');
mkdirSync(join(root, 'node_modules'));
symlinkSync(directory, join(root, 'node_modules', 'bc-status'), 'junction');
const server = await soakServer();
const nothing = () => () => {};
const names = kind ? [kind] : Object.keys(kindsOf({ createFetch: nothing }, nothing, server.url));
for (const name of runtime ? [runtime] : Object.keys(growthIn)) {
  const startedMs = performance.now();
  const grown = await growthIn[name]({ root, directory }, { url: server.url, names, count: Number(count) });
  const isTooMuch = grown > MOST;
  if (isTooMuch) process.exitCode = 1;
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
  console.log(`${isTooMuch ? 'LEAK ' : ''}${name}: ${grown} bytes more than after ten thousand (${count} calls in ${minutes} minutes)`);
}
await server.close();
rmSync(root, { recursive: true });
