// What stores.mjs has found, as the table and the bars of docs/stores.md. Prints the table of a file; with `--publish`
// its numbers become those of the page.
//
//     node tests/bench/stores-page.mjs FILE.json [--publish]

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filled, table } from '../../tools/guides/markdown.mjs';
import { chart } from './chart.mjs';

const PUBLISHED = new URL('stores-measured.json', import.meta.url);

const measured = (file = PUBLISHED) => JSON.parse(readFileSync(file, 'utf8'));

const percent = (part) => `${(100 * part).toFixed(2)} %`;
const ms = (time) => `${time.toFixed(2)} ms`;

const shared = ({ rows }) =>
  table(
    ['', 'time / ideal time', 'refused', 'lease requests per request', 'scripts or statements per request', 'a lease: p50, p99'],
    rows.map(({ name, ofIdeal, refused, asks, calls, leaseMs }) => [
      ...[name, ofIdeal.toFixed(3), percent(refused), asks?.toFixed(3) ?? '–', calls.toFixed(2)],
      leaseMs ? `${ms(leaseMs.p50)}, ${ms(leaseMs.p99)}` : '–',
    ]),
  );

const trips = ({ rows }) =>
  table(
    [
      'one lease after the other, over loopback',
      'a lease',
      'its command, sent by the driver alone',
      'ratio',
      'the driver’s shortest round trip',
      'ratio',
    ],
    rows
      .filter(({ tripMs }) => tripMs)
      .map(({ name, tripMs: { lease, command, ping } }) => [
        ...[name, ms(lease), ms(command), (lease / command).toFixed(1), ms(ping), (lease / ping).toFixed(1)],
      ]),
  );

const machine = ({ date, processes, requests, quota, windowMs, idealMs, node, cpu, cores }) =>
  `${date}: ${processes} processes, ${requests} requests, ${quota} in ${windowMs / 1000} s, so ideally ${idealMs / 1000} s. ` +
  `Node ${node}, ${cores} cores (${cpu}), which the processes, the server and a simulated BigCommerce share.`;

const partsOf = (found) => ({ shared: shared(found), trips: trips(found), machine: machine(found) });

/** What stands between the marks of the page, by their names. */
export const parts = () => partsOf(measured());

export const picture = () =>
  chart(
    measured().rows.map(({ name, ofIdeal, refused }) => ({
      name,
      isOurs: name.startsWith('bc-status'),
      values: [ofIdeal, refused],
    })),
    [
      { title: 'time / ideal time', shown: (part) => part.toFixed(3) },
      { title: 'refused', shown: percent },
    ],
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file, ...more] = process.argv;
  console.log(Object.values(partsOf(measured(file))).join('\n\n'));
  if (more.includes('--publish')) {
    writeFileSync(PUBLISHED, readFileSync(file));
    const page = new URL('../../docs/stores.md', import.meta.url);
    writeFileSync(page, filled('docs/stores.md', readFileSync(page, 'utf8'), parts()));
    writeFileSync(new URL('../../docs/stores.svg', import.meta.url), picture());
  }
}
