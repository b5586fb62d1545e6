// The command as a user has it: installed from the tarball, run as a process.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from '../runtimes/installed.mjs';

/** Of the environment only what cannot be done without; nothing of the store of whoever tests. */
const { PATH, HOME } = process.env;

export const installCommand = async () => {
  const { root, manifest } = await install();
  const file = join(root, 'node_modules', '.bin', 'bc-status');

  const start = (args, { env, command = file, ...options } = {}) =>
    spawn(command, args, { cwd: root, env: { PATH, HOME, ...env }, ...options });

  return {
    root,
    file,
    manifest,
    start,
    /** `{ code, out, err }` of a run with this input. */
    run: (args, { input = '', ...options } = {}) => finished(start(args, options), input),
    /** The same of a line of a shell, in a terminal of 60 columns. */
    onTerminal: (line, env) =>
      finished(
        start(['-qec', `stty cols 60; ${line}`, '/dev/null'], { command: 'script', env: { TERM: 'xterm', SHELL: '/bin/sh', ...env } }),
      ),
  };
};

export const finished = (child, input = '') =>
  new Promise((resolve, reject) => {
    const [out, err] = [[], []];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    // It may leave the rest of a long input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) }));
  });
