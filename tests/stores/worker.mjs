// One process of several: it sends what it is told to, paced through a store, and tells what became of it.
//
//     node worker.mjs CLIENT PORT URL TOKEN COUNT SKEW_MS

import { once } from 'node:events';
import { createFetch, createPacer } from '../../pkg/dist/index.js';
import { POSTGRES, REDIS } from './clients.mjs';

const [name, port, url, token, count, skewMs] = process.argv.slice(2);
const { now } = Date;
Date.now = () => now() + Number(skewMs);

const { store, close } = await { ...REDIS, ...POSTGRES }[name](Number(port));
// So that all begin together.
process.send({ ready: true });
await once(process, 'message');
let asks = 0;
const counted = {
  async lease(...args) {
    asks += 1;
    const lease = await store.lease(...args);
    if (process.connected) process.send({ leased: true });
    return lease;
  },
};
const pace = createPacer({ store: counted });
const send = createFetch({ pace, retry: { profile: 'background' } });

const init = { headers: { 'X-Auth-Token': token } };
const statuses = {};
let left = Number(count);
const lane = async () => {
  while (left > 0) {
    left -= 1;
    const response = await send(url, init);
    await response.text();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    process.send({ done: true });
  }
};
await Promise.all(Array.from({ length: 20 }, lane));
process.send({ statuses, asks });
process.disconnect();
await close();
