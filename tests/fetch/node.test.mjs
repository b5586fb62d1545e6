// The topics in Node.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { install } from '../runtimes/installed.mjs';
import { startServer } from './server.mjs';
import { environment } from './shared.mjs';
import { casesFor } from './suite.mjs';

const servers = await startServer();
after(() => servers.close());
const bc = await (await install()).load();

describe('fetch in Node', () => {
  const env = environment(bc, servers, 'node');
  for (const { name, run } of casesFor('node')) test(name, () => run(env));

  test('no two cases have the same name', () => {
    const names = casesFor('node').map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });
});
