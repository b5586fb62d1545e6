/** The page's files and the package's, as answers for the Worker to hand on. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Response } from 'miniflare';
import { exchanges } from './exchanges.mjs';

const site = fileURLToPath(new URL('../www/site', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Compiling WebAssembly needs its own word; nothing inline, nothing from elsewhere. */
const guarded = {
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function createSite(located) {
  const made = {
    '/exchanges.json': () => JSON.stringify(exchanges.map(forThePage)),
    '/bc-status/index.js': () => `export * from './${located.browser}';\n`,
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(405, 'text/plain', 'Only GET works here.');
    const path = pathname === '/' ? '/index.html' : pathname;
    const type = types[extname(path)];
    const body =
      made[path]?.() ?? (type && (await readFile(fileOf(path, located)).catch(() => null)));
    return body ? answer(200, type, body) : answer(404, 'text/plain', 'There is no such file.');
  };
}

/** A URL has no `..` left in its path, and what is escaped stays escaped: no path leads out of its folder. */
const fileOf = (path, located) =>
  path.startsWith('/bc-status/')
    ? join(located.directory, path.slice('/bc-status/'.length))
    : join(site, path);

const answer = (status, type, body) =>
  new Response(body, { status, headers: { ...guarded, 'content-type': type } });

const forThePage = ({ id, code, label, shows, method, url }) => ({
  id,
  code,
  label,
  shows,
  method,
  path: readablePath(url),
});

/** The part of an address that tells exchanges apart. */
export const readablePath = (url) =>
  url.replace(/^https:\/\/[^/]+/, '').replace(/^\/stores\/[^/]+/, '');
