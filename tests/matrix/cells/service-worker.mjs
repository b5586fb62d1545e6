// A service worker, where import() is refused: `bc-status/static` is the main entry without it.

import { inChromium } from '../chromium.mjs';

const WORKER = `
  import { ask } from './program.js';
  addEventListener('fetch', (event) => {
    const { pathname, searchParams } = new URL(event.request.url);
    if (pathname !== '/line') return;
    event.respondWith(ask(searchParams.get('origin'), searchParams.get('name')).then((line) => new Response(line), (error) => new Response(error.stack)));
  });
`;
const PAGE = `<script type="module">
  await navigator.serviceWorker.register('./worker.js', { type: 'module' });
  globalThis.registration = await navigator.serviceWorker.ready;
</script>`;
const ASK = (path) => `navigator.serviceWorker.ready.then(async ({ active }) => {
  if (active.state !== 'activated') await new Promise((resolve) => active.addEventListener('statechange', () => active.state === 'activated' && resolve()));
  const frame = document.createElement('iframe');
  frame.src = '${path}';
  const loaded = new Promise((resolve) => { frame.onload = resolve; });
  document.body.append(frame);
  await loaded;
  return frame.contentDocument.body.textContent;
})`;

export default {
  tool: 'puppeteer-core',
  place: 'Chromium, a service worker',
  async run(project, { origin, name }) {
    const { readFileSync } = await import('node:fs');
    const { exports } = JSON.parse(readFileSync(project.path('node_modules/bc-status/package.json'), 'utf8'));
    const file = exports['./static']?.import.default;
    if (!file) throw new Error('the package has no bc-status/static');
    project.write('program.js', readFileSync(project.path('program.js'), 'utf8').replace("'bc-status'", `'./node_modules/bc-status/${file.slice(2)}'`));
    project.write('worker.js', WORKER);
    return inChromium(project.directory, PAGE, ASK(`/line?origin=${origin}&name=${name}`));
  },
};
