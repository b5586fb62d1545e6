// The topics in Node, as a command of its own: the test runner follows every promise of its own process.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBy } from './command.mjs';
import { cases } from './suite.mjs';

test('no two cases have the same name', () => {
  const names = cases.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

await runBy('node', process.execPath);
