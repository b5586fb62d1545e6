// `make test-matrix`: the packed package in the bundlers, frameworks and test runners of its
// users. A cell is a file of cells/: what builds it, what it runs in, and how.
//
//   node tests/matrix/main.mjs [NAME…]      these cells, or some of them
//   node tests/matrix/main.mjs --all [NAME…]   those of wide/ too (`make test-matrix-all`); notes what passed,
//                                              from which `make guides` writes the table of docs/runtimes.md

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serveAnswers } from './answers.mjs';
import { installedOnce } from '../installed.mjs';
import { fewCells, wideCells } from './list.mjs';
import { LEFT_OUT, notePassed } from './passed.mjs';
import { home, nodeOf, wideHome } from './project.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const execute = promisify(execFile);

/** The tools of a folder of manifests into another, and not again where the lock is the same. */
const installTools = async (from, into) => {
  const stamp = join(into, 'node_modules', '.installed-package-lock.json');
  const lock = join(from, 'package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp).equals(readFileSync(lock))) return;
  console.log('matrix   installing the tools (npm ci)');
  mkdirSync(into, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'kits']) {
    if (existsSync(join(from, name))) cpSync(join(from, name), join(into, name), { recursive: true });
  }
  // Some want a later Node than this, and are run with one.
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: into, maxBuffer: 2 ** 26 });
  cpSync(lock, stamp);
};

/** Against what never ends; no cell comes near. */
const LONGEST_MS = 15 * 60_000;

const run = async ({ name, file, kit, node }, origin) => {
  const startedMs = performance.now();
  const took = () => (performance.now() - startedMs) / 1000;
  try {
    const runtime = node ? nodeOf(node) : process.execPath;
    const { stdout } = await execute(runtime, [at('cell.mjs'), file, name, origin], {
      env: { ...process.env, ...(kit && { MATRIX_HOME: join(wideHome, 'kits', kit) }), PATH: `${dirname(runtime)}:${process.env.PATH}` },
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 26,
    });
    return { name, ...JSON.parse(stdout), seconds: took() };
  } catch (error) {
    return { name, tool: '', place: '', problem: `${error.message}\n${error.stderr}`, seconds: took() };
  }
};

const print = ({ name, tool, version = '', place, bytes = '', statusBytes = '', first, seconds, problem }) => {
  const sizes = [bytes, statusBytes, first?.fetch ?? '', first?.ky ?? ''].map((size) => String(size).padStart(8));
  const cells = [name.padEnd(24), `${tool} ${version}`.padEnd(40), place.padEnd(38), ...sizes];
  console.log(
    `${cells.join('')}   ${typeof seconds === 'number' ? `${seconds.toFixed(0)} s`.padStart(6) : seconds.padStart(6)}  ${problem ? 'FAILED' : problem === undefined ? 'ok' : ''}`,
  );
};

const isWide = process.argv[2] === '--all';
const named = process.argv.slice(isWide ? 3 : 2);

await installTools(at('.'), home);
if (isWide) await installTools(at('wide'), wideHome);

/** What takes minutes begins first, so that none of it is left to run alone at the end. */
const LONGEST = [
  ...['next-middleware', 'firefox', 'webkit', 'metro', 'next-turbopack'],
  ...['next-15-webpack', 'next-15-turbopack', 'next-16-webpack', 'next-16-turbopack', 'nuxt', 'attw'],
];
const placeOf = ({ name }) => (LONGEST.includes(name) ? LONGEST.indexOf(name) : LONGEST.length);
const cells = [...(await fewCells()), ...(isWide ? await wideCells() : [])].sort((one, other) => placeOf(one) - placeOf(other));
for (const name of named) if (!cells.some((cell) => cell.name === name)) throw new Error(`the matrix has no cell ${name}`);
const chosen = named.length > 0 ? cells.filter(({ name }) => named.includes(name)) : cells;
// Before the cells, which would each find that it is not there.
installedOnce();
const server = await serveAnswers();

const results = [];
const waiting = [...chosen];
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
    for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
      const result = await run(cell, server.origin);
      results.push(result);
      if (isWide) notePassed([result], cells);
      console.log(`matrix   ${cell.name}: ${result.problem ? `failed\n${result.problem}` : 'ok'}`);
    }
  }),
);
server.close();

console.log();
print({
  name: 'cell',
  tool: 'built with',
  place: 'run in',
  bytes: 'brotli',
  statusBytes: 'status',
  first: { fetch: 'fetch', ky: 'ky' },
  seconds: 'took',
  problem: '',
});
for (const result of results.sort((one, other) => one.name.localeCompare(other.name))) print(result);
const failed = results.filter(({ problem }) => problem).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
if (isWide) console.log(`\nNot run:\n${LEFT_OUT.map(([what, why]) => `${what}: ${why}`).join('\n')}`);
