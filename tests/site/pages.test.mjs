import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { statuses, troubleshoot } from '../../pkg/dist/index.js';
import { picture, seen, tooWide, watchedPage } from './browser.mjs';
import { builtSite } from './built.mjs';
import { hosted } from './hosted.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const files = await builtSite();
const pages = [...files.keys()].filter((path) => path.endsWith('.html'));

const site = hosted(files);

const look = async (page, { viewport, scheme }) => {
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
};

async function open(path, { viewport = { width: 1280, height: 900 }, scheme = 'light', hasScript = true } = {}) {
  const watched = await watchedPage(site.browser);
  const { page } = watched;
  await page.setJavaScriptEnabled(hasScript);
  await look(page, { viewport, scheme });
  await page.goto(site.host.url + path, { waitUntil: 'networkidle0' });
  return watched;
}

/** Each scheme and each width once: axe looks at colours and at room, and a long page takes it ten seconds. */
const looks = [
  { scheme: 'light', viewport: { width: 1280, height: 800 } },
  { scheme: 'dark', viewport: { width: 320, height: 800 } },
];

/** Bytes over the wire, compressed. */
const LIGHT = 30_000;
const WITH = { 'bc-status-codes.js': 55_000, 'bc-status-widget.js': 125_000 };

/** Also what Lighthouse would find of it: that looks at a page of each layout only, as one takes it ten seconds. */
describe('every page', () => {
  for (const path of pages) {
    test(`${path} opens below a path, asks for little and for nothing elsewhere, fits, and has nothing that axe finds`, async () => {
      const { page, troubles } = await open(path, looks[0]);
      const loaded = await page.evaluate(() =>
        ['navigation', 'resource'].flatMap((type) =>
          performance.getEntriesByType(type).map(({ name, transferSize }) => [name, transferSize]),
        ),
      );
      const asked = loaded.map(([url]) => url);
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(site.host.url)),
        [],
      );
      assert.ok(asked.length > 1 && asked.length <= 5, asked.join(' '));
      // Modules do not stand in the way of the first paint, and no page has another script.
      assert.equal(asked.filter((url) => url.endsWith('.css')).length, 1);
      const sizes = loaded.map(([, size]) => size);
      assert.ok(sizes[0] > 500, 'the page itself is counted');
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      const widget = Object.keys(WITH).find((file) => asked.some((url) => url.endsWith(file)));
      assert.ok(bytes <= (WITH[widget] ?? LIGHT), `${bytes} bytes`);
      await page.evaluate(axe);
      for (const one of looks) {
        await look(page, one);
        const name = `${path.replace('.html', '')}-${one.viewport.width}-${one.scheme}`;
        await picture(page, name);
        const overflow = await tooWide(page);
        assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
          name,
        );
      }
      assert.deepEqual(troubles, []);
      await page.close();
    });

    test(`${path} is static, strict and described`, () => {
      const text = files.get(path);
      const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text);
      assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
      assert.doesNotMatch(text, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
      assert.doesNotMatch(text, /(?:href|src)="(?:\/|http:)/);
      assert.equal(text.match(/rel="stylesheet"/g).length, 1);
      assert.doesNotMatch(text, /<script(?! type="module")/);
      assert.match(text, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
      assert.match(text, /<meta name="viewport" content="width=device-width, initial-scale=1">/);
      assert.match(text, /<title>[^<]{10,70}<\/title>/);
      assert.match(text, /<meta name="description" content="[^"]{40,180}">/);
    });
  }

  test('has titles and descriptions of its own', () => {
    for (const part of [/<title>(.+)<\/title>/, /name="description" content="([^"]+)"/])
      assert.equal(new Set(pages.map((path) => part.exec(files.get(path))[1])).size, pages.length);
  });

  test('leads only to what is there', async () => {
    const page = await site.browser.newPage();
    // Read as a page without JavaScript is, and none of it loaded.
    const read = await page.evaluate(
      (texts) =>
        texts.map(([address, text]) => {
          const root = new DOMParser().parseFromString(text, 'text/html');
          return [
            [...root.querySelectorAll('[id]')].map(({ id }) => id),
            [...root.querySelectorAll('[href], [src]')].map(
              (one) => new URL(one.getAttribute('href') ?? one.getAttribute('src'), address).href,
            ),
          ];
        }),
      pages.map((path) => [site.host.url + path, files.get(path)]),
    );
    await page.close();
    const anchors = new Map();
    const links = [];
    for (const [at, [ids, targets]] of read.entries()) {
      const path = pages[at];
      assert.equal(new Set(ids).size, ids.length, `${path} has an id twice`);
      anchors.set(path, ids);
      links.push(...targets.map((target) => [path, target]));
    }
    for (const [from, target] of links) {
      const { origin, pathname, hash } = new URL(target);
      if (!target.startsWith(site.host.url)) {
        assert.ok(target.startsWith('https://'), `${from} leads to ${target}`);
        assert.notEqual(origin, new URL(site.host.url).origin, `${from} leads out of the site: ${target}`);
        continue;
      }
      const path = pathname.slice(new URL(site.host.url).pathname.length) || 'index.html';
      assert.ok(files.has(path), `${from} leads to ${target}`);
      if (hash) assert.ok(anchors.get(path).includes(decodeURIComponent(hash.slice(1))), `${from} leads to ${target}`);
    }
    assert.ok(links.length > 300);
  });
});

describe('without JavaScript', () => {
  test('the codes are there, each with its causes and an anchor', async () => {
    const { page, troubles } = await open('status.html', { hasScript: false, viewport: { width: 320, height: 800 } });
    const text = (await seen(page, 'main')).replaceAll('\n', ' ');
    for (const { code, text: name } of statuses()) {
      assert.ok(text.includes(`${code} ${name}`), name);
      for (const cause of troubleshoot(code).causes) assert.ok(text.includes(cause.replaceAll('`', '')), cause);
      assert.ok(await page.$(`#bc-status-${code}`));
    }
    assert.ok((await tooWide(page)) <= 0);
    assert.deepEqual(troubles, []);
    await page.close();
  });

  test('the other pages say what needs it', async () => {
    const { page } = await open('troubleshoot.html', { hasScript: false });
    assert.match(await seen(page, 'main'), /The form needs JavaScript[^]+npx bc-status diagnose/);
    await page.goto(`${site.host.url}playground.html`);
    assert.match(await seen(page, 'noscript'), /without it, this page only lists them/);
    await page.close();
  });
});

describe('the element', () => {
  test('shows the table, opens the code of the address, and searches', async () => {
    const { page, troubles } = await open('status.html#bc-status-503');
    assert.equal(await page.$eval('bc-status', (element) => element.selected), 503);
    await page.evaluate(() => document.querySelector('bc-status').shadowRoot.querySelector('input').focus());
    await page.keyboard.type('too many');
    const shown = await page.evaluate(async () => {
      const element = document.querySelector('bc-status');
      await element.updateComplete;
      return element.shadowRoot.textContent;
    });
    assert.ok(shown.includes('Too Many Requests') && !shown.includes('Multi-Status'));
    assert.deepEqual(troubles, []);
    await page.close();
  });

  test('reads an answer that is pasted', async () => {
    const { page, troubles } = await open('troubleshoot.html');
    await page.evaluate(() => {
      addEventListener('bc-status-diagnosed', ({ detail }) => (globalThis.found = detail.diagnosis.findings[0].id));
      document.querySelector('bc-status').shadowRoot.querySelector('textarea').focus();
    });
    await page.keyboard.sendCharacter('HTTP/1.1 401 Unauthorized\nContent-Type: text/plain\n\nX-Auth-Token header is required');
    await page.waitForFunction(() => globalThis.found);
    assert.equal(await page.evaluate(() => globalThis.found), 'auth.token-missing');
    assert.deepEqual(troubles, []);
    await page.close();
  });

  test('reads a long text in a worker, and asks for the reader only then', async () => {
    const { page, troubles } = await open('troubleshoot.html');
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
    page.on('workercreated', () => asked.push('a worker'));
    const shown = await page.evaluate(async () => {
      const element = document.querySelector('bc-status');
      const field = element.shadowRoot.querySelector('textarea');
      field.value = `${'2026-11-28T17:00:00Z nothing to be told of\n'.repeat(5000)}HTTP/1.1 404 Not Found\ncontent-type: text/plain\n\nNo`;
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
      await element.updateComplete;
      return element.shadowRoot.querySelector('.result').innerText;
    });
    assert.match(shown, /^404/);
    assert.deepEqual([...new Set(asked)].sort(), ['a worker', 'bc-status-read.js']);
    assert.deepEqual(troubles, []);
    await page.close();
  });
});

describe('the keyboard', () => {
  test('skips to the content, and copies a snippet', async () => {
    const permissions = ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'];
    await site.browser.defaultBrowserContext().overridePermissions(new URL(site.host.url).origin, permissions);
    const { page, troubles } = await open('index.html');
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    await page.focus('[aria-label="Copy: worker.js"]');
    await page.keyboard.press('Enter');
    // It says so for two seconds, and what looks only now and then could miss that.
    await page.waitForFunction(() => document.activeElement.textContent === 'Copied', { polling: 'mutation' });
    const source = await readFile(new URL('../../www/site/snippets/worker.js', import.meta.url), 'utf8');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), source.trim());
    assert.deepEqual(troubles, []);
    await page.close();
  });
});

describe('print', () => {
  test('has neither navigation nor buttons, and wraps code', async () => {
    const { page } = await open('index.html');
    await page.emulateMediaType('print');
    assert.equal(await page.$eval('nav', (nav) => getComputedStyle(nav).display), 'none');
    assert.equal(await page.$eval('.copy', (button) => getComputedStyle(button).display), 'none');
    assert.equal(await page.$eval('.code', (code) => getComputedStyle(code).whiteSpace), 'pre-wrap');
    await page.close();
  });
});
