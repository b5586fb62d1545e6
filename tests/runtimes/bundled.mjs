// A Worker as its users bundle theirs, for workerd: one module, with the WebAssembly beside it.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** As wrangler does, it leaves the WebAssembly a module, which lies beside the Worker. */
const wasmBeside = {
  name: 'wasm-beside',
  setup: ({ onResolve }) => onResolve({ filter: /\.wasm\?module$/ }, () => ({ path: './bc-status.wasm', external: true })),
};

/** The modules of Miniflare for a source that lies in `resolveDir`; `dist` is that of the package. */
export async function bundled(contents, resolveDir, dist) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, sourcefile: 'worker.mjs' },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [wasmBeside],
    logLevel: 'silent',
  });
  return [
    { type: 'ESModule', path: 'worker.mjs', contents: outputFiles[0].text },
    { type: 'CompiledWasm', path: 'bc-status.wasm', contents: await readFile(join(dist, 'bc-status.wasm')) },
  ];
}
