import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { picture, seen, tooWide, watchedPage } from './browser.mjs';
import { builtSite } from './built.mjs';
import { hosted } from './hosted.mjs';

const installed = (path) => fileURLToPath(new URL(`../../pkg/${path}`, import.meta.url));
const read = (path) => readFileSync(installed(path), 'utf8');
const files = await builtSite();

const site = hosted(files);

async function open(path, viewport = { width: 1280, height: 900 }) {
  const watched = await watchedPage(site.browser);
  await watched.page.setViewport(viewport);
  await watched.page.goto(site.host.url + path, { waitUntil: 'networkidle0' });
  return watched;
}

const pageOf = (path) => `guide-${path.replace(/^docs\/|\.md$/g, '').toLowerCase()}.html`;
const guides = ['README.md', ...readdirSync(installed('docs')).flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : []))];

describe('the guides', () => {
  for (const path of guides) {
    test(`${path} is a page with all that stands in it`, () => {
      const page = files.get(pageOf(path));
      const text = read(path);
      const programs = text.match(/^ *```/gm)?.length ?? 0;
      assert.equal(page.match(/<pre class="code"/g)?.length ?? 0, programs / 2);
      const prose = text.replace(/^ *```[^]*?^ *```$/gm, '');
      assert.equal(page.match(/<h[2-6] id=/g)?.length ?? 0, prose.match(/^##+ /gm)?.length ?? 0);
      assert.equal(page.match(/<div class="table"/g)?.length ?? 0, prose.match(/^\|[: |]*-[-: |]*\|$/gm)?.length ?? 0);
      assert.doesNotMatch(page, /href="[^"]*\.md[#"]|generated:/);
      assert.match(page, new RegExp(`<a href="${pageOf(path)}" aria-current="page">`));
      assert.match(files.get('guides.html'), new RegExp(`<a href="${pageOf(path)}">`));
    });
  }

  test('lead to each other as they do in the repository', () => {
    assert.match(files.get('guide-jobs.html'), /href="guide-paste\.html|href="guide-pacing\.html|href="guide-stores\.html/);
    assert.match(files.get('guide-stores.html'), /<img src="docs(?:\/|&#x2F;)stores\.svg" alt="[^"]{10,}">/);
    // What is only in the repository is named, and is no link.
    assert.match(files.get('guide-adding.html'), /(?<!>)<code>src\/words\/en\.txt<\/code>/);
  });
});

describe('the search', () => {
  /** As the page shows it once it is done with what was typed. */
  const search = async (page, words) => {
    await page.$eval('#words', (field) => (field.value = ''));
    await page.focus('#words');
    await page.keyboard.type(words);
    await page.waitForFunction((text) => document.querySelector('#count').textContent.endsWith(text), {}, ` for “${words}”`);
    return page.$$eval('#results a', (links) => links.map((link) => link.getAttribute('href')));
  };

  for (const [words, first] of [
    ['limit.quota', 'guide-findings.html#limitquota'],
    ['jwt not active', 'guide-findings.html#authcallback-jwt'],
    ['429 too many', 'status.html#bc-status-429'],
    ['createPacer', /^(guide-pacing\.html|api\.html#createPacer)/],
    ['redisStore', 'api-store-redis.html#redisStore'],
    ['telemtry', /^(guide-telemetry|api-otel)\.html/],
    ['pgbouncer', /^guide-stores\.html/],
  ]) {
    test(`finds first of “${words}”: ${first}`, async () => {
      const { page, troubles } = await open('guides.html');
      const [found] = await search(page, words);
      if (first instanceof RegExp) assert.match(found, first);
      else assert.equal(found, first);
      const [path, anchor] = found.split('#');
      assert.ok(files.has(path) && (!anchor || files.get(path).includes(`id="${anchor}"`)), found);
      assert.match(await seen(page, '#count'), /^\d+ found/);
      assert.deepEqual(troubles, []);
      await page.close();
    });
  }

  test('says so where there is nothing, and shows all guides again without words', async () => {
    const { page } = await open('guides.html');
    assert.deepEqual(await search(page, 'qqzzxx'), []);
    assert.equal(await seen(page, '#count'), 'Nothing found for “qqzzxx”');
    assert.equal(await page.$eval('#list', ({ hidden }) => hidden), true);
    await page.$eval('#words', (field) => {
      field.value = '';
      field.dispatchEvent(new Event('input'));
    });
    assert.equal(await page.$eval('#list', ({ hidden }) => hidden), false);
    assert.equal(await seen(page, '#count'), '');
    await page.close();
  });

  test('is loaded when it is used, has an address, marks what it found, and fits a phone', async () => {
    const { page } = await open('guides.html', { width: 320, height: 800 });
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
    await search(page, 'checkpoint');
    assert.deepEqual(asked, ['search.json']);
    assert.match(page.url(), /\?q=checkpoint$/);
    assert.equal((await page.$eval('#results mark', (mark) => mark.textContent)).toLowerCase(), 'checkpoint');
    await picture(page, 'search-320-light');
    assert.ok((await tooWide(page)) <= 0);
    const before = await seen(page, '#results');
    await page.reload();
    await page.waitForFunction(() => document.querySelector('#count').textContent.endsWith(' for “checkpoint”'));
    assert.equal(await seen(page, '#results'), before);
    await page.focus('#words');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.closest('#results') !== null), true);
    await page.close();
  });

  test('that could not be loaded is tried again with the next letter', async () => {
    const { page } = await open('guides.html');
    let isDown = true;
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      isDown && request.url().endsWith('search.json') ? request.respond({ status: 503, body: '' }) : request.continue(),
    );
    await page.focus('#words');
    await page.keyboard.type('p');
    await page.waitForFunction(() => document.querySelector('#count').textContent.includes('search.json: 503'));
    isDown = false;
    await page.keyboard.type('acing');
    await page.waitForFunction(() => /^\d+ found/.test(document.querySelector('#count').textContent));
    await page.close();
  });
});
