import { inWorkerd } from '../workerd.mjs';

const WORKER = `
  import { ask } from './program.js';
  export default {
    async fetch({ url }) {
      const { searchParams } = new URL(url);
      return new Response(await ask(searchParams.get('origin'), searchParams.get('name')));
    },
  };
`;
const STATUS = `
  import { status } from 'bc-status';
  export default { fetch: ({ url }) => new Response(status(Number(url.slice(-3))).text) };
`;

export default {
  tool: 'wrangler',
  place: 'workerd',
  entry: 'worker.js',
  async bundle(project, entry, out) {
    project.write('worker.js', WORKER);
    project.write('status.js', STATUS);
    await project.bin('wrangler', [
      ...['deploy', entry, '--dry-run', '--minify', '--outdir', out],
      ...['--name', 'matrix', '--compatibility-date', '2026-04-01'],
    ]);
  },
  run: (project, { origin, name }) => inWorkerd(project.path('out'), 'worker.js', `/?origin=${origin}&name=${name}`),
};
