// The package for require: every entry, and in chunks what several of them share.

import { build, transform } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Fewer files are loaded faster, and require needs nothing to be left for later. */
export const nothingLater = (dist) => ({
  name: 'nothing-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(later|lean|loop)\.js$/ }, ({ path }) => ({ path: join(dist, 'static', basename(path)), sideEffects: false })),
});

export async function commonJs(dist, entryPoints, outdir) {
  const { outputFiles } = await build({
    ...{ entryPoints, outdir, outbase: dist, outExtension: { '.js': '.cjs' }, chunkNames: 'shared-[hash]' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'neutral', target: 'es2022', charset: 'utf8', write: false },
    plugins: [nothingLater(dist)],
  });
  for (const { path, text } of outputFiles) {
    // esbuild splits ES modules only; here each becomes CommonJS by itself, and its import() a call
    // of require, since Jest refuses the other.
    const { code } = await transform(text, {
      ...{ format: 'cjs', platform: 'node', target: 'es2022', charset: 'utf8', supported: { 'dynamic-import': false } },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
}
