// The same handlers in Node, called directly, and in workerd, as a Worker bundled as its users
// bundle theirs. `ask(path, init)` sends to the handler that `host` names, `plain` by default;
// `begin(path)` sends, and its `leave()` goes away.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';
import { ENV, handlersOf } from './handlers.mjs';
import { begin } from './raw.mjs';

const handlersFile = fileURLToPath(new URL('handlers.mjs', import.meta.url));

const urlOf = (path, host) => `https://${host}.worker${path}`;

export async function inNode({ root }, upstream) {
  const user = join(root, 'worker-user.mjs');
  await writeFile(user, "export * from 'bc-status/worker';\n");
  const { createHandler } = await import(pathToFileURL(user).href);
  // The one thing that differs: where the store is.
  const toUpstream = (url, init) => fetch(url.replace('https://api.bigcommerce.com', upstream.url), init);
  const { handlers, problems } = handlersOf(createHandler, toUpstream);
  const waited = [];
  const ask = (path, { host = 'plain', ...init } = {}) =>
    handlers[host].fetch(new Request(urlOf(path, host), { duplex: 'half', ...init }), ENV, {
      waitUntil: (promise) => waited.push(promise),
    });
  return {
    runtime: 'node',
    origin: 'https://plain.worker',
    problems: async () => problems,
    ask,
    begin(path) {
      const controller = new AbortController();
      const asked = ask(path, { signal: controller.signal });
      return { leave: () => (controller.abort(), asked) };
    },
    close: () => Promise.all(waited),
  };
}

export async function inWorkerd({ root, directory }, upstream) {
  const worker = `
    import { createHandler } from 'bc-status/worker';
    import { handlersOf } from ${JSON.stringify(handlersFile)};
    const { handlers, problems } = handlersOf(createHandler);
    export default {
      fetch(request, env, ctx) {
        const host = request.headers.get('x-test-host') ?? new URL(request.url).hostname.split('.')[0];
        return host === 'problems' ? Response.json(problems) : (handlers[host] ?? handlers.plain).fetch(request, env, ctx);
      },
    };`;
  const log = [];
  const miniflare = new Miniflare({
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['enable_request_signal'],
    modules: await bundled(worker, root, join(directory, 'dist')),
    bindings: ENV,
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    // Whatever host the Worker calls, the upstream answers; it would see an attack on another.
    outboundService: { external: { address: new URL(upstream.url).host, http: {} } },
    handleRuntimeStdio: (stdout, stderr) =>
      [stdout, stderr].forEach((stream) => stream.setEncoding('utf8').on('data', (text) => log.push(text))),
  });
  await miniflare.ready;
  const { port } = await miniflare.unsafeGetDirectURL();
  return {
    runtime: 'workerd',
    port: Number(port),
    origin: `http://127.0.0.1:${port}`,
    /** All that the runtime printed. */
    log: () => log.join(''),
    problems: async () => (await miniflare.dispatchFetch(urlOf('/', 'problems'))).json(),
    ask: (path, { host = 'plain', headers, ...init } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        redirect: 'manual',
        duplex: 'half',
        headers: { ...headers, 'x-test-host': host },
        ...init,
      }),
    begin: (target) => begin(port, { method: 'GET', target }),
    close: () => miniflare.dispose(),
  };
}
