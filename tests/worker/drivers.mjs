// The same handlers in Node, called directly, and in workerd, as a Worker bundled as its users
// bundle theirs. `ask(path, init)` sends to the handler that `host` names, `plain` by default;
// `begin(path)` sends, and its `leave()` goes away; `drip(path, { text })` begins a body that does not
// end, and its `answer()` is the problem that is answered.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';
import { ENV, handlersOf } from './handlers.mjs';
import { begin } from './raw.mjs';

const handlersFile = fileURLToPath(new URL('handlers.mjs', import.meta.url));

/** What an answer is a problem of; of none, or of another one, nothing. */
const problemIn = (text) => {
  const [json = '{}'] = /\{.*\}/s.exec(text) ?? [];
  return JSON.parse(json);
};

const urlOf = (path, host) => `https://${host}.worker${path}`;

export async function inNode({ root }, upstream) {
  const user = join(root, 'worker-user.mjs');
  await writeFile(user, "export * from 'bc-status/worker';\n");
  const { createHandler } = await import(pathToFileURL(user).href);
  // The one thing that differs: where the store is.
  const toUpstream = (url, init) => fetch(url.replace('https://api.bigcommerce.com', upstream.url), init);
  const { handlers, problems, begun } = handlersOf(createHandler, toUpstream);
  const waited = [];
  const ask = (path, { host = 'plain', ...init } = {}) =>
    handlers[host].fetch(new Request(urlOf(path, host), { duplex: 'half', ...init }), ENV, {
      waitUntil: (promise) => waited.push(promise),
    });
  return {
    runtime: 'node',
    origin: 'https://plain.worker',
    problems: async () => problems,
    begun: async () => begun,
    ask,
    begin(path, init) {
      const controller = new AbortController();
      const asked = ask(path, { signal: controller.signal, ...init });
      return { leave: () => (controller.abort(), asked) };
    },
    drip(path, { text, length, headers, ...init }) {
      let given;
      const body = new ReadableStream({
        start(controller) {
          given = controller;
          controller.enqueue(Buffer.from(text));
        },
      });
      const lengths = length === undefined ? {} : { 'content-length': String(length) };
      const asked = ask(path, { method: 'POST', body, headers: { ...headers, ...lengths }, ...init });
      const end = (act) => {
        try {
          act();
        } catch {
          // Nobody reads it any more.
        }
      };
      return {
        answer: async () => problemIn(await (await asked).text()),
        more: (part) => end(() => given.enqueue(Buffer.from(part))),
        leave: () => end(() => given.error(new Error('gone'))),
      };
    },
    close: () => Promise.all(waited),
  };
}

export async function inWorkerd({ root, directory }, upstream) {
  const worker = `
    import { createHandler } from 'bc-status/worker';
    import { handlersOf } from ${JSON.stringify(handlersFile)};
    const { handlers, problems, begun } = handlersOf(createHandler);
    export default {
      fetch(request, env, ctx) {
        const host = request.headers.get('x-test-host') ?? new URL(request.url).hostname.split('.')[0];
        if (host === 'told-of') return Response.json({ problems, begun });
        return (handlers[host] ?? handlers.plain).fetch(request, env, ctx);
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
  const toldOf = async () => (await miniflare.dispatchFetch(urlOf('/', 'told-of'))).json();
  return {
    runtime: 'workerd',
    port: Number(port),
    origin: `http://127.0.0.1:${port}`,
    /** All that the runtime printed. */
    log: () => log.join(''),
    problems: async () => (await toldOf()).problems,
    begun: async () => (await toldOf()).begun,
    ask: (path, { host = 'plain', headers, ...init } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        redirect: 'manual',
        duplex: 'half',
        headers: { ...headers, 'x-test-host': host },
        ...init,
      }),
    begin: (target, { method = 'GET', headers = {}, body: _, ...more } = {}) =>
      begin(port, { method, target, headers: Object.entries(headers).map((pair) => pair.join(': ')), ...more }),
    drip(target, { host, text, length, headers }) {
      const lengths = length === undefined ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': length };
      const pairs = Object.entries({ ...headers, ...lengths }).map((pair) => pair.join(': '));
      const part = (more) => (length === undefined ? `${more.length.toString(16)}\r\n${more}\r\n` : more);
      const { answer, more, leave } = begin(port, { method: 'POST', target, host, headers: pairs, body: part(text) });
      return {
        answer: async () => problemIn(/\r\n\r\n(.*)/s.exec(await answer)?.[1] ?? ''),
        more: (one) => more(part(one)),
        leave,
      };
    },
    close: () => miniflare.dispose(),
  };
}
