// All files of the site by their paths, made from the built package.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { guidesOf, llms, picturesOf } from '../llms.mjs';
import { guides } from './guides/pages.mjs';
import { archives } from './pages/archives.mjs';
import { codeSections, codes } from './pages/codes.mjs';
import { landing } from './pages/landing.mjs';
import { playground } from './pages/playground.mjs';
import { troubleshooting } from './pages/troubleshooting.mjs';
import { reference } from './reference/pages.mjs';

const source = fileURLToPath(new URL('../../www/site', import.meta.url));
const WIDGETS = ['bc-status-widget.js', 'bc-status-read.js', 'bc-status-codes.js'];

/**
 * With the `recordings` of `record`, a site of static files. Without them the playground sends live,
 * and somebody has to answer `POST live/{id}`.
 */
export async function buildSite(located, { recordings } = {}) {
  const core = await import(join(located.directory, located.browser));
  const { pages, sections } = await reference(located);
  return new Map([
    ['index.html', await landing(core, located)],
    ['status.html', codes(core)],
    ['troubleshoot.html', troubleshooting()],
    ['archives.html', archives()],
    ['playground.html', playground(core, { isRecorded: recordings !== undefined })],
    ...pages,
    ...guides(located.directory, [...sections, ...codeSections(core)]),
    ...recordingFiles(recordings ?? []),
    ...(await bundled(join(located.directory, 'dist'))),
    ...Object.entries(llms(located.directory)),
    ...guidesOf(located.directory),
    ...picturesOf(located.directory),
    ['mark.svg', await readFile(join(source, 'mark.svg'), 'utf8')],
    ...(await Promise.all(WIDGETS.map(async (file) => [file, await readFile(join(located.directory, 'dist', file), 'utf8')]))),
  ]);
}

/** Where the playground looks for them. */
export const recordingFiles = (recordings) => [...recordings].map(([id, lines]) => [`recordings/${id}.ndjson`, lines]);

/** What pages have of the package: its modules are beside www/site in the source, and in `dist` when it is built. */
const fromPackage = (dist) => ({
  name: 'package',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/(core|reading)\// }, ({ path, importer }) =>
      importer.startsWith(source) ? { path: join(dist, path.slice('../'.length)) } : undefined,
    );
  },
});

/** One stylesheet, and a script for each page that has one. */
async function bundled(dist) {
  const { STYLE } = await import(join(dist, 'reading', 'report-style.js'));
  const { outputFiles } = await build({
    entryPoints: ['site.css', 'copy.js', 'playground.js', 'archives.js', 'archives-worker.js', 'search.js'].map((file) =>
      join(source, file),
    ),
    bundle: true,
    plugins: [fromPackage(dist)],
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    outdir: source,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => [path.slice(source.length + 1), path.endsWith('.css') ? text + STYLE : text]);
}
