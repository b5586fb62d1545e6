import { equal, like, ok, table } from './check.mjs';

const V3 = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';

const OUTCOMES = [
  ['GET', 200, 'ok'],
  ['GET', 201, 'ok'],
  ['GET', 202, 'accepted'],
  ['GET', 204, 'empty'],
  ['DELETE', 204, 'ok'],
  ['PUT', 204, 'ok'],
  ['POST', 207, 'partial'],
  ['GET', 301, 'redirect'],
  ['GET', 302, 'redirect'],
  ['GET', 304, 'not-modified'],
  ['GET', 400, 'rejected'],
  ['GET', 401, 'denied'],
  ['GET', 403, 'denied'],
  ['GET', 404, 'missing'],
  ['GET', 405, 'rejected'],
  ['GET', 406, 'rejected'],
  ['PUT', 409, 'conflict'],
  ['GET', 413, 'rejected'],
  ['POST', 415, 'rejected'],
  ['POST', 422, 'rejected'],
  ['PUT', 423, 'conflict'],
  ['GET', 429, 'throttled'],
  ['GET', 500, 'failed'],
  ['GET', 501, 'failed'],
  ['GET', 502, 'unavailable'],
  ['GET', 503, 'unavailable'],
  ['GET', 504, 'unavailable'],
  ['GET', 507, 'failed'],
  ['GET', 509, 'throttled'],
  ['GET', 418, 'rejected'],
  ['GET', 599, 'failed'],
  ['GET', undefined, 'no-response'],
  ['GET', null, 'no-response'],
  ['GET', 0, 'no-response'],
];

const APIS = [
  [V3, 'v3'],
  ['https://api.bigcommerce.com/stores/abc123/v2/orders?limit=5', 'v2'],
  ['/stores/abc123/v3/carts', 'v3'],
  ['http://127.0.0.1:8080/stores/abc123/v2/time', 'v2'],
  ['https://shop.example/api/storefront/carts', 'storefront'],
  ['https://shop.example/graphql', 'graphql-storefront'],
  ['https://api.bigcommerce.com/stores/abc123/graphql', 'graphql-admin'],
  ['https://api.bigcommerce.com/accounts/abc123/graphql', 'graphql-account'],
  ['https://payments.bigcommerce.com/stores/abc123/payments', 'payments'],
  ['https://login.bigcommerce.com/oauth2/token', 'oauth'],
  ['https://api-b2b.bigcommerce.com/api/v3/io/companies', 'b2b'],
  ['https://example.com/', 'unknown'],
  ['', 'unknown'],
  ['not a url', 'unknown'],
];

const QUOTA = {
  'X-Rate-Limit-Time-Window-Ms': '30000',
  'X-Rate-Limit-Time-Reset-Ms': '15000',
  'X-Rate-Limit-Requests-Quota': '150',
  'X-Rate-Limit-Requests-Left': '6',
  'Retry-After': '2',
  'X-Request-Id': '4b6e0d3f',
};
const READ = { windowMs: 30_000, resetMs: 15_000, quota: 150, left: 6, retryAfterMs: 2_000 };
const NOTHING = { windowMs: null, resetMs: null, quota: null, left: null, retryAfterMs: null };

const lowerCase = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const upperCase = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));

/** The same headers in every shape a user may have them in. */
const SHAPES = [
  ['a Headers', () => new Headers(QUOTA)],
  ['a plain object', () => QUOTA],
  ['an object without a prototype', () => Object.assign(Object.create(null), QUOTA)],
  ['an object in lower case', () => lowerCase(QUOTA)],
  ['an object in upper case', () => upperCase(QUOTA)],
  ['pairs', () => Object.entries(QUOTA)],
  ['pairs from a generator', () => new Headers(QUOTA).entries()],
  ['a Map', () => new Map(Object.entries(QUOTA))],
  [
    "Node's IncomingHttpHeaders, with arrays",
    () => ({
      ...lowerCase(QUOTA),
      'set-cookie': ['a=1', 'b=2'],
      'retry-after': ['1', '2'],
      'x-rate-limit-requests-left': ['6'],
    }),
  ],
  [
    'numbers, null and undefined among the values',
    () => ({
      ...QUOTA,
      'X-Rate-Limit-Requests-Quota': 150,
      'X-Retry-After': null,
      Date: undefined,
    }),
  ],
  ['an object with a method get', () => ({ get: (name) => new Headers(QUOTA).get(name) })],
];

export const classifyCases = [
  ...table(
    OUTCOMES,
    (method, status, outcome) => `classify: ${method} answered with ${status} is ${outcome}`,
    (bc, method, status, outcome) => {
      equal(bc.classify({ method, url: V3, status }).outcome, outcome);
      equal(bc.classify({ method: method.toLowerCase(), url: V3, status }).outcome, outcome);
    },
  ),
  ...table(
    APIS,
    (url, api) => `classify: ${JSON.stringify(url)} belongs to ${api}`,
    (bc, url, api) => equal(bc.classify({ url, status: 200 }).api, api),
  ),
  ...table(
    SHAPES,
    (shape) => `classify reads headers that are ${shape}`,
    (bc, _shape, headers) => {
      const found = bc.classify({ status: 200, headers: headers() });
      equal(found.rateLimit, READ);
      equal(found.requestId, '4b6e0d3f', 'requestId');
    },
  ),
  {
    name: 'classify: what is missing is null',
    run(bc) {
      equal(bc.classify({}), {
        status: null,
        outcome: 'no-response',
        api: 'unknown',
        error: null,
        rateLimit: null,
        requestId: null,
      });
      equal(
        bc.classify({
          method: null,
          url: null,
          requestHeaders: null,
          status: 404,
          headers: null,
          failure: null,
          body: null,
        }),
        {
          status: bc.status(404),
          outcome: 'missing',
          api: 'unknown',
          error: null,
          rateLimit: null,
          requestId: null,
        },
      );
    },
  },
  {
    name: 'classify: a header that is missing or unreadable is null and never zero',
    run(bc) {
      const headers = {
        'X-Rate-Limit-Requests-Left': '0',
        'X-Rate-Limit-Time-Reset-Ms': 'soon',
        'X-Rate-Limit-Requests-Quota': '',
      };
      equal(bc.classify({ status: 200, headers }).rateLimit, { ...NOTHING, left: 0 });
      equal(bc.classify({ status: 200, headers: { 'Retry-After': '-1' } }).rateLimit, null);
      equal(bc.classify({ status: 200, headers: new Headers() }).rateLimit, null);
    },
  },
  {
    name: 'classify: the status is the one that status() gives',
    run(bc) {
      ok(bc.classify({ status: 422 }).status === bc.status(422), 'the same object');
      equal(bc.classify({ status: 999 }).status, bc.status(999));
    },
  },
  {
    name: 'classify takes a URL object and a Response',
    run(bc) {
      const response = new Response(null, { status: 429, headers: { 'X-Retry-After': '3' } });
      const expected = { outcome: 'throttled', rateLimit: { ...NOTHING, retryAfterMs: 3_000 } };
      equal(like(bc.classify(response), expected), expected);
      equal(bc.classify({ url: new URL(V3), status: 200 }).api, 'v3');
    },
  },
  {
    name: 'a classification survives structuredClone and JSON',
    run(bc) {
      for (const exchange of [{}, { url: V3, status: 429, headers: QUOTA }]) {
        const found = bc.classify(exchange);
        equal(structuredClone(found), found);
        equal(JSON.parse(JSON.stringify(found)), found);
      }
    },
  },
  {
    name: 'classify leaves its argument as it is',
    run(bc) {
      const exchange = Object.freeze({
        url: V3,
        status: 200,
        headers: Object.freeze({ ...QUOTA }),
      });
      const before = JSON.stringify(exchange);
      bc.classify(exchange);
      equal(JSON.stringify(exchange), before);
    },
  },
];
