/** The files of the site, as answers for the Worker to hand on. */
import { extname } from 'node:path';
import { Response } from 'miniflare';
import { policy } from '../tools/site/policy.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const guarded = {
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** `filesOf()` comes to the files by their paths, as `buildSite` makes them. */
export const createSite = (filesOf) => async (request) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'Only GET works here.');
  const path = new URL(request.url).pathname.slice(1) || 'index.html';
  const body = (await filesOf()).get(path);
  return body === undefined ? answer(404, 'text/plain', 'There is no such file.') : answer(200, types[extname(path)], body);
};

const answer = (status, type, body) => new Response(body, { status, headers: { ...guarded, 'content-type': type } });
