// How long one peer takes from its import to the first answer of a stub, in a process of its own: milliseconds. With `repeat` the
// stub answers with a 503 first.
//
//     node tests/bench/peers/first-answer.mjs PEER [repeat]

import { moduleOf } from './index.mjs';

const [id, situation] = process.argv.slice(2);
const answers = situation === 'repeat' ? [503, 200] : [200];
const stub = async () => new Response('{}', { status: answers.shift() });
// What is loaded for the stub is nobody's cost.
void new Response('{}', { status: 200 }).headers;

const began = performance.now();
const { create } = await import(moduleOf(id));
await create({ fetch: stub, wait: false })('https://api.bigcommerce.com/stores/abc123/v3/catalog/products', { headers: {} });
console.log(performance.now() - began);
if (answers.length > 0) throw new Error('there was no repeat');
process.exit();
