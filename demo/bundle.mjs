/** A Worker as modules for workerd: one bundle, and every .wasm it imports beside it, compiled by workerd itself. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `file` by its whole path, or as it lies beside this one. */
export async function bundleWorker(located, file) {
  const wasm = new Map();

  const packageAndWasm = {
    name: 'package-and-wasm',
    setup({ onResolve }) {
      onResolve({ filter: /^bc-status(?:\/worker)?$/ }, ({ path }) => ({
        path: join(located.directory, path === 'bc-status' ? located.workerd : located.worker),
      }));
      onResolve({ filter: /\.wasm\?module$/ }, ({ path, resolveDir }) => {
        const file = path.replace('?module', '');
        const name = basename(file);
        wasm.set(name, resolve(resolveDir, file));
        return { path: `./${name}`, external: true };
      });
    },
  };

  const { outputFiles } = await build({
    entryPoints: [resolve(fileURLToPath(new URL('.', import.meta.url)), file)],
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [packageAndWasm],
  });

  return [
    { type: 'ESModule', path: 'worker.js', contents: outputFiles[0].text },
    ...(await Promise.all(
      [...wasm].map(async ([name, file]) => ({
        type: 'CompiledWasm',
        path: name,
        contents: await readFile(file),
      })),
    )),
  ];
}
