import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bun = fileURLToPath(new URL('../../../node_modules/.bin/bun', import.meta.url));

export default {
  tool: 'bun',
  place: 'Bun',
  bundle: (project, entry, out) => project.run(bun, ['build', entry, '--outdir', out, '--minify', '--target', 'browser']),
  run: (project, { origin, name }) => project.run(bun, [join('out', 'main.js'), origin, name]).then((said) => said.trim()),
};
