// What this package reaches in the simulated world: the same at each run, and so it can be held to it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clientsOf } from './job.mjs';
import { bc } from './package.mjs';
import { SCENARIOS } from './scenarios.mjs';
import * as bcStatus from './strategies/bc-status.mjs';
import * as coordinated from './strategies/coordinated.mjs';
import * as ideal from './strategies/ideal.mjs';
import { measures, misses } from './table.mjs';
import { simulate } from './world.mjs';

const STRATEGIES = { 'bc-status': bcStatus, coordinated };
const SEEDS = [1];

const options = { skip: bc.skip && `the package ${bc.skip}` };

const done = async (id, scenario, seed) => {
  const run = await simulate(STRATEGIES[id], scenario, seed);
  assert.ok(run, `seed ${seed} was not done`);
  assert.equal(run.failures, 0, `seed ${seed}: ${run.lastFailure}`);
  return run;
};

describe('what is wanted of this package', options, () => {
  for (const [key, scenario] of Object.entries(SCENARIOS)) {
    for (const [id, wanted] of Object.entries(scenario.wanted ?? {})) {
      test(`${key}, ${id}: ${JSON.stringify(wanted)}`, async () => {
        const all = [];
        for (const seed of SEEDS) {
          const { finishMs } = await simulate(ideal, scenario, seed);
          all.push(measures(await done(id, scenario, seed), finishMs));
        }
        assert.deepEqual(misses(all, wanted), [], JSON.stringify(all, null, 2));
      });
    }
  }
});

describe('whatever happens, this package does all the work', options, () => {
  for (const [key, scenario] of Object.entries(SCENARIOS).filter(([, { wanted }]) => !wanted)) {
    const ids = clientsOf(scenario).length > 1 ? Object.keys(STRATEGIES) : ['bc-status'];
    for (const id of ids) test(`${key}, ${id}`, () => done(id, scenario, SEEDS[0]));
  }
});
