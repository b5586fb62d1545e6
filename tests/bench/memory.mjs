// What hundreds of thousands of calls leave behind: prints the growth of the heap in bytes from the ten
// thousandth call on, for each kind of call. Run with --expose-gc; a number is how many calls more of each, where
// hundreds of thousands are too many.

import { createFetch, createMemoryStore, createPacer } from '../../pkg/dist/index.js';

const url = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
const headers = { 'X-Auth-Token': 't'.repeat(31) };
const success = async () => new Response(null);
let failed = false;
const everySecond = async () => new Response(null, { status: (failed = !failed) ? 503 : 200 });
const { signal } = new AbortController();

const paced = createFetch({ fetch: success, pace: createPacer() });
const quota = { 'X-Rate-Limit-Requests-Left': '5000000', 'X-Rate-Limit-Requests-Quota': '5000000' };
const unlimited = async () => new Response(null, { headers: quota });
const leased = createFetch({ fetch: unlimited, pace: createPacer({ store: createMemoryStore() }) });
let store = 0;
const everywhere = createPacer({ maxKeys: 100 });
const elsewhere = async () => (await everywhere.admit(`store ${++store}`)).release();
const held = createPacer();
held.observe('abc123', 429, { 'X-Rate-Limit-Time-Reset-Ms': '86400000' });
const givenUp = async () => {
  const controller = new AbortController();
  const wait = held.admit('abc123', 'background', { signal: controller.signal });
  controller.abort();
  await wait.catch(() => {});
};

const KINDS = {
  success: [createFetch({ fetch: success }), 300_000, {}],
  'success, with a limit of time and a long-lived signal': [createFetch({ fetch: success, attemptTimeoutMs: 60_000 }), 100_000, { signal }],
  'one repeat': [createFetch({ fetch: everySecond, retry: { jitter: false, maxDelayMs: 0 } }), 100_000, {}],
  paced: [paced, 110_000, {}],
  'paced with leases': [leased, 110_000, {}],
  'a wait that is given up': [givenUp, 30_000, {}],
  'another store each time': [elsewhere, 30_000, {}],
};

const heap = async () => {
  for (let n = 0; n < 4; n++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
};

const more = Number(process.argv[2]);
for (const [name, [call, most, init]] of Object.entries(KINDS)) {
  const count = more ? 10_000 + more : most;
  const times = async (number) => {
    for (let n = 0; n < number; n++) await call(url, { ...init, headers });
  };
  await times(10_000);
  const before = await heap();
  await times(count - 10_000);
  console.log(`${name}: ${count} calls, ${(await heap()) - before} bytes more than after ten thousand`);
}
