// What a repeat costs over HTTP: every other answer of a server is a 429 that lets the next request go at
// once, and so many calls are under way. Requests a second against a loop written by hand; medians of
// interleaved rounds. The server is a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createFetch } from '../../pkg/dist/index.js';
import { median } from '../median.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const CALLS = 2000;
const AT_ONCE = 50;

const SERVER = `
  const met = new Set();
  const server = require('node:http').createServer((request, response) => {
    const isFirst = !met.delete(request.url);
    if (isFirst) met.add(request.url);
    const headers = { 'Content-Type': 'application/json', 'X-Rate-Limit-Time-Window-Ms': 30000, 'X-Rate-Limit-Requests-Quota': 150 };
    if (isFirst) return response.writeHead(429, { ...headers, 'X-Rate-Limit-Requests-Left': 0, 'X-Rate-Limit-Time-Reset-Ms': 0 }).end('{"status":429,"title":"Too many requests"}');
    response.writeHead(200, { ...headers, 'X-Rate-Limit-Requests-Left': 149, 'X-Rate-Limit-Time-Reset-Ms': 20000 }).end('{"data":[]}');
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
const [port] = await once(server.stdout.setEncoding('utf8'), 'data');
const base = `http://127.0.0.1:${port.trim()}/stores/abc123/v3/catalog/products`;

const headers = { 'X-Auth-Token': 't'.repeat(31), Accept: 'application/json' };
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** As people write it: by the header, and no more. */
const byHand = async (url) => {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { headers });
    if (response.status !== 429 || attempt === 3) return response;
    await response.body?.cancel();
    const ms = Number(response.headers.get('X-Rate-Limit-Time-Reset-Ms'));
    if (ms > 0) await sleep(ms);
  }
};

const ours = createFetch({ retry: { jitter: false } });
const WRAPPERS = { 'by hand': byHand, 'bc-status': (url) => ours(url, { headers }) };

let number = 0;
const round = async (call) => {
  let left = CALLS;
  const lane = async () => {
    while (left-- > 0) {
      const response = await call(`${base}/${(number += 1)}`);
      if (response.status !== 200) throw new Error(String(response.status));
      await response.text();
    }
  };
  const [began, used] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const { user, system } = process.cpuUsage(used);
  return { perSecond: (CALLS / (performance.now() - began)) * 1000, us: (user + system) / CALLS };
};

const names = Object.keys(WRAPPERS);
const results = Object.fromEntries(names.map((name) => [name, []]));
for (const name of [...names, ...names]) await round(WRAPPERS[name]);
for (let turn = 0; turn < ROUNDS; turn++) {
  for (const name of turn % 2 ? names : names.toReversed()) results[name].push(await round(WRAPPERS[name]));
}
server.kill();

console.log(`Node ${process.version}: a 429, then a 200, ${AT_ONCE} calls at once; medians of ${ROUNDS} interleaved rounds of ${CALLS}\n`);
for (const [name, rounds] of Object.entries(results)) {
  const [perSecond, us] = ['perSecond', 'us'].map((key) => median(rounds.map((one) => one[key])));
  const share = median(rounds.map((one, at) => one.perSecond / results['by hand'][at].perSecond));
  console.log(
    `${name.padEnd(14)}${perSecond.toFixed(0).padStart(8)} calls/s${us.toFixed(0).padStart(8)} us of processor time${share.toFixed(2).padStart(8)}`,
  );
}
console.log('\nwanted of bc-status: at least 0.95 of the loop by hand');
