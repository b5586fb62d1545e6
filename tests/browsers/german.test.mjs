// The widget in German, in Chromium, Firefox and WebKit.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statuses } from '../../pkg/dist/index.js';
import { englishIn } from '../lang/words.mjs';
import { BROWSERS } from './browser.mjs';
import { ask, complaints, paste, showNext, textOf } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const QUOTA =
  'HTTP/2 429\nx-rate-limit-requests-left: 0\nx-rate-limit-requests-quota: 150\nx-rate-limit-time-reset-ms: 4200\nx-rate-limit-time-window-ms: 30000\n\n{"errors":{"price":"error.path.missing"}}';

/** Words of the protocol, which no language changes. */
const NAMES = statuses().map(({ text }) => text);

/** Names of headers, which are no longer marked as code. */
const HEADERS = /\b(X|If)-[\w-]+/g;

const speakGerman = async () => {
  const { default: de } = await import('/dist/widget/lang/de.js');
  document.querySelector('bc-status').constructor.addLanguage(de);
};

for (const name of BROWSERS) {
  describe(`the widget in German, in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    const open = async (markup, lang = 'de-AT') => {
      await showNext(browser, server, markup, { lang });
      await browser.evaluate(speakGerman);
    };

    it('has no English in a card or the table', async () => {
      for (const markup of ['<bc-status code="500"></bc-status>', '<bc-status></bc-status>', '<bc-status selected="429"></bc-status>']) {
        await open(markup);
        const lines = await ask(browser, ({ all }) =>
          all('p, li, th, .title, .subtitle, button, label, caption').map((one) => one.innerText.trim()),
        );
        assert.ok(lines.filter(Boolean).length > 5, lines.join());
        for (const line of lines.filter((text) => !NAMES.includes(text))) {
          assert.equal(englishIn(line.replace(HEADERS, '')), undefined, line);
        }
        assert.deepEqual(await complaints(browser), []);
      }
    });

    it('says in German what is wrong with an answer, and in English again where that is asked for', async () => {
      await open('<bc-status mode="troubleshoot"></bc-status>');
      await paste(browser, QUOTA);
      const german = await textOf(browser, '.result');
      for (const part of [
        '4,2 s warten: noch 0 von 150 übrig.',
        'Laut den Headern',
        'price Es ist erforderlich und fehlt.',
        'Das Kontingent füllt sich',
      ]) {
        assert.ok(german.includes(part), `${part} in ${german}`);
      }
      assert.equal(englishIn(german.replace('429 Too Many Requests', '')), undefined, german);
      await ask(browser, ({ element }) => {
        element.lang = 'en';
      });
      const english = await textOf(browser, '.result');
      for (const part of ['Wait 4.2 s: 0 of 150 left.', 'The headers say', 'price Required, but missing.', 'The quota refills after']) {
        assert.ok(english.includes(part), `${part} in ${english}`);
      }
      assert.deepEqual(await complaints(browser), []);
    });
  });
}
