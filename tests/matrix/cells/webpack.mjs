import { promisify } from 'node:util';
import { inChromium } from '../chromium.mjs';
import { tool } from '../project.mjs';

/** The page that the program is on. */
const PAGE = "import { ask } from './program.js';\nglobalThis.ask = ask;\n";

/** Rspack takes the same. */
export const compile = async (compiler, project, entry, path) => {
  const stats = await promisify(compiler)({
    mode: 'production',
    context: project.directory,
    entry: project.path(entry),
    output: { path, filename: 'main.js' },
    performance: false,
  });
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
};

export default {
  tool: 'webpack',
  place: 'Chromium',
  first: 5000,
  entry: PAGE,
  bundle: (project, entry, out) => compile(tool('webpack'), project, entry, out),
  run: (project, { origin, name, out }) => inChromium(project.path(out), '<script src="main.js"></script>', `ask('${origin}', '${name}')`),
};
