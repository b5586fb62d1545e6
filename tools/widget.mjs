// Builds the widget in pkg/: Lit, the styles, and the files for pages without a bundler.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** For pages without a bundler: one file with all in it, and one for cards and the table. */
export const widgetFiles = (dist, core) =>
  Promise.all([
    oneFile(dist, 'bc-status-widget.js', ownCore(dist, core), smallReader),
    oneFile(dist, 'bc-status-codes.js', withoutTroubleshooting),
  ]);

const oneFile = async (dist, name, ...plugins) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(dist, 'widget', 'define.js')],
    outfile: join(dist, name),
    legalComments: 'eof',
    plugins: [...plugins, withoutIndentation],
    write: false,
  });
  writeFileSync(join(dist, name), await short(outputFiles[0].text));
};

/** Gives the modules of a name other contents than those of their files. */
const replacing = (name, filter, contentsOf) => ({
  name,
  setup: ({ onLoad }) => onLoad({ filter }, ({ path }) => ({ contents: contentsOf(path) })),
});

/** What is before a line of a template, the browser would show as one blank. */
const withoutIndentation = replacing('without-indentation', /\bdist\/widget\/.*\.js$/, (path) =>
  readFileSync(path, 'utf8').replace(/\n\s+/g, '\n'),
);

/** A core without what a page has no use for. */
const ownCore = (dist, { wasm, glue }) => {
  const own = new Map([
    [join(dist, 'bytes.js'), inlined(readFileSync(wasm), FOR_WIDGET)],
    [join(dist, 'bc_status_bg.js'), glue],
  ]);
  return replacing('own-core', /(bytes|bc_status_bg)\.js$/, (path) => own.get(path));
};

/** The core that reads all kinds of pastes weighs four times what the file has left. */
const smallReader = replacing('small-reader', /\btroubleshoot\/(?:reader|more-examples)\.js$/, (path) =>
  path.endsWith('reader.js') ? "export { read } from '../../reading/read-text.js';" : 'export const MORE_EXAMPLES = [];',
);

/** The element says in the console what its import rejects with. */
const withoutTroubleshooting = replacing(
  'without-troubleshooting',
  /troubleshooter\.js$/,
  () => 'throw new Error(\'bc-status-codes.js has cards and the table only; mode="troubleshoot" needs bc-status-widget.js in its place\');',
);
