// The package's files in a page as they are: no bundler.

import { BROWSERS, versionOfBrowser } from '../../browsers.mjs';
import { PAGE } from '../../programs.mjs';
import { lineOfFolder } from '../../serving.mjs';

const FILE = './node_modules/bc-status/dist/index.js';

/** program.js with the file in place of the name, which only an import map makes known. */
const named = (project, file = FILE) => project.replace('program.js', "'bc-status'", `'${file}'`);

const WORKER = `
  import { ask } from './program.js';
  onmessage = ({ data }) => ask(...data).catch((error) => error.stack).then((line) => postMessage(line));
`;
const ITS_PAGE = `
  const query = new URL(location.href).searchParams;
  const worker = new Worker('./worker.js', { type: 'module' });
  const show = (textContent) => document.body.append(Object.assign(document.createElement('p'), { id: 'line', textContent }));
  worker.onmessage = ({ data }) => show(data);
  worker.onerror = ({ message }) => show(String(message));
  worker.postMessage([query.get('origin'), query.get('name')]);
`;
const SERVICE = `
  import { ask } from './program.js';
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    const { pathname, searchParams } = new URL(event.request.url);
    if (pathname !== '/line') return;
    const line = ask(searchParams.get('origin'), searchParams.get('name')).catch((error) => error.stack);
    event.respondWith(line.then((text) => new Response(text)));
  });
`;
const ITS_CLIENT = `
  const show = (textContent) => document.body.append(Object.assign(document.createElement('p'), { id: 'line', textContent }));
  const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  navigator.serviceWorker
    .register('./service.js', { type: 'module' })
    .then(() => controlled)
    .then(() => fetch('/line' + location.search))
    .then((response) => response.text())
    .then(show, (error) => show(String(error)));
`;
const html = (head) => `<!doctype html><meta charset="utf-8"><title>t</title>${head}<script type="module" src="./page.js"></script>`;

const WAYS = {
  module(project) {
    named(project);
    project.write('index.html', html(''));
    project.write('page.js', PAGE);
  },
  'import-map'(project) {
    project.write('index.html', html(`<script type="importmap">{ "imports": { "bc-status": "${FILE}" } }</script>`));
    project.write('page.js', PAGE);
  },
  worker(project) {
    named(project);
    project.write('index.html', html(''));
    project.write('worker.js', WORKER);
    project.write('page.js', ITS_PAGE);
  },
  'service-worker'(project) {
    named(project, './node_modules/bc-status/dist/static/index.js');
    project.write('index.html', html(''));
    project.write('service.js', SERVICE);
    project.write('page.js', ITS_CLIENT);
  },
};

const PLACES = { module: 'a module script', 'import-map': 'an import map', worker: 'a web worker', 'service-worker': 'a service worker' };

const row = (browser, way) => ({
  tool: BROWSERS[browser],
  version: () => versionOfBrowser(browser),
  place: PLACES[way],
  run(project, cell) {
    WAYS[way](project);
    return lineOfFolder(browser, project.directory, cell);
  },
});

export const rows = Object.fromEntries(
  Object.keys(BROWSERS).flatMap((browser) => Object.keys(WAYS).map((way) => [`${browser}-${way}`, row(browser, way)])),
);
