// The contract in Node, through require.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cases } from './contract.mjs';
import { install } from './installed.mjs';

const installed = await install();
const bc = installed.require();

describe('Node, require', () => {
  for (const { name, run } of cases) test(name, () => run(bc));

  test('require gives the same names as import', async () => {
    assert.deepEqual(Object.keys(bc).sort(), Object.keys(await installed.load()).sort());
  });

  test('require gives the same module each time', () => {
    assert.equal(installed.require(), bc);
  });
});
