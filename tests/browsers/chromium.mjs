// Chromium, as all suites start it: without what no page needs.

import { launch } from 'puppeteer-core';
import { PATIENCE_MS } from '../patience.mjs';
import { chromiumOnPath } from './path.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  // Headless, it still lays out and paints the window around the page; so there is next to none of it,
  // nor the pages that it would keep ready for what somebody types into its address bar.
  '--kiosk',
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** A browser with `args` besides; `options` are those of puppeteer. */
export const launchChromium = async (args = [], options = {}) =>
  launch({
    executablePath: await chromiumOnPath(),
    headless: true,
    timeout: PATIENCE_MS,
    // What is asked of a page may itself wait for what has to come.
    protocolTimeout: 2 * PATIENCE_MS,
    args: [...FLAGS, ...args],
    ...options,
  });
