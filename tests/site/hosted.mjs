import { after, before } from 'node:test';
import { launchBrowser } from './browser.mjs';
import { serveStatic } from './static.mjs';

/** `{ host, browser }` for the tests of a file: the site on a host of its own, and a browser to look at it. */
export function hosted(files) {
  const site = {};
  before(async () => {
    site.host = await serveStatic(files);
    site.browser = await launchBrowser();
  });
  after(async () => {
    await site.browser?.close();
    await site.host?.close();
  });
  return site;
}
