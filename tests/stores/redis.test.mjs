// Leases through a Redis of the test's own, by every client that the store is for.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Redis } from 'ioredis';
import { ask, givenIn, leased, permitsOf, sleep } from './asks.mjs';
import { REDIS, redisStore } from './clients.mjs';
import { holds, survives } from './contract.mjs';
import { noRedis, startRedis } from './servers.mjs';

describe('the store in Redis', { skip: noRedis }, () => {
  let server;
  let redis;
  before(async () => {
    server = await startRedis();
    redis = new Redis({ port: server.port, host: '127.0.0.1' });
    redis.on('error', () => {});
  });
  after(async () => {
    redis?.disconnect();
    await server?.close();
  });
  const nameOf = (key) => `bc-status:{${key}}`;
  const raw = {
    get: (key) => redis.get(nameOf(key)),
    set: (key, text) => redis.set(nameOf(key), text),
    delete: (key) => redis.del(nameOf(key)),
  };
  const calls = async () => {
    const stats = await redis.info('commandstats');
    return Object.fromEntries(
      Array.from(stats.matchAll(/cmdstat_(eval|evalsha):calls=(\d+)/g), ([, name, count]) => [name, Number(count)]),
    );
  };

  for (const [name, open] of Object.entries(REDIS)) {
    holds(name, open, () => server, raw);

    test(`${name}: a lease is one round trip, and the script is sent once`, async (t) => {
      const { store, close } = await open(server.port);
      t.after(close);
      await redis.script('FLUSH');
      const start = await calls();
      for (let n = 0; n < 10; n++) await store.lease(`trips ${name}`, ask());
      const end = await calls();
      const evals = end.eval - (start.eval ?? 0);
      // The first ask reads the server's clock, and finds that the script is unknown.
      assert.deepEqual([evals, end.evalsha - (start.evalsha ?? 0)], [1, 11]);
    });

    test(`${name}: a key of another kind is told of, and left as it is`, async (t) => {
      const { store, close } = await open(server.port, { prefix: `list:${name}:` });
      t.after(close);
      const key = `list:${name}:{k}`;
      await redis.rpush(key, 'theirs');
      await assert.rejects(leased(store, 'k', ask()), {
        message: `The key ${key} in Redis holds no ledger of bc-status, but no string. It is left as it is: delete it, or give the store another place`,
      });
      assert.deepEqual(await redis.lrange(key, 0, -1), ['theirs']);
    });
  }

  test('a ledger goes when all that it promises is over', async () => {
    const store = redisStore(redis);
    await leased(store, 'expiry', ask({ seen: { quota: 10, windowMs: 200, left: 10, resetMs: 200 } }));
    assert.ok((await redis.pttl(nameOf('expiry'))) <= 800);
    await leased(store, 'held', ask({ heldMs: 3_600_000 }));
    assert.ok((await redis.pttl(nameOf('held'))) > 3_500_000);
  });

  test('an answer that comes after its window is not spent, and is given back', async () => {
    let delayMs = 0;
    const slow = {
      eval: (...args) => redis.eval(...args),
      evalsha: async (...args) => {
        const answer = await redis.evalsha(...args);
        if (delayMs > 0) await sleep(delayMs);
        return answer;
      },
    };
    const store = redisStore(slow);
    assert.equal(permitsOf(await store.lease('late', ask({ want: 3 }))), 3);
    delayMs = 1200;
    await assert.rejects(store.lease('late', ask({ want: 5 })), /No answer within 1000 ms/);
    assert.equal(givenIn(JSON.parse(await raw.get('late'))), 8);
    delayMs = 0;
    await sleep(400);
    await store.lease('late', ask({ want: 1 }));
    assert.equal(givenIn(JSON.parse(await raw.get('late'))), 4);
  });

  test('what the server has lost is written again by who remembers it', async () => {
    const store = redisStore(redis);
    await leased(store, 'lost', ask({ want: 5 }));
    await redis.flushall();
    await leased(store, 'lost', ask({ want: 2 }));
    assert.equal(givenIn(JSON.parse(await raw.get('lost'))), 7);
  });

  survives(REDIS, () => server, raw);
});

test('the hash by which servers know the script is the script’s', () => {
  const source = readFileSync(new URL('../../pkg/dist/store/redis.js', import.meta.url), 'utf8');
  const [, script] = /SCRIPT = `([^`]*)`/.exec(source);
  const [, hash] = /HASH = '(\w*)'/.exec(source);
  assert.equal(hash, createHash('sha1').update(script).digest('hex'));
});

test('what is no client, and options that are none, are wrong arguments', () => {
  for (const client of [undefined, null, {}, 'redis://localhost', { eval: () => {} }, { evalsha: () => {} }])
    assert.throws(() => redisStore(client), /^TypeError: client must be a client of ioredis, node-redis or @upstash\/redis, not /);
  const client = { eval: () => {}, evalsha: () => {} };
  assert.throws(() => redisStore(client, { prefx: 'x' }), /^TypeError: options\.prefx is unknown; known: prefix/);
  assert.throws(() => redisStore(client, { prefix: 5 }), /^TypeError: options\.prefix must be a string, not 5/);
});
