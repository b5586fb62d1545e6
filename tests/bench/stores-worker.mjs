// One of the processes of stores.mjs: it works its part off by the strategy that it is told.
// node stores-worker.mjs STRATEGY PORT

import { once } from 'node:events';

const [strategy, port] = process.argv.slice(2);
const AT_ONCE = 20;
const QUOTA = 150;
const WINDOW_MS = 3000;
const connection = { host: '127.0.0.1', port: Number(port) };
const times = [];

/** A fetch that is paced, or `work`, where jobs come from elsewhere. */
const STRATEGIES = {
  async redis() {
    const { REDIS } = await import('../stores/clients.mjs');
    return paced(await REDIS['ioredis 6'](connection.port));
  },

  async postgres() {
    const { POSTGRES } = await import('../stores/clients.mjs');
    return paced(await POSTGRES['pg 8'](connection.port));
  },

  async bottleneck() {
    const { default: Bottleneck } = await import('bottleneck');
    const limits = { reservoir: QUOTA, reservoirRefreshAmount: QUOTA, reservoirRefreshInterval: WINDOW_MS };
    const limiter = new Bottleneck({ id: 'bench', datastore: 'ioredis', clientOptions: connection, clearDatastore: false, ...limits });
    await limiter.ready();
    const send = async (...args) => {
      for (;;) {
        const response = await limiter.schedule(() => fetch(...args));
        if (response.status !== 429) return response;
        await response.text();
        await sleep(Number(response.headers.get('x-rate-limit-time-reset-ms')));
      }
    };
    return { send, close: () => limiter.disconnect() };
  },

  async bullmq() {
    const { Worker } = await import('bullmq');
    const work = ({ url, init, done }) => {
      const worker = new Worker(
        'bench',
        async () => {
          const response = await fetch(url, init);
          await response.text();
          if (response.status === 429) {
            await worker.rateLimit(Number(response.headers.get('x-rate-limit-time-reset-ms')));
            throw Worker.RateLimitError();
          }
          done();
        },
        { connection, concurrency: AT_ONCE, limiter: { max: QUOTA, duration: WINDOW_MS } },
      );
      return once(process, 'message').then(() => worker.close());
    };
    return { work, close: () => {} };
  },
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const paced = async ({ store, close }) => {
  const { createFetch, createPacer, init } = await import('../../pkg/dist/index.js');
  await init();
  const timed = {
    async lease(...args) {
      const began = performance.now();
      try {
        return await store.lease(...args);
      } finally {
        times.push(performance.now() - began);
      }
    },
  };
  return { send: createFetch({ pace: createPacer({ store: timed }), retry: { profile: 'background' } }), close };
};

const { send, work, close } = await STRATEGIES[strategy]();
process.send({ ready: true });
const [{ url, token, count }] = await once(process, 'message');
const init = { headers: { 'X-Auth-Token': token } };
const done = () => process.send({ done: true });
let left = count;
const lane = async () => {
  while (left-- > 0) {
    const response = await send(url, init);
    await response.text();
    if (!response.ok) throw new Error(`It came back as ${response.status}`);
    done();
  }
};
await (work ? work({ url, init, done }) : Promise.all(Array.from({ length: AT_ONCE }, lane)));
process.send({ times });
process.disconnect();
await close();
