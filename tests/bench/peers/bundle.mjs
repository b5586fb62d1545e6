// What a page has of each peer: a script that calls it, by esbuild, minified and split.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sizeOf } from '../../../tools/size.mjs';
import { pageModuleOf } from './index.mjs';

/** Calls once, as the page's URL says, and tells when it had its answer. */
const script = (module) => `import { create } from ${module};
const isRepeat = location.hash === '#repeat';
await create({ wait: !isRepeat })(isRepeat ? '/answer/late' : '/answer', { headers: { accept: 'application/json' } });
globalThis.answeredAt = performance.now();`;

/** The files: their paths, bytes, bytes of brotli, and whether they are loaded at once. */
export const bundle = async (id) => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles, metafile } = await build({
    stdin: { contents: script(JSON.stringify(fileURLToPath(pageModuleOf(id)))), resolveDir: folder, sourcefile: 'page.js' },
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', charset: 'utf8' },
    ...{ metafile: true, write: false, outdir: `${folder}out`, absWorkingDir: folder, entryNames: 'page', logLevel: 'error' },
  });
  const now = new Set();
  const visit = (path) => {
    if (now.has(path)) return;
    now.add(path);
    for (const one of metafile.outputs[path].imports) if (one.kind === 'import-statement') visit(one.path);
  };
  visit('out/page.js');
  return outputFiles.map(({ path, contents }) => ({
    path: path.slice(`${folder}out/`.length),
    contents,
    brotli: sizeOf(contents).brotli,
    isFirst: now.has(path.slice(folder.length)),
  }));
};

const sum = (files) => files.reduce((all, { brotli }) => all + brotli, 0);

/** Bytes of brotli: before the first request, and of all files that a bundler makes. */
export const bytesOf = (files) => ({ first: sum(files.filter(({ isFirst }) => isFirst)), all: sum(files) });
