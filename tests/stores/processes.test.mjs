// Processes that share a quota through one server, which dies in the middle and comes back. None of them has a
// listener for what its client reports, and their clocks are up to 4 s apart.

import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { startSimulator } from '../simulator/index.mjs';
import { sleep, until } from './asks.mjs';
import { noPostgres, noRedis, startPostgres, startRedis } from './servers.mjs';

const WORKER = new URL('worker.mjs', import.meta.url);
/** Seven windows and more, of which the server is away for three. */
const REQUESTS = 880;
const AWAY_MS = 6000;

const run = async (t, startServer, names) => {
  const server = await startServer();
  t.after(() => server.close());
  const simulator = await startSimulator({ quota: 120, windowMs: 2000 });
  t.after(() => simulator.close());
  const url = `${simulator.url}/stores/${simulator.storeHash}/v3/catalog/products/77`;
  const each = REQUESTS / names.length;
  let [ready, done] = [0, 0];
  /** Those that leased again after its return. */
  const back = new Set();
  let isBack = false;
  const workers = names.map((name, at) => {
    const skewMs = at % 2 ? 2000 : -2000;
    const worker = fork(WORKER, [name, server.port, url, simulator.token, each, skewMs], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    t.after(() => worker.kill());
    let errors = '';
    worker.stderr.on('data', (text) => (errors += text));
    let told;
    worker.on('message', (message) => {
      if (message.ready) ready += 1;
      else if (message.done) done += 1;
      else if (message.leased) {
        if (isBack) back.add(at);
      } else told = message;
    });
    const end = once(worker, 'close').then(([code]) => {
      assert.equal(code, 0, `${name}: ${errors}`);
      return told;
    });
    return { worker, end };
  });
  const all = Promise.all(workers.map(({ end }) => end));
  all.catch(() => {});
  await Promise.race([all, until(() => ready === names.length, 'all are ready')]);
  for (const { worker } of workers) worker.send('go');
  await Promise.race([all, until(() => done > REQUESTS / 8, 'an eighth is done')]);
  await server.kill();
  await sleep(AWAY_MS);
  await server.start();
  isBack = true;
  const told = await all;
  for (const { statuses } of told) assert.deepEqual(statuses, { 200: each }, 'none is lost');
  const refused = simulator.requests.filter(({ status }) => status === 429).length;
  const asks = told.reduce((sum, one) => sum + one.asks, 0);
  // How many are refused, and how soon a client connects again, hangs on the machine and the client: how many are with a store
  // that answers in time, and when it is asked again, tests/worker/coordinator.test.mjs holds in virtual time.
  t.diagnostic(`${refused} of ${simulator.requests.length} refused, ${asks} asks, ${back.size} of ${names.length} leased after its return`);
  assert.ok(back.size > 0, 'it is asked again');
  assert.ok(asks <= REQUESTS / 4, `${asks} asks for ${REQUESTS} requests`);
};

const twice = (...names) => [...names, ...names];

test('eight processes through Redis, by all its clients', { skip: noRedis }, (t) =>
  run(t, startRedis, twice('ioredis 6', 'ioredis 5', 'node-redis 6', 'node-redis 5')),
);

test('four processes through PostgreSQL, by both its clients', { skip: noPostgres }, (t) =>
  run(t, startPostgres, twice('pg 8', 'postgres.js 3')),
);
