// What stores.mjs has found, as a table and as bars, which a page in the dark shows as well as one in the light.
//
//     node tests/bench/stores-chart.mjs FILE.json FILE.svg

import { readFileSync, writeFileSync } from 'node:fs';

const LEFT = 230;
const WIDTH = 240;
const ROW = 30;
const GAP = 60;

const escaped = (text) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

/** `rows`: `{ name, isOurs, values }`; `columns`: `{ title, shown(value) }`, each with bars to its own scale. */
const chart = (rows, columns) => {
  const height = 40 + rows.length * ROW;
  const width = LEFT + columns.length * (WIDTH + GAP);
  const column = ({ title, shown }, at) => {
    const left = LEFT + at * (WIDTH + GAP);
    const most = Math.max(...rows.map(({ values }) => values[at])) || 1;
    const bars = rows.map(({ isOurs, values }, row) => {
      const top = 32 + row * ROW;
      const long = Math.max(1, Math.round((values[at] / most) * (WIDTH - 60)));
      return `<rect x="${left}" y="${top}" width="${long}" height="18" rx="2" fill="${isOurs ? '#2a7' : '#888'}"/><text x="${left + long + 6}" y="${top + 14}">${escaped(shown(values[at]))}</text>`;
    });
    return [`<text x="${left}" y="18" font-weight="600">${escaped(title)}</text>`, ...bars];
  };
  const names = rows.map(({ name }, row) => `<text x="${LEFT - 10}" y="${46 + row * ROW}" text-anchor="end">${escaped(name)}</text>`);
  const style = '<style>text{font:13px system-ui,sans-serif;fill:#24292f}@media(prefers-color-scheme:dark){text{fill:#e6edf3}}</style>';
  const label = columns.map(({ title }) => title).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">`,
    style,
    ...names,
    ...columns.flatMap(column),
    '</svg>',
    '',
  ].join('\n');
};

const percent = (part) => `${(100 * part).toFixed(2)} %`;
const ms = (time) => `${time.toFixed(2)} ms`;

const HEAD = ['strategy', 'time to the ideal', 'refused', 'asks a request', 'scripts or statements a request', 'a lease: p50, p99'];
const OWN_HEAD = ['a lease after the other', 'to the driver’s own round trip'];

const table = ({ rows }) => {
  const lines = rows.map(({ name, ofIdeal, refused, asks, calls, leaseMs, tripMs }) => [
    ...[name, ofIdeal.toFixed(3), percent(refused), asks === undefined ? '–' : asks.toFixed(3), calls.toFixed(2)],
    leaseMs ? `${ms(leaseMs.p50)}, ${ms(leaseMs.p99)}` : '–',
    ...(tripMs ? [ms(tripMs.lease), `${(tripMs.lease / tripMs.ping).toFixed(2)} (${ms(tripMs.ping)})`] : ['–', '–']),
  ]);
  const all = [[...HEAD, ...OWN_HEAD], Array(HEAD.length + OWN_HEAD.length).fill('---'), ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const [file, picture] = process.argv.slice(2);
const found = JSON.parse(readFileSync(file, 'utf8'));
const { processes, requests, quota, windowMs, idealMs, node, cpu, cores, load } = found;
console.log(
  `${processes} processes, ${requests} requests, ${quota} in ${windowMs / 1000} s: ideally ${idealMs / 1000} s. ` +
    `Node ${node}, ${cores} cores (${cpu}), load ${load.toFixed(1)}.\n`,
);
console.log(table(found));
const columns = [
  { title: 'time, of the ideal', shown: (part) => part.toFixed(2) },
  { title: 'refused', shown: percent },
];
const bars = found.rows.map(({ name, ofIdeal, refused }) => ({ name, isOurs: name.startsWith('bc-status'), values: [ofIdeal, refused] }));
if (picture) writeFileSync(picture, chart(bars, columns));
