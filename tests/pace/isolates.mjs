// Workers beside each other in workerd, as the example has them: each an isolate of its own,
// with one Durable Object for all, in front of the simulated store.

import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';

const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));

const WORKER = `
  import { createHandler, QuotaCoordinator } from './edge/worker/index.js';

  /** Counts what it is asked, and can be told to fail. */
  export class Coordinator extends QuotaCoordinator {
    static asked = 0;
    static fault = '';

    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/asked') return Response.json(Coordinator.asked);
      if (pathname.startsWith('/fault/')) return new Response((Coordinator.fault = pathname.slice(7)));
      Coordinator.asked += 1;
      if (Coordinator.fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 200));
      if (Coordinator.fault === 'down') return new Response('', { status: 503 });
      return super.fetch(request);
    }
  }

  const handler = createHandler({
    storeHash: 'STORE_HASH',
    token: 'BC_TOKEN',
    allow: ['GET /v3/catalog/products/{id}'],
    retry: { profile: 'background' },
    pace: 'QUOTA',
  });

  export default {
    fetch(request, env, ctx) {
      const { hostname, pathname } = new URL(request.url);
      if (hostname !== 'coordinator') return handler.fetch(request, env, ctx);
      return env.QUOTA.get(env.QUOTA.idFromName(env.STORE_HASH)).fetch('https://coordinator' + pathname);
    },
  };`;

/** So many of them; `fetchOf(n)` sends through the nth, `coordinator(path)` tells the object. */
export const startIsolates = async (count, { url, storeHash, token }) => {
  const modules = await bundled(WORKER, dist, dist);
  const worker = (name, owner) => ({
    name,
    compatibilityDate: '2026-04-01',
    modules,
    bindings: { STORE_HASH: storeHash, BC_TOKEN: token },
    durableObjects: { QUOTA: { className: 'Coordinator', useSQLite: true, ...(owner && { scriptName: owner }) } },
    outboundService: { external: { address: new URL(url).host, http: {} } },
  });
  const names = Array.from({ length: count }, (_, at) => `isolate-${at}`);
  const miniflare = new Miniflare({
    workers: names.map((name, at) => worker(name, at > 0 ? names[0] : undefined)),
  });
  await miniflare.ready;
  const workers = await Promise.all(names.map((name) => miniflare.getWorker(name)));
  return {
    fetchOf: (at) => () => workers[at].fetch('https://worker/v3/catalog/products/77'),
    coordinator: async (path) => (await workers[0].fetch(`https://coordinator/${path}`)).text(),
    close: () => miniflare.dispose(),
  };
};
