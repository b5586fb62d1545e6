// `make test-matrix`: the packed package in the bundlers, frameworks and test runners of its
// users. A cell is a file of cells/: what builds it, what it runs in, and how.
//
//   node tests/matrix/main.mjs [NAME…]      all cells, or some

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serveAnswers } from './answers.mjs';
import { installedOnce } from '../installed.mjs';
import { home } from './project.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const execute = promisify(execFile);

/** Into target/matrix, and not again where the lock is the same. */
const installTools = async () => {
  const stamp = join(home, 'node_modules', '.installed-package-lock.json');
  const lock = at('package-lock.json');
  if (existsSync(stamp) && readFileSync(stamp).equals(readFileSync(lock))) return;
  console.log('matrix   installing the tools (npm ci)');
  mkdirSync(home, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(at(name), join(home, name));
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home });
  cpSync(lock, stamp);
};

/** Against what never ends; no cell comes near. */
const LONGEST_MS = 15 * 60_000;

const run = async (name, origin) => {
  const startedMs = performance.now();
  const took = () => (performance.now() - startedMs) / 1000;
  try {
    const { stdout } = await execute(process.execPath, [at('cell.mjs'), name, origin], {
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 26,
    });
    return { name, ...JSON.parse(stdout), seconds: took() };
  } catch (error) {
    return { name, tool: '', place: '', problem: `${error.message}\n${error.stderr}`, seconds: took() };
  }
};

const print = ({ name, tool, place, bytes = '', statusBytes = '', first, seconds, problem }) => {
  const sizes = [bytes, statusBytes, first?.fetch ?? '', first?.ky ?? ''].map((size) => String(size).padStart(8));
  const cells = [name.padEnd(22), tool.padEnd(42), place.padEnd(28), ...sizes];
  console.log(
    `${cells.join('')}   ${typeof seconds === 'number' ? `${seconds.toFixed(0)} s`.padStart(6) : seconds.padStart(6)}  ${problem ? 'FAILED' : problem === undefined ? 'ok' : ''}`,
  );
};

await installTools();

/** What takes minutes begins first, so that none of it is left to run alone at the end. */
const LONGEST = ['next-middleware', 'firefox', 'webkit', 'metro', 'next-turbopack'];
const cells = [...new Set([...LONGEST, ...readdirSync(at('cells')).map((file) => file.replace(/\.mjs$/, ''))])];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : cells;
// Before the cells, which would each find that it is not there.
installedOnce();
const server = await serveAnswers();

const results = [];
const waiting = [...chosen];
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const result = await run(name, server.origin);
      results.push(result);
      console.log(`matrix   ${name}: ${result.problem ? `failed\n${result.problem}` : 'ok'}`);
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
