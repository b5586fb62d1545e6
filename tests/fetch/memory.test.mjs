// What many calls leave behind, in a process of its own that can collect its garbage.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install } from '../runtimes/installed.mjs';
import { growthIn } from './growth.mjs';
import { soakServer } from './soak-server.mjs';

const program = fileURLToPath(new URL('../bench/memory.mjs', import.meta.url));

const KINDS = [
  'success',
  'success, with a limit of time and a long-lived signal',
  'one repeat',
  'paced',
  'paced with leases',
  'a wait that is given up',
  'another store each time',
];

for (const kind of KINDS) {
  test(`${kind}: the heap is as large as after ten thousand calls, to a megabyte`, () => {
    const said = execFileSync(process.execPath, ['--expose-gc', program, kind], { encoding: 'utf8' });
    const grown = Number(/(-?\d+) bytes more/.exec(said)[1]);
    assert.ok(grown < 1024 * 1024, said);
  });
}

// The tests above missed what a limit of time left behind: their signal is one for all calls,
// so that what was kept for each signal was kept once, and their answers have no body, so that
// nothing was kept for as long as a body lasts. `make soak` does this a million times, in every runtime.
const COUNT = 20_000;
const MOST = 1_500_000;

const installed = await install();
const server = await soakServer();
after(() => server.close());

test(`calls of every kind leave less than ${MOST} bytes behind, from the ten thousandth to the ${COUNT}th`, async () => {
  const grown = await growthIn.node(installed, { url: server.url, count: COUNT });
  assert.ok(grown < MOST, `${grown} bytes; tests/bench/soak.mjs says of which kind`);
});
