// Builds the widget in pkg/: Lit, the styles, and the files for pages without a bundler.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';
import { FOR_WIDGET, inlined } from './inline.mjs';
import { short } from './short.mjs';

const common = { bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', logLevel: 'warning' };

/** Lit asks this for what a server lacks, so that the modules can be imported there. */
const SERVER = 'export const HTMLElement = globalThis.HTMLElement ?? class {}; export const { customElements } = globalThis;';

const serverShim = {
  name: 'server-shim',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@lit-labs\/ssr-dom-shim$/ }, ({ path }) => ({ path, namespace: 'server' }));
    onLoad({ filter: /.*/, namespace: 'server' }, () => ({ contents: SERVER }));
  },
};

/** The modules, for bundlers; `source` is www/widget. */
export async function widgetModules(source, dist) {
  const target = join(dist, 'widget');
  cpSync(source, target, { recursive: true });
  await build({
    ...common,
    entryPoints: [join(source, 'lit.js')],
    outfile: join(target, 'lit.js'),
    allowOverwrite: true,
    platform: 'neutral',
    conditions: ['node'],
    legalComments: 'eof',
    plugins: [serverShim],
  });
  const { code } = transformSync(readFileSync(join(source, 'widget.css'), 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
  writeFileSync(
    join(target, 'styles.js'),
    `// Generated from widget.css.\nimport { unsafeCSS } from './lit.js';\nexport const styles = unsafeCSS(${JSON.stringify(code.trim())});\n`,
  );
  rmSync(join(target, 'widget.css'));
}

/** For pages without a bundler: one file with all but what reads pastes, that in a file beside it, and one for cards and the table. */
export const widgetFiles = async (dist, core, reader) => {
  await Promise.all([
    oneFile(dist, 'bc-status-widget.js', DEFINITION, ownCore(dist, core), readerBeside, allAtOnce),
    oneFile(
      dist,
      'bc-status-read.js',
      'troubleshoot/read-file.js',
      replacing('own-reader', /\bpaste-bytes\.js$/, () => inlined(readFileSync(reader), FOR_WIDGET)),
    ),
    oneFile(dist, 'bc-status-codes.js', DEFINITION, withoutTroubleshooting, fewerWords),
  ]);
  for (const file of FOR_FILES) rmSync(join(dist, 'widget', 'troubleshoot', file));
};

/** Modules that nothing else is made of. */
const FOR_FILES = ['read-file.js', 'reader-beside.js', 'reader-name.js'];

const DEFINITION = 'define.js';

const oneFile = async (dist, name, entry, ...plugins) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(dist, 'widget', entry)],
    outfile: join(dist, name),
    legalComments: 'eof',
    // A module is always read as UTF-8.
    dropLabels: ['CLASSIC'],
    plugins: [...plugins, litOfPages, withoutIndentation, platformUtf8],
    write: false,
  });
  writeFileSync(join(dist, name), leftAlone(await short(outputFiles[0].text)));
};

/** Bundlers would look for what it loads, though nobody knows its address before. */
const leftAlone = (code) => code.replace(/\bimport\((?!['"])/g, 'import(/* webpackIgnore: true *//* @vite-ignore */');

/** Gives the modules of a name other contents than those of their files. */
const replacing = (name, filter, contentsOf) => ({
  name,
  setup: ({ onLoad }) => onLoad({ filter }, ({ path }) => ({ contents: contentsOf(path) })),
});

/** What is before a line of a template, the browser would show as one blank. */
const unindented = (path) => readFileSync(path, 'utf8').replace(/\n\s+/g, '\n');

const withoutIndentation = replacing('without-indentation', /\bdist\/widget\/.*\.js$/, unindented);

const LATER = "import('./troubleshoot/troubleshooter.js')";

/** What is in the same file needs no import later, for which each of its modules would be a function. */
const allAtOnce = replacing('all-at-once', /\bdist\/widget\/element\.js$/, (path) => {
  const code = unindented(path);
  if (!code.includes(LATER)) throw new Error(`${path} has no ${LATER}`);
  return `import { Troubleshooter as Whole } from './troubleshoot/troubleshooter.js';\n${code.replace(LATER, '{ Troubleshooter: Whole }')}`;
});

/** The Lit of the modules has what servers lack. */
const litOfPages = {
  name: 'lit-of-pages',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\bdist\/widget\/lit\.js$/ }, () => {
      const source = fileURLToPath(new URL('../www/widget/lit.js', import.meta.url));
      return { contents: readFileSync(source, 'utf8'), resolveDir: dirname(source) };
    }),
};

/** What stands in for it elsewhere, no page needs. */
const platformUtf8 = replacing('platform-utf8', /\bcore\/utf8\.js$/, () => 'export const { TextDecoder, TextEncoder } = globalThis;');

/** A core without what a page has no use for. */
const ownCore = (dist, { wasm, glue }) => {
  const own = new Map([
    [join(dist, 'bytes.js'), inlined(readFileSync(wasm), FOR_WIDGET)],
    [join(dist, 'bc_status_bg.js'), glue],
  ]);
  return replacing('own-core', /(bytes|bc_status_bg)\.js$/, (path) => own.get(path));
};

/** The reader of pastes weighs two fifths of all the rest. */
const readerBeside = replacing('reader-beside', /\btroubleshoot\/reader-source\.js$/, () => "export * from './reader-beside.js';");

/** The element says in the console what its import rejects with. */
const withoutTroubleshooting = replacing(
  'without-troubleshooting',
  /troubleshooter\.js$/,
  () => 'throw new Error(\'bc-status-codes.js has cards and the table only; mode="troubleshoot" needs bc-status-widget.js in its place\');',
);

/** What cards and the table say by their names. */
const fewerWords = replacing('fewer-words', /\bdist\/widget\/english\.js$/, (path) => {
  const modules = ['card.js', 'element.js', 'table.js'].map((name) => readFileSync(join(dirname(path), name), 'utf8'));
  const said = new Set(['decimal', ...Array.from(modules.join().matchAll(/\bui\.(\w+)/g), ([, name]) => name)]);
  const code = readFileSync(path, 'utf8');
  const at = code.indexOf('{');
  const words = JSON.parse(code.slice(at, code.lastIndexOf('}') + 1));
  const own = Object.fromEntries(Object.entries(words).filter(([name]) => said.has(name)));
  return `${code.slice(0, at)}${JSON.stringify(own)};`;
});
