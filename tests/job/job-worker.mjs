// A job of its own process: it writes down what it works, and is killed in the middle of it.

import { appendFileSync } from 'node:fs';
import { each } from '../../pkg/dist/job/index.js';

const [, , checkpoint, log, count] = process.argv;

function* items() {
  for (let item = 0; item < Number(count); item += 1) yield item;
}
const work = async (item) => {
  await new Promise((resolve) => setTimeout(resolve, item % 3));
  appendFileSync(log, `${item}\n`);
};
const { before } = await each(items(), work, { checkpoint, concurrency: 5 });
console.log(JSON.stringify({ before }));
