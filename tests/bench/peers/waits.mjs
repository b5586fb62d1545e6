// When one peer repeats, by a clock that jumps to whatever is due next: milliseconds from each answer to the next request, null
// where there is none. Its random numbers are the same each time.
//
//     node tests/bench/peers/waits.mjs PEER

import FakeTimers from '@sinonjs/fake-timers';
import { seeded } from '../../pace/random.mjs';
import { ANSWERS } from './answers.mjs';
import { moduleOf } from './index.mjs';
import { SEED } from './seed.mjs';

const realTimeout = setTimeout;
/** For what is loaded meanwhile, which takes real time. */
const breathe = () => new Promise((resolve) => realTimeout(resolve, 25));

Math.random = seeded(SEED);
const clock = FakeTimers.install({
  now: Date.UTC(2026, 10, 29),
  toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
});
const { create } = await import(moduleOf(process.argv[2]));
const first = async ({ status, headers }) => {
  const times = [];
  const stub = async () => {
    times.push(clock.now);
    return times.length === 1 ? new Response('{}', { status, headers }) : new Response('{}');
  };
  let isOver = false;
  const call = create({ fetch: stub })('https://api.bigcommerce.com/stores/abc123/v3/catalog/products', { headers: {} });
  const over = Promise.resolve(call)
    .catch(() => undefined)
    .finally(() => (isOver = true));
  for (await breathe(); !isOver; await breathe()) clock.next();
  await over;
  return times.length > 1 ? times[1] - times[0] : null;
};
const waits = {};
for (const [name, answer] of Object.entries(ANSWERS)) waits[name] = await first(answer);
console.log(JSON.stringify(waits));
process.exit();
