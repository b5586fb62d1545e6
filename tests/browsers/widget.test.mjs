// The widget in Chromium, Firefox and WebKit.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { render } from '../../pkg/dist/index.js';
import { read } from '../../pkg/dist/read.js';
import { violationsIn } from './axe.mjs';
import { BROWSERS, openBrowser } from './browser.mjs';
import { STRICT, ask, complaints, paste, show, showNext, textOf } from './page.mjs';
import { useBrowser, useServer } from './use.mjs';

const TOKEN = 'q3v9hd0exampletoken7k2m1x5z8w40';
const CARTS = 'https://api.bigcommerce.com/stores/abc123/v3/carts';
const ROUTE = `curl -i -H 'X-Auth-Token: ${TOKEN}' ${CARTS}\nHTTP/2 404\ncontent-type: text/plain\n\nThe route is not found, check the URL`;
const QUOTA =
  'HTTP/2 429\nx-rate-limit-requests-left: 0\nx-rate-limit-requests-quota: 150\nx-rate-limit-time-reset-ms: 24600\nx-rate-limit-time-window-ms: 30000\n\n{"status":429,"title":"Wait"}';

const CAPTURES = new URL('../../../shared/captures/', import.meta.url);

/** The examples of the guide, and outputs of real tools where they are beside the project. */
const texts = () => {
  const guide = readFileSync(new URL('../../docs/paste.md', import.meta.url), 'utf8');
  const manifest = new URL('manifest.jsonl', CAPTURES);
  const captures = existsSync(manifest) ? readFileSync(manifest, 'utf8').trim().split('\n') : [];
  return [
    ...captures.map((line) => readFileSync(new URL(JSON.parse(line).file, CAPTURES), 'utf8')),
    ...Array.from(guide.matchAll(/```text\n([^]*?)\n```/g), ([, example]) => example),
  ];
};

for (const name of BROWSERS) {
  describe(`the widget in ${name}`, () => {
    const server = useServer();
    const browser = useBrowser(name);

    before(() => browser.resize(1000, 800));

    const open = (markup, more) => show(browser, server, markup, more);
    const next = (markup, more) => showNext(browser, server, markup, more);
    const text = (selector) => textOf(browser, selector);
    const of = (act, ...values) => ask(browser, act, ...values);

    describe('as a card', () => {
      it('says what a code means, whether to send again, why it comes and what to do', async () => {
        await open('<bc-status code="500"></bc-status>');
        const shown = await text();
        for (const part of [
          '500 Internal Server Error',
          'Server error · documented by BigCommerce',
          'Somebody waits',
          'Not now; after 1 min',
          'Again after 1 min',
          'Do not repeat',
          'Common causes',
          'What to do',
          'Read on',
        ]) {
          assert.ok(shown.includes(part), `${part} in ${shown}`);
        }
        assert.equal(
          await of(({ all }) =>
            all('[role=heading]')
              .map((one) => one.ariaLevel ?? one.getAttribute('aria-level'))
              .join(),
          ),
          '3,4,4,4',
        );
        assert.deepEqual(await complaints(browser), []);
      });

      it('follows its attributes and properties', async () => {
        await next('<bc-status code="404" heading-level="2"></bc-status>');
        assert.ok((await text()).startsWith('404 Does Not Exist'));
        assert.equal(await of(({ element }) => element.headingLevel), 2);
        await of(({ element }) => {
          element.code = 418;
        });
        assert.ok((await text()).startsWith('418 (no registered name) Client error · not on BigCommerce’s status pages'));
        assert.equal(await of(({ element }) => element.getAttribute('code')), '418');
        await of(({ element }) => element.removeAttribute('code'));
        assert.ok((await text()).includes('30 of 30 codes'));
      });

      it('says what is wrong with a code, and with other attributes', async () => {
        await next('<bc-status code="4o4" mode="cards"></bc-status>');
        assert.equal(await text(), '“4o4” is not an HTTP status code. A code is a whole number from 100 to 599.');
        assert.deepEqual(await complaints(browser), ['warn: <bc-status>: mode="cards" is unknown; there are card, table, troubleshoot']);
        await next('<bc-status only="foo" sort="foo" theme="blue" retry="foo"></bc-status>');
        assert.ok((await text()).includes('30 of 30 codes'));
        await of(({ element }) => {
          element.theme = 'light';
          element.theme = 'blue';
        });
        assert.deepEqual((await complaints(browser)).sort(), [
          'warn: <bc-status>: only="foo" is unknown; there are success, redirection, client-error, server-error',
          'warn: <bc-status>: retry="foo" is unknown; there are after-wait, if-repeatable, after-change, never, none-needed',
          'warn: <bc-status>: sort="foo" is unknown; there are code, -code, name, -name, retry, -retry',
          'warn: <bc-status>: theme="blue" is unknown; there are light, dark',
        ]);
      });

      it('says what is wrong with a card without a code, and with a language that has no words', async () => {
        await next('<bc-status mode="card" lang="tlh"></bc-status><bc-status code="404" lang="en-GB"></bc-status>');
        assert.ok((await text()).includes('30 of 30 codes'));
        await of(({ element }) => {
          element.lang = 'fj';
        });
        await text();
        const said = await complaints(browser);
        assert.ok(said.includes('warn: <bc-status>: mode="card" needs a code, such as code="429"; without one all are shown'), said.join());
        assert.ok(
          said.some((line) => /^warn: <bc-status>: lang="fj" has no words; there are en\b/.test(line)),
          said.join(),
        );
        assert.ok(!said.some((line) => line.includes('en-GB')), said.join());
      });

      it('takes properties of any kind', async () => {
        await next('<bc-status></bc-status>');
        const shownWith = (name, value) =>
          of(
            async ({ element }, name, value) => {
              const other = Object.assign(document.createElement('bc-status'), { [name]: value });
              element.after(other);
              await other.updateComplete;
              const rows = other.shadowRoot.querySelectorAll('.line').length;
              other.remove();
              return rows;
            },
            name,
            value,
          );
        const names = ['query', 'only', 'retry', 'sort', 'selected', 'anchor', 'headingLevel', 'theme', 'lang', 'strings', 'mode'];
        for (const name of names)
          for (const value of [null, 0, true, ['x'], {}])
            assert.notEqual(await shownWith(name, value), undefined, `${name} ${JSON.stringify(value)}`);
        assert.equal(await shownWith('query', 429), 1);
        assert.equal(await shownWith('only', ['client-error', 'server-error']), await shownWith('only', 'client-error server-error'));
      });
    });

    describe('as the table', () => {
      it('is searched as somebody types', async () => {
        await next('<bc-status></bc-status>');
        assert.deepEqual(await of(({ all }) => all('.group').map((row) => row.innerText.trim())), [
          'Success',
          'Redirect',
          'Client error',
          'Server error',
        ]);
        await browser.click('bc-status', 'input[type=search]');
        await browser.type('too many re');
        assert.equal(await text('.count'), '1 of 30 codes Show all');
        assert.equal(await of(({ element }) => element.getAttribute('query')), 'too many re');
        await browser.press('Backspace');
        for (const key of 'quests') await browser.press(key);
        await browser.click('bc-status', '.count button');
        assert.equal(await text('.count'), '30 of 30 codes');
        assert.equal(await of(({ element, all }) => element.shadowRoot.activeElement === all('input')[0]), true);
        await browser.type('520');
        assert.match(await text(), /No row matches; this is what is known of 520: 520 \(no registered name\)/);
      });

      it('is filtered, sorted and opened by the mouse', async () => {
        await next('<bc-status></bc-status>');
        await of(({ element }) => {
          globalThis.selected = [];
          element.addEventListener('bc-status-select', ({ detail }) => globalThis.selected.push([detail.code, detail.status.text]));
        });
        await browser.click('bc-status', '.chip[data-class=server-error]');
        assert.deepEqual(
          await of(({ element, all }) => [
            element.only,
            all('.chip')[3].ariaPressed ?? all('.chip')[3].getAttribute('aria-pressed'),
            all('.line').length,
          ]),
          ['server-error', 'true', 8],
        );
        await browser.click('bc-status', 'th.name .sort');
        assert.equal(await of(({ all }) => all('.line')[0].innerText.slice(0, 3)), '502');
        await browser.click('bc-status', 'th.name .sort');
        assert.deepEqual(
          await of(({ element, all }) => [
            element.sort,
            all('th.name')[0].getAttribute('aria-sort'),
            all('.line')[0].innerText.slice(0, 3),
          ]),
          ['-name', 'descending', '503'],
        );
        await browser.click('bc-status', '.line .toggle');
        assert.deepEqual(
          await of(({ element, all }) => [
            element.getAttribute('selected'),
            all('.toggle')[0].getAttribute('aria-expanded'),
            all('.open').length,
          ]),
          ['503', 'true', 1],
        );
        assert.deepEqual(await browser.evaluate(() => globalThis.selected), [[503, 'Service Unavailable']]);
        await browser.click('bc-status', '.line .toggle');
        assert.equal(await of(({ all }) => all('.open').length), 0);
        await of(({ element }) => {
          element.selected = '500';
        });
        assert.equal(await of(({ all }) => all('.open').length), 1);
        await of(({ element }) => {
          element.retry = 'never';
          element.only = null;
        });
        assert.deepEqual(
          await of(({ all }) =>
            all('.line .code')
              .map((cell) => cell.innerText.trim())
              .sort(),
          ),
          ['501', '505', '507'],
        );
      });

      it('has a link for each code, which opens its row', async () => {
        await next('<bc-status query="zebra"></bc-status>');
        await browser.evaluate(() => {
          location.hash = '#bc-status-429';
        });
        await browser.waitFor(() => document.querySelector('bc-status').selected === 429);
        assert.equal(await of(({ all }) => all('.line[data-open]')[0].id), 'bc-status-429');
        await browser.waitFor(
          () =>
            Math.abs(document.querySelector('bc-status').shadowRoot.querySelector('.line[data-open]').getBoundingClientRect().top) < 100,
        );
        await browser.click('bc-status', '#bc-status-404 a');
        await browser.waitFor(() => location.hash === '#bc-status-404' && document.querySelector('bc-status').selected === 404);
        await browser.evaluate(() => {
          location.hash = '#%E0%A4%A';
        });
        for (const other of ['999', '0x1ad', '429.0'])
          await browser.evaluate((other) => {
            location.hash = `#bc-status-${other}`;
          }, other);
        assert.equal(await of(({ element }) => element.selected), 404);
        assert.deepEqual(await complaints(browser), []);
      });

      it('is selected once as long as a row stays open', async () => {
        await next('<bc-status></bc-status>');
        await of(({ element }) => {
          globalThis.selected = [];
          element.addEventListener('bc-status-select', ({ detail }) => globalThis.selected.push(detail.code));
        });
        const shows = (code) => browser.waitFor((code) => document.querySelector('bc-status').selected === code, code);
        for (const row of [404, 404, 409]) {
          await browser.click('bc-status', `#bc-status-${row} a`);
          await shows(row);
        }
        await browser.click('bc-status', '#bc-status-409 .toggle');
        await browser.waitFor(() => document.querySelector('bc-status').selected !== 409);
        await browser.click('bc-status', '#bc-status-409 .toggle');
        await shows(409);
        assert.deepEqual(await browser.evaluate(() => globalThis.selected), [404, 409, 409]);
      });

      it('stays as it is where it is moved', async () => {
        await next('<bc-status></bc-status>');
        await browser.evaluate(() => {
          location.hash = '#bc-status-429';
        });
        await browser.waitFor(() => document.querySelector('bc-status').selected === 429);
        const kept = await of(async ({ element }) => {
          Object.assign(element, { selected: undefined, query: 'too many' });
          element.parentNode.prepend(element);
          await new Promise((resolve) => setTimeout(resolve, 50));
          return [element.selected ?? null, element.query];
        });
        assert.deepEqual(kept, [null, 'too many']);
      });

      it('tells of a code in what is searched for, where no row matches', async () => {
        for (const query of ['error 429', 'HTTP/1.1 404 Not Found', '"422",']) {
          await next('<bc-status></bc-status>');
          await of(({ element }, query) => {
            element.query = query;
          }, query);
          const [code] = query.match(/\b\d{3}\b/);
          assert.ok((await text()).includes(`No row matches; this is what is known of ${code}: ${code} `), query);
        }
      });

      it('is used by the keyboard alone', async () => {
        await next('<bc-status only="redirection"></bc-status>');
        await browser.click('h1');
        const seen = [];
        const focused = () =>
          of(({ element }) => element.shadowRoot.activeElement?.textContent.trim() || element.shadowRoot.activeElement?.type);
        for (let at = 0; at < 11; at++) {
          await browser.press('Tab');
          seen.push(await focused());
        }
        const expected = [
          'search',
          'Success',
          'Redirect',
          'Client error',
          'Server error',
          undefined,
          'Show all',
          'Code↑',
          'Name',
          'Again?',
          'Moved Permanently',
        ];
        seen.forEach((found, at) => expected[at] && assert.equal(found?.replace(/\s+/g, at === 7 ? '' : ' '), expected[at]));
        await browser.press('ArrowUp');
        assert.equal(await focused(), 'Moved Permanently');
        for (const [key, found] of [
          ['End', 'Not Modified'],
          ['Home', 'Moved Permanently'],
          ['ArrowDown', 'Found'],
        ]) {
          await browser.press(key);
          assert.equal(await focused(), found);
        }
        await browser.press('Enter');
        await browser.waitFor(() => document.querySelector('bc-status').selected === 302);
        await browser.press('ArrowRight');
        assert.equal(await focused(), '302');
        await browser.press('Enter');
        await browser.waitFor(() => location.hash === '#bc-status-302');
        const outline = await of(({ element }) => getComputedStyle(element.shadowRoot.activeElement).outlineStyle);
        assert.equal(outline, 'solid');
        await browser.press('Tab', { shift: true });
        assert.equal(await focused(), 'Again?');
        await browser.press('Tab');
        assert.equal(await focused(), '302', 'where it was before');
      });

      it('leaves the field to paste into within ten stops, as its guide puts them', async () => {
        const guide = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');
        await next(
          guide
            .match(/<bc-status[^>]*><\/bc-status>/g)
            .slice(0, 3)
            .join(''),
        );
        await browser.click('h1');
        const isThere = () => browser.evaluate(() => document.activeElement.shadowRoot?.activeElement?.matches('[part~=paste]') ?? false);
        let stops = 0;
        while (stops < 10 && !(await isThere())) {
          await browser.press('Tab');
          stops++;
        }
        assert.ok(await isThere(), `${stops} stops`);
      });

      it('is one stop of the Tab key for all rows, also when others are shown', async () => {
        await next('<bc-status></bc-status>');
        const stops = () =>
          of(({ all }) =>
            all('.codes tbody :is(a, button)')
              .filter(({ tabIndex }) => tabIndex === 0)
              .map(({ textContent }) => textContent),
          );
        assert.deepEqual(await stops(), ['OK']);
        await of(({ all }) => all('.toggle')[9].focus());
        await browser.press('ArrowDown');
        assert.equal((await stops()).length, 1);
        assert.notDeepEqual(await stops(), ['OK']);
        await of(({ element }) => {
          element.query = '30';
        });
        assert.deepEqual(await stops(), ['Moved Permanently']);
        await of(({ element }) => {
          element.selected = 304;
        });
        assert.deepEqual((await stops()).slice(0, 1), ['Not Modified']);
      });
    });

    describe('troubleshooting', () => {
      const start = () => next('<bc-status mode="troubleshoot"></bc-status>');

      it('finds out what is wrong, shows no secret, and asks nobody but its own file', async () => {
        await open('<bc-status mode="troubleshoot"></bc-status>');
        await of(({ element }) =>
          element.addEventListener('bc-status-diagnosed', ({ detail }) => {
            globalThis.told = JSON.stringify(detail);
          }),
        );
        const before = server.asked.length;
        await paste(browser, ROUTE);
        const shown = await text('.result');
        for (const part of [
          '404 Does Not Exist',
          'Send it again? No',
          'This path does not support GET',
          'GET exists on /v3/carts/{id}, not on /v3/carts.',
          'request.method-not-on-route',
          'Read on at',
        ]) {
          assert.ok(shown.includes(part), `${part} in ${shown}`);
        }
        const everything = await of(({ element, all }) =>
          [element.outerHTML, element.shadowRoot.innerHTML, ...all('input, textarea').map(({ value }) => value)].join('\n'),
        );
        assert.ok(everything.includes('X-Auth-Token: •••1•••'), everything);
        assert.ok(!everything.includes(TOKEN));
        const told = await browser.evaluate(() => globalThis.told);
        assert.ok(told.includes('request.method-not-on-route') && !told.includes(TOKEN));
        assert.deepEqual(server.asked.slice(before), ['/dist/bc-status-read.js'], 'the reader, and nobody who could be told');
        await paste(browser, `${ROUTE}!`);
        assert.equal(server.asked.length, before + 1);
        assert.match(await text('.unseen[role=status]'), /^404 Does Not Exist\. This path does not support GET\.$/);
        assert.deepEqual(await complaints(browser), []);
      });

      it('is told by the clipboard and the keyboard, and shows no secret there either', async () => {
        await start();
        await browser.click('bc-status', 'textarea');
        await browser.paste(ROUTE);
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('.findings'));
        assert.ok((await text('.result')).includes('This path does not support GET'));
        const written = await of(({ all }) => all('textarea')[0].value);
        assert.equal(written, ROUTE.replace(TOKEN, '•••1•••'));
        await browser.type(' again');
        assert.equal(await of(({ all }) => all('textarea')[0].value), `${written} again`);
        assert.deepEqual(await complaints(browser), []);
      });

      it('keeps the secret for the diagnosis while the text is edited', async () => {
        await start();
        await paste(
          browser,
          `curl -H 'X-Auth-Token: Bearer ${TOKEN}' https://api.bigcommerce.com/stores/abc123/v3/carts\nHTTP/2 401\n\n{}`,
        );
        const found = await text('.findings');
        await of(({ all }) => {
          const [field] = all('textarea');
          field.value = field.value.replace('{}', '{"a":1}');
          field.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }));
        });
        assert.equal(await text('.findings'), found);
        await browser.click('bc-status', 'textarea');
        await browser.type('\n');
        assert.ok(!(await of(({ all }) => all('textarea')[0].value)).includes(TOKEN));
      });

      it('masks what was typed as soon as the field is left', async () => {
        await start();
        await browser.click('bc-status', 'textarea');
        await browser.type(`X-Auth-Token: ${TOKEN}`);
        await browser.press('Tab');
        await browser.waitFor(
          () => document.querySelector('bc-status').shadowRoot.querySelector('textarea').value === 'X-Auth-Token: •••1•••',
        );
      });

      it('shows no secret that is undone and done again', async () => {
        await open('<bc-status mode="troubleshoot"></bc-status>');
        await browser.click('bc-status', 'textarea');
        await browser.type('so ');
        await browser.paste(`X-Auth-Token: ${TOKEN}`);
        for (const key of ['z', 'z', 'y', 'y']) {
          await browser.press(key, { control: true });
          const written = await of(({ all }) => all('textarea')[0].value);
          assert.ok(!written.includes(TOKEN), `${key}: ${written}`);
        }
      });

      it('shows no part of a secret in what is wrong with a field', async () => {
        await start();
        // Only as a whole it looks like one.
        await paste(browser, `Forty-five characters that stand before it are ${TOKEN}`, 'textarea[name=requestHeaders]');
        const wrong = await text('[role=alert]');
        assert.ok(wrong.includes('is not a header') && !wrong.includes(TOKEN.slice(0, 4)), wrong);
      });

      it('counts the wait down, and says when it is over', async () => {
        await start();
        await paste(browser, QUOTA);
        const first = await text('[role=timer]');
        const [, seconds] = /^Yes, after ([\d.]+) s$/.exec(first) ?? assert.fail(first);
        assert.ok(seconds > 0 && seconds <= 25, first);
        await browser.waitFor(
          (first) => document.querySelector('bc-status').shadowRoot.querySelector('[role=timer]').innerText !== first,
          first,
        );
        await paste(browser, QUOTA.replace('24600', '300'));
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('[role=timer]').innerText === 'Yes, now');
        assert.match(await text('.unseen[role=status]'), /Yes, now\.$/);
        await paste(browser, QUOTA);
        assert.equal(
          await browser.evaluate(async () => {
            const element = document.querySelector('bc-status');
            const parent = element.parentNode;
            element.remove();
            await new Promise((resolve) => setTimeout(resolve, 1200));
            parent.append(element);
            await element.updateComplete;
            const before = element.shadowRoot.querySelector('[role=timer]').innerText;
            await new Promise((resolve) => setTimeout(resolve, 1500));
            return before !== element.shadowRoot.querySelector('[role=timer]').innerText;
          }),
          true,
          'it goes on once it is back',
        );
      });

      it('says that the wait is over where something was copied, and that nothing could be', async () => {
        await start();
        const clipboard = (write) =>
          browser.evaluate(
            `() => { Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: ${write} } }); }`,
          );
        const said = () =>
          of(({ all }) =>
            all('[role=status]')
              .map((one) => one.innerText.trim())
              .join(' | '),
          );
        await paste(browser, QUOTA.replace('24600', '2500'));
        await clipboard('async () => {}');
        await browser.click('bc-status', 'button[part~=copy]');
        await browser.waitFor(() =>
          [...document.querySelector('bc-status').shadowRoot.querySelectorAll('[role=status]')].some((one) => one.innerText === 'Copied'),
        );
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('[role=timer]').innerText === 'Yes, now');
        assert.match(await said(), /Yes, now\./);
        await clipboard('() => Promise.reject(new Error())');
        await browser.click('bc-status', 'button[part~=copy]');
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('textarea[readonly]') !== null);
        assert.match(await said(), /Copying is not permitted here/);
      });

      it('takes fields, and says what is wrong in them', async () => {
        await start();
        const clears = () => of(({ all }) => all('[part~=clear]')[0].getBoundingClientRect().width > 0);
        assert.equal(await clears(), false, 'nothing to clear');
        await browser.click('bc-status', 'summary');
        await browser.click('bc-status', 'input[name=url]');
        await browser.type('http://api.bigcommerce.com/stores/{hash}/v3/carts');
        assert.match(await text('.result'), /^The request alone.*A placeholder in the URL was never filled in/);
        await browser.click('bc-status', 'input[name=status]');
        await browser.type('4');
        assert.equal(await text('[role=alert]'), 'The status is a whole number from 100 to 599, not “4”.');
        await paste(browser, `=${TOKEN}`, 'input[name=status]');
        assert.equal(
          await text('[role=alert]'),
          'The status is a whole number from 100 to 599, not “=•••1•••”.',
          'no secret in what is wrong',
        );
        await paste(browser, '429', 'input[name=status]');
        assert.match(await text('.result'), /^429 Too Many Requests/);
        await paste(browser, 'no header', 'textarea[name=headers]');
        assert.match(await text('[role=alert]'), /^“no header” is not a header\./);
        await paste(browser, 'X-Rate-Limit-Time-Reset-Ms: 20000', 'textarea[name=headers]');
        assert.match(await text('[role=timer]'), /^Yes, after (20|1?\d(\.\d)?) s$/);
        assert.ok(await clears());
        await browser.click('bc-status', 'button[part~=clear]');
        assert.equal(await clears(), false);
        assert.deepEqual(
          await of(({ all }) => [all('.result').length, ...all('input, textarea').map(({ value }) => value)].filter(Boolean)),
          [],
        );
      });

      it('has examples, each of which it reads', async () => {
        await start();
        const ids = await of(({ all }) =>
          all('select[part~=example] option')
            .map(({ value }) => value)
            .filter(Boolean),
        );
        const found = [];
        for (const id of ids) {
          await of(({ all }, id) => {
            const [menu] = all('select[part~=example]');
            menu.value = id;
            menu.dispatchEvent(new Event('change'));
          }, id);
          found.push(await text('.findings .more code'));
        }
        assert.deepEqual(found, [
          'request.method-not-on-route',
          'auth.token-rejected',
          'limit.quota',
          'limit.abuse-protection',
          'request.field-invalid',
          'platform.gateway',
          'request.field-missing',
          'limit.quota',
          'auth.token-in-browser',
          'network.unreachable',
          'request.method-not-on-route',
          'auth.token-rejected',
        ]);
      });

      it('has examples that arrows lead through', async () => {
        await start();
        await of(({ all }) => all('select[part~=example]')[0].focus());
        const chosen = () => of(({ all }) => all('select[part~=example]')[0].value);
        for (const id of ['route', 'token', 'quota']) {
          await browser.press('ArrowDown');
          assert.equal(await chosen(), id);
        }
        assert.match(await text('.result'), /^429/);
        await browser.click('bc-status', 'button[part~=clear]');
        assert.equal(await chosen(), '');
      });

      it('reads a HAR, of which an entry can be chosen', async () => {
        await start();
        const entry = (status) => ({
          request: { method: 'GET', url: CARTS, headers: [] },
          response: { status, headers: [], content: { text: '{}' } },
        });
        await paste(browser, JSON.stringify({ log: { entries: [entry(404), entry(200), entry(503)] } }));
        assert.ok((await text('form')).includes('Read as a HAR; entry 3 of 3.'));
        await of(({ all }) => {
          const [field] = all('input[part~=entry]');
          field.value = '1';
          field.dispatchEvent(new Event('change'));
        });
        assert.match(await text('.result'), /^404/);
        await paste(browser, '{"url":5,"status":404,"headers":{}}');
        assert.match(await text('[role=alert]'), /^This cannot be read: exchange\.url must be a string, not 5\.$/);
        await paste(browser, 'what happened?');
        assert.match(await text('form'), /This is neither an answer nor a request that can be read\./);
      });

      it('reads headers in the forms that they are recorded in', async () => {
        await start();
        const [host, type] = [
          { name: ':authority', value: 'api.bigcommerce.com' },
          { name: 'Accept', value: 'text/html' },
        ];
        const entry = {
          request: { method: 'GET', url: CARTS, headers: [host, type] },
          response: { status: 404, headers: [], content: { text: '{}' } },
        };
        const shown = async (value) => {
          await paste(browser, JSON.stringify(value));
          assert.match(await text('.result'), /^404/, JSON.stringify(value));
          return of(({ all }) => all('textarea[name=requestHeaders]')[0].value);
        };
        assert.equal(await shown(entry), ':authority: api.bigcommerce.com\nAccept: text/html');
        for (const requestHeaders of ['Accept: text/html', [type], [['Accept', 'text/html']], { Accept: 'text/html' }]) {
          assert.equal(await shown({ url: CARTS, status: 404, requestHeaders }), 'Accept: text/html');
        }
      });

      it('shows all that a body says, also that it was cut off', async () => {
        await start();
        await paste(browser, 'HTTP/1.1 422 No\n\n{"status":422,"title":"Bad data","errors":{"name":"too long","price":');
        const said = await of(({ all }) => all('.section[part~=complaints] li').map((one) => one.innerText.trim()));
        assert.ok(said.includes('Bad data') && said.includes('name too long'), said.join('|'));
        assert.ok(
          said.some((line) => /cut off|ends/.test(line)),
          said.join('|'),
        );
      });

      it('gives a diagnosis as Markdown', async () => {
        await start();
        await paste(browser, ROUTE);
        await browser.evaluate(() => {
          Object.defineProperty(navigator, 'clipboard', {
            configurable: true,
            value: {
              writeText: async (text) => {
                globalThis.copied = text;
              },
            },
          });
        });
        await browser.click('bc-status', 'button[part~=copy]');
        await browser.waitFor(() => globalThis.copied !== undefined);
        const copied = await browser.evaluate(() => globalThis.copied);
        assert.match(copied, /^## 404 Does Not Exist: missing\n\n### This path does not support GET \(likely\)\n/);
        assert.ok(!copied.includes(TOKEN));
        assert.equal(await text('.bar [role=status]'), 'Copied');
        await browser.evaluate(() => {
          Object.defineProperty(navigator, 'clipboard', {
            configurable: true,
            value: { writeText: () => Promise.reject(new Error('no')) },
          });
        });
        await browser.click('bc-status', 'button[part~=copy]');
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('textarea[readonly]') !== null);
        assert.equal(await of(({ all }) => all('textarea[readonly]')[0].value), copied);
      });
    });

    describe('in a page', () => {
      it('leaves what is between its tags where WebAssembly is forbidden, and says how to allow it', async () => {
        const policy = { headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" } };
        for (const attributes of ['code="429"', '', 'mode="troubleshoot"']) {
          await open(`<bc-status ${attributes}>${render(429, 'html')}</bc-status>`, policy);
          const isForbidden = await browser.evaluate(() => {
            try {
              return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
            } catch {
              return true;
            }
          });
          // WebKit compiles it all the same, so there is nothing to fall back from.
          assert.equal(isForbidden, name !== 'webkit');
          if (!isForbidden) return assert.equal(await of(({ all }) => all('slot').length), 0);
          assert.ok(await browser.evaluate(() => document.querySelector('bc-status').getBoundingClientRect().height > 100));
          assert.equal(await of(({ all }) => all('slot').length), 1);
          const said = (await complaints(browser)).filter((line) => line.startsWith('warn'));
          assert.equal(said.length, 1);
          assert.match(said[0], /script-src 'wasm-unsafe-eval'$/);
        }
        await open('<bc-status mode="troubleshoot"></bc-status>', policy);
        assert.match(await text('slot'), /^This page’s Content-Security-Policy forbids WebAssembly/);
        await open('<bc-status code="429"></bc-status>', policy);
        assert.ok((await text()).startsWith('429 Too Many Requests'), 'a card needs none');
      });

      it('asks for its script and nothing else', async () => {
        const before = server.asked.length;
        await open('<bc-status code="429"></bc-status><bc-status></bc-status><bc-status mode="troubleshoot"></bc-status>');
        assert.deepEqual(
          server.asked
            .slice(before)
            .filter((path) => !/favicon/.test(path))
            .sort(),
          ['/dist/bc-status-widget.js', '/page.css', `/page-${server.asked[before].slice(6)}`, '/watch.js'].sort(),
        );
        assert.deepEqual(await complaints(browser), []);
      });

      it('works as modules too', async () => {
        await open('<bc-status mode="troubleshoot"></bc-status>', { script: '/dist/widget/define.js' });
        await paste(browser, ROUTE);
        assert.match(await text('.result'), /^404/);
        assert.deepEqual(await complaints(browser), []);
      });

      it('is a file of cards and the table, which says what it has not', async () => {
        const script = '/dist/bc-status-codes.js';
        await open('<bc-status code="429"></bc-status>', { script });
        assert.ok((await text()).startsWith('429 Too Many Requests'));
        await open('<bc-status query="too many requests"></bc-status>', { script });
        assert.deepEqual(await of(({ all }) => all('.line').map(({ id }) => id)), ['bc-status-429']);
        assert.deepEqual(await complaints(browser), []);
        await open('<bc-status mode="troubleshoot"><p>Read on</p></bc-status>', { script });
        assert.match(
          (await complaints(browser)).join(),
          /bc-status-codes\.js has cards and the table only; mode="troubleshoot" needs bc-status-widget\.js/,
        );
      });

      it('reads with a file that lies elsewhere, and says where it was looked for', async () => {
        server.alias('/dist/bc-status-read.js', 'gone');
        server.alias('/elsewhere/reader.js', '/dist/bc-status-read.js');
        await open('<bc-status mode="troubleshoot" reader="elsewhere/reader.js"></bc-status>');
        await paste(browser, ROUTE);
        assert.match(await text('.result'), /^404/);
        server.alias('/dist/bc-status-read.js', '/dist/bc-status-read.js');
        for (const reader of ['data:text/javascript,export const init = 1', 'http://']) {
          await open(`<bc-status mode="troubleshoot" reader="${reader}"></bc-status>`);
          await paste(browser, ROUTE);
          assert.ok((await text('[role=alert]')).includes(`could not be loaded from ${reader}:`), reader);
        }
      });

      it('says what is missing where the reader does not arrive, and takes it as soon as it is there', async () => {
        server.alias('/dist/bc-status-read.js', 'gone');
        await open('<bc-status mode="troubleshoot"></bc-status>');
        await paste(browser, ROUTE);
        const said = await text('[role=alert]');
        assert.ok(said.startsWith(`What reads pasted texts could not be loaded from ${server.origin}/dist/bc-status-read.js: put`), said);
        assert.ok(!(await of(({ all }) => all('textarea')[0].value)).includes(TOKEN), 'masked all the same');
        await paste(browser, '429', 'input[name=status]');
        assert.match(await text('.result'), /^429 Too Many Requests/, 'the fields work');
        server.alias('/dist/bc-status-read.js', '/dist/bc-status-read.js');
        await paste(browser, `${ROUTE}\n`);
        assert.match(await text('.result'), /^404/);
        assert.equal(await of(({ all }) => all('[role=alert]').length), 0);
      });

      it('says what is missing where a policy blocks the reader', async () => {
        const policy = `default-src 'none'; script-src ${server.origin}/watch.js ${server.origin}/dist/bc-status-widget.js 'wasm-unsafe-eval'; style-src 'self'`;
        await open('<bc-status mode="troubleshoot"></bc-status>', { headers: { 'content-security-policy': policy } });
        await paste(browser, ROUTE);
        assert.match(
          await text('[role=alert]'),
          /could not be loaded from .*, allow it in script-src, and paste again\. The fields work without it\.$/,
        );
      });

      it('says so where what reads answers does not arrive', async () => {
        server.alias('/dist/widget/troubleshoot/troubleshooter.js', 'gone');
        await open('<bc-status mode="troubleshoot"></bc-status>', { script: '/dist/widget/define.js' });
        assert.equal(await text('slot'), 'The reader of answers could not be loaded; the console says why. Reload the page to try again.');
        assert.match((await complaints(browser)).join(), /error: <bc-status> could not load what reads answers: /);
        server.alias('/dist/widget/troubleshoot/troubleshooter.js', '/dist/widget/troubleshoot/troubleshooter.js');
      });

      /** A log in which the last line but one failed, and only the end says what the token in the first line is. */
      const LONG = [
        `the key of this run is ${'KEY'.padEnd(16, '-x')}`,
        ...Array.from({ length: 1400 }, (_, n) => `2026-11-28T17:00:00Z GET ${CARTS}/${n} 200 in ${n} ms`),
        `> GET /stores/abc123/v3/carts HTTP/2\n> Host: api.bigcommerce.com\n> X-Auth-Token: ${'KEY'.padEnd(16, '-x')}\n> \n< HTTP/2 404 \n< content-type: text/plain\n< \nThe route is not found, check the URL\n`,
      ].join('\n');

      /** How often the page has made a worker. */
      const countWorkers = () =>
        browser.evaluate(() => {
          globalThis.workers = 0;
          const { Worker } = globalThis;
          globalThis.Worker = class extends Worker {
            constructor(...all) {
              super(...all);
              globalThis.workers += 1;
            }
          };
        });

      const TRUSTED = STRICT.replace('trusted-types lit-html', 'trusted-types lit-html bc-status');
      for (const [what, workers, more] of [
        ['in a worker', 1, {}],
        ['in a worker of trusted types', 1, { headers: { 'content-security-policy': TRUSTED } }],
        ['in a worker of the modules', 1, { headers: {}, script: '/dist/widget/define.js' }],
        ['in the page, where workers are forbidden', null, { headers: { 'content-security-policy': `${TRUSTED}; worker-src 'none'` } }],
      ]) {
        it(`reads a long text ${what}, and shows the beginning`, async () => {
          await open('<bc-status mode="troubleshoot"></bc-status>', { headers: {}, ...more });
          await countWorkers();
          await paste(browser, LONG);
          assert.match(await text('.result'), /^404/);
          if (workers !== null) assert.equal(await browser.evaluate(() => globalThis.workers), workers);
          const shown = () => of(({ all }) => all('textarea')[0].value);
          // What is secret by what is behind is told after the result.
          await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('textarea').value.includes('•••'));
          const begin = await shown();
          assert.ok(begin.length <= 100_000 && begin.startsWith('the key of this run is •••1•••\n'), begin.slice(0, 40));
          assert.equal(LONG.replaceAll('KEY'.padEnd(16, '-x'), '•••1•••').startsWith(begin), true);
          assert.match(await text('form'), /Shown are the first 98 of \d+ KB\./);
          // What is not shown still follows.
          await of(({ all }) => {
            const [field] = all('textarea');
            field.value = `A word before it.\n${field.value}`;
            field.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }));
          });
          assert.match(await text('.result'), /^404/);
          await paste(browser, '429');
          assert.match(await text('.result'), /^429/);
          assert.doesNotMatch(await text('form'), /Shown are the first/);
          await paste(browser, LONG);
          await browser.click('bc-status', 'button[part~=clear]');
          assert.equal(await shown(), '');
          assert.equal(await of(({ all }) => all('.result').length), 0);
        });
      }

      it('reads a long text from the clipboard', async () => {
        await open('<bc-status mode="troubleshoot"></bc-status>', { headers: {} });
        await browser.click('bc-status', 'textarea');
        await browser.paste(LONG);
        await browser.waitFor(() => document.querySelector('bc-status').shadowRoot.querySelector('.findings'));
        assert.match(await text('.result'), /^404/);
        assert.match(await text('form'), /Shown are the first 98 of \d+ KB\./);
      });

      it('reads one text of each kind as bc-status/read does', async () => {
        await next('<bc-status mode="troubleshoot"></bc-status>');
        const kinds = new Map();
        for (const one of texts()) {
          const { kind } = read(one) ?? {};
          if (kind && !kinds.has(kind)) kinds.set(kind, one);
        }
        assert.ok(kinds.size >= 8, [...kinds.keys()].join());
        for (const [kind, one] of kinds) {
          await paste(browser, one);
          const fields = await of(({ all }) => Object.fromEntries(all('[name]').map(({ name, value }) => [name, value])));
          const { method, url, status, failure } = read(one).exchange;
          const told = { method: method ?? '', url: url ?? '', status: String(status ?? ''), failure: failure ?? '' };
          const seen = Object.fromEntries(Object.keys(told).map((name) => [name, fields[name]]));
          if (/•/.test(seen.url)) seen.url = told.url;
          assert.deepEqual(seen, told, `${kind}: ${one.slice(0, 200)}`);
        }
      });

      it('speaks the language of the page, if it has it, and words that replace others', async () => {
        await open('<bc-status code="429"></bc-status>', { lang: 'tlh' });
        assert.equal(await of(({ all }) => all('.root')[0].lang), 'en');
        await of(({ element }) => element.constructor.addLanguage({ lang: 'tlh', ui: { causes: 'Meq' } }));
        assert.ok((await text()).includes('Meq'));
        assert.equal(await of(({ all }) => all('.root')[0].lang), 'tlh');
        await of(({ element }) => Object.assign(element, { mode: 'table', selected: 429 }));
        for (const word of ['wej', 'cha']) {
          await of(
            ({ element }, word) =>
              element.constructor.addLanguage({ lang: 'tlh', statuses: (globalThis.statuses ??= {}), advice: { 'after-wait': word } }),
            word,
          );
          assert.ok((await text('.open')).startsWith(word), word);
        }
        await of(({ element }) => Object.assign(element, { mode: 'card', strings: { causes: 'qatlh' } }));
        assert.ok((await text()).includes('qatlh'));
        await of(({ element }) => {
          element.lang = 'en';
          element.strings = undefined;
        });
        assert.ok((await text()).includes('Common causes'));
      });

      it('speaks the language of where it is, also after it was elsewhere', async () => {
        await open('<div lang="tlh"><bc-status code="429"></bc-status></div><form id="form"><select name="lang"></select></form>');
        const speaks = () =>
          of(({ element }) => new Promise((resolve) => setTimeout(() => resolve(element.shadowRoot.querySelector('.root').lang), 20)));
        await of(({ element }) => {
          const { parentNode } = element;
          element.remove();
          element.constructor.addLanguage({ lang: 'tlh', ui: {} });
          parentNode.append(element);
        });
        assert.equal(await speaks(), 'tlh', 'added while it was nowhere');
        await browser.evaluate(() => document.querySelector('form').append(document.querySelector('bc-status')));
        assert.equal(await speaks(), 'en', 'moved into a form with a field named lang');
        await browser.evaluate(() => {
          document.documentElement.lang = 'tlh';
        });
        assert.equal(await speaks(), 'tlh', 'the page changes its language');
        assert.deepEqual(await complaints(browser), []);
      });

      it('is printed in light colours', async () => {
        if (!browser.can.print) return;
        await next('<bc-status code="429" theme="dark"></bc-status>');
        const background = () => of(({ all }) => getComputedStyle(all('.root')[0]).backgroundColor);
        assert.notEqual(await background(), 'rgb(255, 255, 255)');
        await browser.print(true);
        const printed = await background();
        await browser.print(false);
        assert.equal(printed, 'rgb(255, 255, 255)');
      });

      it('is printed without what a person types and chooses in', async () => {
        if (!browser.can.print) return;
        for (const markup of ['<bc-status></bc-status>', '<bc-status mode="troubleshoot"></bc-status>']) {
          await next(markup);
          await browser.print(true);
          const printed = await of(({ all }) =>
            all('.field, input, select, textarea, .chip')
              .filter((one) => one.getBoundingClientRect().width)
              .map((one) => one.outerHTML.slice(0, 80)),
          );
          await browser.print(false);
          assert.deepEqual(printed, [], markup);
        }
      });

      it('has the part of its mode where its padding is, and room around it', async () => {
        for (const [mode, attributes] of [
          ['card', ' code="429"'],
          ['card', ' code="x"'],
          ['table', ''],
          ['troubleshoot', ' mode="troubleshoot"'],
        ]) {
          await next(`<bc-status${attributes}></bc-status>`);
          const frames = await of(
            ({ element, all }, mode) => [
              ...all(`[part~=${mode}]`).map((one) => {
                const { paddingLeft, borderLeftWidth } = getComputedStyle(one);
                return [Number.parseFloat(paddingLeft) >= 12, borderLeftWidth];
              }),
              getComputedStyle(element).marginBlock,
            ],
            mode,
          );
          assert.deepEqual(frames, [[true, '1px'], '16px'], mode);
        }
      });

      it('names its landmarks', async () => {
        await next('<bc-status></bc-status><bc-status mode="troubleshoot"></bc-status><bc-status code="429"></bc-status>');
        assert.deepEqual(
          await browser.evaluate(() =>
            [...document.querySelectorAll('bc-status')].flatMap(({ shadowRoot }) =>
              [...shadowRoot.querySelectorAll('form, article')].map((one) => one.getAttribute('aria-label')),
            ),
          ),
          ['Status codes of BigCommerce’s APIs', 'Paste an answer or a request', '429 Too Many Requests'],
        );
      });

      it('breaks no short name, and no word of advice where there is room', async () => {
        await next('<bc-status></bc-status>');
        await of(({ element }) => {
          element.parentElement.style.width = '590px';
        });
        const shown = await of(({ all }) => [
          getComputedStyle(all('td.meaning')[0]).display,
          ...all('.line .retry, .codes .sort').filter((one) => {
            const range = new Range();
            range.selectNodeContents(one);
            return range.getBoundingClientRect().height > 36;
          }),
        ]);
        await of(({ element }) => {
          element.parentElement.style.width = '320px';
          element.code = 429;
        });
        const broken = await of(({ all }) =>
          all('code')
            .filter((one) => one.textContent.length < 18 && one.getClientRects().length > 1)
            .map((one) => one.textContent),
        );
        await of(({ element }) => {
          element.parentElement.style.width = '';
        });
        assert.deepEqual(shown, ['table-cell']);
        assert.deepEqual(broken, []);
      });

      it('takes colours from its properties, by attribute, and runs from right to left', async () => {
        await open('<bc-status code="429"></bc-status>', { dir: 'rtl' });
        const look = () =>
          of(({ all }) => {
            const { backgroundColor, color, direction } = getComputedStyle(all('.root')[0]);
            return [backgroundColor, color, direction];
          });
        await of(({ element }) => {
          element.theme = 'light';
        });
        const light = await look();
        await of(({ element }) => {
          element.theme = 'dark';
        });
        const dark = await look();
        assert.equal(light[0], 'rgb(255, 255, 255)');
        assert.notDeepEqual(light.slice(0, 2), dark.slice(0, 2));
        assert.equal(dark[2], 'rtl');
        await of(({ element }) => {
          element.mode = 'table';
        });
        assert.deepEqual(
          await of(({ all }) => {
            const { paddingLeft, paddingRight } = getComputedStyle(all('th.code')[0]);
            return [paddingLeft, paddingRight];
          }),
          ['12px', '0px'],
        );
        const isEnglish = ({ all }, selector) => {
          const [text] = [...all(selector)[0].childNodes].filter((one) => one.nodeType === 3 && one.data.trim());
          const at = text.data.search(/\S/);
          const left = (index) => {
            const range = new Range();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            return range.getBoundingClientRect().left;
          };
          return left(at) < left(text.data.trimEnd().length - 1);
        };
        for (const selector of ['th.retry .sort', '.field:last-child > span'])
          assert.ok(await of(isEnglish, selector), `the mark behind a question in ${selector}`);
        await of(({ element }) => element.style.setProperty('--bc-status-surface', 'rgb(1, 2, 3)'));
        assert.equal((await look())[0], 'rgb(1, 2, 3)');
      });

      const backgroundIn = (one, scheme = '') =>
        ask(
          one,
          ({ all }, scheme) => {
            document.documentElement.style.colorScheme = scheme;
            const { backgroundColor } = getComputedStyle(all('.root')[0]);
            document.documentElement.style.colorScheme = '';
            return backgroundColor;
          },
          scheme,
        );

      it('has the colours of its page', async () => {
        await next('<bc-status code="429"></bc-status>');
        const light = await backgroundIn(browser);
        assert.equal(light, 'rgb(255, 255, 255)');
        assert.notEqual(await backgroundIn(browser, 'dark'), light);
        assert.equal(await backgroundIn(browser, 'light dark'), light);
        await next('<bc-status code="429" theme="light"></bc-status>');
        assert.equal(await backgroundIn(browser, 'dark'), light);
      });

      it('follows the colours that are preferred, if its page does', async () => {
        await next('<bc-status code="429"></bc-status>');
        const light = await backgroundIn(browser);
        if (browser.can.scheme) {
          await browser.scheme('dark');
          const dark = await backgroundIn(browser, 'light dark');
          const plain = await backgroundIn(browser);
          await browser.scheme('light');
          assert.notEqual(dark, light);
          assert.equal(plain, light);
          assert.equal(await backgroundIn(browser, 'light dark'), light);
          return;
        }
        const other = await openBrowser(name, { scheme: 'dark' });
        try {
          await show(other, server, '<bc-status code="429"></bc-status>');
          assert.notEqual(await backgroundIn(other, 'light dark'), light);
          assert.equal(await backgroundIn(other), light);
        } finally {
          await other.close();
        }
      });

      it('fits into 320 pixels', async () => {
        for (const markup of [
          '<bc-status code="500"></bc-status>',
          '<bc-status selected="500"></bc-status>',
          '<bc-status mode="troubleshoot"></bc-status>',
        ]) {
          await next(markup);
          if (browser.can.narrow) await browser.resize(320, 800);
          else
            await browser.evaluate(() => {
              document.body.style.width = '320px';
            });
          if (markup.includes('troubleshoot')) await paste(browser, ROUTE);
          await of(({ all }) =>
            all('details').forEach((one) => {
              one.open = true;
            }),
          );
          const wide = await of(({ element, all }) =>
            all('*')
              .filter((one) => !one.closest('.unseen') && one.getBoundingClientRect().right > element.getBoundingClientRect().right + 0.5)
              .map((one) => one.outerHTML.slice(0, 120)),
          );
          assert.deepEqual(wide, []);
          await browser.resize(1000, 800);
        }
      });

      for (const [mode, markup, act] of [
        ['card', 'code="500"'],
        ['table', 'selected="404" query="4xx"'],
        ['a search without a result', 'query="zebra"'],
        ['troubleshooting', 'mode="troubleshoot"'],
        ['a diagnosis', 'mode="troubleshoot"', () => paste(browser, ROUTE)],
        ['a wrong code', 'code="x"'],
      ]) {
        it(`is accessible: ${mode}`, async () => {
          for (const theme of ['light', 'dark']) {
            await next(`<bc-status ${markup} theme="${theme}"></bc-status>`, { headers: {} });
            await act?.();
            if (act)
              await of(({ all }) =>
                all('details').forEach((one) => {
                  one.open = true;
                }),
              );
            assert.deepEqual(await violationsIn(browser), [], theme);
          }
        });
      }

      it('has targets that a finger meets', async () => {
        await next('<bc-status></bc-status><bc-status mode="troubleshoot"></bc-status>');
        const small = await browser.evaluate(() =>
          [...document.querySelectorAll('bc-status')].flatMap(({ shadowRoot }) =>
            [...shadowRoot.querySelectorAll('button, input, select, textarea, summary, .line a')]
              .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
              .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
              .map(([markup, { width, height }]) => `${width} × ${height} ${markup}`),
          ),
        );
        assert.deepEqual(small, []);
      });
    });
  });
}
