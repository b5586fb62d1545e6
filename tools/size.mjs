// Prints what is shipped and how large it is: raw, gzip -9, brotli 11.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { compile } from './package.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// The std that set-up builds from Debian's source links its panic messages, which
// rustup's does not: a seventh more at most. What is published is built with rustup's.
const ROOM = process.env.BC_STATUS_STD === 'debian' ? 8 / 7 : 1;

/** What must hold, in bytes of brotli; tests/packaging asserts it. */
export const LIMITS = {
  'wasm, with all texts': Math.floor(19_000 * ROOM),
  'wasm, without the feature explain': Math.floor(11_000 * ROOM),
  'main entry, minified': Math.floor(25_000 * ROOM),
};

export const sizeOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

/** The main entry as a bundler would ship it. */
const minified = () =>
  buildSync({
    entryPoints: [at('pkg/dist/index.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
  }).outputFiles[0].contents;

/** Every size by its name, of the package in pkg/. */
export const sizes = () => {
  const lean = compile(at('target/wasm-pack-lean'), ['--no-default-features']);
  return {
    'wasm, with all texts': sizeOf(readFileSync(at('pkg/dist/bc-status.wasm'))),
    'wasm, without the feature explain': sizeOf(readFileSync(lean)),
    'main entry, minified': sizeOf(minified()),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const row = (...cells) => cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(36))).join('');
  console.log(`\n${row('bytes', 'raw', 'gzip -9', 'brotli', 'at most')}`);
  for (const [name, { raw, gzip, brotli }] of Object.entries(sizes())) {
    console.log(row(name, raw, gzip, brotli, LIMITS[name]));
  }
}
