// The examples in Rust on wasm32, built as their users build them, before a store that refuses
// first: a page in Chromium, a Worker in workerd.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Miniflare } from 'miniflare';
import { PATIENCE_MS } from '../patience.mjs';
import { launchBrowser } from '../site/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const TOKEN = 'secret-4711-token';

/** Builds an example, and says where wasm-bindgen put it. */
async function built(name, target) {
  const manifest = join(root, 'examples', `rust-${name}`, 'Cargo.toml');
  const targetDir = join(root, 'target', 'examples-wasm');
  const crate = `bc_status_example_${name}`;
  const options = { cwd: root, maxBuffer: 2 ** 26 };
  await run(
    'cargo',
    ['build', '--quiet', '--locked', '--target', 'wasm32-unknown-unknown', '--manifest-path', manifest, '--target-dir', targetDir],
    options,
  );
  const wasm = join(targetDir, 'wasm32-unknown-unknown', 'debug', `${crate}.wasm`);
  const out = join(targetDir, name);
  await run('wasm-bindgen', ['--target', target, '--no-typescript', '--out-dir', out, '--out-name', 'index', wasm], options);
  return out;
}

const headersOf = (status, more) => {
  if (status === 429) return { 'X-Rate-Limit-Time-Reset-Ms': more, 'X-Rate-Limit-Requests-Left': '0' };
  return status === 302 ? { Location: decodeURIComponent(more) } : {};
};

/**
 * A store at `/do/NAME/STEP,STEP…`, which answers one after the other and keeps what arrived. A step
 * is a status, `429:MS` or `302:URL`. All else are `files`.
 */
async function openStore(files = () => undefined) {
  const arrived = new Map();
  const server = createServer(async (request, response) => {
    const [, kind, name, steps] = request.url.split('/');
    if (kind !== 'do') {
      const file = await files(request.url);
      if (!file) return response.writeHead(404).end();
      return response.writeHead(200, { 'Content-Type': file.type }).end(file.body);
    }
    const all = arrived.get(name) ?? arrived.set(name, []).get(name);
    all.push({ method: request.method, token: request.headers['x-auth-token'] ?? null });
    const list = steps.split(',');
    const [status, more] = (list[all.length - 1] ?? list.at(-1)).split(':');
    response.writeHead(Number(status), headersOf(Number(status), more)).end(`body of ${status}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrived: (name) => arrived.get(name) ?? [],
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };

describe('examples/rust-browser in Chromium', () => {
  let store;
  let browser;
  let page;
  const troubles = [];

  before(async () => {
    const build = await built('browser', 'web');
    store = await openStore(async (path) => {
      const file = path === '/' ? join(root, 'examples', 'rust-browser', 'index.html') : join(build, path.replace('/build/', ''));
      const body = await readFile(file).catch(() => undefined);
      return body && { body, type: TYPES[extname(file)] ?? 'text/plain' };
    });
    browser = await launchBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.goto(store.url);
    await page.waitForFunction(() => document.querySelector('#answer').textContent === 'Ready.');
  });
  after(async () => {
    await browser?.close();
    await store?.close();
  });

  const ask = async (url) => {
    await page.$eval('#url', (field, value) => Object.assign(field, { value }), url);
    await page.click('form button');
  };
  const shown = () =>
    page.evaluate(() => [
      document.querySelector('#answer').textContent,
      ...Array.from(document.querySelectorAll('#history li'), (item) => item.textContent),
    ]);

  test('it asks until the store answers, and shows what that took', async () => {
    await ask('/do/page/429:50,503,200');
    await page.waitForFunction(() => /^\d/.test(document.querySelector('#answer').textContent));
    assert.deepEqual(await shown(), ['200: body of 200', '429, rate-limit-reset', '503, unavailable', '200, not-needed']);
    assert.equal(store.arrived('page').length, 3);
    assert.deepEqual(troubles, []);
  });

  test('it gives up a wait when it is told to', async () => {
    await ask('/do/stopped/429:9000,200');
    await page.waitForFunction(() => document.querySelector('#answer').textContent === 'Asking …');
    while (store.arrived('stopped').length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await page.click('#stop');
    await page.waitForFunction(() => /aborted/.test(document.querySelector('#answer').textContent));
    assert.equal(store.arrived('stopped').length, 1);
  });
});

describe('examples/rust-worker in workerd', () => {
  let store;
  let other;
  let miniflare;

  before(async () => {
    const build = await built('worker', 'bundler');
    [store, other] = [await openStore(), await openStore()];
    const files = (await readdir(build, { recursive: true })).filter((file) => file.endsWith('.js') && file !== 'index.js');
    const modules = [
      { type: 'ESModule', path: 'worker.js', contents: await readFile(join(root, 'examples', 'rust-worker', 'worker.js'), 'utf8') },
      { type: 'CompiledWasm', path: 'build/index_bg.wasm', contents: await readFile(join(build, 'index_bg.wasm')) },
    ];
    for (const file of files)
      modules.push({ type: 'ESModule', path: `build/${file}`, contents: await readFile(join(build, file), 'utf8') });
    miniflare = new Miniflare({
      compatibilityDate: '2024-09-23',
      modules,
      bindings: { STORE_URL: store.url, BC_TOKEN: TOKEN },
    });
  });
  after(async () => {
    await miniflare?.dispose();
    await store?.close();
    await other?.close();
  });

  const ask = (path, init) => miniflare.dispatchFetch(`http://worker${path}`, init);

  test('it asks until the store answers, each time with the token', async () => {
    const response = await ask('/do/worker/429:50,503,200');
    assert.deepEqual([response.status, await response.text(), response.headers.get('x-attempts')], [200, 'body of 200', '3']);
    assert.deepEqual(store.arrived('worker'), Array(3).fill({ method: 'GET', token: TOKEN }));
  });

  test('what the store answers for good is handed on', async () => {
    const response = await ask('/do/missing/404,200');
    assert.deepEqual([response.status, response.headers.get('x-attempts'), store.arrived('missing').length], [404, '1', 1]);
  });

  test('the token goes to no other origin', async () => {
    const to = encodeURIComponent(`${other.url}/do/there/200`).replaceAll('.', '%2E');
    const response = await ask(`/do/leading/302:${to}`);
    assert.deepEqual([response.status, await response.text()], [200, 'body of 200']);
    assert.deepEqual([store.arrived('leading')[0].token, other.arrived('there')], [TOKEN, [{ method: 'GET', token: null }]]);
  });

  test('it lets nothing but GET through', async () => {
    assert.equal((await ask('/do/post/200', { method: 'POST', body: 'a' })).status, 405);
    assert.equal(store.arrived('post').length, 0);
  });
});
