// A service worker, where import() is refused: `bc-status/static` is the main entry without it.
// With the main entry the answers are those of fetch.

import { readFileSync } from 'node:fs';
import { LINE } from '../answers.mjs';
import { BROWSERS, versionOfBrowser } from '../browsers.mjs';
import { inChromium } from '../chromium.mjs';

const WORKER = `
  import { ask } from './program.js';
  addEventListener('fetch', (event) => {
    const { pathname, searchParams } = new URL(event.request.url);
    if (pathname !== '/line') return;
    event.respondWith(ask(searchParams.get('origin'), searchParams.get('name')).then((line) => new Response(line), (error) => new Response(error.stack)));
  });
`;
const PAGE = `<script type="module">navigator.serviceWorker.register('./worker.js', { type: 'module' });</script>`;
const ask = (path) => `navigator.serviceWorker.ready.then(async ({ active }) => {
  if (active.state !== 'activated') await new Promise((resolve) => active.addEventListener('statechange', () => active.state === 'activated' && resolve()));
  const frame = document.createElement('iframe');
  frame.src = '${path}';
  const loaded = new Promise((resolve) => { frame.onload = resolve; });
  document.body.append(frame);
  await loaded;
  return frame.contentDocument.body.textContent;
})`;

/** Nothing is repeated, thrown or paced; the answers are there. */
const UNLOADED = JSON.stringify({ ...JSON.parse(LINE), repeated: '', history: [], thrown: 'undefined 422' });

export default {
  tool: BROWSERS.chromium,
  version: () => versionOfBrowser('chromium'),
  place: 'a service worker',
  async run(project, { origin, name }) {
    const program = readFileSync(project.path('program.js'), 'utf8');
    const { exports } = JSON.parse(readFileSync(project.path('node_modules/bc-status/package.json'), 'utf8'));
    project.write('worker.js', WORKER);
    const answer = (subpath) => {
      const file = exports[subpath].import.default;
      project.write('program.js', program.replace("'bc-status'", `'./node_modules/bc-status/${file.slice(2)}'`));
      return inChromium(project.directory, PAGE, ask(`/line?origin=${origin}&name=${name}${subpath}`));
    };
    const line = await answer('.');
    if (line !== UNLOADED) throw new Error(`the main entry: wanted ${UNLOADED}\n   got ${line}`);
    return answer('./static');
  },
};
