import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startDemo } from '../../demo/demo.mjs';
import { exchanges } from '../../demo/exchanges.mjs';
import { recordingFiles } from '../../tools/site/build.mjs';
import { record } from '../../tools/site/record.mjs';
import { launchBrowser, picture, seen, tooWide, watchedPage } from './browser.mjs';
import { builtSite } from './built.mjs';
import { firstFindings } from './findings.mjs';
import { serveStatic } from './static.mjs';

const desktop = { width: 1280, height: 900 };
const phone = { width: 320, height: 780 };

let demo;
let recordings;
let host;
let browser;
let page;
let troubles;

before(async () => {
  demo = await startDemo();
  recordings = await record(demo, exchanges);
  host = await serveStatic(new Map([...(await builtSite()), ...recordingFiles(recordings)]));
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await host?.close();
  await demo?.close();
});

beforeEach(async () => {
  await page?.close();
  ({ page, troubles } = await watchedPage(browser));
  await page.setViewport(desktop);
});

const open = (base = demo.url) => page.goto(`${base}playground.html`);

/** Presses a request and waits until its answer has been read. */
async function fire(id) {
  await page.click(`button#${id}`);
  await page.waitForSelector('#run:not([aria-busy]) .reading');
  return seen(page, '#run');
}

async function photograph(name, viewport, scheme) {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await picture(page, name);
}

const badges = () => page.$$eval('.timeline .badge', (all) => all.map((badge) => badge.textContent));

describe('a live request', () => {
  test('says that it is live, and offers every exchange', async () => {
    await open();
    assert.match(await seen(page, '.source'), /^Live\. /);
    const ids = await page.$$eval('#exchanges button', (all) => all.map(({ id }) => id));
    assert.deepEqual(
      ids,
      exchanges.map(({ id }) => id),
    );
  });

  test('that is invalid is answered with 422 and is not repeated', async () => {
    await open();
    const text = await fire('invalid-product');
    for (const part of ['POST /v3/catalog/products', '422', 'Missing or Invalid Data', 'rejected', 'Do not repeat', 'not-retryable']) {
      assert.ok(text.includes(part), part);
    }
    assert.deepEqual(await badges(), ['422']);
    assert.deepEqual(troubles, []);
  });

  test('that meets maintenance is sent again until the store is back', async () => {
    await open();
    const text = await fire('maintenance');
    assert.deepEqual(await badges(), ['503', '503', '200']);
    assert.equal((await page.$$('.timeline .wait')).length, 2);
    assert.ok(text.includes('unavailable') && text.includes('No retry needed'));
    assert.deepEqual(troubles, []);
  });

  for (const [id, found] of firstFindings) {
    test(`shows what was found first: ${found}`, async () => {
      await open();
      await fire(id);
      assert.equal(await seen(page, '.found code'), found);
      const title = await seen(page, '.found strong');
      assert.ok(title && (await seen(page, '#run-news')).endsWith(title));
      assert.ok(await seen(page, 'div.finding .evidence'));
      assert.ok((await page.$$('div.finding li')).length > 0);
      assert.match(await page.$eval('div.finding a', (link) => link.href), /^https:/);
      const marked = await page.$$eval('.finding', (all) => all.filter((one) => one.textContent.includes('`')));
      assert.equal(marked.length, 0, 'backticks become code');
      assert.ok(!(await page.content()).includes('simulator-token'));
      assert.deepEqual(troubles, []);
    });
  }

  test('keeps what else was found behind its titles, for the keyboard too', async () => {
    await open();
    await fire('gateway-timeout');
    assert.ok(await seen(page, 'details.finding summary'));
    assert.equal(await page.$('details[open]'), null);
    await page.focus('details.finding summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('details[open] .evidence');
    assert.ok(await seen(page, 'details[open] .evidence'));
  });

  test('shows no finding where all is well, and can be sent by keyboard', async () => {
    await open();
    await page.focus('button#products');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#run:not([aria-busy]) .reading');
    assert.equal(await page.$('.finding'), null);
  });

  test('fits a phone and a desktop, light and dark', async () => {
    await open();
    await fire('scope');
    await page.click('details.finding summary');
    for (const [name, viewport, scheme] of [
      ['run-light', desktop, 'light'],
      ['run-dark', desktop, 'dark'],
      ['run-phone', phone, 'light'],
      ['run-phone-dark', phone, 'dark'],
    ]) {
      await photograph(name, viewport, scheme);
      const overflow = await tooWide(page);
      assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
    }
    assert.deepEqual(troubles, []);
  });

  test('is under the same policy by header as by the page', async () => {
    const response = await open();
    const policy = response.headers()['content-security-policy'];
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
    const [, own] = /Content-Security-Policy" content="([^"]+)"/.exec(await response.text());
    assert.ok(policy.startsWith(own));
  });
});

describe('a recording', () => {
  test('is there of every exchange, whole, in order, and without a token', () => {
    assert.deepEqual(
      [...recordings.keys()],
      exchanges.map(({ id }) => id),
    );
    for (const { id, code } of exchanges) {
      const events = recordings
        .get(id)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const answers = events.filter(({ event }) => event === 'answer');
      const { event, reading } = events.at(-1);
      assert.equal(event, 'reading', id);
      assert.equal(events.length, answers.length + 1, id);
      assert.equal(answers[0].answer.status, code, id);
      assert.equal(reading.attempts.length, answers.length, id);
      const times = events.map(({ atMs }) => atMs);
      assert.deepEqual(
        times,
        [...times].sort((one, other) => one - other),
        id,
      );
      const waitedMs = reading.attempts.slice(0, -1).reduce((sum, { decision }) => sum + decision.delayMs, 0);
      assert.ok(times.at(-1) >= Math.floor(waitedMs), `${id} was shorter than its waits`);
      assert.ok(!recordings.get(id).includes('simulator-token'), id);
    }
  });

  test('is said to be one, and plays as it was, in its own time', async () => {
    await open(host.url);
    assert.match(await seen(page, '.source'), /^Recorded\. /);
    const began = performance.now();
    const text = await fire('maintenance');
    const last = JSON.parse(recordings.get('maintenance').trimEnd().split('\n').at(-1));
    assert.ok(performance.now() - began >= last.atMs, 'it waits as long');
    assert.deepEqual(await badges(), ['503', '503', '200']);
    assert.ok(text.includes('unavailable') && text.includes('No retry needed'));
    assert.deepEqual(troubles, []);
  });

  for (const { id } of exchanges) {
    test(`can be opened by its address: ${id}`, async () => {
      await page.goto(`${host.url}playground.html#${id}`);
      await page.waitForSelector('#run:not([aria-busy]) .reading');
      const pressed = await page.$$eval('[aria-pressed="true"]', (all) => all.map(({ id }) => id));
      assert.deepEqual(pressed, [id]);
      assert.deepEqual(troubles, []);
    });
  }

  test('that cannot be loaded is said to be so, and the next one plays', async () => {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().endsWith('/recordings/scope.ndjson') ? request.respond({ status: 404 }) : request.continue(),
    );
    await open(host.url);
    await page.click('button#scope');
    await page.waitForSelector('#trouble:not([hidden])');
    assert.equal(await seen(page, '#trouble'), 'The request could not be shown: recordings/scope.ndjson was answered with 404');
    assert.ok((await fire('products')).includes('200'));
    assert.equal(await page.$('#trouble:not([hidden])'), null);
  });
});
