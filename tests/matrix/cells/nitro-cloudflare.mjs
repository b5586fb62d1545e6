// Nitro for Cloudflare, as Nuxt builds its server. It takes WebAssembly where it is told so.

import { inWorkerd } from '../workerd.mjs';

const ROUTE = `
  import { ask } from '../program.js';
  export default defineEventHandler((event) => {
    const { origin, name } = getQuery(event);
    return ask(origin, name);
  });
`;

export default {
  tool: 'nitropack',
  place: 'workerd',
  async run(project, { origin, name }) {
    project.write('routes/line.js', ROUTE);
    project.write(
      'nitro.config.js',
      "export default { preset: 'cloudflare-module', compatibilityDate: '2026-04-01', experimental: { wasm: true }, minify: true };\n",
    );
    await project.bin('nitro', ['build']);
    return inWorkerd(project.path('.output', 'server'), 'index.mjs', `/line?origin=${origin}&name=${name}`);
  },
};
