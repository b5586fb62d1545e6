// What many calls leave behind, in processes that can collect their garbage.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startApart } from '../apart.mjs';
import { install } from '../runtimes/installed.mjs';
import { growthIn } from './growth.mjs';

const program = fileURLToPath(new URL('../bench/memory.mjs', import.meta.url));

/** Of each kind. Who keeps a promise, a listener or a closure for each has kept twice as much as may be. */
const CALLS = 20_000;
const EACH = 512 * 1024;

describe(`the heap is as large as after ten thousand calls, to ${EACH} bytes`, () => {
  const said = execFileSync(process.execPath, ['--expose-gc', program, String(CALLS)], { encoding: 'utf8' });
  for (const line of said.trim().split('\n')) {
    const [, kind, grown] = /^(.*): \d+ calls, (-?\d+) bytes more/.exec(line);
    test(kind, () => assert.ok(Number(grown) < EACH, line));
  }
});

// The tests above missed what a limit of time left behind: their signal is one for all calls,
// so that what was kept for each signal was kept once, and their answers have no body, so that
// nothing was kept for as long as a body lasts. `make soak` does this a million times, in every runtime.
const WARM = 3_600;
const COUNT = 9_000;
const MOST = 1_000_000;

const installed = await install();
const server = await startApart(new URL('soak-server.mjs', import.meta.url), 'soakServer');
after(() => server.close());

test(`calls of every kind leave less than ${MOST} bytes behind, from the ${WARM}th to the ${COUNT}th`, async () => {
  const measured = () => growthIn.node(installed, { url: server.url, count: COUNT, warm: WARM });
  const first = await measured();
  // What the engine compiles late counts once, and what is kept for each call every time.
  const grown = first < MOST ? first : await measured();
  assert.ok(grown < MOST, `${first} bytes, then ${grown}; tests/bench/soak.mjs says of which kind`);
});
