// How well this package spends a store's quota, beside what else people pace with and beside
// the ideal: BigCommerce's windows simulated in virtual time. Each run repeats exactly.
//
//     node tests/pace/main.mjs [--scenario eight-150] [--strategy bc-status] [--seeds 5] [--trace]

import { parseArgs } from 'node:util';
import { clientsOf } from './job.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { STRATEGIES } from './strategies.mjs';
import { head, measures, row } from './table.mjs';
import { trace } from './trace.mjs';
import { simulate } from './world.mjs';

const { values: options } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true, default: Object.keys(SCENARIOS) },
    strategy: { type: 'string', multiple: true, default: Object.keys(STRATEGIES) },
    seeds: { type: 'string', default: '3' },
    trace: { type: 'boolean', default: false },
  },
});

const known = (names, all, option) => {
  const wrong = names.find((name) => !Object.hasOwn(all, name));
  if (wrong === undefined) return names;
  console.error(`--${option} ${wrong} is unknown; known are ${Object.keys(all).join(', ')}`);
  process.exit(2);
};
const scenarios = known(options.scenario, SCENARIOS, 'scenario');
const strategies = known(options.strategy, STRATEGIES, 'strategy');
if (!/^[1-9]\d*$/.test(options.seeds)) {
  console.error(`--seeds takes a whole number from 1, not ${options.seeds}`);
  process.exit(2);
}
const seeds = Array.from({ length: Number(options.seeds) }, (_, at) => at + 1);

const runs = async (strategy, scenario) => {
  const results = [];
  for (const seed of seeds) results.push(await simulate(strategy, scenario, seed));
  return results;
};

const skipped = Object.values(STRATEGIES).filter(({ skip }) => skip);
for (const { name, skip } of skipped) console.log(`${name} is skipped: it ${skip}`);
console.log(`Medians of ${seeds.length} seeds, with the worst; 429s as a share of all requests sent`);

for (const key of scenarios) {
  const scenario = SCENARIOS[key];
  const count = clientsOf(scenario).length;
  const ideals = await runs(STRATEGIES.ideal, scenario);
  console.log(`\n${key}: ${scenario.title}, ${scenario.requests} requests, ideally in ${(ideals[0].finishMs / 1000).toFixed(1)} s\n`);
  console.log(head());
  for (const id of strategies) {
    const strategy = STRATEGIES[id];
    if (strategy.skip || (strategy.needsSeveral && count === 1)) continue;
    const results = id === 'ideal' ? ideals : await runs(strategy, scenario);
    const finished = results.every((result) => result !== undefined);
    if (finished) console.log(row(strategy.name, results.map((run, at) => measures(run, ideals[at])), scenario.wanted?.[id]));
    else console.log(`${strategy.name.padEnd(30)} was not done within six hours`);
    const failed = results.find((result) => result?.failures);
    if (failed) console.log(`  with ${failed.failures} failures, such as: ${failed.lastFailure}`);
    if (options.trace) for (const result of results) if (result) console.log(trace(result, count).join('\n'));
  }
}
