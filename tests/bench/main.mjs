// How fast the built package is in Node: medians of interleaved rounds, so that a
// noisy moment of the machine hits everything alike. Figures, not assertions.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFetch, createPacer, classify, decideRetry, diagnose, status } from '../../pkg/dist/index.js';
import { BODIES, QUOTA, refused } from './exchanges.mjs';
import { median } from '../median.mjs';

const ROUNDS = 15;

const headers = { ...QUOTA, 'X-Rate-Limit-Requests-Left': '0' };
const exchange = {
  method: 'GET',
  url: 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products',
  status: 429,
  headers,
};
const withHeaders = { ...exchange, headers: new Headers(headers) };

/** With a quota that is never used up, and so nobody ever waits. */
const answer = new Response('{}', {
  headers: { ...headers, 'X-Rate-Limit-Requests-Quota': '900000', 'X-Rate-Limit-Requests-Left': '899000' },
});
const stub = async () => answer;
const wrapped = createFetch({ fetch: stub });
const paced = createFetch({ fetch: stub, pace: createPacer() });
const url = exchange.url;

const repeat = (count, call) => {
  const began = performance.now();
  for (let n = 0; n < count; n++) call();
  return ((performance.now() - began) / count) * 1e6;
};
const repeatAsync = async (count, call) => {
  const began = performance.now();
  for (let n = 0; n < count; n++) await call(url);
  return ((performance.now() - began) / count) * 1e6;
};

const subjects = {
  'status(429)': () => repeat(1_000_000, () => status(429)),
  'decideRetry, four headers in an object': () => repeat(40_000, () => decideRetry(exchange)),
  'decideRetry, four headers in Headers': () => repeat(40_000, () => decideRetry(withHeaders)),
  'classify, four headers in an object': () => repeat(40_000, () => classify(exchange)),
  ...Object.fromEntries(
    Object.entries(BODIES).flatMap(([name, body]) => {
      const sample = refused(body);
      return [
        [`classify, ${name}`, () => repeat(10_000, () => classify(sample))],
        [`diagnose, ${name}`, () => repeat(5_000, () => diagnose(sample))],
      ];
    }),
  ),
  'stub fetch': () => repeatAsync(100_000, stub),
  'stub fetch through createFetch': () => repeatAsync(100_000, wrapped),
  'stub fetch through createFetch with pace': () => repeatAsync(100_000, paced),
};

const first = fileURLToPath(new URL('./first-call.mjs', import.meta.url));
const firstCall = () => Number(execFileSync(process.execPath, [first], { encoding: 'utf8' })) * 1e6;

const results = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
const firsts = [];
for (let round = 0; round < ROUNDS; round++) {
  firsts.push(firstCall());
  for (const [name, run] of Object.entries(subjects)) results[name].push(await run());
}
const onTop = (name, other) => results[name].map((ns, at) => ns - results[other][at]);

const shown = (ns) => (ns >= 1e6 ? `${(ns / 1e6).toFixed(2)} ms` : ns >= 1e3 ? `${(ns / 1e3).toFixed(2)} us` : `${ns.toFixed(1)} ns`);
const row = (name, numbers, wanted = '') =>
  console.log(
    `${name.padEnd(42)}${shown(median(numbers)).padStart(10)}   ${`${shown(Math.min(...numbers))} to ${shown(Math.max(...numbers))}`.padEnd(24)}${wanted}`,
  );

console.log(`Node ${process.version}, medians of ${ROUNDS} interleaved rounds, with their range\n`);
row('first call in a new process', firsts, 'under 5 ms');
row('status(429)', results['status(429)'], 'under 50 ns');
row('decideRetry, four headers in an object', results['decideRetry, four headers in an object'], 'under 3 us');
row('decideRetry, four headers in Headers', results['decideRetry, four headers in Headers']);
row('classify, four headers in an object', results['classify, four headers in an object']);
for (const [name, body] of Object.entries(BODIES)) {
  row(`classify, ${name} in ${body.length} bytes`, results[`classify, ${name}`], 'under 25 us');
  row(`diagnose, ${name} in ${body.length} bytes`, results[`diagnose, ${name}`], 'under 60 us');
}
row('a success through createFetch, on top', onTop('stub fetch through createFetch', 'stub fetch'), 'under 1 us');
row(
  'pacing an admitted request, on top of that',
  onTop('stub fetch through createFetch with pace', 'stub fetch through createFetch'),
  'at most 1 us',
);
