import type { PaceStore } from './index.js';

/** What is used of ioredis 5 and 6, and of `@upstash/redis`. */
export interface RedisClient {
  eval(...args: any[]): any;
  evalsha(...args: any[]): any;
}

/** What is used of node-redis 5 and 6 (`redis`): its clients, pools and clusters. */
export interface NodeRedisClient {
  eval(...args: any[]): any;
  evalSha(...args: any[]): any;
}

export interface RedisStoreOptions {
  /** What the names of its keys begin with: `bc-status:` by default, as in `bc-status:{abc123}`. */
  readonly prefix?: string | null;
}

/**
 * Leases from a ledger in Redis 5 or newer, or what speaks as it does: a string per key, which expires when all
 * that it promises is over. Moments are those of the server's clock. The client is yours: it connects, and reports, as you
 * have told it.
 *
 * An ask costs a round trip, and one more for each process that wrote in between. What the server has not done within 1 s,
 * as from a client's queue, it does not do any more. What is no ledger under such a key is left as it is: the pacers go on
 * alone, and `console.warn` says so once.
 *
 * @throws {TypeError} if the client is none of these, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: redisStore(new Redis(process.env.REDIS_URL)) });
 */
export function redisStore(client: RedisClient | NodeRedisClient, options?: RedisStoreOptions | null): PaceStore;
