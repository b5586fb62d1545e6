// The package for require: every entry, and in chunks what several of them share.

import { buildSync, transformSync } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function commonJs(dist, entryPoints, outdir) {
  const { outputFiles } = buildSync({
    ...{ entryPoints, outdir, outbase: dist, outExtension: { '.js': '.cjs' }, chunkNames: 'shared-[hash]' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'neutral', target: 'es2022', charset: 'utf8', write: false },
  });
  for (const { path, text } of outputFiles) {
    // esbuild splits ES modules only; here each becomes CommonJS by itself, and its import() a call
    // of require, since Jest refuses the other.
    const { code } = transformSync(text, {
      ...{ format: 'cjs', platform: 'node', target: 'es2022', charset: 'utf8', supported: { 'dynamic-import': false } },
    });
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
}
