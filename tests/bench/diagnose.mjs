// How fast `diagnose` and `classify` are, exchange by exchange, and against an older package if its
// folder is given: `node tests/bench/diagnose.mjs ../older/pkg`. Both take turns in one process, and
// what counts is the processor's time, so that a busy machine tells nearly the same as a quiet one.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classify, diagnose } from '../../pkg/dist/index.js';
import { EXCHANGES } from './exchanges.mjs';
import { median } from '../median.mjs';

const ROUNDS = 40;
const CALLS = 300;

const [folder] = process.argv.slice(2);
const entry = folder && resolve(folder, 'dist/index.js');
if (entry && !existsSync(entry)) throw new Error(`${folder} is no built package: it has no dist/index.js`);
const older = entry ? await import(pathToFileURL(entry)) : undefined;

const time = (call, exchange) => {
  const began = process.cpuUsage();
  for (let n = 0; n < CALLS; n++) call(exchange);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / CALLS;
};
const shown = (us) => us.toFixed(2).padStart(8);

console.log(
  `Node ${process.version}, microseconds of the processor, ${ROUNDS} rounds of ${CALLS} calls: minimum, median${older ? '; the same of the older; parts of it' : ''}\n`,
);
for (const [name, own] of Object.entries({ diagnose, classify })) {
  const other = older?.[name];
  const parts = [];
  for (const [what, exchange] of Object.entries(EXCHANGES)) {
    const times = { own: [], older: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.own.push(time(own, exchange));
      if (other) times.older.push(time(other, exchange));
    }
    const figures = (all) => [Math.min(...all), median(all)];
    const mine = figures(times.own);
    const columns = [...mine, ...(older ? figures(times.older) : [])].map(shown);
    const shares = older ? figures(times.older).map((us, at) => mine[at] / us) : [];
    if (older) parts.push(shares[0]);
    console.log(`${name}, ${what}`.padEnd(38), ...columns, ...shares.map((share) => share.toFixed(2).padStart(6)));
  }
  const mean = Math.exp(parts.reduce((sum, part) => sum + Math.log(part), 0) / parts.length);
  console.log(older ? `${name}: ${mean.toFixed(2)} of the older in the geometric mean of the minima\n` : '');
}
