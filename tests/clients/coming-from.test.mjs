// The programs of docs/coming-from.md that are to be written in place of others, as they stand there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { openShop } from './shop.mjs';

const guide = readFileSync(new URL('../../docs/coming-from.md', import.meta.url), 'utf8');
const sections = new Map(
  guide
    .split(/^## /m)
    .slice(1)
    .map((section) => [
      section.slice(0, section.indexOf('\n')),
      Array.from(section.matchAll(/^```\w+\n([^]*?)^```$/gm), ([, code]) => code).map((code) => ({
        code,
        isBefore: /^(\/\/|#) before\n/.test(code),
        isScript: /^\/\/ after\n|^\/\/ after: the Worker\n/.test(code),
      })),
    ]),
);
const after = (name) => sections.get(name).find(({ isScript }) => isScript).code;

const shop = await openShop();

test('each section has a program before and one after, of ten lines at most', () => {
  assert.deepEqual([...sections.keys()], ['node-bigcommerce', 'api-nodejs', 'Python', 'PHP', 'ky', 'axios-retry']);
  for (const [name, programs] of sections) {
    assert.ok(programs.some(({ isBefore }) => isBefore) && programs.some(({ isBefore }) => !isBefore), name);
    for (const { code } of programs) assert.ok(code.trimEnd().split('\n').length <= 11, `${name}: ${code}`);
  }
});

for (const name of ['node-bigcommerce', 'ky', 'axios-retry']) {
  test(`${name}: the program after it gets products, and asks again after a 503`, async () => {
    shop.script(['GET', '/v3/catalog/products'], [503]);
    const arrived = shop.watch();
    const { data } = await shop.use(after(name), ['axios']);
    assert.ok(data.length > 0 && data[0].id);
    assert.deepEqual(
      arrived.requests.map(({ status }) => status),
      [503, 200],
    );
  });
}

test('api-nodejs: the program after it prints every order of every page', async (t) => {
  const { log } = console;
  const printed = [];
  console.log = (id) => printed.push(id);
  t.after(() => {
    console.log = log;
  });
  const order = (id) => ({ id });
  const page = (...ids) => ({ status: 200, body: ids.map(order) });
  shop.script(['GET', '/v2/orders'], [page(100, 101), { status: 204 }]);
  await shop.use(after('api-nodejs'), []);
  assert.deepEqual(printed, [100, 101]);
});

describe('Python and PHP: the Worker', () => {
  let handler;
  before(async () => {
    ({ default: handler } = await shop.use(after('Python'), []));
  });
  const ask = (path, caller) =>
    handler.fetch(
      new Request(`https://your-worker.example${path}`, { headers: caller ? { 'X-Caller': caller } : {} }),
      { STORE_HASH: process.env.BC_STORE_HASH, BC_TOKEN: process.env.BC_TOKEN, CALLER_SECRET: 'a-secret-of-ours' },
      { waitUntil: () => {} },
    );

  test('answers under the path that the clients ask, and asks again after a 503', async () => {
    shop.script(['GET', '/v2/orders'], [503]);
    const response = await ask('/stores/abc123/v2/orders', 'a-secret-of-ours');
    assert.equal(response.status, 200);
    assert.ok(Array.isArray(await response.json()));
  });

  test('answers no caller without the secret', async () => {
    assert.equal((await ask('/stores/abc123/v2/orders')).status, 403);
    assert.equal((await ask('/stores/abc123/v2/orders', 'another')).status, 403);
  });
});
