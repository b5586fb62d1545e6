// The README's page with the widget, unchanged, with the files beside it that it names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { BROWSERS } from './browser.mjs';
import { paste } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, page] = /```html\n(<!doctype[^]*?)```/.exec(readme);
const SCRIPT = 'bc-status-widget.js';
const READER = 'bc-status-read.js';

for (const name of BROWSERS) {
  describe(`the page of the README in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    it('shows a card, the table and what answers are pasted into', async () => {
      assert.ok(readme.includes(`node_modules/bc-status/dist/${SCRIPT}`));
      const address = server.put(page);
      for (const file of [SCRIPT, READER]) {
        assert.ok(readme.includes(`\`${file}\``) || file === SCRIPT);
        server.alias(`/${file}`, `dist/${file}`);
      }
      await browser.open(address);
      await browser.waitFor(
        () => [...document.querySelectorAll('bc-status')].filter(({ shadowRoot }) => shadowRoot?.querySelector('.root')).length === 3,
      );
      const shown = await browser.evaluate(() =>
        [...document.querySelectorAll('bc-status')].map(({ shadowRoot }) => shadowRoot.querySelector('.root').firstElementChild.className),
      );
      assert.deepEqual(shown, ['card', 'table', 'troubleshoot']);
      await browser.evaluate(() => document.querySelectorAll('bc-status:not([mode])').forEach((one) => one.remove()));
      await paste(browser, 'HTTP/1.1 429 Too Many Requests');
      assert.ok(await browser.evaluate(() => document.querySelector('bc-status').shadowRoot.querySelector('.findings') !== null));
    });
  });
}
