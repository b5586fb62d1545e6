// Compiles the core, or a part of it, to WebAssembly: wasm-pack does, and what calls it gets shorter names.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shortenBindings } from './bindings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

const run = (command, args, env) => execFileSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });

/** Panic messages name source files; nobody else needs to know where ours lie. */
function withoutLocalPaths() {
  run('cargo', ['fetch', '--quiet', '--locked', '--target', 'wasm32-unknown-unknown']);
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src');
  const registries = existsSync(sources) ? readdirSync(sources).map((name) => join(sources, name)) : [];
  return [...registries, at('')].map((path) => `--remap-path-prefix=${path}=.`).join(' ');
}

// Made for size alone, the core would hardly inline anything, and take a quarter longer for
// 2 % less; at a threshold of 70 it would be 6 % larger again for nothing.
const FAST = 45;

/** What the engines that we are for understand, as wasm-opt has to be told. */
const ENGINES = readFileSync(at('wasm', 'Cargo.toml'), 'utf8').match(/--enable-[a-z-]+/g);

/** For what runs seldom, and is loaded by pages. */
export const SMALL = 5;
/** The same of the widget, which is in one file with its core: of 0 to 25 it leaves the fewest bytes. */
export const SMALLEST = 9;

/** What makes a core what it is, apart from how it is asked for. */
const ORIGINS = ['Cargo.toml', 'Cargo.lock', 'src', 'wasm', 'tools/bindings.mjs', 'tools/compile.mjs'];

/** A number for these, the compiler and its flags, and `asked`. */
function digestOf(asked) {
  const digest = createHash('sha256').update(JSON.stringify([asked, process.env.RUSTFLAGS]));
  for (const [command, ...args] of [
    ['rustc', '--version', '--verbose'],
    ['wasm-bindgen', '--version'],
    ['wasm-opt', '--version'],
  ]) {
    digest.update(execFileSync(command, args));
  }
  const visit = (path) => {
    if (statSync(path).isFile()) digest.update(path).update(readFileSync(path));
    else for (const name of readdirSync(path).sort()) if (name !== 'target' && name !== 'pkg') visit(join(path, name));
  };
  for (const path of ORIGINS) visit(at(path));
  return digest.digest('hex');
}

/**
 * Compiles the core, or a part of it, and says where it is; `leftOut` is a part of what `explain` adds.
 * One that is there already, of the same origins, is left as it is: cargo sees that, wasm-opt does not.
 */
export function compile(outDir, { features = [], inlining = FAST, name = 'bc_status', leftOut } = {}) {
  const made = join(outDir, `${name}_bg`);
  const [stamp, digest] = [join(outDir, 'made-of'), digestOf([features, inlining, name, leftOut])];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return `${made}.wasm`;
  rmSync(stamp, { force: true });
  run(
    'wasm-pack',
    [
      ...['build', 'wasm', '--target', 'bundler', '--release', '--mode', 'no-install'],
      ...['--no-pack', '--out-dir', outDir, '--out-name', name],
      ...['--', '--locked', ...features],
    ],
    {
      RUSTFLAGS: [
        process.env.RUSTFLAGS,
        `-Cllvm-args=-inline-threshold=${inlining}`,
        withoutLocalPaths(),
        leftOut && `--cfg=left_out="${leftOut}"`,
      ]
        .filter(Boolean)
        .join(' '),
      // Apart from the builds with other flags, which would make each other stale.
      CARGO_TARGET_DIR: at('target', leftOut ? 'wasm-left-out' : inlining === FAST ? 'wasm' : 'wasm-small'),
    },
  );
  shortenBindings(`${made}.wasm`, `${made}.js`);
  // What wasm-pack asks for ends with code put together anew, of which this takes a little more away.
  run('wasm-opt', [...ENGINES, '--low-memory-unused', '-Oz', '--converge', '--dealign', `${made}.wasm`, '-o', `${made}.wasm`]);
  writeFileSync(stamp, digest);
  return `${made}.wasm`;
}
