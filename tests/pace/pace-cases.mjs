// What this package reaches in the simulated world: the same at each run, and so it can be held to it.

import assert from 'node:assert/strict';

import { describe, test } from '../apart.mjs';
import { clientsOf } from './job.mjs';
import { bc } from './package.mjs';
import { SCENARIOS } from './scenarios.mjs';
import * as bcStatus from './strategies/bc-status.mjs';
import * as coordinated from './strategies/coordinated.mjs';
import * as ideal from './strategies/ideal.mjs';
import { measures, misses } from './table.mjs';
import { simulate } from './world.mjs';

const STRATEGIES = { 'bc-status': bcStatus, coordinated };
const SEED = 1;

const options = { skip: bc.skip && `the package ${bc.skip}` };

const done = async (id, scenario) => {
  const run = await simulate(STRATEGIES[id], scenario, SEED);
  assert.ok(run, 'it was not done');
  const lastMs = Math.max(0, ...(scenario.plan ?? []).map(({ atMs }) => atMs));
  assert.ok(run.finishMs > lastMs + scenario.windowMs, 'it saw all that was planned');
  assert.equal(run.failures, 0, run.lastFailure);
  return run;
};

describe('what is wanted of this package', options, () => {
  for (const [key, scenario] of Object.entries(SCENARIOS)) {
    for (const [id, wanted] of Object.entries(scenario.wanted ?? {})) {
      test(`${key}, ${id}: ${JSON.stringify(wanted)}`, async () => {
        const { finishMs } = await simulate(ideal, scenario, SEED);
        const measured = measures(await done(id, scenario), finishMs);
        assert.deepEqual(misses([measured], wanted), [], JSON.stringify(measured, null, 2));
      });
    }
  }
});

/** Two windows more than what happens latest needs to happen, five and a quarter minutes after the beginning. */
const ENOUGH = 1800;

describe('whatever happens, this package does all the work', options, () => {
  for (const [key, whole] of Object.entries(SCENARIOS).filter(([, { wanted }]) => !wanted)) {
    const scenario = { ...whole, requests: ENOUGH };
    const ids = clientsOf(scenario).length > 1 ? Object.keys(STRATEGIES) : ['bc-status'];
    for (const id of ids) test(`${key}, ${id}`, () => done(id, scenario));
  }
});
