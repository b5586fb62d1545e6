// Runs test files side by side, in the order in which they are given: of itself, node sorts them by
// name, and the longest would be left to run alone at the end.

import { cpus } from 'node:os';
import { run } from 'node:test';
import { spec as Spec } from 'node:test/reporters';

// Two more than there are cores, since many wait for a browser or a server most of the time.
const results = run({ files: process.argv.slice(2), concurrency: cpus().length + 2 });
results.on('test:fail', ({ todo }) => {
  if (todo === undefined || todo === false) process.exitCode = 1;
});
results.compose(new Spec()).pipe(process.stdout);
