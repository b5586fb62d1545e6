// Chromium, Firefox and WebKit behind one surface, so that one suite runs in all of them.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { readdir } from 'node:fs/promises';
import { launch } from 'puppeteer-core';
import { onPath } from './path.mjs';
import { WebDriver } from './webdriver.mjs';

export const BROWSERS = ['chromium', 'firefox', 'webkit'];

/**
 * A browser with one page: `open(url)`, `evaluate(function, ...values)`, `type(text)`, `press(key)`,
 * `click(...selectors)` through shadow roots, `waitFor(function, ...values)`, `resize(width, height)`,
 * `screenshot()`, `close()`. `can` says what it cannot: `narrow`, a window of 320 px; `tall`, one that
 * is higher than a screen; `scheme('dark')`, to prefer dark colours; `print(true)`, to be on paper.
 */
export const openBrowser = async (name) => {
  const page = await OPEN[name]();
  return Object.assign(page, {
    name,
    /** By the mouse, in the middle of what the last selector finds. */
    async click(...selectors) {
      const place = await page.evaluate(middleOf, selectors);
      if (!place) throw new Error(`nothing to click at ${selectors.join(' >>> ')}`);
      await page.clickAt(place.x, place.y);
    },
    async waitFor(condition, ...values) {
      const ends = Date.now() + 10_000;
      for (;;) {
        const value = await page.evaluate(condition, ...values);
        if (value) return value;
        if (Date.now() > ends) throw new Error(`${name} waited in vain for ${condition} ${JSON.stringify(values)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  });
};

const middleOf = (selectors) => {
  let at = document;
  for (const selector of selectors) at = (at.shadowRoot ?? at).querySelector(selector) ?? {};
  if (!at.getBoundingClientRect) return null;
  at.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = at.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

const byPuppeteer = async (options, can) => {
  const browser = await launch({ headless: true, ...options });
  try {
    // The page that Firefox begins with has no focus, and Enter presses no button there.
    const page = await browser.newPage();
    return {
      can,
      open: (url) => page.goto(url),
      evaluate: (act, ...values) => page.evaluate(typeof act === 'string' ? `(${act})(...${JSON.stringify(values)})` : act, ...values),
      type: (text) => page.keyboard.type(text),
      async press(key, { shift = false } = {}) {
        if (shift) await page.keyboard.down('Shift');
        await page.keyboard.press(key);
        if (shift) await page.keyboard.up('Shift');
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

const chromium = async () => {
  const executablePath = await onPath('chromium', 'chromium-browser', 'google-chrome');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars', '--force-color-profile=srgb', '--font-render-hinting=none'];
  return byPuppeteer({ executablePath, args }, { narrow: true, tall: true, scheme: true, print: true });
};

const firefox = async () => {
  const executablePath = await onPath('firefox-esr', 'firefox');
  return byPuppeteer({ executablePath, browser: 'firefox' }, { narrow: true, tall: true, scheme: false, print: false });
};

const webkit = async () => {
  const port = await freePort();
  const driver = spawn(await onPath('xvfb-run'), ['-a', await onPath('WebKitWebDriver'), `--port=${port}`], {
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    // A group of its own, which ends as a whole: the driver, its screen and its browser.
    detached: true,
    stdio: 'ignore',
  });
  const end = async () => {
    if (driver.exitCode !== null || driver.signalCode !== null) return;
    process.kill(-driver.pid, 'SIGTERM');
    await once(driver, 'exit');
  };
  try {
    const session = await WebDriver.session(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary: await miniBrowser(), args: ['--automation'] },
    });
    return Object.assign(session, {
      // Of a window that is too high it never gives a screenshot.
      can: { narrow: false, tall: false, scheme: false, print: false },
      async close() {
        await session.quit().catch(() => {});
        await end();
      },
    });
  } catch (error) {
    await end();
    throw error;
  }
};

const OPEN = { chromium, firefox, webkit };

/** Debian keeps it in a directory of the architecture. */
const miniBrowser = async () => {
  const [of] = (await readdir('/usr/lib', { recursive: false })).filter((name) => name.endsWith('-linux-gnu'));
  return `/usr/lib/${of}/webkit2gtk-4.1/MiniBrowser`;
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};
