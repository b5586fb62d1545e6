import type { PaceStore } from './index.js';

/** A client of ioredis 5 or 6, or of `@upstash/redis`. */
export interface RedisClient {
  eval(...args: any[]): any;
  evalsha(...args: any[]): any;
}

/** A client, pool or cluster of node-redis 5 or 6 (`redis`). */
export interface NodeRedisClient {
  eval(...args: any[]): any;
  evalSha(...args: any[]): any;
}

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** What the names of its keys begin with: `bc-status:` by default, as in `bc-status:{abc123}`. */
  readonly prefix?: string | null;
}

/**
 * Leases from a ledger in Redis 5 or newer, or a compatible server: a string per key, which expires when the last
 * lease has ended. Times are those of the server's clock. The client is yours, with your settings for connections and
 * error reports.
 *
 * A lease costs a round trip, and one more for each process that wrote in between. The server ignores a request that
 * reaches it more than 1 s late, for example from a client's queue. A value under such a key that is not a ledger is left as it
 * is: the pacers continue alone, and `console.warn` says so once.
 *
 * @throws {TypeError} if the client is none of these, or an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer({ store: redisStore(new Redis(process.env.REDIS_URL)) });
 */
export function redisStore(client: RedisClient | NodeRedisClient, options?: RedisStoreOptions | null): PaceStore;
