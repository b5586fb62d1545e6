// The handlers under test, by the host that they are asked under. Node and workerd make the same.

export const TOKEN = 's3cr3ts3cr3ts3cr3ts3cr3ts3cr3t0';
export const ENV = { STORE_HASH: 'abc123', BC_TOKEN: TOKEN };

const ALLOW = [
  'GET,POST /v3/catalog/products',
  'GET /v3/catalog/products/{id}',
  'PUT,DELETE /v3/catalog/products/:id',
  { methods: ['POST'], path: '/graphql' },
  'GET,POST /v2/orders',
  'GET /v3/content/*',
];

export const handlersOf = (createHandler, fetch) => {
  const problems = [];
  /** How many requests those have begun that are told of it. */
  const begun = { slow: 0, paced: 0, limited: 0 };
  const counted = (name) => () => (begun[name] += 1) > 0;
  const create = (options) =>
    createHandler({
      storeHash: 'STORE_HASH',
      token: 'BC_TOKEN',
      allow: ALLOW,
      retry: { maxDelayMs: 5, maxElapsedMs: 60_000 },
      fetch,
      onProblem: (problem, error) => problems.push({ problem, error: error?.message }),
      ...options,
    });
  const authorize = async (request) => {
    const given = request.headers.get('authorization');
    if (given === 'Bearer broken') throw new Error('a secret reason');
    if (given === 'Bearer other') return new Response('pay first', { status: 402, headers: { 'X-Own': 'yes' } });
    if (given === 'Bearer reader') await request.text();
    return given === 'Bearer good' || given === 'Bearer reader' || (given === 'Bearer vague' ? undefined : false);
  };
  const cors = { origins: ['https://shop.example'] };
  return {
    problems,
    begun,
    handlers: {
      plain: create({}),
      prefixed: create({ prefix: '/api', statusPath: '/help' }),
      dark: create({ statusPath: false }),
      told: create({ expose: 'all', quotaHeaders: 'keep' }),
      silent: create({ expose: 'none' }),
      guarded: create({ authorize, cors }),
      page: create({ cors }),
      anypage: create({
        cors: { origins: '*', methods: ['GET'], headers: ['x-own'], maxAge: 5, expose: ['x-request-id'] },
      }),
      asked: create({
        cors: {
          origins: async (origin, env) => env.STORE_HASH === 'abc123' && origin.endsWith('.example'),
          credentials: true,
        },
      }),
      cached: create({ cacheTtl: 60 }),
      shared: create({
        cacheTtl: ({ headers }) => Number(headers.get('x-seconds') ?? 60),
        authorize,
        shareCache: true,
      }),
      narrow: create({ maxBodyBytes: 100_000, bodyTimeoutMs: Infinity }),
      slow: create({ bodyTimeoutMs: 50, authorize: counted('slow') }),
      patient: create({ bodyTimeoutMs: Infinity }),
      reads: create({ authorize: async (request) => (await request.clone().text()) !== '' }),
      locks: create({ authorize: (request) => Boolean(request.body.getReader()) }),
      readslow: create({ bodyTimeoutMs: 50, authorize: async (request) => (await request.clone().text()) !== '' }),
      paced: create({ pace: true, bodyTimeoutMs: 60_000, authorize: counted('paced') }),
      limited: create({
        perCaller: { key: async ({ headers }, env) => headers.get('x-caller') && env.STORE_HASH + headers.get('x-caller'), permits: 2 },
        authorize: counted('limited'),
      }),
      misnamed: create({ perCaller: { key: () => 7, permits: 1 } }),
      queries: create({ allow: ['QUERY /graphql', 'POST /v2/orders'] }),
      hurried: create({ attemptTimeoutMs: 100, retry: false }),
      once: create({ retry: false }),
      unbound: create({ token: 'NO_SUCH_SECRET' }),
      ragged: create({ token: async () => `${TOKEN}\n` }),
      literal: create({ storeHash: 'abc123', token: (env) => env.BC_TOKEN }),
    },
  };
};
