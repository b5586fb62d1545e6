// What one peer costs on top of the fetch it wraps, in a process of its own: microseconds of processor time a call.
//
//     node tests/bench/peers/overhead.mjs PEER

import { BARE, moduleOf } from './index.mjs';

const url = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
const init = { headers: { 'X-Auth-Token': 't'.repeat(31), Accept: 'application/json' } };
const WARM_UP_MS = 400;

/** A fetch that succeeds, or meets a 503 first with every other request. */
const stubOf = (isFailing) => {
  const [success, busy] = [new Response(null), new Response(null, { status: 503 })];
  const stub = async () => (isFailing && stub.calls++ % 2 === 0 ? busy : success);
  stub.calls = 0;
  return stub;
};

/** By name: whether each call repeats once, how many calls, and how many of them at once. */
const SITUATIONS = { success: [false, 4000, 1], many: [false, 4000, 100], repeat: [true, 400, 1] };

const make = async (call, count, atOnce) => {
  for (let done = 0; done < count; done += atOnce) {
    if (atOnce === 1) await call(url, init);
    else await Promise.all(Array.from({ length: atOnce }, () => call(url, init)));
  }
};

const timed = async (create, [isFailing, count, atOnce]) => {
  const stub = stubOf(isFailing);
  const call = create({ fetch: stub, wait: false });
  const began = performance.now();
  while (performance.now() - began < WARM_UP_MS) await make(call, atOnce, atOnce);
  stub.calls = 0;
  const used = process.cpuUsage();
  await make(call, count, atOnce);
  const { user, system } = process.cpuUsage(used);
  if (isFailing && stub.calls !== 2 * count) throw new Error(`${stub.calls} requests of ${count} calls: not each was repeated once`);
  return (user + system) / count;
};

const [own, bare] = await Promise.all([process.argv[2], BARE].map((id) => import(moduleOf(id))));
const result = {};
for (const [name, situation] of Object.entries(SITUATIONS)) {
  const without = await timed(bare.create, situation);
  result[name] = (await timed(own.create, situation)) - without;
}
console.log(JSON.stringify(result));
process.exit();
