// Eight Workers with one coordinator in workerd, in real time against the simulated store.
//
//     node tests/pace/workers.mjs [--rounds 3]

import { startSimulator } from '../simulator/index.mjs';
import { startIsolates } from './isolates.mjs';
import { runJob } from './job.mjs';
import { count, read } from './options.mjs';
import { SHARED } from './scenarios.mjs';
import { failuresOf, headOf, measures, row, seconds } from './table.mjs';
import { createWorld } from './world.mjs';

const { rounds } = read({ rounds: count(1) });

const scenario = { requests: 675, quota: 150, windowMs: 3000, clients: 8 };
const { requests, quota, windowMs, clients } = scenario;
const idealMs = (Math.ceil(requests / quota) - 1) * windowMs;

const run = async () => {
  const simulator = await startSimulator(scenario);
  const isolates = await startIsolates(clients, simulator);
  try {
    const through = { create: ({ fetch }) => ({ fetch }), atOnce: Infinity };
    const told = await runJob(through, scenario, createWorld(scenario, Math.random), isolates.fetchOf);
    const throttled = simulator.requests.filter(({ status }) => status === 429).length;
    const coordinatorCalls = Number(await isolates.coordinator('asked'));
    return { ...told, sent: simulator.requests.length, throttled, coordinatorCalls };
  } finally {
    await isolates.close();
    await simulator.close();
  }
};

const results = [];
for (let round = 0; round < rounds; round++) results.push(await run());
console.log(`\nIn workerd; medians, the worst in brackets; rounds: ${rounds}`);
console.log(`\n${headOf(`eight Workers, ${quota} in ${seconds(windowMs)}, ${requests} requests, ideally in ${seconds(idealMs)}`)}`);
const name = 'bc-status/worker, coordinated';
console.log(
  row(
    { name },
    results.map((told) => measures(told, idealMs)),
    SHARED.coordinated,
  ) + failuresOf(results),
);
