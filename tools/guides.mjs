// `make guides`: writes what the guides tell from the tables of the core anew, out of the built
// package. A test says when that is due. What stands around the generated parts is written by hand.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parts as benchmarks, picture as benchmarksPicture } from '../tests/bench/peers-page.mjs';
import { parts as stores, picture as storesPicture } from '../tests/bench/stores-page.mjs';
import { costs } from './guides/costs.mjs';
import { decisions } from './guides/decisions.mjs';
import { findings } from './guides/findings.mjs';
import { filled, table } from './guides/markdown.mjs';
import { matrix } from './guides/matrix.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const codes = async (directory) => {
  const { statuses } = await import(pathToFileURL(join(directory, 'dist', 'index.js')));
  const rows = statuses().map(({ code, text, purpose, retry }) => [code, text, purpose, retry]);
  return { codes: table(['code', 'text', 'purpose', 'again?'], rows) };
};

/** By guide, what makes its generated parts: by their names. */
const PARTS = {
  'docs/codes.md': codes,
  'docs/findings.md': findings,
  'docs/decisions.md': decisions,
  'docs/storefront.md': costs,
  'docs/benchmarks.md': benchmarks,
  'docs/stores.md': stores,
  'docs/runtimes.md': matrix,
};

/** The pictures in guides. */
const PICTURES = { 'docs/benchmarks.svg': benchmarksPicture, 'docs/stores.svg': storesPicture };

/** The guides as the package in a folder has them now, and the pictures in them, by their paths. */
export async function guides(directory) {
  const written = Object.entries(PARTS).map(async ([path, make]) => [
    path,
    filled(path, readFileSync(join(root, path), 'utf8'), await make(directory)),
  ]);
  const drawn = Object.entries(PICTURES).map(([path, draw]) => [path, draw()]);
  return new Map([...(await Promise.all(written)), ...drawn]);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of await guides(join(root, 'pkg'))) writeFileSync(join(root, path), text);
