// Prints what is shipped and how large it is: raw, gzip -9, brotli 11.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { compile } from './compile.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// The std that set-up builds from Debian's source links its panic messages, which
// rustup's does not: a seventh more at most. What is published is built with rustup's.
const ROOM = process.env.BC_STATUS_STD === 'debian' ? 8 / 7 : 1;

/** What must hold of a package that is published, in bytes of brotli. */
export const PUBLISHED_LIMITS = {
  'the whole wasm': 70_800,
  'the wasm without the feature explain': 17_850,
  'the wasm of the loop': 9_950,
  'main entry, all of it, minified': 123_100,
  'main entry, createFetch before its first request': 4_300,
  'bc-status/fetch, createFetch before its first request': 3_980,
  'bc-status/fetch, its loop': 20_000,
  'bc-status/fetch, its loop with bodies': 35_000,
  'bc-status/fetch, its loop with bodies and pacing': 54_150,
  'bc-status/store, the largest of its files alone': 1500,
  'bc-status/store/redis beside the main entry': 1750,
  'bc-status/store/postgres beside the main entry': 2000,
  'bc-status/store/deno-kv beside the main entry': 1500,
  'bc-status/job beside the main entry': 6400,
  'bc-status/otel beside the main entry': 4000,
  'the widget in one file': 115_000,
  'what it loads when something is pasted': 79_900,
  'the widget in one file, card and table': 20_100,
  'the widget, card and table, minified': 21_500,
};

/** What holds no WebAssembly is as large whatever built it. */
const WITHOUT_WASM = /before its first request$|beside the main entry$|alone$/;

/** The same of a package that is built here; tests/packaging asserts it. */
export const LIMITS = Object.fromEntries(
  Object.entries(PUBLISHED_LIMITS).map(([name, limit]) => [name, WITHOUT_WASM.test(name) ? limit : Math.floor(limit * ROOM)]),
);

export const sizeOf = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

const ALL = "export * from './index.js';";
// As Rollup and webpack see `import { createFetch } from 'bc-status'`. esbuild splits by file, and
// would load more.
const FETCH_ALONE = "export { createFetch } from './fetch/create-fetch.js';";
const FETCH_OF_PAGES = "export { createFetch } from './fetch.js';";

// What reads answers is loaded later.
const WIDGET = "export { default } from './widget/define.js';";

/**
 * A chunk has a hash in its name, and others name it: what changes in the one made others a few bytes longer or shorter. As
 * random, but by its place among them, it is always the same.
 */
const steadyNames = (files) => {
  const hashes = files.toSorted((one, other) => one.text.length - other.text.length).map(({ path }) => /-(\w{8})\.js$/.exec(path)?.[1]);
  const random = (place) => createHash('sha256').update(String(place)).digest('hex').toUpperCase().slice(0, 8);
  const names = new Map(hashes.map((hash, place) => [hash, random(place)]));
  return (text) => Buffer.from(text.replace(/(?<=-)[A-Z0-9]{8}(?=\.js")/g, (hash) => names.get(hash) ?? hash));
};

/** What a bundler that splits makes of a module: what is loaded with it, and what it loads with some of its modules later. */
const bundled = (contents) => {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents, resolveDir: at('pkg/dist') },
    absWorkingDir: at('.'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    metafile: true,
    outdir: 'out',
    write: false,
  });
  const { outputs } = metafile;
  const withAll = (path, found = new Set()) => {
    if (found.has(path)) return found;
    found.add(path);
    for (const { path: other, kind } of outputs[path].imports) if (kind === 'import-statement') withAll(other, found);
    return found;
  };
  const madeOf = (name) => Object.keys(outputs).find((path) => outputs[path].entryPoint?.endsWith(name));
  const first = withAll(madeOf('<stdin>'));
  const steady = steadyNames(outputFiles);
  const textsOf = (paths) => outputFiles.filter(({ path }) => paths.has(path.slice(at('.').length))).map(({ text }) => steady(text));
  return {
    first: textsOf(first),
    later: (...names) => textsOf(new Set(names.flatMap((name) => [...withAll(madeOf(name))]).filter((path) => !first.has(path)))),
  };
};

/** The modules that are in the main entry, whatever of it is used. */
const inMain = () => {
  const { metafile } = buildSync({
    stdin: { contents: ALL, resolveDir: at('pkg/dist') },
    absWorkingDir: at('.'),
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'out',
  });
  return Object.keys(metafile.inputs).filter((path) => path !== '<stdin>');
};

/** What whoever uses a module ships because of it: all that it leads to, but for the main entry. */
const besideMain = (path, main) => {
  const { outputFiles } = buildSync({
    entryPoints: [at(`pkg/dist/${path}`)],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    external: main.map((one) => at(one)),
    write: false,
  });
  return sizeOf(outputFiles[0].contents);
};

const minified = (contents) => sizeOf(Buffer.concat(bundled(contents).first));

/** Of the files of a folder, each without what it imports. */
const largestIn = (folder) => {
  const files = readdirSync(at(`pkg/dist/${folder}`)).map((name) => readFileSync(at(`pkg/dist/${folder}/${name}`), 'utf8'));
  const all = files.map((text) => sizeOf(Buffer.from(transformSync(text, { minify: true, format: 'esm', charset: 'utf8' }).code)));
  return all.sort((one, other) => other.brotli - one.brotli)[0];
};

/** As they are sent, each by itself. */
const sumOf = (files) => {
  const sizes = files.map((file) => sizeOf(file));
  const sum = (kind) => sizes.reduce((all, size) => all + size[kind], 0);
  return { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
};

/** Every size by its name, of the package in pkg/. */
export const sizes = () => {
  const lean = compile(at('target/wasm-pack-lean'), { features: ['--no-default-features', '--features', 'decide,leases'] });
  const fetchOfPages = bundled(FETCH_OF_PAGES);
  const main = inMain();
  return {
    'the whole wasm': sizeOf(readFileSync(at('pkg/dist/bc-status.wasm'))),
    'the wasm without the feature explain': sizeOf(readFileSync(lean)),
    'the wasm of the loop': sizeOf(readFileSync(at('target/wasm-pack-loop/bc_status_loop_bg.wasm'))),
    'main entry, all of it, minified': minified(ALL),
    'main entry, createFetch before its first request': minified(FETCH_ALONE),
    'bc-status/fetch, createFetch before its first request': sumOf(fetchOfPages.first),
    'bc-status/fetch, its loop': sumOf(fetchOfPages.later('page/loop.js')),
    'bc-status/fetch, its loop with bodies': sumOf(fetchOfPages.later('page/loop.js', 'page/hints.js')),
    'bc-status/fetch, its loop with bodies and pacing': sumOf(
      fetchOfPages.later('page/loop.js', 'page/hints.js', 'page/pacing.js', 'page/pacer.js'),
    ),
    'bc-status/store, the largest of its files alone': largestIn('store'),
    ...Object.fromEntries(
      ['store/redis', 'store/postgres', 'store/deno-kv', 'job/index', 'otel/index'].map((path) => [
        `bc-status/${path.replace('/index', '')} beside the main entry`,
        besideMain(`${path}.js`, main),
      ]),
    ),
    'the widget in one file': sizeOf(readFileSync(at('pkg/dist/bc-status-widget.js'))),
    'what it loads when something is pasted': sizeOf(readFileSync(at('pkg/dist/bc-status-read.js'))),
    'the widget in one file, card and table': sizeOf(readFileSync(at('pkg/dist/bc-status-codes.js'))),
    'the widget, card and table, minified': minified(WIDGET),
  };
};

/** The parts that `explain` adds, by what leaving each out saves, and the words beside the wasm. */
async function parts(whole) {
  const without = (part) => {
    const file = compile(at(`target/wasm-pack-without-${part}`), { leftOut: part });
    return sizeOf(readFileSync(file));
  };
  const less = (one, other) => Object.fromEntries(Object.keys(one).map((kind) => [kind, one[kind] - other[kind]]));
  const words = {};
  for (const name of ['statuses', 'sets', 'reasons', 'tables']) {
    Object.assign(words, await import(new URL(`../pkg/dist/knowledge/${name}.js`, import.meta.url)));
  }
  const text = (value) => sizeOf(Buffer.from(JSON.stringify(value)));
  const [rows, routes, known] = words.TABLES;
  return {
    'code: reading bodies': less(whole, without('bodies')),
    'code: diagnosis': less(whole, without('diagnosis')),
    'code: looking up routes': less(whole, without('routes')),
    'rows: findings and their phrases': text(rows),
    'texts: findings': text(words.FINDING_WORDS),
    'texts: status codes': text([words.STATUSES, words.PHRASES, words.ADVICE]),
    'texts: reasons and names': text([words.REASONS, words.OUTCOMES, words.APIS]),
    'routes: the table': text(routes),
    'routes: limits, scopes, successors': text(known),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const row = (...cells) => cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(55))).join('');
  const print = (name, { raw, gzip, brotli }, limit = '') => console.log(row(name, raw, gzip, brotli, limit));
  const measured = sizes();
  const costs = await parts(measured['the whole wasm']);
  console.log(`\n${row('bytes', 'raw', 'gzip -9', 'brotli', 'at most')}`);
  for (const [name, size] of Object.entries(measured)) print(name, size, LIMITS[name]);
  console.log('\nWhat each part costs: code in the wasm, and what it reads in dist/knowledge/');
  for (const [name, size] of Object.entries(costs)) print(name, size);
}
