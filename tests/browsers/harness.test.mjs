// What the suites beside this one rely on, tried on a page without the widget, in Chromium, Firefox and
// WebKit: were a key not pressed or a fault not seen, they would pass all the same.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { PATIENCE_MS } from '../patience.mjs';
import { violationsIn } from './axe.mjs';
import { BROWSERS, openBrowser } from './browser.mjs';
import { complaints } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page without the widget</title>
    <script src="/watch.js"></script>
    <style>body { margin: 0; background: #fff; } p { color: #000; }</style>
  </head>
  <body><main><h1>A page</h1>${body}</main></body>
</html>`;

/** An element with an element in its shadow, which has a field, a button, and a button that is not shown. */
const NESTED = page(`<probe-outer></probe-outer><script>
  globalThis.events = [];
  const note = (event) => events.push([event.type, event.key ?? event.target.id, event.isTrusted]);
  const define = (name, html, then) => customElements.define(name, class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = html; then?.(this.shadowRoot); }
  });
  define('probe-inner', '<input aria-label="Field"><button id="press">Press</button><button id="hidden" hidden>No</button>', (root) => {
    root.addEventListener('keydown', note);
    root.addEventListener('click', note);
  });
  define('probe-outer', '<div style="height: 1500px"></div><probe-inner></probe-inner>');
</script>`);

/** Some of what a Debian machine may have. */
const OTHERS = ['Noto Sans Mono', 'Noto Sans', 'Nimbus Sans', 'Liberation Sans', 'DejaVu Sans Condensed', 'C059'];

const PATH = ['probe-outer', 'probe-inner'];

const inner = (act, ...values) => [
  `(...values) => (${act})(document.querySelector('probe-outer').shadowRoot.querySelector('probe-inner').shadowRoot, ...values)`,
  ...values,
];

for (const name of BROWSERS) {
  describe(`the harness in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    before(() => browser.resize(1000, 800));

    const open = (html, headers) => browser.open(server.put(html, headers));
    const field = () => browser.evaluate(...inner((root) => root.querySelector('input').value));
    const focused = () => browser.evaluate(...inner((root) => root.activeElement?.id || root.activeElement?.localName));

    it('runs functions in the page, with values, promises and errors', async () => {
      await open(page(''));
      const given = { text: 'ü "\u2028', list: [1, null, true] };
      assert.deepEqual(await browser.evaluate(async (one, two) => [await Promise.resolve(one), two], given, 2), [given, 2]);
      assert.equal(await browser.evaluate(() => undefined), undefined);
      await assert.rejects(
        browser.evaluate(() => Promise.reject(new Error('of the page'))),
        /of the page/,
      );
      await assert.rejects(
        browser.evaluate(() => globalThis.nothing.there),
        /nothing|undefined/,
      );
    });

    it('waits for what becomes true, also for an element, and tells what throws', async () => {
      await open(page(''));
      await browser.evaluate(() => {
        setTimeout(() => document.body.append(document.createElement('hr')), 100);
      });
      await browser.waitFor(() => document.querySelector('hr'));
      await browser.waitFor(async (tag) => document.querySelector(tag), 'hr');
      await assert.rejects(
        browser.waitFor(() => globalThis.nothing.there),
        /nothing|undefined/,
      );
    });

    it('types real keys into a field in two shadow trees', async () => {
      await open(NESTED);
      await browser.click(...PATH, 'input');
      await browser.type('Aé€ß "{[<&ü');
      assert.equal(await field(), 'Aé€ß "{[<&ü');
      for (const key of ['Backspace', 'Home', 'Delete', 'ArrowRight', 'Backspace', 'End', 'x']) await browser.press(key);
      assert.equal(await field(), '€ß "{[<&x');
      const events = await browser.evaluate(() => globalThis.events.filter(([type]) => type === 'keydown'));
      assert.ok(events.every(([, , isTrusted]) => isTrusted));
      assert.deepEqual(
        events.slice(-7).map(([, key]) => key),
        ['Backspace', 'Home', 'Delete', 'ArrowRight', 'Backspace', 'End', 'x'],
      );
    });

    it('moves the focus with Tab, and presses with Enter and Space', async () => {
      await open(NESTED);
      await browser.click(...PATH, 'input');
      await browser.press('Tab');
      assert.equal(await focused(), 'press');
      await browser.press('Enter');
      await browser.press('Space');
      await browser.press('Tab', { shift: true });
      assert.equal(await focused(), 'input');
      const clicks = await browser.evaluate(() => globalThis.events.filter(([type, id]) => type === 'click' && id === 'press'));
      assert.deepEqual(clicks, [
        ['click', 'press', true],
        ['click', 'press', true],
      ]);
    });

    it('pastes from the clipboard, in the place of what is selected', async () => {
      await open(NESTED);
      await browser.click(...PATH, 'input');
      await browser.type('before');
      await browser.press('a', { control: true });
      const text = 'ü € "x" <b>';
      await browser.evaluate(
        ...inner((root) => root.addEventListener('input', ({ inputType, isTrusted }) => globalThis.events.push([inputType, isTrusted]))),
      );
      await browser.paste(text);
      await browser.waitFor(...inner((root, text) => root.querySelector('input').value === text, text));
      assert.deepEqual(await browser.evaluate(() => globalThis.events.at(-1)), ['insertFromPaste', true]);
      assert.equal(await focused(), 'input');
      assert.equal(await browser.evaluate(() => document.querySelectorAll('textarea').length), 0);
    });

    it('refuses a key that does not exist', async () => {
      await open(NESTED);
      await assert.rejects(browser.press('Entr'), /Entr/);
    });

    it('clicks what is scrolled away, and refuses what is not there or not shown', async () => {
      await open(NESTED);
      await browser.click(...PATH, '#press');
      assert.deepEqual(await browser.evaluate(() => globalThis.events), [['click', 'press', true]]);
      for (const path of [['probe-none'], ['probe-none', 'probe-inner', '#press'], [...PATH, '#none'], [...PATH, '#hidden']]) {
        await assert.rejects(browser.click(...path), new RegExp(`nothing to click at ${path.join(' >>> ')}`));
      }
    });

    it('has the size that was asked for, or says that it cannot', async () => {
      await open(page(''));
      const size = () => browser.evaluate(() => [innerWidth, innerHeight]);
      for (const asked of [
        [700, 500],
        [1000, 800],
        [700, 800],
        [1000, 800],
        [600, 700],
      ]) {
        await browser.resize(...asked);
        assert.deepEqual(await size(), asked);
        await new Promise((resolve) => setTimeout(resolve, 200));
        assert.deepEqual(await size(), asked, 'some time later');
      }
      if (browser.can.narrow) {
        await browser.resize(320, 800);
        assert.deepEqual(await size(), [320, 800]);
        assert.equal(await browser.evaluate(() => matchMedia('(width: 320px)').matches), true);
      } else {
        await assert.rejects(browser.resize(320, 800), /320 × 800/);
      }
      await browser.resize(1000, 800);
    });

    it('takes a picture of what is shown', async () => {
      await open(page('<div style="position: fixed; inset: 0; background: #c00"></div>'));
      const { width, height, data } = PNG.sync.read(await browser.screenshot());
      assert.deepEqual([width, height], [1000, 800]);
      const middle = (400 * width + 500) * 4;
      assert.ok(data[middle] > 195 && data[middle + 1] < 10 && data[middle + 2] < 10, [...data.subarray(middle, middle + 4)].join());
    });

    it('has the fonts of the pictures, and no others', async () => {
      await open(page(''));
      const widths = await browser.evaluate(
        (families) =>
          families.map((family) => {
            const one = Object.assign(document.createElement('span'), { textContent: 'mmmiiiWAV' });
            Object.assign(one.style, { font: `100px ${family}`, position: 'absolute' });
            document.body.append(one);
            return one.getBoundingClientRect().width;
          }),
        [
          "'DejaVu Sans'",
          'sans-serif',
          "'DejaVu Serif'",
          'serif',
          "'DejaVu Sans Mono'",
          'monospace',
          ...OTHERS.map((family) => `'${family}', monospace`),
        ],
      );
      const [sans, , serif, , mono] = widths;
      assert.equal(new Set([sans, serif, mono]).size, 3, widths.join());
      assert.deepEqual(widths, [sans, sans, serif, serif, mono, mono, ...OTHERS.map(() => mono)]);
    });

    it('prefers the colours that it was opened for, and others where it can be told later', async () => {
      const isDark = (one) => one.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      await open(page(''));
      assert.equal(await isDark(browser), false);
      const dark = await openBrowser(name, { scheme: 'dark' });
      try {
        await dark.open(server.put(page('')));
        assert.equal(await isDark(dark), true);
      } finally {
        await dark.close();
      }
      if (!browser.can.scheme) return;
      await browser.scheme('dark');
      assert.equal(await isDark(browser), true);
      await browser.scheme('light');
      assert.equal(await isDark(browser), false);
    });

    it('hears what the page complains of', async () => {
      await open(
        page(`<script>
          console.warn('one', 2);
          console.error('three');
          Promise.reject(new Error('four'));
          setTimeout(() => { throw new Error('five'); });
        </script>`),
      );
      await browser.waitFor(() => globalThis.seen.length >= 4);
      const all = await complaints(browser);
      for (const part of [/^warn: one 2$/, /^error: three$/, /^rejection: [^]*four/, /^error: .*five/]) {
        assert.ok(
          all.some((line) => part.test(line)),
          `${part} in ${all.join('\n')}`,
        );
      }
    });

    it('keeps the policy of a page, and hears what that forbids', async () => {
      const before = server.asked.length;
      await open(page('<img alt="" src="http://127.0.0.1:9/x.png"><script>globalThis.ran = true;</script>'), {
        'content-security-policy': "default-src 'none'; script-src 'self'",
      });
      assert.equal(await browser.evaluate(() => 'ran' in globalThis), false);
      await browser.waitFor(() => globalThis.seen.filter((line) => line.startsWith('policy')).length >= 3);
      const all = await complaints(browser);
      for (const part of [/^policy: script-src(-elem)? inline/, /^policy: img-src http:\/\/127\.0\.0\.1:9/]) {
        assert.ok(
          all.some((line) => part.test(line)),
          `${part} in ${all.join('\n')}`,
        );
      }
      const asked = server.asked.slice(before).filter((path) => path !== '/favicon.ico');
      assert.deepEqual(
        asked.map((path) => path.replace(/\d+$/, '')),
        ['/page-', '/watch.js'],
      );
    });

    it('finds what is wrong for those who do not see, also in a shadow tree, and nothing in a good page', async () => {
      await open(NESTED);
      assert.deepEqual(await violationsIn(browser), []);
      await browser.evaluate(
        ...inner((root) => {
          root.querySelector('input').removeAttribute('aria-label');
          root.append(Object.assign(document.createElement('img'), { src: '/favicon.ico' }));
        }),
      );
      const found = await violationsIn(browser);
      assert.equal(found.length, 2, found.join('\n'));
      for (const part of ['image-alt at probe-outer', 'label at probe-outer']) {
        assert.ok(
          found.some((line) => line.startsWith(part)),
          `${part} in ${found.join('\n')}`,
        );
      }
    });

    for (const end of ['exit', 'SIGINT', 'SIGTERM']) {
      it(`leaves no process behind when the test ends by ${end}`, async () => {
        const mark = `BC_STATUS_MARK=${randomUUID()}`;
        const script = `
          import { openBrowser } from ${JSON.stringify(new URL('./browser.mjs', import.meta.url).href)};
          const browser = await openBrowser(${JSON.stringify(name)});
          await browser.evaluate(() => 1);
          process.on('message', () => process.exit(1));
          process.send('open');`;
        // The profile of a browser that had no time to remove it.
        const directory = mkdtempSync(join(tmpdir(), 'harness-'));
        const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
          env: { ...process.env, TMPDIR: directory, [mark.split('=')[0]]: mark.split('=')[1] },
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        });
        await once(child, 'message');
        assert.ok((await processesWith(mark)).length > 2);
        if (end === 'exit') child.send('now');
        else child.kill(end);
        const others = async () => (await processesWith(mark)).filter(({ pid }) => pid !== child.pid);
        const ends = Date.now() + PATIENCE_MS;
        while ((await others()).length > 0 && Date.now() < ends) await new Promise((resolve) => setTimeout(resolve, 100));
        const left = await others();
        // The test itself may go on after a signal, without its browser.
        child.kill('SIGKILL');
        for (const { pid } of left)
          try {
            process.kill(pid, 'SIGKILL');
          } catch {
            /* it has ended since */
          }
        rmSync(directory, { recursive: true, maxRetries: 5 });
        assert.deepEqual(left, []);
      });
    }
  });
}

/** The processes that inherited a variable. */
const processesWith = async (mark) => {
  const all = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const read = (pid, file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  const found = await Promise.all(
    all.map(async (pid) =>
      (await read(pid, 'environ')).split('\0').includes(mark)
        ? { pid: Number(pid), command: (await read(pid, 'cmdline')).split('\0')[0] }
        : undefined,
    ),
  );
  return found.filter(Boolean);
};
