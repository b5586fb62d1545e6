/** The Worker as modules for workerd: one bundle, and every .wasm it imports beside it, compiled by workerd itself. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const worker = fileURLToPath(new URL('./worker.js', import.meta.url));

export async function bundleWorker(located) {
  const wasm = new Map();

  const packageAndWasm = {
    name: 'package-and-wasm',
    setup({ onResolve }) {
      onResolve({ filter: /^bc-status$/ }, () => ({
        path: join(located.directory, located.workerd),
      }));
      onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => {
        const name = basename(path);
        wasm.set(name, resolve(resolveDir, path));
        return { path: `./${name}`, external: true };
      });
    },
  };

  const { outputFiles } = await build({
    entryPoints: [worker],
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
