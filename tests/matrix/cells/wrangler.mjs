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
export default {
  tool: 'wrangler',
  place: 'workerd',
  entry: WORKER,
  async bundle(project, entry, out) {
    await project.bin('wrangler', [
      ...['deploy', entry, '--dry-run', '--minify', '--outdir', out],
      ...['--name', 'matrix', '--compatibility-date', '2026-04-01'],
    ]);
  },
  // It uploads every .wasm that it met in the source, also where nothing in the output leads there.
  main: 'main.js',
  run: (project, { origin, name, out }) => inWorkerd(project.path(out), 'main.js', `/?origin=${origin}&name=${name}`),
};
