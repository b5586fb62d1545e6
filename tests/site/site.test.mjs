import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { startDemo } from '../../demo/demo.mjs';
import { chromiumOnPath } from './chromium.mjs';
import { firstFindings } from './findings.mjs';

const screenshots = fileURLToPath(new URL('../../target/screenshots', import.meta.url));
const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

let demo;
let browser;
let page;
let troubles;

before(async () => {
  demo = await startDemo();
  browser = await launch({
    executablePath: await chromiumOnPath(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  await mkdir(screenshots, { recursive: true });
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on(
    'console',
    (message) => ['error', 'warn'].includes(message.type()) && troubles.push(message.text()),
  );
  await page.setViewport(desktop);
});

async function open(path = '') {
  await page.goto(demo.url + path);
  await page.waitForSelector('#meaning:not([hidden])');
  await page.waitForSelector('#exchanges button');
}

const seen = (selector) => page.$eval(selector, (element) => element.innerText);

async function type(code) {
  await page.focus('#code');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(String(code));
}

/** Fires an exchange and waits until it has been read. */
async function fire(id) {
  await page.click(`button[data-id="${id}"]`);
  await page.waitForSelector('#run:not([aria-busy]) .reading');
  return seen('#run');
}

async function photograph(name, viewport, scheme) {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
}

describe('the look-up', () => {
  test('tells what 429 means, why it comes and what to do', async () => {
    await open();
    await page.click('.chip:has([value="429"])');
    const text = await seen('#meaning');
    for (const part of [
      '429',
      'Too Many Requests',
      'documented by BigCommerce',
      'Wait, then retry',
      'Causes',
      'Solutions',
      'Read more',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.match(await seen('#meaning-news'), /^429 Too Many Requests: Wait, then retry/);
    assert.deepEqual(troubles, []);
  });

  test('takes any number, also one that BigCommerce does not know', async () => {
    await open();
    await type(418);
    const text = await seen('#meaning');
    assert.ok(text.includes('418') && text.includes('not on BigCommerce’s status pages'));
    assert.equal(await page.$('#codes :checked'), null);
    await type(999);
    assert.ok((await seen('#meaning')).includes('unknown'));
    assert.deepEqual(troubles, []);
  });

  test('keeps the code in the address', async () => {
    await open('#503');
    assert.ok((await seen('#meaning')).includes('Service Unavailable'));
    await type(404);
    assert.ok(page.url().endsWith('#404'));
  });

  test('can be used with the keyboard alone', async () => {
    await open();
    const focused = () =>
      page.evaluate(() => document.activeElement.value ?? document.activeElement.textContent);
    await page.keyboard.press('Tab');
    assert.match(await focused(), /^Skip/);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), '429');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focused(), '423');
    assert.ok((await seen('#meaning')).includes('423'));
    await page.focus('button[data-id="products"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#run:not([aria-busy]) .reading');
    assert.deepEqual(troubles, []);
  });
});

describe('a live request', () => {
  test('that is invalid is answered with 422 and is not repeated', async () => {
    await open();
    const text = await fire('invalid-product');
    for (const part of [
      'POST /v3/catalog/products',
      '422',
      'Missing or Invalid Data',
      'rejected',
      'Do not repeat',
      'not-retryable',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.equal((await page.$$('.timeline .attempt')).length, 1);
    assert.deepEqual(troubles, []);
  });

  test('that meets maintenance is sent again until the store is back', async () => {
    await open();
    const text = await fire('maintenance');
    const badges = await page.$$eval('.timeline .badge', (all) =>
      all.map((badge) => badge.textContent),
    );
    assert.deepEqual(badges, ['503', '503', '200']);
    assert.equal((await page.$$('.timeline .wait')).length, 2);
    assert.ok(text.includes('unavailable') && text.includes('No retry needed'));
    assert.deepEqual(troubles, []);
  });

  for (const [id, found] of firstFindings) {
    test(`shows what was found first: ${found}`, async () => {
      await open();
      await fire(id);
      assert.equal(await seen('.found code'), found);
      const title = await seen('.found strong');
      assert.ok(title && (await seen('#run-news')).endsWith(title));
      assert.ok(await seen('div.finding .evidence'));
      assert.ok((await page.$$('div.finding li')).length > 0);
      assert.match(await page.$eval('div.finding a', (link) => link.href), /^https:/);
      const marked = await page.$$eval('.finding', (all) =>
        all.filter((one) => one.textContent.includes('`')),
      );
      assert.equal(marked.length, 0, 'backticks become code');
      assert.ok(!(await page.content()).includes('simulator-token'));
      assert.deepEqual(troubles, []);
    });
  }

  test('keeps what else was found behind its titles, for the keyboard too', async () => {
    await open();
    await fire('gateway-timeout');
    assert.ok(await seen('details.finding summary'));
    assert.equal(await page.$('details[open]'), null);
    await page.focus('details.finding summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('details[open] .evidence');
    assert.ok(await seen('details[open] .evidence'));
  });

  test('shows no finding where all is well', async () => {
    await open();
    await fire('products');
    assert.equal(await page.$('.finding'), null);
  });
});

describe('the page', () => {
  test('fits a phone and a desktop, light and dark', async () => {
    await open();
    await fire('scope');
    await page.click('details.finding summary');
    for (const [name, viewport, scheme] of [
      ['light', desktop, 'light'],
      ['dark', desktop, 'dark'],
      ['phone', phone, 'light'],
      ['phone-dark', phone, 'dark'],
    ]) {
      await photograph(name, viewport, scheme);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
    }
    assert.deepEqual(troubles, []);
  });

  test('names everything that can be operated', async () => {
    await open();
    const tree = await page.accessibility.snapshot();
    const nameless = [];
    (function walk(node) {
      if (['button', 'radio', 'spinbutton', 'link', 'radiogroup'].includes(node.role) && !node.name)
        nameless.push(node);
      node.children?.forEach(walk);
    })(tree);
    assert.deepEqual(nameless, []);
  });

  test('says so when the package cannot be loaded', async () => {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().endsWith('/bc-status/index.js') ? request.abort() : request.continue(),
    );
    await page.goto(demo.url);
    await page.waitForSelector('#trouble:not([hidden])');
    assert.match(await seen('#trouble'), /^The status codes cannot be shown/);
    assert.ok((await fire('products')).includes('200'));
  });

  test('allows only its own scripts, and WebAssembly', async () => {
    const response = await page.goto(demo.url);
    const policy = response.headers()['content-security-policy'];
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
    assert.ok(!/unsafe-inline|'unsafe-eval'/.test(policy));
  });
});
