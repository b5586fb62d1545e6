/** The demo's parts together: the simulator, and in workerd the Worker that calls it and serves the page. */
import { createServer } from 'node:net';
import { Miniflare, Response } from 'miniflare';
import { startSimulator } from '../tests/simulator/index.mjs';
import { jsonLines } from '../www/site/lines.js';
import { bundleWorker } from './bundle.mjs';
import { findExchange, storeHash } from './exchanges.mjs';
import { DemoError, locatePackage } from './package.mjs';
import { createSite } from './site.mjs';

export async function startDemo({ port = 0, packageDirectory } = {}) {
  const located = await locatePackage(packageDirectory);
  await checkPort(port);
  const modules = await bundleWorker(located);
  const simulator = await startSimulator({ storeHash });

  const miniflare = new Miniflare({
    port,
    modules,
    compatibilityDate: '2026-04-01',
    bindings: { TOKEN: simulator.token, READ_ONLY_TOKEN: simulator.readOnlyToken },
    serviceBindings: { SITE: createSite(located), STAGE: (request) => stage(request, simulator) },
    // Whatever host the Worker calls, the simulator answers.
    outboundService: { external: { address: new URL(simulator.url).host, http: {} } },
  });

  const close = async () => {
    await miniflare.dispose();
    await simulator.close();
  };

  try {
    const ready = await miniflare.ready;
    return { url: `http://localhost:${ready.port}/`, run: (id) => events(miniflare, id), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asked beforehand, since workerd meets a taken port with a stack trace of its own. */
async function checkPort(port) {
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', () =>
      reject(new DemoError(`Port ${port} cannot be used: choose another with PORT.`)),
    );
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
