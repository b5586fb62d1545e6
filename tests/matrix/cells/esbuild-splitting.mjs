import { tool } from '../project.mjs';
import esbuild from './esbuild.mjs';

export default {
  ...esbuild,
  // A module that is imported by import() becomes a chunk, also where nothing in the output leads there.
  main: 'main.mjs',
  // Of each module it takes all that any chunk needs.
  most: 7000,
  firstMain: 'main.mjs',
  first: 4000,
  bundle: (project, entry, outdir) =>
    tool('esbuild').build({
      entryPoints: [project.path(entry)],
      ...{ outdir, outExtension: { '.js': '.mjs' }, bundle: true, splitting: true, minify: true, format: 'esm', charset: 'utf8' },
    }),
};
