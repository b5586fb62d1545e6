/** The snippets of the landing page, as they stand there, against the packed package and the simulated store. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { bundleWorker } from '../../demo/bundle.mjs';
import { locatePackage } from '../../demo/package.mjs';
import { installInto } from '../installed.mjs';
import { answers, startSimulator } from '../simulator/index.mjs';
import { launchBrowser, watchedPage } from './browser.mjs';
import { builtSite } from './built.mjs';
import { serveStatic } from './static.mjs';

const run = promisify(execFile);
const snippets = new URL('../../www/site/snippets/', import.meta.url);
const snippet = (name) => readFile(new URL(name, snippets), 'utf8');

/** An npm project with the packed package in it. */
let project;
let simulator;
let browser;

before(async () => {
  project = mkdtempSync(join(tmpdir(), 'bc-status-snippets-'));
  installInto(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  simulator = await startSimulator();
  // A host that is not this machine's by its name: what goes wrong at those is a proxy's fault.
  browser = await launchBrowser('--host-resolver-rules=MAP shop.example 127.0.0.1');
});

after(async () => {
  await browser?.close();
  await simulator?.close();
  rmSync(project, { recursive: true, force: true });
});

const installed = () => join(project, 'node_modules', 'bc-status');

test('every snippet is on the landing page, and has a test', async () => {
  const names = await readdir(snippets);
  assert.deepEqual(names.sort(), ['diagnose.js', 'storefront.js', 'terminal.sh', 'widget.html', 'worker.js']);
  const page = (await builtSite()).get('index.html');
  for (const name of names) assert.ok(page.includes(`<figcaption>${name}</figcaption>`), name);
});

test('diagnose.js prints what its comments say', async () => {
  const source = await snippet('diagnose.js');
  writeFileSync(join(project, 'diagnose.js'), source);
  const { stdout } = await run(process.execPath, ['diagnose.js'], { cwd: project });
  const said = [...source.matchAll(/\/\/ (.+)$/gm)].map(([, comment]) => comment);
  assert.equal(said.length, 3);
  assert.deepEqual(stdout.trimEnd().split('\n'), said);
});

describe('storefront.js', () => {
  /** The page lies on the host of the store, as a theme's do; the package comes by a bundler. */
  async function storefront(scripted) {
    const { outputFiles } = await build({
      stdin: { contents: await snippet('storefront.js'), resolveDir: project },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const served = (type, body) => [{ status: 200, headers: { 'content-type': type }, body }];
    simulator.calm();
    simulator.script('GET', '/shop', served('text/html', '<!doctype html><link rel="icon" href="data:,"><title>Shop</title>'));
    simulator.script('GET', '/storefront.js', served('text/javascript', outputFiles[0].text));
    simulator.script('GET', '/api/storefront/carts', scripted);
    const { page } = await watchedPage(browser);
    await page.goto(`${simulator.url.replace('127.0.0.1', 'shop.example')}/shop`);
    const came = await page.evaluate(async () => {
      const { carts } = await import('/storefront.js');
      return carts().then(
        (value) => ({ value }),
        ({ message, cause }) => ({ message, id: cause[0].id }),
      );
    });
    await page.close();
    return came;
  }

  test('gets the carts where a first answer is 503', async () => {
    const before = simulator.requests.length;
    assert.deepEqual(await storefront([503]), { value: [] });
    const asked = simulator.requests.slice(before).filter(({ path }) => path === '/api/storefront/carts');
    assert.deepEqual(
      asked.map(({ status }) => status),
      [503, 200],
    );
  });

  test('says in a sentence what went wrong', async () => {
    assert.deepEqual(await storefront([answers.suspended('/api/storefront/carts')]), {
      message: 'The store is suspended',
      id: 'platform.suspended',
    });
  });
});

test('worker.js lets through what it lists and nothing else, and holds the token', async () => {
  simulator.calm();
  const file = join(project, 'worker.js');
  writeFileSync(file, await snippet('worker.js'));
  const miniflare = new Miniflare({
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['enable_request_signal'],
    modules: await bundleWorker(await locatePackage(installed()), file),
    bindings: { STORE_HASH: simulator.storeHash, BC_TOKEN: simulator.token },
    durableObjects: { QUOTA: { className: 'QuotaCoordinator', useSQLite: true } },
    outboundService: { external: { address: new URL(simulator.url).host, http: {} } },
  });
  try {
    const before = simulator.requests.length;
    const product = await miniflare.dispatchFetch('http://localhost/v3/catalog/products/77');
    assert.deepEqual([product.status, (await product.json()).data.id], [200, 77]);
    const refused = await miniflare.dispatchFetch('http://localhost/v3/customers');
    assert.deepEqual([refused.status, refused.headers.get('content-type')], [404, 'application/problem+json']);
    await refused.text();
    const asked = simulator.requests.slice(before);
    assert.deepEqual(
      asked.map(({ path, headers }) => [path, headers['x-auth-token']]),
      [['/v3/catalog/products/77', '<masked>']],
    );
  } finally {
    await miniflare.dispose();
  }
});

test('widget.html shows a card and a form', async () => {
  const widget = await readFile(join(installed(), 'dist', 'bc-status-widget.js'), 'utf8');
  const host = await serveStatic(
    new Map([
      ['index.html', `<!doctype html><link rel="icon" href="data:,"><title>Docs</title>${await snippet('widget.html')}`],
      ['bc-status-widget.js', widget],
    ]),
  );
  try {
    const { page, troubles } = await watchedPage(browser);
    await page.goto(host.url, { waitUntil: 'networkidle0' });
    const shown = await page.$$eval('bc-status', (all) =>
      all.map(({ shadowRoot }) => [shadowRoot.textContent, Boolean(shadowRoot.querySelector('textarea'))]),
    );
    assert.equal(shown.length, 2);
    assert.match(shown[0][0], /429\s+Too Many Requests/);
    assert.deepEqual(
      shown.map(([, hasForm]) => hasForm),
      [false, true],
    );
    assert.deepEqual(troubles, []);
    await page.close();
  } finally {
    await host.close();
  }
});

test('terminal.sh tells what the code means and what is wrong with the answer', async () => {
  simulator.calm();
  const { stdout } = await run('sh', ['-c', await snippet('terminal.sh')], {
    cwd: project,
    env: {
      ...process.env,
      npm_config_offline: 'true',
      NO_COLOR: '1',
      URL: `${simulator.url}/stores/${simulator.storeHash}/v3/catalog/products`,
    },
  }).catch((error) => {
    // The last command found something, and says so by its code.
    assert.equal(error.code, 1, error.stderr);
    return error;
  });
  assert.match(stdout, /^429 Too Many Requests\n/);
  assert.match(stdout, /\n401 Unauthorized: denied\n[^]*The request carries no access token/);
});
