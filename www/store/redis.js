// The store of leases in Redis: a ledger in a string per key, by the server's clock.

import { members, wrong } from '../core/checks.js';
import { noLedger } from '../pace/saved-ledger.js';
import { headOf, listen, storeBy } from './swap.js';

/** @import { PaceStore } from 'bc-status' */

/** @typedef {(name: 'eval' | 'evalsha', script: string, key: string, args: string[]) => Promise<any>} Run */

// What came too late, as from a queue, is not written; what is gone, the server has lost or let go.
const SCRIPT = `local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local saved = redis.call('GET', KEYS[1])
if now > tonumber(ARGV[4]) or saved and (ARGV[1] == '' or string.sub(saved, 1, #ARGV[1]) ~= ARGV[1]) then
return {saved and 0 or -1, saved, now}
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return {1, false, now}`;
/** The SHA-1 of that, by which servers know it. */
const HASH = 'e7ce0956564ca3dc3a4df4aceb1136ebf9793a4d';

/**
 * How each client is called: node-redis, Upstash, ioredis.
 * @type {(client: any) => Run | undefined}
 */
const runBy = (client) => {
  if (typeof client?.eval !== 'function') return undefined;
  if (typeof client.evalSha === 'function') {
    listen(client);
    return (name, script, key, args) => client[name === 'eval' ? name : 'evalSha'](script, { keys: [key], arguments: args });
  }
  if (typeof client.evalsha !== 'function') return undefined;
  if (typeof client.createScript === 'function') return (name, script, key, args) => client[name](script, [key], args);
  return (name, script, key, args) => client[name](script, 1, key, ...args);
};

/** @type {(client: any, options?: { prefix?: string | null } | null) => PaceStore} */
export const redisStore = (client, options) => {
  const run = runBy(client);
  if (!run) throw wrong('client', 'a client of ioredis, node-redis or @upstash/redis', client);
  const { prefix = 'bc-status:' } = members('options', options ?? {}, { prefix: [(value) => typeof value === 'string', 'a string'] });
  /** @param {string} key */
  const nameOf = (key) => `${prefix}{${key}}`;
  /** @param {string} key */
  const placeOf = (key) => `The key ${nameOf(key)} in Redis`;

  return storeBy(placeOf, async (key, from, saved, forMs, lastMs) => {
    const args = [from && headOf(from), JSON.stringify(saved), `${forMs}`, `${lastMs}`];
    try {
      const [done, value, nowMs] = await run('evalsha', HASH, nameOf(key), args).catch((error) => {
        if (!/NOSCRIPT/.test(error?.message)) throw error;
        return run('eval', SCRIPT, nameOf(key), args);
      });
      return { done: done > 0, value: done < 0 ? undefined : value, nowMs: Number(nowMs) };
    } catch (error) {
      throw /WRONGTYPE/.test(/** @type {any} */ (error)?.message) ? noLedger(placeOf(key), ', but no string') : error;
    }
  });
};
