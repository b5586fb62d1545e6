import { promisify } from 'node:util';
import { inChromium } from '../chromium.mjs';
import { tool } from '../project.mjs';

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
  entry: 'page.js',
  bundle: (project, entry, out) => compile(tool('webpack'), project, entry, out),
  run: (project, { origin, name }) => inChromium(project.path('out'), '<script src="main.js"></script>', `ask('${origin}', '${name}')`),
};
