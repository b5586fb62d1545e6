// Every client that the stores are for, by name. None has a listener for errors, as in a program that has not
// thought of it, and each is loaded when it is needed.

const MODULES = new URL('../../pkg/dist/store/', import.meta.url);
const { redisStore } = await import(new URL('redis.js', MODULES));
const { postgresStore } = await import(new URL('postgres.js', MODULES));

const ioredis = (name) => async (port) => {
  const { Redis } = await import(name);
  const client = new Redis({ port, host: '127.0.0.1' });
  await client.ping();
  return { client, close: () => client.disconnect() };
};

const nodeRedis = (name) => async (port) => {
  const { createClient } = await import(name);
  const client = createClient({ socket: { port, host: '127.0.0.1' } });
  await client.connect();
  return { client, close: () => client.destroy() };
};

const upstash = async (port) => {
  const { Redis } = await import('@upstash/redis');
  const { startUpstash } = await import('./upstash.mjs');
  const { url, close } = await startUpstash(port);
  const client = new Redis({ url, token: 'token', retry: false, enableTelemetry: false });
  await client.ping();
  return { client, close };
};

const urlOf = (port) => `postgres://tester@127.0.0.1:${port}/postgres`;

const pgPool = async (port) => {
  const { default: pg } = await import('pg');
  const client = new pg.Pool({ connectionString: urlOf(port), max: 3 });
  await client.query('SELECT 1');
  return { client, close: () => client.end() };
};

const postgresJs = async (port) => {
  const { default: postgres } = await import('postgres');
  const client = postgres(urlOf(port), { max: 3, onnotice: () => {} });
  await client.unsafe('SELECT 1');
  return { client, close: () => client.end({ timeout: 1 }) };
};

/** `open(port)` gives `{ client, store, close }`. */
const all = (storeOf, clients) =>
  Object.fromEntries(
    Object.entries(clients).map(([name, openClient]) => {
      const open = async (port, options) => {
        const { client, close } = await openClient(port);
        return { client, store: storeOf(client, options), close };
      };
      return [name, open];
    }),
  );

export const REDIS = all(redisStore, {
  'ioredis 6': ioredis('ioredis'),
  'ioredis 5': ioredis('ioredis-5'),
  'node-redis 6': nodeRedis('redis'),
  'node-redis 5': nodeRedis('redis-5'),
  Upstash: upstash,
});

export const POSTGRES = all(postgresStore, { 'pg 8': pgPool, 'postgres.js 3': postgresJs });

export { postgresStore, redisStore };
