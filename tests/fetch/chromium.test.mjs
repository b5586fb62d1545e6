// The topics in a page in Chromium.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { after, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install } from '../runtimes/installed.mjs';
import { launchChromium } from '../browsers/chromium.mjs';
import { PATIENCE_MS } from '../patience.mjs';
import { report } from './command.mjs';
import { startServer } from './server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const servers = await startServer();
const installed = await install();
const entry = `/pkg/${normalize(installed.fileOf('import'))}`;

const script = `
  import * as bc from '${entry}';
  import { runAll } from '/tests/suite.mjs';
  globalThis.results = runAll(bc, ${JSON.stringify({ url: servers.url, other: servers.other })}, 'chromium');`;

const files = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://page').pathname;
  try {
    if (path === '/')
      return response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>t</title><script type="module" src="/run.js"></script>');
    const [, kind, ...rest] = path.split('/');
    const text = path === '/run.js' ? script : await readFile(join(kind === 'pkg' ? installed.directory : here, ...rest));
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(text);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => files.listen(0, '127.0.0.1', resolve));

const browser = await launchChromium();
after(async () => {
  await browser.close();
  files.closeAllConnections();
  files.close();
  await servers.close();
});

describe('fetch in Chromium', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`http://127.0.0.1:${files.address().port}/`);
  await page.waitForFunction('globalThis.results', { timeout: 2 * PATIENCE_MS });
  report('chromium', await page.evaluate(() => globalThis.results));
});
