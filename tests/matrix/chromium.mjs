// Runs a directory of files in Chromium, from an origin of its own.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { launch } from 'puppeteer-core';
import { chromiumOnPath } from '../browsers/path.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript' };

/** A server of a directory; with `html` as its page. */
export const serve = async (directory, html) => {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://page');
    try {
      const body = pathname === '/' && html ? html : await readFile(join(directory, pathname === '/' ? 'index.html' : pathname));
      response.writeHead(200, { 'content-type': TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

/** What `expression` comes to in the page. */
export const inChromium = async (directory, html, expression) => {
  const server = await serve(directory, html);
  const browser = await launch({
    executablePath: await chromiumOnPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error?.stack ?? error)));
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    try {
      return await page.evaluate(expression);
    } catch (error) {
      throw new Error([error.message, ...problems].join('\n'));
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
};
