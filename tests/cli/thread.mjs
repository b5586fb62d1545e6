// Runs the command in a thread, once for each message: with its arguments, environment, input and
// output, and with modules that were loaded for the first.

import { Readable, Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';

const collector = (chunks) =>
  new Writable({
    write(chunk, _, done) {
      chunks.push(chunk);
      done();
    },
  });

const put = (name, value) => Object.defineProperty(process, name, { value, configurable: true });

let runs = 0;
parentPort.on('message', async ({ args, env, input }) => {
  const [out, err] = [[], []];
  put('stdin', Readable.from(input.length ? [Buffer.from(input)] : [], { objectMode: false }));
  put('stdout', collector(out));
  put('stderr', collector(err));
  process.argv = [process.execPath, workerData, ...args];
  process.env = env;
  process.exitCode = 0;
  // What it imports stays; itself, it runs anew.
  await import(`${workerData}?${++runs}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  parentPort.postMessage({ code: process.exitCode, signal: null, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) });
});
