// Eight processes share one quota through a server: how long they take, what is refused, and what that costs.
// What it finds it writes into a file, of which stores-page.mjs makes tables and a chart.
//
//     node tests/bench/stores.mjs [STRATEGY ...] [REQUESTS] [FILE.json]

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { startSimulator } from '../simulator/index.mjs';
import { POSTGRES, REDIS } from '../stores/clients.mjs';
import { noPostgres, noRedis, postgresUrl, startPostgres, startRedis } from '../stores/servers.mjs';

const args = process.argv.slice(2);
const REQUESTS = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 3000);
const PROCESSES = 8;
const QUOTA = 150;
const WINDOW_MS = 3000;
/** Until the last window that is needed begins; the first begins with the simulator. */
const IDEAL_MS = (Math.ceil(REQUESTS / QUOTA) - 1) * WINDOW_MS;
if (REQUESTS % PROCESSES !== 0 || IDEAL_MS === 0)
  throw new RangeError(`REQUESTS must be a multiple of ${PROCESSES} above ${QUOTA}, not ${REQUESTS}`);
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
  redis: {
    name: 'bc-status, Redis (ioredis 6)',
    ...onRedis,
    ownTrip: (port) =>
      trips(REDIS['ioredis 6'], port, (client) => client.ping(), [
        'evalsha',
        (hash, keys, _, __, ledger, forMs) => [hash, keys, 'same', headOf(ledger), ledger, forMs, LATER],
      ]),
  },
  postgres: {
    name: 'bc-status, PostgreSQL (pg 8)',
    ...onPostgres,
    ownTrip: (port) =>
      trips(POSTGRES['pg 8'], port, (client) => client.query('SELECT 1'), [
        'query',
        (text, [, , id, ledger, forMs]) => [text, ['same', id, id, ledger, forMs, LATER]],
      ]),
  },
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

const sorted = (times) => times.toSorted((one, other) => one - other);
const quantile = (inOrder, part) => inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * part))];

/** A process that shares a quota runs for long: what is compiled while it begins is no part of what a lease costs. */
const COMPILED_AFTER = 3000;

/** Too late for no command. */
const LATER = String(Date.now() + 86_400_000);
/** How a ledger begins, by which the script knows the one that it may replace. */
const headOf = (ledger) => /^\{"version":\d+,"id":"[^"]*"/.exec(ledger)[0];

/**
 * The driver's own round trip, the command of a lease sent by the driver alone, and a lease beside them: one after the
 * other, by turns. `command` is how the driver is called for it, and that call about another key.
 */
const trips = async (open, port, ping, [command, about]) => {
  const { client, store, close } = await open(port);
  const send = client[command].bind(client);
  let args;
  client[command] = (...all) => {
    args = all;
    return send(...all);
  };
  const ask = { client: 'bench', want: 1, back: [], seen: { quota: 1e5, windowMs: 30_000, left: 1e5, resetMs: 30_000 }, heldMs: 0 };
  const took = async (act) => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const times = { ping: [], lease: [], command: [] };
  for (let turn = 0; turn < COMPILED_AFTER + 1000; turn++) {
    const shortest = await took(() => ping(client));
    const lease = await took(() => store.lease('trips', ask));
    const same = about(...args);
    const alone = await took(() => send(...same));
    if (turn < COMPILED_AFTER) continue;
    times.ping.push(shortest);
    times.lease.push(lease);
    times.command.push(alone);
  }
  await close();
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, quantile(sorted(all), 0.5)]));
};

const run = async (id) => {
  const { start, prepare, calls, ownTrip } = STRATEGIES[id];
  const server = await start();
  const tripMs = await ownTrip?.(server.port);
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
    const answered = simulator.requests.filter(({ status }) => status === 200).length;
    if (answered !== REQUESTS) throw new Error(`${answered} of ${REQUESTS} requests were answered: these are no numbers`);
    const leases = sorted(times);
    return {
      ...{ ofIdeal: endMs / IDEAL_MS, refused: refused / sent, calls: (after - before) / REQUESTS, tripMs },
      ...(leases.length > 0 && { asks: leases.length / REQUESTS, leaseMs: { p50: quantile(leases, 0.5), p99: quantile(leases, 0.99) } }),
    };
  } finally {
    for (const worker of workers) worker.kill();
    await simulator?.close();
    await server.close();
  }
};

const file = args.find((arg) => arg.endsWith('.json'));
const asked = args.filter((arg) => arg in STRATEGIES);
const rows = [];
// Its servers go with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
for (const [id, { name, skip }] of Object.entries(STRATEGIES)) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  console.log(skip ? `${name}: skipped, since ${skip}` : `${name} …`);
  if (!skip) rows.push({ id, name, ...(await run(id)) });
  const date = new Date().toISOString().slice(0, 10);
  const machine = { date, node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg()[0] };
  const found = { processes: PROCESSES, requests: REQUESTS, quota: QUOTA, windowMs: WINDOW_MS, idealMs: IDEAL_MS, ...machine, rows };
  if (file) writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
  else if (!skip) console.log(rows.at(-1));
}
process.exit();
