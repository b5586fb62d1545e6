// The command as a user has it, installed from the tarball. Where it is about signals, terminals and
// pipes it is run in a process, and else in a thread, which has loaded its modules before.

import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { Worker } from 'node:worker_threads';
import { install } from '../runtimes/installed.mjs';

/** What keeps something for the next run of a thread (a quota, or a server), or is for Node itself. */
const isApart = (args, env) => args.includes('--pace') || args.includes('mcp') || env?.NODE_OPTIONS !== undefined;

/** Of the environment only what cannot be done without; nothing of the store of whoever tests. */
const { PATH, HOME } = process.env;

export const installCommand = async () => {
  const { root, manifest } = await install();
  const file = join(root, 'node_modules', '.bin', 'bc-status');
  const threads = createThreads(realpathSync(file));
  after(threads.end);
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
      isApart(args, env) ? finished(start(args, { env }), input) : threads.run({ args, env: { PATH, HOME, ...env }, input }),
    /** The same of a line of a shell, in a terminal of 60 columns. */
    onTerminal: (line, env) =>
      finished(
        start(['-qec', `stty cols 60; ${line}`, '/dev/null'], { command: 'script', env: { TERM: 'xterm', SHELL: '/bin/sh', ...env } }),
      ),
  };
};

/** Threads of a program, of which each runs it once at a time. */
const createThreads = (workerData) => {
  const all = [];
  const idle = [];
  const started = () => {
    const thread = new Worker(new URL('thread.mjs', import.meta.url), { workerData });
    all.push(thread);
    return thread;
  };
  return {
    run: (asked) =>
      new Promise((resolve, reject) => {
        const thread = idle.pop() ?? started();
        thread.once('error', reject);
        thread.once('message', (said) => {
          thread.off('error', reject);
          idle.push(thread);
          resolve(said);
        });
        thread.postMessage(asked);
      }),
    end: () => Promise.all(all.map((thread) => thread.terminate())),
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
