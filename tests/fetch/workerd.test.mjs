// The topics in workerd, the runtime of Cloudflare Workers.

import { join } from 'node:path';
import { after, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';
import { startApart } from '../apart.mjs';
import { install } from '../runtimes/installed.mjs';
import { report } from './command.mjs';

const suite = fileURLToPath(new URL('suite.mjs', import.meta.url));
const servers = await startApart(new URL('server.mjs', import.meta.url), 'startServer');
const { root, directory } = await install();
const worker = `
  import * as bc from 'bc-status';
  import { runAll } from ${JSON.stringify(suite)};
  export default {
    async fetch(request) {
      return Response.json(await runAll(bc, await request.json(), 'workerd'));
    },
  };`;
const miniflare = new Miniflare({
  compatibilityDate: '2024-09-23',
  modules: await bundled(worker, root, join(directory, 'dist')),
});
after(async () => {
  await miniflare.dispose();
  await servers.close();
});

describe('fetch in workerd', async () => {
  const { url, other } = servers;
  const response = await miniflare.dispatchFetch('http://worker/', { method: 'POST', body: JSON.stringify({ url, other }) });
  report('workerd', await response.json());
});
