/** Lighthouse over the static pages. What it times is printed by tests/bench/lighthouse.mjs; here is what does not depend on the machine. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import lighthouse from 'lighthouse';
import { locatePackage } from '../../demo/package.mjs';
import { buildSite } from '../../tools/site/build.mjs';
import { launchBrowser } from './browser.mjs';
import { serveStatic } from './static.mjs';

const files = await buildSite(await locatePackage(), { recordings: new Map() });
const pages = [...files.keys()].filter((path) => path.endsWith('.html'));

/** Bytes over the wire, compressed. */
const LIGHT = 30_000;
const WITH = { 'bc-status-codes.js': 55_000, 'bc-status-widget.js': 125_000 };

/** What it would do for the times that it measures; nobody looks at its picture of the whole page. */
const QUICK = { throttlingMethod: 'provided', disableFullPageScreenshot: true, skipAboutBlank: true };

let host;
let browser;

before(async () => {
  host = await serveStatic(files);
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

describe('lighthouse', () => {
  for (const path of pages) {
    test(`gives ${path} at least 95, and finds it light`, async () => {
      const page = await browser.newPage();
      const { lhr } = await lighthouse(
        host.url + path,
        {
          output: 'json',
          logLevel: 'error',
          onlyCategories: ['accessibility', 'best-practices', 'seo'],
          onlyAudits: ['network-requests'],
          ...QUICK,
        },
        undefined,
        page,
      );
      await page.close();
      for (const { id, score } of Object.values(lhr.categories)) assert.ok(score >= 0.95, `${id}: ${score}`);
      assert.equal(Object.keys(lhr.categories).length, 3);
      const requests = lhr.audits['network-requests'].details.items;
      const bytes = requests.reduce((sum, { transferSize }) => sum + transferSize, 0);
      const widget = Object.keys(WITH).find((file) => requests.some(({ url }) => url.endsWith(file)));
      assert.ok(bytes <= (WITH[widget] ?? LIGHT), `${bytes} bytes`);
      assert.ok(requests.length <= 5, requests.map(({ url }) => url).join(' '));
      // Modules do not stand in the way of the first paint, as pages.test.mjs sees to.
      assert.equal(requests.filter(({ resourceType }) => resourceType === 'Stylesheet').length, 1);
    });
  }
});
