// The page that reads a whole archive or log.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launchBrowser, picture, seen, tooWide, watchedPage } from './browser.mjs';
import { builtSite } from './built.mjs';
import { serveStatic } from './static.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TOKEN = 'q3v9hd0exampletoken7k2m1x5z8w40';
const API = 'https://api.bigcommerce.com/stores/abc123';
const record = (n) =>
  JSON.stringify({
    time: new Date(Date.UTC(2026, 10, 28, 17) + n * 1500).toISOString(),
    method: 'GET',
    url: `${API}/v3/catalog/products/${n % 40}`,
    status: [200, 200, 429, 404, 503][n % 5],
    headers: { 'X-Rate-Limit-Requests-Left': n % 5 === 2 ? '0' : String(150 - (n % 150)), 'X-Rate-Limit-Time-Reset-Ms': '4000' },
    requestHeaders: { 'X-Auth-Token': TOKEN },
  });
const log = (count) => `${Array.from({ length: count }, (_, n) => record(n)).join('\n')}\n`;

let folder;
let host;
let browser;
let page;
let troubles;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bc-status-archives-'));
  await writeFile(join(folder, 'calls.ndjson.gz'), gzipSync(log(1000)));
  await writeFile(join(folder, 'long.ndjson'), log(60_000));
  await writeFile(join(folder, 'nothing.log'), 'hello\n');
  host = await serveStatic(await builtSite());
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await page?.close();
  ({ page, troubles } = await watchedPage(browser));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${host.url}archives.html`);
});

const choose = async (name) => (await page.$('#file')).uploadFile(join(folder, name));

/** Chooses a file, and waits for its report. */
const read = async (name) => {
  await choose(name);
  await page.waitForSelector('#report:not([hidden]) .report');
  return seen(page, '#found');
};

describe('the page of archives', () => {
  test('is led to by the navigation, and says what it reads', async () => {
    await page.goto(`${host.url}index.html`);
    await page.click('nav a[href="archives.html"]');
    await page.waitForSelector('#file');
    assert.equal(await page.$eval('nav [aria-current]', (link) => link.textContent), 'Archives');
    const label = await page.$eval('#file', (input) => input.labels[0].textContent);
    assert.match(label, /HAR.*gzip/s);
  });

  test('groups what failed in a file, and says so to those who cannot see it', async () => {
    const text = await read('calls.ndjson.gz');
    for (const part of [
      '600 of 1,000 requests failed (60 %)',
      'limit.quota',
      '/v3/catalog/products/{id}',
      '200 of 600 failures (33 %)',
      'Try again?',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(await seen(page, '#news'), '600 of 1,000 requests failed (60 %)');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'found');
    assert.match(await page.$eval('#found svg', (svg) => svg.getAttribute('aria-label')), /^Answers from 2026-11-28 17:00:00 to /);
    assert.ok((await page.$$('#found rect')).length > 50);
    assert.ok(!(await page.content()).includes(TOKEN));
    assert.deepEqual(troubles, []);
  });

  test('fits a phone and a desktop, light and dark, and has nothing that axe finds', async () => {
    await read('calls.ndjson.gz');
    await page.evaluate(axe);
    for (const details of await page.$$('#found details:not([open]) summary')) await details.evaluate((summary) => summary.click());
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 320]) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await picture(page, `archive-report-${width}-${scheme}`);
        const overflow = await tooWide(page);
        assert.ok(overflow <= 0, `${width} ${scheme}: ${overflow} px too wide`);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
        );
      }
    }
  });

  test('answers while it reads, and stops when it is told', async () => {
    await choose('long.ndjson');
    await page.waitForSelector('#stop:not([hidden])');
    // A page that read it itself would take no task before it is done.
    const isStillReading = await page.evaluate(async () => {
      for (let n = 0; n < 10; n++) await new Promise((resolve) => setTimeout(resolve));
      return document.getElementById('report').hidden && document.getElementById('drop').ariaBusy === 'true';
    });
    assert.ok(isStillReading);
    await page.focus('#stop');
    await page.keyboard.press('Enter');
    assert.equal(await seen(page, '#news'), 'Stopped');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'file');
    assert.equal(await page.$('#report:not([hidden])'), null);
    // The next one is read all the same.
    assert.match(await read('calls.ndjson.gz'), /600 of 1,000/);
  });

  test('says what it reads where there is no request in a file', async () => {
    await choose('nothing.log');
    await page.waitForSelector('#trouble:not([hidden])');
    assert.match(await seen(page, '#trouble'), /^There is no request in nothing\.log .* A HAR, records in JSON/);
    assert.equal(await page.$eval('#trouble', (element) => element.getAttribute('role')), 'alert');
  });

  test('takes a file that is dropped, wherever that is', async () => {
    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.ndjson'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, log(10));
    await page.waitForSelector('#report:not([hidden]) .report');
    assert.match(await seen(page, '#found'), /6 of 10 requests failed/);
  });

  test('saves the report by keyboard: as a page that stands alone, as Markdown, and as JSON', async () => {
    const saved = join(folder, 'saved');
    await mkdir(saved);
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: saved });
    await read('calls.ndjson.gz');
    const file = async (format, name) => {
      await page.focus(`[data-format="${format}"]`);
      await page.keyboard.press('Enter');
      for (let tries = 0; tries < 200 && !(await readdir(saved)).includes(name); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return readFile(join(saved, name), 'utf8');
    };
    const json = JSON.parse(await file('json', 'calls-report.json'));
    assert.deepEqual(Object.keys(json), ['groups', 'timeline', 'total', 'failed', 'unread']);
    assert.match(await file('markdown', 'calls-report.md'), /^## 600 of 1,000 requests failed/);
    const html = await file('html', 'calls-report.html');
    const alone = await watchedPage(browser);
    await alone.page.setViewport({ width: 320, height: 800 });
    await alone.page.setJavaScriptEnabled(false);
    await alone.page.setContent(html);
    assert.match(await seen(alone.page, 'h1'), /600 of 1,000/);
    assert.ok((await tooWide(alone.page)) <= 0);
    await picture(alone.page, 'archive-alone-320');
    assert.deepEqual(alone.troubles, []);
    await alone.page.close();
  });
});
