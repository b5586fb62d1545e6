// The same in real time over real HTTP, against the simulated store with short windows.
//
//     node tests/pace/http.mjs [--strategy bc-status] [--rounds 3]

import { startSimulator } from '../simulator/index.mjs';
import { sleep } from './clock.mjs';
import { clientsOf, runJob } from './job.mjs';
import { count, read, someOf } from './options.mjs';
import { between } from './random.mjs';
import { ALONE, SHARED } from './scenarios.mjs';
import { STRATEGIES } from './strategies.mjs';
import { failuresOf, headOf, measures, row, seconds, skippedOf } from './table.mjs';
import { createWorld } from './world.mjs';

// Nobody sees into a real server; what is ideal is reckoned.
const { ideal: _, ...strategies } = STRATEGIES;
const options = read({ strategy: someOf(strategies), rounds: count(1) });

const JOB = { requests: 675, quota: 150, windowMs: 3000 };
const SCENARIOS = {
  'one client': { ...JOB, clients: 1, wanted: ALONE },
  'eight clients': { ...JOB, clients: 8, wanted: SHARED },
};

/** How long the way takes on top of loopback, there and back each. */
const leg = () => sleep(between(Math.random, 1, 20));

/** To a product that the simulator has, instead of BigCommerce's. */
const fetchTo =
  ({ url, storeHash, token }) =>
  async (input, init) => {
    const { signal } = new Request(input, init);
    await leg();
    const response = await fetch(`${url}/stores/${storeHash}/v3/catalog/products/77`, {
      headers: { 'X-Auth-Token': token },
      signal,
    });
    await leg();
    return response;
  };

/** Until the last window that is needed begins; the first began with the simulator. */
const idealMs = ({ requests, quota, windowMs }) => (Math.ceil(requests / quota) - 1) * windowMs;

const run = async (strategy, scenario) => {
  const simulator = await startSimulator(scenario);
  try {
    const world = createWorld(scenario, Math.random);
    const told = await runJob(strategy, scenario, world, () => fetchTo(simulator));
    const { requests } = simulator;
    const throttled = requests.filter(({ status }) => status === 429).length;
    return { ...told, sent: requests.length, throttled, coordinatorCalls: world.coordinatorCalls };
  } finally {
    await simulator.close();
  }
};

const { rounds } = options;
console.log(`Over HTTP in Node ${process.version}; medians, the worst in brackets; rounds: ${rounds}${skippedOf(strategies)}`);
for (const [title, scenario] of Object.entries(SCENARIOS)) {
  const { requests, quota, windowMs, wanted } = scenario;
  const ideal = idealMs(scenario);
  const work = `${quota} in ${seconds(windowMs)}, ${requests} requests`;
  console.log(`\n${headOf(`${title}, ${work}, ideally in ${seconds(ideal)}`)}`);
  for (const id of options.strategy) {
    const strategy = strategies[id];
    if (strategy.skip || (strategy.needsSeveral && clientsOf(scenario).length === 1)) continue;
    const results = [];
    for (let round = 0; round < rounds; round++) results.push(await run(strategy, scenario));
    console.log(
      row(
        strategy,
        results.map((told) => measures(told, ideal)),
        wanted[id],
      ) + failuresOf(results),
    );
  }
}
