// The page of docs/widget.md, unchanged, with the files beside it that it names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { BROWSERS } from './browser.mjs';
import { paste } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const guide = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');
const [, page] = /```html\n(<!doctype[^]*?)```/.exec(guide);
const SCRIPT = 'bc-status-widget.js';
const READER = 'bc-status-read.js';

for (const name of BROWSERS) {
  describe(`the page of docs/widget.md in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    it('shows a card, what answers are pasted into, and the table', async () => {
      assert.ok(guide.includes(`node_modules/bc-status/dist/${SCRIPT}`));
      const address = server.put(page);
      for (const file of [SCRIPT, READER]) {
        assert.ok(guide.includes(`\`${file}\``) || file === SCRIPT);
        server.alias(`/${file}`, `dist/${file}`);
      }
      await browser.open(address);
      await browser.waitFor(
        () => [...document.querySelectorAll('bc-status')].filter(({ shadowRoot }) => shadowRoot?.querySelector('.root')).length === 3,
      );
      const shown = await browser.evaluate(() =>
        [...document.querySelectorAll('bc-status')].map(({ shadowRoot }) => shadowRoot.querySelector('.root').part.value),
      );
      assert.deepEqual(shown, ['card', 'troubleshoot', 'table']);
      await browser.evaluate(() => document.querySelectorAll('bc-status:not([mode])').forEach((one) => one.remove()));
      await paste(browser, 'HTTP/1.1 429 Too Many Requests');
      assert.ok(await browser.evaluate(() => document.querySelector('bc-status').shadowRoot.querySelector('.findings') !== null));
    });
  });
}
