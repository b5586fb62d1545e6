// `make guides`: writes what the guides tell from the tables of the core anew, out of the built
// package. A test says when that is due. What stands around the generated parts is written by hand.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { costs } from './guides/costs.mjs';
import { decisions } from './guides/decisions.mjs';
import { findings } from './guides/findings.mjs';
import { table } from './guides/markdown.mjs';

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
};

/** The guides as the package in a folder has them now, by their paths. */
export async function guides(directory) {
  const written = Object.entries(PARTS).map(async ([path, make]) => [
    path,
    filled(path, readFileSync(join(root, path), 'utf8'), await make(directory)),
  ]);
  return new Map(await Promise.all(written));
}

/** With each part between `<!-- generated: NAME -->` and `<!-- end -->`. */
function filled(path, text, parts) {
  const open = new Set(Object.keys(parts));
  const whole = text.replace(/(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g, (_, start, name, end) => {
    if (!open.delete(name)) throw new Error(`${path}: no part is called ${name}, or it stands there twice`);
    return `${start}\n${parts[name].trim()}\n\n${end}`;
  });
  if (open.size > 0) throw new Error(`${path} has no place for ${[...open].join(', ')}`);
  return whole;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of await guides(join(root, 'pkg'))) writeFileSync(join(root, path), text);
