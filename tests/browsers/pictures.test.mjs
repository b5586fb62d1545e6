// How the widget looks, in every mode, light and dark, narrow and wide: in Chromium held against
// pictures that were looked at. With TAKE_PICTURES=1 the other browsers of TEST_BROWSERS take theirs too, to be
// looked at (target/screenshots).

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from './browser.mjs';
import { ask, paste, showNext } from './page.mjs';
import { differenceFrom } from './pictures.mjs';
import { useBrowser, useServer } from './use.mjs';

const ANSWER =
  'curl -X POST https://api.bigcommerce.com/stores/abc123/v2/orders -d \'{"status_id":1}\'\nHTTP/2 504\ncontent-type: text/html\nx-request-id: 0cef4f8ea2727df064c786f3fb4b09db\n\n<title>504 Gateway Time-out</title>';

const VIEWS = {
  card: { markup: 'code="500"' },
  table: { markup: 'selected="404" query="4xx"' },
  troubleshoot: { markup: 'mode="troubleshoot"' },
  diagnosis: { markup: 'mode="troubleshoot"', act: (browser) => paste(browser, ANSWER) },
};

const WIDTHS = { narrow: 320, wide: 1000 };

const screenshots = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
mkdirSync(screenshots, { recursive: true });

for (const name of BROWSERS.filter((name) => name === 'chromium' || process.env.TAKE_PICTURES === '1')) {
  describe(`the look in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    const take = async (label, width, markup, { act, ...more } = {}) => {
      const isTooNarrow = !browser.can.narrow && width < 400;
      const windowWidth = isTooNarrow ? 700 : width;
      await browser.resize(windowWidth, 800);
      await showNext(browser, server, `<bc-status ${markup}></bc-status>`, more);
      if (isTooNarrow)
        await browser.evaluate((width) => {
          document.body.style.width = `${width}px`;
        }, width);
      await act?.(browser);
      await ask(browser, ({ all }) => all('*').forEach((one) => one.blur()));
      const height = await browser.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      await browser.resize(windowWidth, browser.can.tall ? height : 800);
      await browser.evaluate(() => {
        scrollTo(0, 0);
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
      });
      const screenshot = await browser.screenshot();
      if (name !== 'chromium') return writeFileSync(`${screenshots}${name}-${label}.png`, screenshot);
      assert.equal(differenceFrom(label, screenshot), undefined);
    };

    for (const [view, { markup, act }] of Object.entries(VIEWS)) {
      for (const [width, pixels] of Object.entries(WIDTHS)) {
        for (const theme of ['light', 'dark']) {
          it(`${view}, ${width}, ${theme}`, () => take(`${view}-${width}-${theme}`, pixels, `${markup} theme="${theme}"`, { act }));
        }
      }
    }

    it('from right to left', () => take('table-rtl', 600, 'selected="429" query="429" theme="light"', { dir: 'rtl' }));

    it('on paper', { skip: name !== 'chromium' && 'this browser cannot be told to print' }, async () => {
      await browser.print(true);
      try {
        await take('diagnosis-print', 700, 'mode="troubleshoot"', { act: (browser) => paste(browser, ANSWER) });
        await take('card-print', 700, 'code="429"');
      } finally {
        await browser.print(false);
      }
    });
  });
}
