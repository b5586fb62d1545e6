import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The binary comes in a package for each kind of machine. */
const binaries = fileURLToPath(new URL('../../../node_modules/@oven/', import.meta.url));
export const bun = readdirSync(binaries)
  .map((name) => join(binaries, name, 'bin', 'bun'))
  .find(existsSync);

export default {
  tool: 'bun',
  place: 'Bun',
  bundle: (project, entry, out) => project.run(bun, ['build', entry, '--outdir', out, '--minify', '--target', 'browser']),
  run: (project, { origin, name, out }) => project.run(bun, [join(out, 'main.js'), origin, name]).then((said) => said.trim()),
};
