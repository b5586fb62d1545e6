// The package for Node, where each module takes a millisecond or two to load: what the entries
// share in one file, what reads pasted text in another, and the command line in its own.

import { build } from 'esbuild';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { nothingLater } from './commonjs.mjs';

const COMMAND = 'cli/main.js';
const LIGHT = 'fetch.js';
/** What the light one loads when it is needed. */
const LATER = ['fetch/call.js', 'fetch/explain.js'];
const READER = 'read.js';
/** Of which a bundle may need nothing else: in a file with other things a bundler would keep some of those. */
const KNOWN = 'known.js';
const WITH_KNOWN = ['index.js', 'static/index.js'];
const SHARED = 'shared.js';

/** Bundlers for servers without Node take these files too. */
const decoded = `() => globalThis.Buffer?.from(code, 'base64') ?? Uint8Array.from(atob(code), (sign) => sign.charCodeAt(0))`;

/** A core in letters of ASCII alone, which become bytes when it is first asked. */
const inBase64 = (dist) => ({
  name: 'in-base64',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(paste-)?source\.js$/ }, ({ path }) => {
      const name = basename(path).startsWith('paste-') ? 'bc-status-read.wasm' : 'bc-status.wasm';
      const code = readFileSync(join(dist, name)).toString('base64');
      return { contents: `const code = '${code}';\nexport const source = ${decoded};\n` };
    }),
});

/** Writes `dist/node`, with a file for each of `entries`, and makes one file of the command line. */
export async function forNode(dist, entries) {
  const outdir = join(dist, 'node');
  const bundle = (entryPoints, { plugins = [], ...more } = {}) =>
    build({
      ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', write: false },
      // Without comments, and in ASCII, V8 reads the whole in two thirds of the time.
      ...{ minifyWhitespace: true, lineLimit: 160, charset: 'ascii' },
      ...{ entryPoints, outdir, outbase: dist, absWorkingDir: dist, plugins: [...plugins, inBase64(dist)], ...more },
    });
  const modules = [...entries.filter((entry) => entry !== LIGHT && entry !== READER), ...LATER];

  const { metafile } = await bundle([...modules, KNOWN], { metafile: true });
  const exportsOf = new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
  const known = exportsOf.get(KNOWN);
  const isKnown = (module, name) => WITH_KNOWN.includes(module) && known.includes(name);
  const exported = (names, from, named = (name) => name) => `export { ${names.map(named).join(', ')} } from '${from}';\n`;
  const namesIn = (module) => exportsOf.get(module).filter((name) => !isKnown(module, name));
  // Two entries may use the same name for different things.
  const shared = modules.map((module, at) => exported(namesIn(module), `./${module}`, (name) => `${name} as ${name}_${at}`));
  writeFileSync(join(dist, SHARED), shared.join(''));

  const bundles = await Promise.all([
    bundle([SHARED, READER, KNOWN], { plugins: [nothingLater(dist)] }),
    bundle([LIGHT], { external: LATER.map((module) => `./${module}`) }),
    bundle([COMMAND], {
      plugins: [nothingLater(dist)],
      outdir: dist,
      chunkNames: 'cli/[name]-[hash]',
      external: ['@modelcontextprotocol/*'],
    }),
  ]);
  rmSync(join(dist, SHARED));
  rmSync(join(dist, dirname(COMMAND)), { recursive: true });
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles)) write(path, text);
  modules.forEach((module, at) => {
    const up = relative(dirname(module), '.') || '.';
    const shared = exported(namesIn(module), `${up}/${SHARED}`, (name) => `${name}_${at} as ${name}`);
    write(join(outdir, module), WITH_KNOWN.includes(module) ? shared + exported(known, `${up}/${KNOWN}`) : shared);
  });
  chmodSync(join(dist, COMMAND), 0o755);
}
