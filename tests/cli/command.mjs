// The command as a user has it, installed from the tarball. It is run in a thread, which takes a third
// of the time that a process does; in a process where it is about signals, terminals and pipes.

import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { install } from '../runtimes/installed.mjs';

/** Of the environment only what cannot be done without; nothing of the store of whoever tests. */
const { PATH, HOME } = process.env;

export const installCommand = async () => {
  const { root, manifest } = await install();
  const file = join(root, 'node_modules', '.bin', 'bc-status');
  const program = realpathSync(file);
  // A thread is where its process is.
  process.chdir(root);

  const start = (args, { env, command = file, ...options } = {}) =>
    spawn(command, args, { cwd: root, env: { PATH, HOME, ...env }, ...options });

  return {
    root,
    file,
    manifest,
    start,
    /** `{ code, out, err }` of a run with this input. */
    run: (args, { input = '', env } = {}) =>
      ended(
        new Worker(new URL('thread.mjs', import.meta.url), {
          ...{ workerData: program, argv: args, env: { PATH, HOME, ...env }, stdin: true, stdout: true, stderr: true },
        }),
        input,
      ),
    /** The same of a line of a shell, in a terminal of 60 columns. */
    onTerminal: (line, env) =>
      finished(
        start(['-qec', `stty cols 60; ${line}`, '/dev/null'], { command: 'script', env: { TERM: 'xterm', SHELL: '/bin/sh', ...env } }),
      ),
  };
};

const ended = (worker, input) =>
  new Promise((resolve, reject) => {
    const said = saidBy(worker, input);
    worker.on('error', reject);
    worker.on('exit', (code) => resolve({ code, signal: null, ...said() }));
  });

export const finished = (child, input = '') =>
  new Promise((resolve, reject) => {
    const said = saidBy(child, input);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...said() }));
  });

/** Gives it the input, and tells at the end what it wrote. */
const saidBy = ({ stdin, stdout, stderr }, input) => {
  const [out, err] = [[], []];
  stdout.on('data', (chunk) => out.push(chunk));
  stderr.on('data', (chunk) => err.push(chunk));
  // It may leave the rest of a long input.
  stdin.on('error', () => {});
  stdin.end(input);
  return () => ({ out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) });
};
