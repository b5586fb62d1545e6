// Runs a program in a thread, and ends it as a process would be: with what it did not read of its input.

import { workerData } from 'node:worker_threads';

await import(workerData);
const written = (stream) => new Promise((resolve) => stream.write('', resolve));
await Promise.all([process.stdout, process.stderr].map(written));
process.exit();
