// Chromium, Firefox and WebKit behind one surface, so that one suite runs in all of them.

import { launch } from 'puppeteer-core';
import { PATIENCE_MS } from '../patience.mjs';
import { launchChromium } from './chromium.mjs';
import { environment } from './environment.mjs';
import { onPath } from './path.mjs';
import { webkit } from './webkit.mjs';

/** Those of a run: Chromium, and in the matrix the others too. */
export const BROWSERS = (process.env.TEST_BROWSERS ?? 'chromium').split(',');

/**
 * A browser with one page: `open(url)`, `evaluate(function, ...values)`, `type(text)`, `press(key)`,
 * `click(...selectors)` through shadow roots, `paste(text)`, `waitFor(function, ...values)`, `resize(width, height)`,
 * `screenshot()`, `close()`. `can` says what it cannot: `narrow`, a window of 320 px; `tall`, one that
 * is higher than a screen; `scheme('dark')`, to prefer dark colours from then on; `print(true)`, to be
 * on paper. All can be opened with `{ scheme: 'dark' }`.
 */
export const openBrowser = async (name, { scheme = 'light' } = {}) => {
  const page = await OPEN[name](scheme);
  return Object.assign(page, {
    name,
    /** By the mouse, in the middle of what the last selector finds. */
    async click(...selectors) {
      const place = await page.evaluate(middleOf, selectors);
      if (!place) throw new Error(`nothing to click at ${selectors.join(' >>> ')}`);
      await page.clickAt(place.x, place.y);
    },
    /** From the clipboard into what has the focus, by keys. */
    async paste(text) {
      await page.evaluate(offer, text);
      await page.press('c', { control: true });
      await page.evaluate(withdraw);
      await page.press('v', { control: true });
    },
    async waitFor(condition, ...values) {
      const ends = Date.now() + PATIENCE_MS;
      // As true or false, since an element arrives from one browser as an object and from another as nothing.
      const isMet = `async (...values) => Boolean(await (${condition})(...values))`;
      for (;;) {
        if (await page.evaluate(isMet, ...values)) return;
        if (Date.now() > ends) throw new Error(`${name} waited in vain for ${condition} ${JSON.stringify(values)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  });
};

const middleOf = async (selectors) => {
  let at = document;
  for (const selector of selectors) at = (at?.shadowRoot ?? at)?.querySelector(selector);
  at?.scrollIntoView({ block: 'center' });
  const placed = () => at?.getBoundingClientRect() ?? { width: 0 };
  // What was clicked before may still move the page.
  for (let before, now = placed(); before?.y !== now.y || before?.x !== now.x; now = placed()) {
    before = now;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }
  const { x, y, width, height } = placed();
  if (width === 0 || height === 0) return null;
  return { x: x + width / 2, y: y + height / 2 };
};

/** A text to be copied, selected; the focus is to be where it was afterwards. */
const offer = (text) => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const field = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(field);
  field.select();
  globalThis.offered = { field, focused };
};

const withdraw = () => {
  const { field, focused } = globalThis.offered;
  field.remove();
  focused?.focus();
  delete globalThis.offered;
};

const byPuppeteer = async (browser, can) => {
  try {
    // The page that Firefox begins with has no focus, and Enter presses no button there.
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return {
      can,
      open: (url) => page.goto(url),
      evaluate: (act, ...values) => page.evaluate(typeof act === 'string' ? `(${act})(...${JSON.stringify(values)})` : act, ...values),
      type: (text) => page.keyboard.type(text),
      async press(key, { shift = false, control = false } = {}) {
        const held = [shift && 'Shift', control && 'Control'].filter(Boolean);
        for (const one of held) await page.keyboard.down(one);
        // In Firefox it has no name.
        await page.keyboard.press(key === 'Space' ? ' ' : key);
        for (const one of held) await page.keyboard.up(one);
      },
      clickAt: (x, y) => page.mouse.click(x, y),
      resize: (width, height) => page.setViewport({ width, height }),
      scheme: (value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]),
      print: (isOn) => page.emulateMediaType(isOn ? 'print' : 'screen'),
      screenshot: async (settings) => Buffer.from(await page.screenshot(settings)),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
};

const chromium = async (scheme) => {
  const args = [
    '--hide-scrollbars',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
    `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
  ];
  return byPuppeteer(await launchChromium(args, { env: environment() }), { narrow: true, tall: true, scheme: true, print: true });
};

const firefox = async (scheme) => {
  const executablePath = await onPath('firefox-esr', 'firefox');
  const extraPrefsFirefox = { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1 };
  const patience = { timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS };
  const browser = await launch({ executablePath, browser: 'firefox', headless: true, env: environment(), extraPrefsFirefox, ...patience });
  return byPuppeteer(browser, { narrow: true, tall: true, scheme: false, print: false });
};

const OPEN = { chromium, firefox, webkit };
