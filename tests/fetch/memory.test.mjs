// What a million calls leave behind, in a process of its own that can collect its garbage.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

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
