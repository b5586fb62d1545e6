/**
 * The demo's parts together: the simulator; in workerd the Worker that calls it and serves the site, and
 * the one of `examples/worker`, which stands in front of the simulator below `/store`.
 */
import { createServer } from 'node:net';
import { Miniflare, Response } from 'miniflare';
import { startSimulator } from '../tests/simulator/index.mjs';
import { buildSite } from '../tools/site/build.mjs';
import { jsonLines } from '../www/site/lines.js';
import { bundleWorker } from './bundle.mjs';
import { findExchange, storeHash } from './exchanges.mjs';
import { DemoError, locatePackage } from './package.mjs';
import { createSite } from './site.mjs';

export async function startDemo({ port = 0, packageDirectory } = {}) {
  const located = await locatePackage(packageDirectory);
  await checkPort(port);
  const modules = await bundleWorker(located, './worker.js');
  const example = await bundleWorker(located, '../examples/worker/src/index.js');
  // The transcript needs no page.
  let files;
  const site = createSite(() => (files ??= buildSite(located)));
  const simulator = await startSimulator({ storeHash });

  const both = {
    compatibilityDate: '2026-04-01',
    // Whatever host the Workers call, the simulator answers.
    outboundService: { external: { address: new URL(simulator.url).host, http: {} } },
  };
  const miniflare = new Miniflare({
    port,
    // The example logs its problems, which would stand in the middle of the transcript.
    handleRuntimeStdio: (stdout, stderr) => [stdout, stderr].forEach((stream) => stream.resume()),
    workers: [
      {
        ...both,
        name: 'demo',
        modules,
        bindings: { TOKEN: simulator.token, READ_ONLY_TOKEN: simulator.readOnlyToken },
        serviceBindings: { SITE: site, STAGE: (request) => stage(request, simulator), STORE: 'store' },
      },
      {
        ...both,
        name: 'store',
        modules: example,
        compatibilityFlags: ['enable_request_signal'],
        bindings: { STORE_HASH: simulator.storeHash, BC_TOKEN: simulator.token },
        durableObjects: { QUOTA: { className: 'QuotaCoordinator', useSQLite: true } },
      },
    ],
  });

  const close = async () => {
    await miniflare.dispose();
    await simulator.close();
  };

  try {
    const ready = await miniflare.ready;
    return {
      url: `http://localhost:${ready.port}/`,
      run: (id) => events(miniflare, id),
      /** Through the Worker of the example. */
      askStore: (path) => miniflare.dispatchFetch(`http://localhost/store${path}`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asked beforehand, since workerd meets a taken port with a stack trace of its own. */
async function checkPort(port) {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', () => reject(new DemoError(`Port ${port} cannot be used: choose another with PORT.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

function stage(request, simulator) {
  simulator.calm();
  findExchange(new URL(request.url).pathname.slice(1)).stage(simulator);
  return new Response(null, { status: 204 });
}

/** What the Worker tells about one exchange, while it happens. */
async function* events(miniflare, id) {
  const { body } = await miniflare.dispatchFetch(`http://localhost/live/${id}`, { method: 'POST' });
  yield* jsonLines(body);
}
