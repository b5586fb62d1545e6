// What stores.mjs has found, as a table and as bars, which a page in the dark shows as well as one in the light.
//
//     node tests/bench/stores-chart.mjs FILE.json FILE.svg

import { readFileSync, writeFileSync } from 'node:fs';
import { chart } from './chart.mjs';

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
