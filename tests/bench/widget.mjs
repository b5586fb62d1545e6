// How soon the widget can be used, and how fast its search answers, in Chromium.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launch } from 'puppeteer-core';
import { chromiumOnPath } from '../browsers/path.mjs';

const ROUNDS = 15;
const file = readFileSync(new URL('../../pkg/dist/bc-status-widget.js', import.meta.url));

const page = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>widget</title>
<script type="module" src="widget.js"></script>${markup}`;

const MARKUP = {
  card: '<bc-status code="429"></bc-status>',
  table: '<bc-status></bc-status>',
  troubleshoot: '<bc-status mode="troubleshoot"></bc-status>',
};

const server = createServer(({ url }, response) => {
  const isScript = url === '/widget.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? file : page(MARKUP[url.slice(1)] ?? ''));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await launch({
  executablePath: await chromiumOnPath(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const print = (what, numbers) =>
  console.log(
    `${what.padEnd(44)}${median(numbers).toFixed(1).padStart(8)} ms   (${Math.min(...numbers).toFixed(1)} to ${Math.max(...numbers).toFixed(1)})`,
  );

/** From the arrival of the script to a control that answers, painted. */
const untilUsable = async () => {
  const element = document.querySelector('bc-status');
  await customElements.whenDefined('bc-status');
  while (!element.shadowRoot?.querySelector('.root')) await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const [script] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('widget.js'));
  return performance.now() - script.responseEnd;
};

/** From each letter to the table that answers it, laid out. */
const typing = async (text) => {
  const element = document.querySelector('bc-status');
  const input = element.shadowRoot.querySelector('input');
  const times = [];
  for (let length = 0; length <= text.length; length++) {
    const start = performance.now();
    input.value = text.slice(0, length);
    input.dispatchEvent(new Event('input'));
    await element.updateComplete;
    element.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
};

const usable = { card: [], table: [], troubleshoot: [] };
const letters = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const mode of Object.keys(MARKUP)) {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${port}/${mode}`);
    usable[mode].push(await tab.evaluate(untilUsable));
    if (mode === 'table') letters.push(...(await tab.evaluate(typing, 'too many requests')));
    await tab.close();
  }
}
await browser.close();
server.close();

console.log(`\nthe widget in Chromium: medians of ${ROUNDS} rounds, and the range`);
for (const [mode, times] of Object.entries(usable)) print(`${mode}: usable after its script`, times);
print('table: answer to a letter in the search', letters);
