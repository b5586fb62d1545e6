// Runs the topics in a runtime that is a command, in a directory where the package is installed.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startApart } from '../apart.mjs';
import { install } from '../runtimes/installed.mjs';
import { casesFor } from './suite.mjs';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const suite = new URL('suite.mjs', import.meta.url).href;

/** The binary that a runtime's npm package brings for this machine: `scope`/*`/file`. */
export const binary = (scope, file) => {
  const found = readdirSync(join(modules, scope)).map((name) => join(modules, scope, name, file));
  const path = found.find((one) => existsSync(one));
  assert.ok(path, `${scope} has no ${file}; run npm ci`);
  return path;
};

/** Prints the results of all cases as its last line. */
const script = (runtime, { url, other }) => `
  import * as bc from 'bc-status';
  import { runAll } from ${JSON.stringify(suite)};
  const results = await runAll(bc, ${JSON.stringify({ url, other })}, ${JSON.stringify(runtime)});
  console.log('\\n' + JSON.stringify(results));
`;

/** One test for each case, by the result that the runtime gave. */
export const report = (runtime, results) => {
  const byName = new Map(results.map(({ name, problem }) => [name, problem]));
  for (const { name } of casesFor(runtime)) {
    test(name, () => assert.ok(byName.get(name) === null, byName.get(name) ?? 'it did not run'));
  }
};

export async function runBy(runtime, command, ...args) {
  const servers = await startApart(new URL('server.mjs', import.meta.url), 'startServer');
  after(() => servers.close());
  const { root } = await install();
  const file = join(root, 'run.mjs');
  await writeFile(file, script(runtime, servers));
  describe(`fetch in ${runtime}`, async () => {
    const { stdout } = await promisify(execFile)(command, [...args, file], { cwd: root, maxBuffer: 2 ** 26 });
    report(runtime, JSON.parse(stdout.trim().split('\n').at(-1)));
  });
}
