import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { locatePackage } from '../../demo/package.mjs';
import { statuses, troubleshoot } from '../../pkg/dist/index.js';
import { buildSite } from '../../tools/site/build.mjs';
import { launchBrowser, picture, seen, tooWide, watchedPage } from './browser.mjs';
import { serveStatic } from './static.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const files = await buildSite(await locatePackage(), { recordings: new Map() });
const pages = [...files.keys()].filter((path) => path.endsWith('.html'));

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

async function open(path, { viewport = { width: 1280, height: 900 }, scheme = 'light', hasScript = true } = {}) {
  const watched = await watchedPage(browser);
  const { page } = watched;
  await page.setJavaScriptEnabled(hasScript);
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(host.url + path, { waitUntil: 'networkidle0' });
  return watched;
}

/** Each scheme and each width once: axe looks at colours and at room, and a long page takes it ten seconds. */
const looks = [
  { scheme: 'light', viewport: { width: 1280, height: 800 } },
  { scheme: 'dark', viewport: { width: 320, height: 800 } },
];

describe('every page', () => {
  for (const path of pages) {
    test(`${path} opens below a path, asks for nothing elsewhere, fits, and has nothing that axe finds`, async () => {
      for (const look of looks) {
        const { page, troubles } = await open(path, look);
        const name = `${path.replace('.html', '')}-${look.viewport.width}-${look.scheme}`;
        await picture(page, name);
        const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
        assert.deepEqual(
          loaded.filter((url) => !url.startsWith(host.url)),
          [],
        );
        assert.ok(loaded.length > 0);
        const overflow = await tooWide(page);
        assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html]),
          [],
          name,
        );
        assert.deepEqual(troubles, [], name);
        await page.close();
      }
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
      assert.match(text, /<title>[^<]{10,70}<\/title>/);
      assert.match(text, /<meta name="description" content="[^"]{40,180}">/);
    });
  }

  test('has titles and descriptions of its own', () => {
    for (const part of [/<title>(.+)<\/title>/, /name="description" content="([^"]+)"/])
      assert.equal(new Set(pages.map((path) => part.exec(files.get(path))[1])).size, pages.length);
  });

  test('leads only to what is there', async () => {
    const { page } = await open('', { hasScript: false });
    const anchors = new Map();
    const links = [];
    for (const path of pages) {
      await page.goto(host.url + path);
      const [ids, targets] = await page.evaluate(() => [
        [...document.querySelectorAll('[id]')].map(({ id }) => id),
        [...document.querySelectorAll('a[href], [src], link[href]')].map((one) => one.href ?? one.src),
      ]);
      assert.equal(new Set(ids).size, ids.length, `${path} has an id twice`);
      anchors.set(path, ids);
      links.push(...targets.map((target) => [path, target]));
    }
    await page.close();
    for (const [from, target] of links) {
      const { origin, pathname, hash } = new URL(target);
      if (!target.startsWith(host.url)) {
        assert.ok(target.startsWith('https://'), `${from} leads to ${target}`);
        assert.notEqual(origin, new URL(host.url).origin, `${from} leads out of the site: ${target}`);
        continue;
      }
      const path = pathname.slice(new URL(host.url).pathname.length) || 'index.html';
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
    await page.goto(`${host.url}playground.html`);
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
    await browser.defaultBrowserContext().overridePermissions(new URL(host.url).origin, permissions);
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
