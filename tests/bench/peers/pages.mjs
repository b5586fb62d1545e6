// How long a page takes from asking for its script to the first answer that the script has, in Chromium: milliseconds; and how
// many bytes of brotli it loads for that. With `repeat` the server answers with a 503 first.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { launchBrowser } from '../../site/browser.mjs';

const HTML =
  '<!doctype html><meta charset="utf-8"><title>peer</title><link rel="icon" href="data:,"><script type="module" src="page.js"></script>';

/** Pages by the files of each peer's bundle: `visit(id, situation)` and `close()`. */
export const openPages = async (bundles) => {
  const files = new Map();
  for (const [id, made] of Object.entries(bundles))
    for (const { path, contents, brotli } of made) files.set(`/${id}/${path}`, { text: brotliCompressSync(contents), brotli });
  let [loaded, requests] = [0, 0];
  const server = createServer(({ url }, response) => {
    if (url.startsWith('/answer')) {
      const isBusy = url === '/answer/late' && requests++ === 0;
      return response.writeHead(isBusy ? 503 : 200, { 'Content-Type': 'application/json' }).end('{}');
    }
    const file = files.get(url);
    if (file === undefined) return response.writeHead(200, { 'Content-Type': 'text/html' }).end(HTML);
    loaded += file.brotli;
    response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'br' }).end(file.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launchBrowser();
  return {
    async visit(id, situation) {
      [loaded, requests] = [0, 0];
      // A profile of its own, so that nothing is in its cache.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/${id}/#${situation}`);
      await page.waitForFunction('globalThis.answeredAt');
      const ms = await page.evaluate(
        () => globalThis.answeredAt - performance.getEntriesByName(new URL('page.js', location.href).href)[0].startTime,
      );
      await page.waitForNetworkIdle({ idleTime: 200 });
      await context.close();
      if (situation === 'repeat' && requests < 2) throw new Error(`${id}: there was no repeat`);
      return { ms, loaded };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
};
