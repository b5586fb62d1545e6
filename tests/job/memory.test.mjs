// 200,000 items, of which nothing is kept that is done.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = (module) => `
  import { batches, each, pages } from ${JSON.stringify(module)};
  const COUNT = 200_000;
  function* items() { for (let id = 0; id < COUNT; id += 1) yield { id, name: 'product ' + id }; }
  let text;
  const checkpoint = { get: () => text, set: (saved) => { text = saved; } };
  const heap = () => (gc(), process.memoryUsage().heapUsed / 2 ** 20);
  const before = heap();
  let most = 0;
  let worked = 0;
  const look = () => { if (++worked % 20_000 === 0) most = Math.max(most, heap() - before); };
  await each(items(), async () => look(), { checkpoint });
  let taken = 0;
  for await (const { item } of each(batches(items(), 10), async (batch) => { for (const _ of batch) look(); })) taken += item.length;
  const page = (from) => Array.from({ length: 250 }, (_, at) => ({ id: from + at }));
  const fetch = async (url) => {
    const number = Number(new URL(url).searchParams.get('page') ?? 1);
    const meta = { pagination: { total: COUNT, current_page: number, total_pages: COUNT / 250 } };
    return { status: 200, headers: new Headers(), text: async () => JSON.stringify({ data: page(number * 250), meta }) };
  };
  await each(pages(fetch, 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=250'), look, { checkpoint, concurrency: 20 });
  console.log(JSON.stringify({ worked, taken, most, saved: text.length }));
`;

test('200,000 items are worked in bounded memory', async () => {
  const module = fileURLToPath(new URL('../../pkg/dist/job/index.js', import.meta.url));
  const args = ['--expose-gc', '--max-old-space-size=96', '--input-type=module', '--eval', program(module)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { worked, taken, most, saved } = JSON.parse(stdout);
  assert.equal(worked, 600_000);
  assert.equal(taken, 200_000);
  assert.ok(most < 4, `${most.toFixed(1)} MB more`);
  assert.ok(saved < 1000, `a checkpoint of ${saved} characters`);
});
