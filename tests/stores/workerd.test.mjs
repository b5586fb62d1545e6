// Leases through Redis in workerd, where there is no connection but over HTTP: by Upstash's client, against a Redis of the test's own.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { Miniflare } from 'miniflare';
import { bundled } from '../runtimes/bundled.mjs';
import { startSimulator } from '../simulator/index.mjs';
import { givenIn, permitsOf, until } from './asks.mjs';
import { noRedis, startRedis } from './servers.mjs';
import { startUpstash } from './upstash.mjs';

const dist = fileURLToPath(new URL('../../pkg/dist/', import.meta.url));

// As its users have it: one store for all requests of an isolate.
const WORKER = `
  import { Redis } from '@upstash/redis/cloudflare';
  import { createFetch, createPacer } from './edge/index.js';
  import { redisStore } from './edge/store/redis.js';

  let store, pace, bc;
  const begin = ({ URL: url, TOKEN: token }) => {
    store = redisStore(new Redis({ url, token, retry: false, enableTelemetry: false }));
    pace = createPacer({ store });
    bc = createFetch({ pace, retry: { profile: 'background' } });
  };

  export default {
    async fetch(request, env) {
      if (!store) begin(env);
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/lease/')) {
        const ask = { client: 'workerd', want: 3, back: [], seen: null, heldMs: 0 };
        return store.lease(pathname.slice(7), ask).then(Response.json, ({ message }) => new Response(message, { status: 500 }));
      }
      const response = await bc(env.STORE_URL, { headers: { 'X-Auth-Token': env.STORE_TOKEN } });
      await response.text();
      return Response.json({ status: response.status, state: pace.snapshot(env.KEY).coordinator.state });
    },
  };`;

describe('the store in Redis, in workerd', { skip: noRedis }, () => {
  const closing = [];
  let redis;
  let miniflare;
  let simulator;
  let key;
  before(async () => {
    const server = await startRedis();
    closing.push(() => server.close());
    redis = new Redis({ port: server.port, host: '127.0.0.1' });
    closing.push(() => redis.disconnect());
    const upstash = await startUpstash(server.port);
    closing.push(upstash.close);
    simulator = await startSimulator({ quota: 150, windowMs: 30_000 });
    closing.push(() => simulator.close());
    const { url, storeHash, token } = simulator;
    key = `${new URL(url).host}/${storeHash}`;
    miniflare = new Miniflare({
      modules: await bundled(WORKER, dist, dist),
      compatibilityDate: '2026-04-01',
      bindings: {
        ...{ URL: upstash.url, TOKEN: 'token' },
        ...{ STORE_URL: `${url}/stores/${storeHash}/v3/catalog/products/77`, STORE_TOKEN: token, KEY: key },
      },
    });
    await miniflare.ready;
    closing.push(() => miniflare.dispose());
  });
  after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const get = (path) => miniflare.dispatchFetch(`https://worker/${path}`);
  const savedOf = async (key) => JSON.parse(await redis.get(`bc-status:{${key}}`));

  test('gives leases, and writes them down', async () => {
    let lease;
    // Where a busy machine has no answer in time, what was written all the same is given back by the next ask.
    await until(async () => {
      const response = await get('lease/alone');
      const text = await response.text();
      assert.ok(response.ok || /^No answer within/.test(text), text);
      lease = response.ok && JSON.parse(text);
      return lease;
    }, 'a lease');
    assert.equal(permitsOf(lease), 3);
    assert.equal(givenIn(await savedOf('alone')), 3);
  });

  test('tells of what is no ledger, and leaves it as it is', async () => {
    await redis.set('bc-status:{theirs}', 'hello');
    const response = await get('lease/theirs');
    assert.equal(response.status, 500);
    assert.match(await response.text(), /^The key bc-status:\{theirs\} in Redis holds no ledger of bc-status/);
    assert.equal(await redis.get('bc-status:{theirs}'), 'hello');
  });

  test('paces requests beside each other by them', async (t) => {
    let state;
    let sent = 0;
    // A lease that takes more than 50 ms is dropped, and a machine may be too busy for one that does not.
    for (let round = 0; round < 40 && !(state === 'leasing' && sent >= 20); round++) {
      const answers = await Promise.all(Array.from({ length: 5 }, async () => (await get('send')).json()));
      sent += answers.length;
      for (const one of answers) assert.equal(one.status, 200);
      state = answers.at(-1).state;
      if (sent % 50 === 0) await sleep(100);
    }
    if (state !== 'leasing') t.diagnostic(`no lease came in time for ${sent} requests`);
    const refused = simulator.requests.filter(({ status }) => status === 429);
    assert.deepEqual([simulator.requests.length, refused.length], [sent, 0]);
    if (state === 'leasing') assert.ok(givenIn(await savedOf(key)) > 0);
  });
});
