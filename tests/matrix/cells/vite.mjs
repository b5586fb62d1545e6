// A page as Vite builds it.

import { dirname } from 'node:path';
import { inChromium } from '../chromium.mjs';
import { tool } from '../project.mjs';

export default {
  tool: 'vite',
  place: 'Chromium',
  entry: "import { ask } from './program.js';\nglobalThis.ask = ask;\n",
  async bundle(project, entry, outDir) {
    const { build } = await import(tool.resolve('vite'));
    const folder = dirname(entry);
    project.write(`${folder}/index.html`, '<script type="module" src="./main.js"></script>');
    const rolldownOptions = { output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' } };
    await build({ root: project.path(folder), configFile: false, base: './', logLevel: 'warn', build: { outDir, rolldownOptions } });
  },
  first: 5000,
  run: (project, { origin, name, out }) => inChromium(project.path(out), undefined, `ask('${origin}', '${name}')`),
};
