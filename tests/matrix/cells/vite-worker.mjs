// A page whose Web Worker does the work: Vite puts a worker into one file.

import { dirname } from 'node:path';
import { inChromium } from '../chromium.mjs';
import { tool } from '../project.mjs';

const WORKER = `
  import { ask } from './program.js';
  onmessage = async ({ data }) => postMessage(await ask(...data).catch(String));
`;
const PAGE = `
  const worker = new Worker(new URL('./main.js', import.meta.url), { type: 'module' });
  globalThis.ask = (...data) => new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = ({ message }) => resolve(message);
    worker.postMessage(data);
  });
`;

export default {
  tool: 'vite',
  place: 'Chromium, a Worker',
  entry: WORKER,
  async bundle(project, entry, outDir) {
    const { build } = await import(tool.resolve('vite'));
    const folder = dirname(entry);
    project.write(`${folder}/page.js`, PAGE);
    project.write(`${folder}/index.html`, '<script type="module" src="./page.js"></script>');
    await build({ root: project.path(folder), configFile: false, base: './', logLevel: 'warn', build: { outDir, modulePreload: false } });
  },
  // With the page.
  most: 6400,
  run: (project, { origin, name, out }) => inChromium(project.path(out), undefined, `ask('${origin}', '${name}')`),
};
