// The `touchAll` of docs/pacing.md, as it stands there, with 2,000 products.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';

const COUNT = 2_000;
const { root } = await install();
const guide = await readFile(new URL('../../docs/pacing.md', import.meta.url), 'utf8');
const example = guide
  .split('```js')
  .map((block) => block.split('```')[0])
  .find((block) => block.includes('touchAll'));
const file = join(root, 'touch.mjs');
await writeFile(file, example);
const { touchAll, progress } = await import(pathToFileURL(file).href);

test(`touchAll touches ${COUNT} products, none twice, without a 429, and holds no connections`, async () => {
  const body = 'x'.repeat(1_000);
  const seen = new Set();
  const server = createServer((request, response) => {
    seen.add(request.url);
    response.writeHead(200, { 'X-Rate-Limit-Requests-Left': '9000000', 'X-Rate-Limit-Requests-Quota': '9000000' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const native = globalThis.fetch;
  after(() => {
    globalThis.fetch = native;
    server.closeAllConnections();
    server.close();
  });
  const open = new Set();
  let most = 0;
  globalThis.fetch = async (url, init) => {
    const response = await native(url.replace('https://api.bigcommerce.com', `http://127.0.0.1:${server.address().port}`), init);
    open.add(response);
    // What was read or let go of holds nothing.
    for (const one of open) if (one.bodyUsed) open.delete(one);
    most = Math.max(most, open.size);
    return response;
  };
  const ids = Array.from({ length: COUNT }, (_, id) => id);
  assert.deepEqual(await touchAll('abc123', 't'.repeat(31), ids), []);
  assert.equal(seen.size, COUNT);
  assert.ok(most <= 100, `${most} unread at once`);
  assert.equal(progress('abc123').queue, 0);
});
