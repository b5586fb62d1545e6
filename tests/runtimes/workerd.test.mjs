// The contract in workerd, the runtime of Cloudflare Workers: a worker bundled as
// its users bundle theirs, with the WebAssembly as a module beside it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from './bundled.mjs';
import { cases } from './contract.mjs';
import { install } from './installed.mjs';

const contract = fileURLToPath(new URL('contract.mjs', import.meta.url));

const worker = `
  import * as bc from 'bc-status';
  import { runAll } from ${JSON.stringify(contract)};

  const routes = {
    '/contract': () => runAll(bc),
    '/repeats': async () => {
      let calls = 0;
      const lost = async () => {
        calls += 1;
        throw new TypeError('lost');
      };
      const call = bc.createFetch({ fetch: lost, retry: { maxDelayMs: 5 } });
      await call('https://api.bigcommerce.com/stores/abc123/v3/carts').catch(() => {});
      return calls;
    },
  };

  export default {
    async fetch(request) {
      return Response.json(await routes[new URL(request.url).pathname]());
    },
  };
`;

async function start() {
  const { root, directory } = await install();
  return new Miniflare({
    compatibilityDate: '2024-09-23',
    modules: await bundled(worker, root, join(directory, 'dist')),
  });
}

const miniflare = await start();
after(() => miniflare.dispose());

async function ask(path) {
  const response = await miniflare.dispatchFetch(`http://worker${path}`);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return JSON.parse(text);
}

describe('workerd', async () => {
  const results = new Map((await ask('/contract')).map(({ name, problem }) => [name, problem]));
  for (const { name } of cases) {
    test(name, () => assert.ok(results.get(name) === null, results.get(name) ?? 'it did not run'));
  }

  test('a worker is no page: it may call the management API again', async () => {
    assert.equal(await ask('/repeats'), 3);
  });
});
