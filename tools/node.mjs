// The package for Node, where each module takes a millisecond or two to load: what the entries
// share in one file, what reads pasted text in another, and the command line in its own. All of
// it once as ES modules, and once for require.

import { build } from 'esbuild';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { nothingLater, required } from './commonjs.mjs';

const COMMAND = 'cli/main.js';
const LIGHT = 'fetch.js';
/** What the light one loads when it is needed. */
const LATER = ['fetch/call.js', 'fetch/explain.js'];
const READER = 'read.js';
/** Of which a bundle may need nothing else: in a file with other things a bundler would keep some of those. */
const KNOWN = 'known.js';
const MAIN = 'index.js';
const WITH_KNOWN = [MAIN, 'static/index.js'];
const SHARED = 'shared.js';
const OF_ALL = [...WITH_KNOWN, ...LATER];
/** What the other entries have besides. */
const MORE = 'more.js';

/** Not every realm that takes these files has Buffer, or atob: bundlers for servers without Node do, and Jest. */
const DECODED = `() => {
  if (globalThis.Buffer) return globalThis.Buffer.from(code, 'base64');
  const bytes = new Uint8Array(Math.floor((code.replace(/=/g, '').length * 3) / 4));
  for (let at = 0, bits = 0, length = 0; length < bytes.length; at++) {
    bits = (bits << 6) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(code[at]);
    if (at % 4 > 0) bytes[length++] = bits >> (6 - 2 * (at % 4));
  }
  return bytes;
}`;

/** A core in letters of ASCII alone, which become bytes when it is first asked. */
const inBase64 = (dist) => ({
  name: 'in-base64',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(paste-)?source\.js$/ }, ({ path }) => {
      const name = basename(path).startsWith('paste-') ? 'bc-status-read.wasm' : 'bc-status.wasm';
      const code = readFileSync(join(dist, name)).toString('base64');
      return { contents: `const code = '${code}';\nexport const source = ${DECODED};\n` };
    }),
});

const ES_MODULES = { folder: 'node', extension: '.js', finished: (text) => text };
const COMMON_JS = { folder: 'cjs', extension: '.cjs', finished: required };

const bundle = (dist, folder, entryPoints, { plugins = [], ...more }) =>
  build({
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', write: false },
    // In ASCII V8 reads the whole in two thirds of the time. White space stays, since Node shows the line that threw.
    ...{ lineLimit: 160, charset: 'ascii' },
    ...{ entryPoints, outdir: join(dist, folder), outbase: dist, absWorkingDir: dist, plugins: [...plugins, inBase64(dist)], ...more },
  });

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** By module: what it exports. */
async function exportsOf(dist, modules) {
  const { metafile } = await bundle(dist, 'node', modules, { metafile: true });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
}

/** Writes `modules`, of which `exports` says what they export, in one of the two forms. */
async function writeModules(dist, modules, exports, { folder, extension, finished }) {
  const known = exports.get(KNOWN);
  const namesIn = (module) => exports.get(module).filter((name) => !(WITH_KNOWN.includes(module) && known.includes(name)));
  const exported = (names, from, named = (name) => name) => `export { ${names.map(named).join(', ')} } from '${from}';\n`;
  const inForm = (text) => finished(text.replace(/(['"]\.[^'"]+)\.js(?=['"])/g, `$1${extension}`));
  const fileOf = (module) => (OF_ALL.includes(module) ? SHARED : MORE);
  // Two entries may use the same name for different things.
  const shared = (file) =>
    modules.map((module, at) =>
      fileOf(module) === file ? exported(namesIn(module), `./${module}`, (name) => `${name} as ${name}_${at}`) : '',
    );
  writeFileSync(join(dist, SHARED), shared(SHARED).join(''));
  // What one of the two needs is in one file, and not in two by which of the others needs it too.
  writeFileSync(join(dist, MORE), [`import './${SHARED}';\n`, ...shared(MORE)].join(''));
  const outExtension = { '.js': extension };
  const bundles = await Promise.all([
    bundle(dist, folder, [SHARED, MORE, READER, KNOWN], { plugins: [nothingLater(dist)], outExtension }),
    bundle(dist, folder, [LIGHT], { external: LATER.map((module) => `./${module}`), outExtension }),
  ]);
  for (const file of [SHARED, MORE]) rmSync(join(dist, file));
  for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles)) write(path, await inForm(text));
  for (const [at, module] of modules.entries()) {
    const up = relative(dirname(module), '.') || '.';
    const own = exported(namesIn(module), `${up}/${fileOf(module)}`, (name) => `${name}_${at} as ${name}`);
    const text = WITH_KNOWN.includes(module) ? own + exported(known, `${up}/${KNOWN}`) : own;
    write(join(dist, folder, module.replace(/\.js$/, extension)), await inForm(text));
  }
}

/** Stands for a function or class until somebody calls it, makes one or asks what it has. */
const LAZILY = `const lazily = (load) => new Proxy(function () {}, {
  apply: (_, self, given) => Reflect.apply(load(), self, given),
  construct: (_, given, target) => Reflect.construct(load(), given, target),
  get: (_, name) => load()[name],
});
`;

/**
 * Writes the main entry as Node takes it, which loads a file when something of it is used. That can
 * only be said in CommonJS, and bundlers follow it there.
 */
function writeLazily(dist, { folder, extension }, filesOf) {
  const own = (file) => `./${file.replace(/\.js$/, extension)}`;
  const names = filesOf.map(([name]) => name).join(', ');
  const each = filesOf.map(([name, file, named]) => `const ${name} = lazily(() => require('${own(file)}').${named});\n`);
  write(join(dist, folder, own(MAIN)), `'use strict';\n${LAZILY}${each.join('')}module.exports = { ${names} };\n`);
  write(join(dist, folder, MAIN.replace(/js$/, 'mjs')), `export { ${names} } from '${own(MAIN)}';\n`);
}

/** Writes `dist/node` and `dist/cjs`, with a file for each of `entries`, and makes one file of the command line. */
export async function forNode(dist, entries) {
  const modules = [...entries.filter((entry) => entry !== LIGHT && entry !== READER), ...LATER];
  const exports = await exportsOf(dist, [...modules, KNOWN]);
  for (const form of [ES_MODULES, COMMON_JS]) await writeModules(dist, modules, exports, form);
  const known = exports.get(KNOWN);
  const named = exports
    .get(MAIN)
    .map((name) => (known.includes(name) ? [name, KNOWN, name] : [name, SHARED, `${name}_${modules.indexOf(MAIN)}`]));
  writeLazily(dist, COMMON_JS, named);

  const { outputFiles } = await bundle(dist, '', [COMMAND], {
    plugins: [nothingLater(dist)],
    chunkNames: 'cli/[name]-[hash]',
    external: ['@modelcontextprotocol/*'],
  });
  rmSync(join(dist, dirname(COMMAND)), { recursive: true });
  for (const { path, text } of outputFiles) write(path, text);
  chmodSync(join(dist, COMMAND), 0o755);
}
