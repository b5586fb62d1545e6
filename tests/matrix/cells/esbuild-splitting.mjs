import { tool } from '../project.mjs';
import esbuild from './esbuild.mjs';

export default {
  ...esbuild,
  bundle: (project, entry, outdir) =>
    tool('esbuild').build({
      entryPoints: [project.path(entry)],
      ...{ outdir, outExtension: { '.js': '.mjs' }, bundle: true, splitting: true, minify: true, format: 'esm', charset: 'utf8' },
    }),
};
