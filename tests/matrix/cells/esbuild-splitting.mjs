import { tool } from '../project.mjs';
import esbuild from './esbuild.mjs';

export default {
  ...esbuild,
  // A module that is imported by import() becomes a chunk, also where nothing in the output leads there.
  main: 'main.mjs',
  // In three files, each with its share of words.
  most: 6500,
  bundle: (project, entry, outdir) =>
    tool('esbuild').build({
      entryPoints: [project.path(entry)],
      ...{ outdir, outExtension: { '.js': '.mjs' }, bundle: true, splitting: true, minify: true, format: 'esm', charset: 'utf8' },
    }),
};
