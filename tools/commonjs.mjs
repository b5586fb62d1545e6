// Modules for require.

import { build, transform } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Fewer files are loaded faster, and require needs nothing to be left for later. */
export const nothingLater = (dist) => ({
  name: 'nothing-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(later|lean|loop)\.js$/ }, ({ path }) => ({ path: join(dist, 'static', basename(path)), sideEffects: false })),
});

/**
 * An ES module as CommonJS. esbuild splits ES modules only, so each becomes one by itself, and its
 * import() a call of require, since Jest refuses the other.
 */
export async function required(text, charset = 'ascii') {
  const as = { format: 'cjs', platform: 'node', target: 'es2022', lineLimit: 160, charset };
  const { code } = await transform(text, { ...as, supported: { 'dynamic-import': false } });
  return code;
}

/** The entries that Node does not need in few files: in chunks what several of them share. */
export async function commonJs(dist, entryPoints, outdir) {
  const { outputFiles } = await build({
    ...{ entryPoints, outdir, outbase: dist, outExtension: { '.js': '.cjs' }, chunkNames: 'shared-[hash]' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'neutral', target: 'es2022', charset: 'utf8', write: false },
    plugins: [nothingLater(dist)],
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await required(text, 'utf8'));
  }
}
