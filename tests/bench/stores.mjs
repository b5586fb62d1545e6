// Eight processes share one quota through a server: how long they take, what is refused, and what that costs.
//
//     node tests/bench/stores.mjs [STRATEGY ...] [REQUESTS] [FILE.svg]

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startSimulator } from '../simulator/index.mjs';
import { chart } from './stores-chart.mjs';
import { noPostgres, noRedis, postgresUrl, startPostgres, startRedis } from '../stores/servers.mjs';

const args = process.argv.slice(2);
const REQUESTS = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 3000);
const PROCESSES = 8;
const QUOTA = 150;
const WINDOW_MS = 3000;
/** Until the last window that is needed begins; the first begins with the simulator. */
const IDEAL_MS = (REQUESTS / QUOTA - 1) * WINDOW_MS;
/** Some work is begun by the queue in its own time. */
const LONGEST_MS = 4 * IDEAL_MS;

const require = createRequire(import.meta.url);

const onRedis = {
  skip: noRedis,
  start: startRedis,
  async calls(port) {
    const { Redis } = await import('ioredis');
    const redis = new Redis({ port, host: '127.0.0.1' });
    // Commands that scripts run are counted beside those of clients, so scripts alone are compared.
    const stats = await redis.info('commandstats');
    redis.disconnect();
    return Array.from(stats.matchAll(/cmdstat_(?:eval|evalsha):calls=(\d+)/g), ([, calls]) => Number(calls)).reduce(
      (sum, one) => sum + one,
      0,
    );
  },
};
const onPostgres = {
  skip: noPostgres,
  start: startPostgres,
  async calls(port) {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: postgresUrl({ port }) });
    await client.connect();
    // What a connection has done is counted a second later.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { rows } = await client.query("SELECT xact_commit AS calls FROM pg_stat_database WHERE datname = 'postgres'");
    await client.end();
    return Number(rows[0].calls);
  },
};

const STRATEGIES = {
  redis: { name: 'bc-status, Redis (ioredis 6)', ...onRedis },
  postgres: { name: 'bc-status, PostgreSQL (pg 8)', ...onPostgres },
  bottleneck: { name: `bottleneck ${require('bottleneck/package.json').version}, Redis`, ...onRedis },
  bullmq: {
    name: `BullMQ ${require('bullmq/package.json').version}, Redis`,
    ...onRedis,
    async prepare(port) {
      const { Queue } = await import('bullmq');
      const queue = new Queue('bench', { connection: { port, host: '127.0.0.1' } });
      const options = { removeOnComplete: true };
      await queue.addBulk(Array.from({ length: REQUESTS }, (_, at) => ({ name: 'send', data: { at }, opts: options })));
      await queue.close();
    },
  },
};

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

const run = async (id) => {
  const { start, prepare, calls } = STRATEGIES[id];
  const server = await start();
  const workers = Array.from({ length: PROCESSES }, () => fork(new URL('stores-worker.mjs', import.meta.url), [id, server.port]));
  let simulator;
  try {
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    await prepare?.(server.port);
    const before = await calls(server.port);
    simulator = await startSimulator({ quota: QUOTA, windowMs: WINDOW_MS });
    const began = performance.now();
    const url = `${simulator.url}/stores/${simulator.storeHash}/v3/catalog/products/77`;
    const times = [];
    let done = 0;
    let endMs = 0;
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${done} of ${REQUESTS} were done`)), LONGEST_MS);
      for (const worker of workers) {
        worker.once('exit', (code) => code && reject(new Error(`a process ended with ${code}`)));
        worker.on('message', (message) => {
          if (message.times) return times.push(...message.times);
          done += 1;
          if (done < REQUESTS) return;
          endMs = performance.now() - began;
          clearTimeout(timer);
          resolve();
        });
        worker.send({ url, token: simulator.token, count: REQUESTS / PROCESSES });
      }
    });
    const after = await calls(server.port);
    const over = workers.map((worker) => worker.exitCode ?? once(worker, 'close'));
    // Who waits for more work is told that there is none.
    for (const worker of workers) if (worker.connected) worker.send('over', () => {});
    await Promise.all(over);
    const sent = simulator.requests.length;
    const refused = simulator.requests.filter(({ status }) => status === 429).length;
    times.sort((one, other) => one - other);
    return { endMs, refused: refused / sent, calls: (after - before) / REQUESTS, asks: times.length / REQUESTS, times };
  } finally {
    for (const worker of workers) worker.kill();
    await simulator?.close();
    await server.close();
  }
};

const file = args.find((arg) => arg.endsWith('.svg'));
const asked = args.filter((arg) => arg in STRATEGIES);
const rows = [];
// Its servers go with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
console.log(
  `${PROCESSES} processes, ${REQUESTS} requests, ${QUOTA} in ${WINDOW_MS / 1000} s; ideally ${IDEAL_MS / 1000} s; Node ${process.version}\n`,
);
console.log('| strategy | time to the ideal | refused | asks a request | scripts or statements a request | a lease, p50 and p99 |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [id, { name, skip }] of Object.entries(STRATEGIES)) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  if (skip) {
    console.log(`| ${name} | skipped: ${skip} | | | | |`);
    continue;
  }
  const { endMs, refused, calls, asks, times } = await run(id);
  rows.push({ name, values: [endMs / IDEAL_MS, 100 * refused] });
  const lease = times.length > 0 ? `${quantile(times, 0.5).toFixed(1)} ms, ${quantile(times, 0.99).toFixed(1)} ms` : '–';
  const cells = [
    name,
    (endMs / IDEAL_MS).toFixed(3),
    `${(100 * refused).toFixed(2)} %`,
    times.length ? asks.toFixed(3) : '–',
    calls.toFixed(2),
    lease,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
if (file && rows.length > 0) {
  const columns = [
    { title: 'time, of the ideal', shown: (part) => part.toFixed(2) },
    { title: 'refused', shown: (part) => `${part.toFixed(2)} %` },
  ];
  writeFileSync(file, chart(rows, columns));
}
process.exit();
