/**
 * Lighthouse over the static pages, one of each layout: what depends on more than that, pages.test.mjs looks at on
 * every page, axe included. `make bench` has the scores of all pages, and their times, which depend on the machine.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import lighthouse from 'lighthouse';
import { builtSite } from './built.mjs';
import { hosted } from './hosted.mjs';

const files = await builtSite();
const pages = [...files].filter(([path]) => path.endsWith('.html'));

/** By what the navigation marks and which scripts there are: the shortest of the pages that have these in common. */
const byLayout = new Map();
for (const [path, text] of pages.sort(([, one], [, other]) => other.length - one.length)) {
  const [, part] = /href="([^"]+)" aria-current="page"/.exec(text);
  byLayout.set([part, ...(text.match(/<script [^>]*>/g) ?? [])].join(' '), path);
}

/** It would wait for the times that it measures; and nobody looks at its picture of the whole page. */
const QUICK = {
  throttlingMethod: 'simulate',
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 0,
  disableFullPageScreenshot: true,
  skipAboutBlank: true,
};

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

const site = hosted(files);

describe('lighthouse', () => {
  test('sees a page of each layout', () => {
    for (const path of ['index.html', 'status.html', 'troubleshoot.html']) assert.ok([...byLayout.values()].includes(path), path);
    assert.ok(byLayout.size < pages.length);
  });

  for (const path of byLayout.values()) {
    test(`gives ${path} at least 95`, async () => {
      const page = await site.browser.newPage();
      const { lhr } = await lighthouse(
        site.host.url + path,
        { output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, ...QUICK },
        undefined,
        page,
      );
      await page.close();
      assert.deepEqual(Object.keys(lhr.categories), CATEGORIES);
      for (const { id, score } of Object.values(lhr.categories)) assert.ok(score >= 0.95, `${id}: ${score}`);
    });
  }
});
