// By how much a runtime's heap grows with calls, from the ten thousandth on where nothing else is said.

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { WebSocket } from 'undici';
import { bundled } from '../runtimes/bundled.mjs';
import { binary } from './command.mjs';

const soaking = new URL('soaking.mjs', import.meta.url).href;

const WARM = 10_000;

/** A program that prints how many bytes its heap has grown by; `heap` is how its runtime says so, `collect` how it is cleaned up. */
const program = ({ url, names, count, warm = WARM }, heap, collect) => `
  import process from 'node:process';
  import * as bc from 'bc-status';
  import { createHandler } from 'bc-status/worker';
  import { kindsOf, soak } from ${JSON.stringify(soaking)};

  const heap = async () => {
    for (let n = 0; n < 6; n++) {
      ${collect};
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return ${heap};
  };
  const kinds = kindsOf(bc, createHandler, ${JSON.stringify(url)});
  const names = ${JSON.stringify(names)} ?? Object.keys(kinds);
  await soak(kinds, names, ${warm});
  const before = await heap();
  await soak(kinds, names, ${count - warm});
  console.log((await heap()) - before);
  process.exit(0);
`;

const byCommand =
  (command, args, heap, collect) =>
  async ({ root }, asked) => {
    const file = join(root, 'soak.mjs');
    await writeFile(file, program(asked, heap, collect));
    const { stdout } = await promisify(execFile)(command(), [...args, file], { cwd: root });
    return Number(stdout);
  };

const worker = `
  import * as bc from 'bc-status';
  import { createHandler } from 'bc-status/worker';
  import { kindsOf, soak } from ${JSON.stringify(fileURLToPath(soaking))};

  export default {
    async fetch(request) {
      const { url, names, count } = await request.json();
      const kinds = kindsOf(bc, createHandler, url);
      await soak(kinds, names ?? Object.keys(kinds), count);
      gc();
      return new Response();
    },
  };`;

const config = (modules, date) => `
  using Workerd = import "/workerd/workerd.capnp";
  const config :Workerd.Config = (
    services = [ (name = "main", worker = .worker), (name = "internet", network = (allow = ["private", "public"])) ],
    sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ],
    v8Flags = ["--expose-gc"],
  );
  const worker :Workerd.Worker = (
    compatibilityDate = "${date}",
    modules = [ ${modules.map(({ type, path }) => `(name = "${path}", ${type === 'ESModule' ? 'esModule' : 'wasm'} = embed "${path}")`).join(', ')} ],
  );`;

/** So many calls in one request: in Workers a signal is of one request, and so its long life is that. */
const BATCH = 500;

const byWorkerd =
  (date) =>
  async ({ root, directory }, { url, names, count, warm = WARM }) => {
    const home = await mkdtemp(join(root, 'workerd-'));
    const modules = await bundled(worker, root, join(directory, 'dist'));
    for (const { path, contents } of modules) await writeFile(join(home, path), contents);
    await writeFile(join(home, 'config.capnp'), config(modules, date));
    const file = process.platform === 'win32' ? 'bin/workerd.exe' : 'bin/workerd';
    const child = spawn(
      binary('@cloudflare', file),
      ['serve', 'config.capnp', '--experimental', '--inspector-addr=127.0.0.1:0', '--control-fd=3'],
      {
        cwd: home,
        stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      },
    );
    try {
      const ports = await portsOf(child);
      const inspector = await inspectorAt(ports.inspector);
      const ask = async (total) => {
        for (let left = total; left > 0; left -= BATCH) {
          const body = JSON.stringify({ url, names, count: Math.min(left, BATCH) });
          const response = await fetch(`http://127.0.0.1:${ports.http}/`, { method: 'POST', body });
          if (response.status !== 200) throw new Error(await response.text());
          await response.text();
        }
      };
      const heap = async () => {
        for (let n = 0; n < 4; n++) await ask(1);
        const { usedSize, embedderHeapUsedSize } = await inspector('Runtime.getHeapUsage');
        return usedSize + embedderHeapUsedSize;
      };
      await ask(warm);
      const before = await heap();
      await ask(count - warm);
      return (await heap()) - before;
    } finally {
      child.kill();
    }
  };

const portsOf = (child) =>
  new Promise((resolve, reject) => {
    const ports = {};
    child.on('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
    let text = '';
    child.stdio[3].on('data', (chunk) => {
      text += chunk;
      for (const line of text.split('\n').slice(0, -1)) {
        const { event, socket, port } = JSON.parse(line);
        ports[event === 'listen' ? socket : 'inspector'] = port;
      }
      if (ports.http && ports.inspector) resolve(ports);
    });
  });

/** Asks V8 by its own protocol. */
const inspectorAt = async (port) => {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  const waiting = new Map();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let ids = 0;
  return (method) =>
    new Promise((resolve) => {
      ids += 1;
      waiting.set(ids, resolve);
      socket.send(JSON.stringify({ id: ids, method }));
    });
};

/** By runtime: `(installed, { url, names, count, warm }) =>` bytes. */
export const growthIn = {
  node: byCommand(() => process.execPath, ['--expose-gc', '--no-warnings'], 'process.memoryUsage().heapUsed', 'globalThis.gc()'),
  deno: byCommand(
    () => binary('@deno', process.platform === 'win32' ? 'deno.exe' : 'deno'),
    ['run', '--allow-all', '--no-check', '--quiet', '--v8-flags=--expose-gc'],
    'Deno.memoryUsage().heapUsed',
    'globalThis.gc()',
  ),
  bun: byCommand(
    () => binary('@oven', process.platform === 'win32' ? 'bin/bun.exe' : 'bin/bun'),
    [],
    "(await import('bun:jsc')).heapStats().heapSize",
    'Bun.gc(true)',
  ),
  // Without weak references, and with them.
  workerd: byWorkerd('2024-09-23'),
  'workerd of today': byWorkerd('2026-01-01'),
};
