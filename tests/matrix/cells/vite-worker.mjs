// A page whose Web Worker does the work: Vite puts a worker into one file.

import { inChromium } from '../chromium.mjs';
import { tool } from '../project.mjs';

const WORKER = `
  import { ask } from './program.js';
  onmessage = async ({ data }) => postMessage(await ask(...data).catch(String));
`;
const PAGE = `
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  globalThis.ask = (...data) => new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = ({ message }) => resolve(message);
    worker.postMessage(data);
  });
`;

export default {
  tool: 'vite',
  place: 'Chromium, a Worker',
  entry: 'worker.js',
  async bundle(project, entry, outDir) {
    const { build } = await import(tool.resolve('vite'));
    project.write('worker.js', WORKER);
    // The bytes of `import { status }` are those of a worker, too.
    project.write('view.js', PAGE.replace('./worker.js', `./${entry}`));
    project.write('index.html', '<script type="module" src="./view.js"></script>');
    await build({ root: project.directory, configFile: false, base: './', logLevel: 'warn', build: { outDir, modulePreload: false } });
  },
  run: (project, { origin, name }) => inChromium(project.path('out'), undefined, `ask('${origin}', '${name}')`),
};
