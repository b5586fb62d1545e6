// Runs the output of a bundler in workerd: every file of a directory is a module.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { home, tool } from './project.mjs';

const typeOf = (path) => (/\.wasm(\?module)?$/.test(path) ? 'CompiledWasm' : /\.m?js$/.test(path) ? 'ESModule' : undefined);

/** What the Worker of a directory answers for a path. */
export const inWorkerd = async (directory, main, path, options) => {
  const { Miniflare } = tool('miniflare');
  const names = readdirSync(directory, { recursive: true }).filter((name) => statSync(join(directory, name)).isFile() && typeOf(name));
  const modules = [main, ...names.filter((name) => name !== main)].map((name) => ({
    type: typeOf(name),
    path: name,
    contents: readFileSync(join(directory, name)),
  }));
  const miniflare = new Miniflare({
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    ...options,
    modules,
    rootPath: home,
  });
  try {
    const response = await miniflare.dispatchFetch(`http://worker.example${path}`);
    return await response.text();
  } finally {
    await miniflare.dispose();
  }
};
