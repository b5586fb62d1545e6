// Runs test files side by side, in the order in which they are given: of itself, node sorts them by
// name, and the longest would be left to run alone at the end. Says which took longest, so that one
// sees where the time goes.

import { cpus } from 'node:os';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec as Spec } from 'node:test/reporters';
import { installedOnce } from '../tests/installed.mjs';
import { builtSite } from '../tests/site/built.mjs';

const files = process.argv.slice(2);

// Before the files, which would each find that it is not there.
installedOnce();
// Where it cannot be built, each of them says why.
if (files.some((file) => /\bsite\//.test(file))) await builtSite().catch(() => {});

// Two more than there are cores, since many wait for a browser or a server most of the time.
const results = run({ files, concurrency: cpus().length + 2 });

/** By file: how long its tests took. */
const seconds = new Map();
const count = ({ file, nesting, details }) => {
  if (file && nesting === 0) seconds.set(file, (seconds.get(file) ?? 0) + details.duration_ms / 1000);
};
results.on('test:pass', count);
results.on('test:fail', (test) => {
  count(test);
  if (test.todo === undefined || test.todo === false) process.exitCode = 1;
});
results.on('end', () => {
  const longest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, 12);
  console.log(longest.map(([file, took]) => `${took.toFixed(0).padStart(5)} s  ${relative('.', file)}`).join('\n'));
});
results.compose(new Spec()).pipe(process.stdout);
