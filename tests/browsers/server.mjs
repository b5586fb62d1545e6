// The pages that a suite opens, with the package beside them, and what they asked for.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const pkg = fileURLToPath(new URL('../../pkg/', import.meta.url));

/** Told by pages of themselves, as no WebDriver has the console. A script of its own, so that it works under any policy. */
const WATCH = `
  globalThis.seen = [];
  const tell = (text) => globalThis.seen.push(text);
  for (const how of ['error', 'warn']) {
    const { [how]: before } = console;
    console[how] = (...all) => { tell(how + ': ' + all.join(' ')); before.apply(console, all); };
  }
  addEventListener('error', (event) => tell('error: ' + (event.message ?? event.target?.src)), true);
  addEventListener('unhandledrejection', ({ reason }) => tell('rejection: ' + reason + ' ' + (reason?.stack ?? '')));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell('policy: ' + violatedDirective + ' ' + blockedURI));
`;

const STYLE = "body { font: 16px/1.5 'DejaVu Sans', sans-serif; margin: 0; } main { margin: 12px; } h1, h2 { font-size: 1rem; margin: 0; }";

/** Serves pages that `put(html, headers)` returns the addresses of; `asked` are the paths that were asked for. */
export const startServer = async () => {
  const pages = new Map();
  const asked = [];
  const aliases = new Map();
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''));
    asked.push(path);
    const page = pages.get(path);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
      return response.end(page.html);
    }
    if (path === '/watch.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(WATCH);
    if (path === '/page.css') return response.writeHead(200, { 'content-type': 'text/css' }).end(STYLE);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    try {
      const file = await readFile(pkg + normalize(aliases.get(path) ?? path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    asked,
    put(html, headers = {}) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, { html, headers });
      return origin + path;
    },
    /** Serves a file of the package at another path too. */
    alias: (path, file) => aliases.set(path, file),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
