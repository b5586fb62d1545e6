// How soon the widget can be used, how fast its search answers, and how long a paste of 10 MB takes and keeps the page busy, in
// Chromium. DIST=… measures another package's files.

import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launch } from 'puppeteer-core';
import { chromiumOnPath } from '../browsers/path.mjs';
import { median } from '../median.mjs';

const ROUNDS = 15;
const PASTE_ROUNDS = 5;
const DIST = new URL(process.env.DIST ? `file://${process.env.DIST}/` : '../../pkg/dist/', import.meta.url);
const READER = '/bc-status-read.js';
const file = readFileSync(new URL('bc-status-widget.js', DIST));

const page = (markup) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>widget</title>
<script type="module" src="widget.js"></script>${markup}`;

const MARKUP = {
  card: '<bc-status code="429"></bc-status>',
  table: '<bc-status></bc-status>',
  troubleshoot: '<bc-status mode="troubleshoot"></bc-status>',
};

const SCRIPTS = { '/widget.js': file, [READER]: existsSync(new URL(`.${READER}`, DIST)) && readFileSync(new URL(`.${READER}`, DIST)) };

const server = createServer(({ url }, response) => {
  const script = SCRIPTS[url];
  response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
  response.end(script || PASTES[url.slice('/paste-'.length)] || page(MARKUP[url.slice(1)] ?? ''));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();

const browser = await launch({
  executablePath: await chromiumOnPath(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

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

/** A HAR and a log of 10 MB. */
const entry = (n) => ({
  startedDateTime: '2026-11-28T10:00:00.000Z',
  request: {
    method: 'GET',
    url: `https://api.bigcommerce.com/stores/abc123/v3/orders/${n}?limit=50`,
    headers: [
      { name: 'Accept', value: 'application/json' },
      { name: 'X-Auth-Token', value: 'q3v9hd0exampletoken7k2m1x5z8w40' },
    ],
  },
  response: {
    status: n % 7 ? 200 : 429,
    headers: [
      { name: 'content-type', value: 'application/json' },
      { name: 'x-rate-limit-requests-left', value: String(n % 150) },
    ],
    content: {
      mimeType: 'application/json',
      text: JSON.stringify({ data: { id: n, description: 'A long text, of words alone. '.repeat(8) } }),
    },
  },
});
const lineOf = (n) =>
  `2026-11-28T17:00:00.${n}Z web-1 request_id=5d8b5b91-3c1a-4f3e-${n} GET https://api.bigcommerce.com/stores/abc123/v3/orders/${n} status=${n % 9 ? 200 : 502} duration=${n}ms\n`;
const LONG = 10_000_000;
const upTo = (part, join) => {
  const parts = [];
  for (let n = 0, length = 0; length < LONG; n++) length += parts[parts.push(part(n)) - 1].length + join.length;
  return parts.join(join);
};
const PASTES = {
  HAR: `{"log":{"version":"1.2","entries":[${upTo((n) => JSON.stringify(entry(n)), ',')}]}}`,
  log: upTo(lineOf, ''),
};

/** From a paste to what is said of it, painted, and the longest time in which the page answered nobody. */
const pasting = async (name) => {
  const text = await (await fetch(`/paste-${name}`)).text();
  const element = document.querySelector('bc-status');
  while (!element.shadowRoot?.querySelector('textarea')) await new Promise((resolve) => setTimeout(resolve, 0));
  const field = element.shadowRoot.querySelector('textarea');
  await new Promise((resolve) => setTimeout(resolve, 300));
  let [longest, last] = [0, performance.now()];
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
  const start = performance.now();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const isTaken = !field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
  if (!isTaken) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true, composed: true }));
  }
  while (!element.shadowRoot.querySelector('.result')) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 300));
  isOver = true;
  return [took, longest];
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
const pastes = {};
for (const name of Object.keys(PASTES)) {
  for (let round = 0; round < PASTE_ROUNDS; round++) {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${port}/troubleshoot`);
    (pastes[name] ??= []).push(await tab.evaluate(pasting, name));
    await tab.close();
  }
}
await browser.close();
server.close();

console.log(`\nthe widget in Chromium: medians of ${ROUNDS} rounds, and the range`);
for (const [mode, times] of Object.entries(usable)) print(`${mode}: usable after its script`, times);
print('table: answer to a letter in the search', letters);
for (const [name, times] of Object.entries(pastes)) {
  print(
    `troubleshoot: a ${name} of 10 MB, to its result`,
    times.map(([took]) => took),
  );
  print(
    `troubleshoot: a ${name} of 10 MB, longest task`,
    times.map(([, longest]) => longest),
  );
}
