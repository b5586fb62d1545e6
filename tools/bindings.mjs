// Shortens the names by which a core and what calls it know each other: wasm-bindgen gives each import
// a hash, of which no byte compresses, and each is there twice.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** What engines have to know; with all that wasm-opt knows, it writes what none reads yet. */
const FEATURES = readFileSync(new URL('../wasm/Cargo.toml', import.meta.url), 'utf8').match(/--enable-[\w-]+/g);

/** Where the standard library lay when it was compiled: of a panic, which ends a core without a word, nobody sees it. */
const RUST_SOURCES = /\/rustc\/[0-9a-f]{40}\/[\w/.-]+\.rs/g;

/** Renames what `wasm` and the module that wasm-bindgen wrote for it, `glue`, export to each other. */
export function shortenBindings(wasm, glue) {
  const said = execFileSync('wasm-opt', [...FEATURES, '--minify-imports-and-exports-and-modules', wasm, '-o', wasm], { encoding: 'utf8' });
  const { imports, exports } = JSON.parse(said);
  const code = readFileSync(wasm, 'latin1').replace(RUST_SOURCES, (path) => ' '.repeat(path.length));
  writeFileSync(wasm, code, 'latin1');

  const shortOf = new Map(exports);
  const given = new Map(imports.map(([, name, short]) => [name, short]));
  const text = readFileSync(glue, 'utf8')
    .replace('wasm = val;', 'wasm = val;\n    wasm.__wbindgen_start();')
    .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${shortOf.get(name)}`)
    .replace(/^export function (\w+)/gm, (all, name) => (given.has(name) ? `function ${name}` : all));
  const list = [...given].map(([name, short]) => `${name} as ${short}`);
  writeFileSync(glue, `${text}\nexport { ${list.join(', ')} };\n`);
}
