// Tests in a thread of their own, which the test runner does not look into: it follows every promise of its
// thread, and where tests make millions of them, that takes longer than what they do. So it is with servers.
//
//     FILE.test.mjs   await testApart(new URL('FILE.mjs', import.meta.url));
//     FILE.mjs        import { describe, test } from '../apart.mjs';

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe as suite, test as shown } from 'node:test';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** In the thread: `{ path, options, run }` of each test, the names of what it is in first. */
const found = [];
let within = { path: [], options: {} };

/** As `node:test` has it, with options that a message can carry, such as `skip`. */
export const describe = (name, ...rest) => {
  const [describeTests, options] = rest.reverse();
  const outside = within;
  within = { path: [...outside.path, name], options: { ...outside.options, ...options } };
  describeTests();
  within = outside;
};

export const test = (name, ...rest) => {
  const [run, options] = rest.reverse();
  found.push({ path: [...within.path, name], options: { ...within.options, ...options }, run });
};

/** Shows the tests of a module, which run one after the other. */
export const testApart = async (module) => {
  const worker = new Worker(new URL(import.meta.url), { workerData: { tests: String(module) } });
  const lost = new Promise((_, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread ended with ${code} before its tests did`)));
  });
  lost.catch(() => {});
  /** By test, once it is over. */
  const ends = [];
  const tests = await Promise.race([
    lost,
    new Promise((resolve) => {
      worker.on('message', ({ tests, at, problem }) => {
        if (!tests) return problem ? ends[at].reject(problem) : ends[at].resolve();
        for (const _ of tests) ends.push(defer());
        resolve(tests);
      });
    }),
  ]);
  assert.ok(tests.length > 0, `${module} has no tests`);
  const all = tests.map((one, at) => ({ ...one, run: () => Promise.race([ends[at].promise, lost]) }));
  show(all);
};

const defer = () => {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  deferred.promise.catch(() => {});
  return deferred;
};

const show = (tests) => {
  for (const [name, group] of groupsOf(tests)) {
    const [{ path, options, run }] = group;
    if (path.length === 1) shown(name, options, run);
    else suite(name, () => show(group.map((one) => ({ ...one, path: one.path.slice(1) }))));
  }
};

/** Those that follow each other in the same suite; a test alone. */
const groupsOf = (tests) => {
  const groups = [];
  for (const one of tests) {
    const [name] = one.path;
    const last = groups.at(-1);
    if (one.path.length > 1 && last?.[0] === name && last[1][0].path.length > 1) last[1].push(one);
    else groups.push([name, [one]]);
  }
  return groups;
};

/** What a message carries of an error. */
const problemOf = (error) => {
  if (!(error instanceof Error)) return new Error(String(error));
  const problem = new Error(error.message);
  problem.stack = error.stack;
  return problem;
};

/** Starts what a function of a module starts, such as `startServer`: what of that is no function, and its `close`. */
export const startApart = async (module, start) => {
  const worker = new Worker(new URL(import.meta.url), { workerData: { module: String(module), start } });
  const [started] = await once(worker, 'message');
  // Its file is over when its tests are.
  worker.unref();
  return {
    ...started,
    close: async () => {
      const end = once(worker, 'exit');
      worker.postMessage('close');
      await end;
    },
  };
};

const start = async ({ module, start }) => {
  const started = await (await import(module))[start]();
  parentPort.postMessage(Object.fromEntries(Object.entries(started).filter(([, value]) => typeof value !== 'function')));
  await once(parentPort, 'message');
  await started.close();
  process.exit();
};

/** Not awaited: the module imports this one. */
const run = async () => {
  await import(workerData.tests);
  parentPort.postMessage({ tests: found.map(({ path, options }) => ({ path, options })) });
  for (const [at, one] of found.entries()) {
    let problem;
    try {
      if (!one.options.skip) await one.run();
    } catch (error) {
      problem = problemOf(error);
    }
    parentPort.postMessage({ at, problem });
  }
};
if (workerData?.tests) run();
if (workerData?.start) start(workerData);
