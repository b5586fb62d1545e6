// TypeScript with the types of Cloudflare Workers, which are classes where the DOM has interfaces.

import { tsc } from './types-without-dom.mjs';

const USE = `
  import { createFetch, explain, historyOf } from 'bc-status';
  import { coordinator, createHandler, QuotaCoordinator } from 'bc-status/worker';
  import { init } from 'bc-status/slim';
  declare const core: WebAssembly.Module;
  interface Env { TOKEN: string; QUOTA: DurableObjectNamespace<QuotaCoordinator> }
  const bc: typeof fetch = createFetch({ fetch });
  const handler = createHandler<Env>({
    storeHash: 'abc123',
    token: (env) => env.TOKEN,
    allow: ['GET /v3/carts/{id}'],
    authorize: (request) => (request.headers.get('authorization') ? true : new Response('no', { status: 401 })),
    pace: (env) => env.QUOTA,
  });
  export { QuotaCoordinator };
  export default {
    async fetch(request, env, ctx) {
      const response = await bc(new Request('https://shop.example/'), { signal: request.signal });
      historyOf(response);
      await explain(response);
      await init(core);
      coordinator(env.QUOTA);
      return handler.fetch(request, env, ctx);
    },
  } satisfies ExportedHandler<Env>;
`;

export default {
  tool: '@cloudflare/workers-types',
  place: 'module esnext',
  check: (project) =>
    tsc(project, 'use.ts', USE, {
      lib: ['es2022'],
      types: ['@cloudflare/workers-types'],
      module: 'esnext',
      moduleResolution: 'bundler',
      skipLibCheck: true,
    }),
};
