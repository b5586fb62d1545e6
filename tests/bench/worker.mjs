// What the Worker's handler costs: its throughput against a bare proxy's in the same workerd, and
// against that of one that chooses the headers of the answer, with 50 requests in flight, and the processor time that workerd spends on each. Interleaved
// rounds, medians. Figures, not assertions.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';
import { median } from '../median.mjs';

const ROUNDS = 15;
const REQUESTS = 4000;
const IN_FLIGHT = 50;
const PATH = '/v3/catalog/products?limit=50&include_fields=name,sku,price&page=3';

const dist = fileURLToPath(new URL('../../pkg/dist', import.meta.url));

/** Passes on what comes, with the token, and does nothing else. */
const BARE = `
  const headers = { Accept: 'application/json' };
  export default {
    fetch(request, env) {
      const { pathname, search } = new URL(request.url);
      return fetch('https://api.bigcommerce.com/stores/' + env.STORE_HASH + pathname + search, {
        method: request.method,
        headers: { ...headers, 'X-Auth-Token': env.BC_TOKEN },
        body: request.body,
      });
    },
  };`;

/** The least that one can do who keeps headers of the store to himself: it has to wait for them. */
const CHOOSING = `
  const headers = { Accept: 'application/json' };
  export default {
    async fetch(request, env) {
      const { pathname, search } = new URL(request.url);
      const response = await fetch('https://api.bigcommerce.com/stores/' + env.STORE_HASH + pathname + search, {
        method: request.method,
        headers: { ...headers, 'X-Auth-Token': env.BC_TOKEN },
        body: request.body,
        signal: request.signal,
        redirect: 'manual',
      });
      const answer = new Response(response.body, { status: response.status });
      for (const name of ['content-type', 'cache-control', 'vary', 'x-request-id']) {
        const value = response.headers.get(name);
        if (value) answer.headers.set(name, value);
      }
      return answer;
    },
  };`;

const OURS = `
  import { createHandler } from './edge/worker/index.js';
  export default createHandler({
    storeHash: 'STORE_HASH',
    token: 'BC_TOKEN',
    allow: ['GET /v3/catalog/products', 'GET /v3/catalog/products/{id}', 'GET /v3/catalog/categories', 'GET,POST /v3/carts', 'QUERY /graphql'],
  });`;

const worker = async (name, contents) => ({
  name,
  compatibilityDate: '2026-04-01',
  modules: await bundled(contents, dist, dist),
  bindings: { STORE_HASH: 'abc123', BC_TOKEN: 't0kent0kent0kent0kent0kent0kent0' },
  unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  outboundService: { external: { address: store, http: {} } },
});

/** The store is a process of its own: a products page of 20 KB, the quota headers, nothing to think about. */
const STORE = `
  const body = JSON.stringify({ data: Array.from({ length: 50 }, (_, id) => ({ id, name: 'x'.repeat(350), sku: 'sku-' + id, price: 9.5 })) });
  const headers = {
    'Content-Type': 'application/json', 'Content-Length': body.length, 'X-Request-Id': 'a'.repeat(32), 'Cache-Control': 'no-cache', Server: 'nginx',
    'X-Rate-Limit-Time-Window-Ms': 30000, 'X-Rate-Limit-Time-Reset-Ms': 20000, 'X-Rate-Limit-Requests-Quota': 150, 'X-Rate-Limit-Requests-Left': 149,
    'Strict-Transport-Security': 'max-age=31536000', 'X-Content-Type-Options': 'nosniff', Vary: 'Accept-Encoding',
  };
  const server = require('node:http').createServer((request, response) => response.writeHead(200, headers).end(body));
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

const upstream = spawn(process.execPath, ['-e', STORE], { stdio: ['ignore', 'pipe', 'inherit'] });
const [port] = await once(upstream.stdout.setEncoding('utf8'), 'data');
const store = `127.0.0.1:${port.trim()}`;
const miniflare = new Miniflare({ workers: [await worker('bare', BARE), await worker('choosing', CHOOSING), await worker('ours', OURS)] });
await miniflare.ready;

const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
const get = (url) =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end();
  });

const round = async (url, count) => {
  let left = count;
  const lane = async () => {
    while (left-- > 0) await get(url);
  };
  const [began, before] = [performance.now(), processorMs()];
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  const ms = performance.now() - began;
  return { perSecond: (count / ms) * 1000, us: ((processorMs() - before) / count) * 1000 };
};

/** What workerd, a child of this process, has used of the processor; NaN where there is no /proc. */
const processorMs = () => {
  try {
    const pid = (workerd ??= childNamed('workerd'));
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
};
let workerd;
const childNamed = (name) =>
  readdirSync('/proc').find((pid) => {
    try {
      return (
        readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1] === String(process.pid) &&
        readlinkSync(`/proc/${pid}/exe`).endsWith(name)
      );
    } catch {
      return false;
    }
  });

const urls = {};
const NAMES = ['bare', 'choosing', 'ours'];
for (const name of NAMES) urls[name] = new URL(PATH, await miniflare.unsafeGetDirectURL(name)).href;
const results = Object.fromEntries(NAMES.map((name) => [name, []]));
for (const name of [...NAMES, ...NAMES]) await round(urls[name], REQUESTS);
for (let number = 0; number < ROUNDS; number++) {
  const order = number % 2 ? NAMES.toReversed() : NAMES;
  for (const name of order) results[name].push(await round(urls[name], REQUESTS));
}
agent.destroy();
await miniflare.dispose();
upstream.kill();

const column = (name, key) => median(results[name].map((one) => one[key]));
const row = (name, key) =>
  `${name.padEnd(14)}${column(key, 'perSecond').toFixed(0).padStart(8)} requests/s${column(key, 'us').toFixed(0).padStart(8)} us of workerd's processor time`;
const share = (other) =>
  `${(median(results.ours.map(({ perSecond }, at) => perSecond / results[other][at].perSecond)) * 100).toFixed(1)} %`;
console.log(`\nworkerd, ${IN_FLIGHT} in flight, medians of ${ROUNDS} interleaved rounds of ${REQUESTS} requests\n`);
console.log(row('bare proxy', 'bare'));
console.log(row('with headers', 'choosing'));
console.log(row('createHandler', 'ours'));
console.log(`\ncreateHandler reaches ${share('bare')} of the bare proxy's throughput (wanted: at least 95 %)`);
console.log(`and ${share('choosing')} of that of a proxy which waits for the answer and chooses its headers`);
