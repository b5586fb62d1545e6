// What peers.mjs has found, as the tables of docs/benchmarks.md and the bars of docs/benchmarks.svg. With a file its numbers
// become those that are published.
//
//     node tests/bench/peers-page.mjs [FILE.json]

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filled, table } from '../../tools/guides/markdown.mjs';
import { chart } from './chart.mjs';
import { PEERS } from './peers/index.mjs';

const PUBLISHED = new URL('peers/measured.json', import.meta.url);
const OURS = 'bc-status';

const measured = () => JSON.parse(readFileSync(PUBLISHED, 'utf8'));
const named = (id) => PEERS[id].name;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`;
/** What is less than nothing is noise. */
const ms = (time) => (time < 0.1 ? 'under 0.1 ms' : `${time.toFixed(1)} ms`);
const us = (time) => (time < 0.1 ? 'under 0.1 µs' : `${time.toFixed(1)} µs`);

const NO_BROWSER = 'not offered';
const NO_TIME = 'not measured yet';

const rowsOf = ({ peers }, cells) => Object.entries(peers).map(([id, peer]) => [named(id), ...cells(peer)]);

const orders = (found) =>
  table(
    [
      '',
      'POSTs executed twice after a closed connection',
      'after a late 504',
      'POSTs that met a 429, sent again',
      'tokens that went to another host',
    ],
    rowsOf(found, ({ faulty: { closed, late }, throttled, redirected }) => [
      `${closed.twice} of ${closed.faults}`,
      `${late.twice} of ${late.faults}`,
      `${throttled.executed} of ${throttled.orders}`,
      redirected.followed === 0 ? 'follows no redirect there' : `${redirected.tokens} of ${redirected.followed}`,
    ]),
  );

const WANTED = {
  'reset-ms': '429, `X-Rate-Limit-Time-Reset-Ms`',
  'retry-after-429': '429, `Retry-After`',
  'retry-after-503': '503, `Retry-After`',
  'minute-500': '500, by the documentation',
};
const isEarly = (waitMs, wantedMs) => waitMs !== null && waitMs < wantedMs;
const earlyOf = ({ wantedMs }, { waits }) => Object.entries(waits).filter(([name, waitMs]) => isEarly(waitMs, wantedMs[name])).length;

const waits = (found) => {
  const { wantedMs } = found;
  const cell = (waitMs, wanted) => (waitMs === null ? 'not repeated' : `${seconds(waitMs)}${isEarly(waitMs, wanted) ? ', too early' : ''}`);
  return table(
    ['', ...Object.entries(WANTED).map(([name, words]) => `${words}: ${seconds(wantedMs[name]).replace('.0', '')}`), 'too early'],
    rowsOf(found, (peer) => [
      ...Object.keys(WANTED).map((name) => cell(peer.waits[name], wantedMs[name])),
      peer.readsWaits ? `${earlyOf(found, peer)} of ${Object.keys(WANTED).length}` : 'reading waits is not offered',
    ]),
  );
};

const bytes = (found) =>
  table(
    ['', 'before the first request', 'with a success', 'with a repeat', 'all that a bundler makes'],
    rowsOf(found, ({ bytes: sizes }) =>
      sizes === null
        ? [NO_BROWSER, NO_BROWSER, NO_BROWSER, NO_BROWSER]
        : [sizes.first, sizes.loaded.success, sizes.loaded.repeat, sizes.all].map(kilobytes),
    ),
  );

const ofTimes = (times, show, ...names) =>
  names.map((name) => (times === null ? NO_BROWSER : times === undefined ? NO_TIME : show(times[name])));

const first = (found) =>
  table(
    ['', 'Node: a success', 'Node: a repeat', 'Chromium: a success', 'Chromium: a repeat'],
    rowsOf(found, ({ bytes: sizes, nodeMs, chromiumMs }) => [
      ...ofTimes(nodeMs, ms, 'success', 'repeat'),
      ...ofTimes(sizes && chromiumMs, ms, 'success', 'repeat'),
    ]),
  );

const calls = (found) =>
  table(
    ['', 'a success', 'a success, 100 at once', 'one repeat'],
    rowsOf(found, ({ overheadUs }) => ofTimes(overheadUs, us, 'success', 'many', 'repeat')),
  );

/** What is better when it is less, in words. */
const COMPARED = [
  ['What a page loads before its first request', ({ bytes: sizes }) => sizes?.first, kilobytes],
  ['What a page loads with a success', ({ bytes: sizes }) => sizes?.loaded.success, kilobytes],
  ['What a page loads with a repeat', ({ bytes: sizes }) => sizes?.loaded.repeat, kilobytes],
  ['All files that a bundler makes', ({ bytes: sizes }) => sizes?.all, kilobytes],
  ['The first success in Node', ({ nodeMs }) => nodeMs?.success, ms],
  ['The first repeat in Node', ({ nodeMs }) => nodeMs?.repeat, ms],
  ['The first success in Chromium', ({ chromiumMs }) => chromiumMs?.success, ms],
  ['The first repeat in Chromium', ({ chromiumMs }) => chromiumMs?.repeat, ms],
  ['What a success costs', ({ overheadUs }) => overheadUs?.success, us],
  ['What one of 100 successes at once costs', ({ overheadUs }) => overheadUs?.many, us],
  ['What a repeat costs', ({ overheadUs }) => overheadUs?.repeat, us],
];

const worse = ({ peers }) => {
  const lines = COMPARED.flatMap(([what, read, show]) => {
    const own = read(peers[OURS]);
    const better = Object.entries(peers)
      .map(([id, peer]) => [id, read(peer)])
      // What is shown alike is as good.
      .filter(([, value]) => Number.isFinite(value) && value < own && show(value) !== show(own))
      .toSorted(([, one], [, other]) => one - other);
    return better.length > 0
      ? [`- ${what}: ${show(own)}; less with ${better.map(([id, value]) => `${named(id)} (${show(value)})`).join(', ')}.`]
      : [];
  });
  const untimed = peers[OURS].overheadUs === undefined ? ['- Times are not measured yet.'] : [];
  return [...lines, ...untimed].join('\n') || 'In none of these numbers.';
};

const machine = ({ date, rounds, node, chromium, esbuild, bcStatus, cpu, cores, load, versions }) => {
  const all = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured on ${date} with Node ${node} and Chromium ${chromium}, on ${cores} cores (${cpu}) with a load of ${load.toFixed(1)}; ${rounds > 0 ? `times are medians of ${rounds} rounds` : 'nothing was timed'}.`,
    `Bundles by esbuild ${esbuild}.`,
    '',
    `Versions: bc-status ${bcStatus}, ${all.join(', ')}.`,
  ].join('\n');
};

/** What stands between the marks of the page, by their names. */
export const parts = () => {
  const found = measured();
  const all = { orders, waits, bytes, first, calls, worse, machine };
  return Object.fromEntries(Object.entries(all).map(([name, make]) => [name, make(found)]));
};

/** The four numbers that say most. */
export const picture = () => {
  const found = measured();
  const rows = Object.entries(found.peers).map(([id, peer]) => ({
    name: named(id),
    isOurs: id === OURS,
    values: [
      peer.faulty.closed.twice + peer.faulty.late.twice,
      peer.readsWaits ? earlyOf(found, peer) : null,
      peer.bytes?.first ?? null,
      peer.overheadUs?.success ?? null,
    ],
  }));
  const orElse = (words, show) => (value) => (value === null ? words : show(value));
  const { closed, late } = found.peers[OURS].faulty;
  return chart(rows, [
    { title: `orders executed twice, of ${closed.faults + late.faults}`, shown: String },
    { title: `repeats too early, of ${Object.keys(WANTED).length}`, shown: orElse('reads no waits', String) },
    { title: 'before the first request of a page', shown: orElse('no browser', kilobytes) },
    { title: 'processor time of a success', shown: orElse(NO_TIME, us) },
  ]);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv;
  if (file) writeFileSync(PUBLISHED, readFileSync(file));
  const page = new URL('../../docs/benchmarks.md', import.meta.url);
  writeFileSync(page, filled('docs/benchmarks.md', readFileSync(page, 'utf8'), parts()));
  writeFileSync(new URL('../../docs/benchmarks.svg', import.meta.url), picture());
}
