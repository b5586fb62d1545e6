// The programs of docs/storefront.md, as they stand there: the module in Chromium under the policy of the
// guide and without WebAssembly, and the tests that it shows in Node.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { PATIENCE_MS } from '../patience.mjs';
import { install } from '../runtimes/installed.mjs';
import { launchBrowser } from '../site/browser.mjs';

const guide = readFileSync(new URL('../../docs/storefront.md', import.meta.url), 'utf8');
const programs = new Map(Array.from(guide.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm), ([, name, text]) => [name, text]));
const [, policy] = /^```http\nContent-Security-Policy: (.+)\n```$/m.exec(guide);

const { root } = await install();
writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }\n');
for (const [name, text] of programs) writeFileSync(join(root, name), text);
symlinkSync(fileURLToPath(new URL('../../node_modules/msw', import.meta.url)), join(root, 'node_modules', 'msw'));

test('all of them are run', () => assert.deepEqual([...programs.keys()], ['cart.js', 'stub.test.js', 'msw.test.js']));

for (const [file, passes] of [
  ['stub.test.js', 2],
  ['msw.test.js', 2],
]) {
  test(`${file} passes`, async () => {
    // Else it would report to the runner of this file.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', '--test-reporter=tap', file], { cwd: root, env });
    assert.match(stdout, new RegExp(`^# pass ${passes}$`, 'm'));
    assert.match(stdout, /^# fail 0$/m);
  });
}

describe('cart.js in a page', () => {
  let server;
  let browser;
  /** What the shop answers, one after the other. */
  let statuses = [];
  const state = { policy, files: new Map() };

  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'cart.js')],
      ...{ bundle: true, splitting: true, format: 'esm', charset: 'utf8', outdir: '/', write: false },
    });
    for (const { path, text } of outputFiles) state.files.set(path, text);
    server = createServer((request, response) => {
      if (request.url === '/api/storefront/carts')
        return response.writeHead(statuses.shift(), { 'Content-Type': 'application/json' }).end('[{"id":"a-cart"}]');
      const script = state.files.get(request.url);
      const head = { 'Content-Type': script ? 'text/javascript; charset=utf-8' : 'text/html', 'Content-Security-Policy': state.policy };
      response.writeHead(200, head).end(script ?? '<!doctype html><html lang="de"><title>Shop</title>');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const shown = async (csp, ...answers) => {
    statuses = answers;
    state.policy = csp;
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`http://127.0.0.1:${server.address().port}/shop`);
    const seen = await page.evaluate(async () => (await import('/cart.js')).cart());
    await context.close();
    return { ...seen, left: statuses.length };
  };

  test('gets the cart where the first answer is 503', async () => {
    assert.deepEqual(await shown(policy, 503, 200), { cart: { id: 'a-cart' }, left: 0 });
  });

  test("says in the page's language what a shopper may know", async () => {
    const { sentence } = await shown(policy, 404);
    assert.equal(sentence, 'Das haben wir nicht gefunden. Vielleicht gibt es das nicht mehr.');
  });

  test('sends once where the page forbids WebAssembly, and says a sentence all the same', async () => {
    const without = policy.replace(" 'wasm-unsafe-eval'", '');
    assert.notEqual(without, policy);
    const { sentence, left } = await shown(without, 503, 200);
    assert.equal(left, 1);
    assert.equal(sentence, 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.');
    assert.deepEqual(await shown(without, 200), { cart: { id: 'a-cart' }, left: 0 });
  });
});
