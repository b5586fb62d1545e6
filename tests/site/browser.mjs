import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browsers/chromium.mjs';
import { PATIENCE_MS } from '../patience.mjs';

export const launchBrowser = (...more) => launchChromium(more);

/** A page, and in `troubles` what it complained of or asked for in vain. */
export async function watchedPage(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && troubles.push(message.text()));
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    // Chromium says so too of a stream that was read to its end before it heard of that itself.
    if (errorText !== 'net::ERR_ABORTED' || !request.response()?.ok()) troubles.push(`${request.url()}: ${errorText}`);
  });
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.url()}: ${response.status()}`));
  return { page, troubles };
}

const screenshots = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));

/** A picture for somebody to look at, of the first 5,000 pixels, where TAKE_PICTURES=1 asks for it: it takes as long as all else. */
export const picture = async (page, name) => {
  if (process.env.TAKE_PICTURES !== '1') return;
  mkdirSync(screenshots, { recursive: true });
  const [width, height] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  const clip = { x: 0, y: 0, width, height: Math.min(height, 5000) };
  await page.screenshot({ path: `${screenshots}${name}.png`, clip, captureBeyondViewport: true });
};

export const seen = (page, selector) => page.$eval(selector, (element) => element.innerText);

export const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
