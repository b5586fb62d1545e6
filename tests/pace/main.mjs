// How well this package spends a store's quota, beside what else people pace with and beside
// the ideal: BigCommerce's windows simulated in virtual time. Each run repeats exactly.
//
//     node tests/pace/main.mjs [--scenario eight-150] [--strategy bc-status] [--seeds 5] [--trace]

import { clientsOf } from './job.mjs';
import { count, flag, read, someOf } from './options.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { STRATEGIES } from './strategies.mjs';
import { failuresOf, headOf, measures, row, seconds, skippedOf, unfinished } from './table.mjs';
import { trace } from './trace.mjs';
import { LATEST_MS, simulate } from './world.mjs';

const options = read({ scenario: someOf(SCENARIOS), strategy: someOf(STRATEGIES), seeds: count(3), trace: flag });
const seeds = Array.from({ length: options.seeds }, (_, at) => at + 1);

const runs = async (strategy, scenario) => {
  const results = [];
  for (const seed of seeds) results.push(await simulate(strategy, scenario, seed));
  return results;
};

const show = async (id, scenario, ideals) => {
  const strategy = STRATEGIES[id];
  const clients = clientsOf(scenario).length;
  if (strategy.skip || (strategy.needsSeveral && clients === 1)) return;
  const results = id === 'ideal' ? ideals : await runs(strategy, scenario);
  if (results.includes(undefined)) return console.log(unfinished(strategy, LATEST_MS));
  const all = results.map((run, at) => measures(run, ideals[at].finishMs));
  console.log(row(strategy, all, scenario.wanted?.[id]) + failuresOf(results));
  if (!options.trace) return;
  results.forEach((run, at) => console.log(`\n  seed ${seeds[at]}\n${trace(run, clients).join('\n')}\n`));
};

const range = `the seeds 1 to ${seeds.length}`;
console.log(`In virtual time; medians over ${range}, the worst in brackets${skippedOf(STRATEGIES)}`);
for (const key of options.scenario) {
  const scenario = SCENARIOS[key];
  const ideals = await runs(STRATEGIES.ideal, scenario);
  const work = `${scenario.title}, ${scenario.requests} requests`;
  console.log(`\n${headOf(`${key}: ${work}, ideally in ${seconds(ideals[0].finishMs)}`)}`);
  for (const id of options.strategy) await show(id, scenario, ideals);
}
