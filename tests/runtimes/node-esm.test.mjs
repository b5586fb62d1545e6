// The contract in Node, from an ES module.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cases } from './contract.mjs';
import { install } from './installed.mjs';

const bc = await (await install()).load();

describe('Node, import', () => {
  for (const { name, run } of cases) test(name, () => run(bc));

  test('no two cases have the same name', () => {
    const names = cases.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  test('everything is exported by name, and nothing else', () => {
    const names = ['BcStatusError', 'Ledger', 'PaceError', 'bcFetch', 'classify', 'createFetch', 'createMemoryStore'];
    names.push('createPacer', 'createRetryBudget', 'decideRetry', 'diagnose', 'explain', 'historyOf', 'init');
    names.push('isBcStatusError', 'isPaceError', 'render', 'shopperMessage', 'status', 'statuses', 'troubleshoot');
    assert.deepEqual(Object.keys(bc).sort(), names);
  });
});
