import { tool } from '../project.mjs';

export default {
  tool: 'esbuild',
  place: 'Node',
  isQuick: true,
  bundle: (project, entry, outdir) =>
    tool('esbuild').build({
      entryPoints: [project.path(entry)],
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      minify: true,
      format: 'esm',
      charset: 'utf8',
    }),
  run: (project, { origin, name, out }) => project.node(`${out}/main.mjs`, origin, name),
};
