// Vite's server for development, a build, and a server's part with all that it uses in it.

import { MAIN, PAGE } from '../../programs.mjs';
import { lineIn, lineOfFolder, serving } from '../../serving.mjs';

const HTML = '<!doctype html><title>t</title><script type="module" src="./page.js"></script>';

const MODES = {
  dev: {
    place: 'Chromium, from its server',
    run(project, cell) {
      project.write('page.js', PAGE);
      project.write('index.html', HTML);
      return serving(
        project,
        (port) => ['vite', '--host', '127.0.0.1', '--port', port],
        (url) => lineIn('chromium', url, cell),
      );
    },
  },
  build: {
    place: 'Chromium, built',
    async run(project, cell) {
      project.write('page.js', PAGE);
      project.write('index.html', HTML);
      await project.bin('vite', ['build']);
      return lineOfFolder('chromium', project.path('dist'), cell);
    },
  },
  ssr: {
    place: 'Node, built for servers',
    async run(project, { origin, name }) {
      project.write('main.js', MAIN);
      project.write('vite.config.js', 'export default { ssr: { noExternal: true } };\n');
      await project.bin('vite', ['build', '--ssr', 'main.js']);
      project.remove('node_modules');
      return project.node('dist/main.js', origin, name);
    },
  },
};

const rowsOf = (kit) => Object.entries(MODES).map(([mode, row]) => [`${kit}-${mode}`, { tool: 'vite', kit, ...row }]);

export const rows = Object.fromEntries(['vite-7', 'vite-8'].flatMap(rowsOf));
