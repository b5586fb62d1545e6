import {
  SHOP,
  api,
  b2b,
  b2bError,
  b2bSigned,
  bearer,
  html,
  json,
  problem,
  signed,
  signedJson,
  store,
  storefront,
  times,
} from './shared.mjs';

const CHECKOUT = 'e2d94c70-5f1b-4a86-9c3d-7b0f8e6a1d52';

/** Headers of a refusal because the quota of the window is spent. */
const spent = store({ 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '9120' });

const TOO_MANY = problem(429, 'Too many requests', { errors: {} });

export default [
  {
    id: 'limit.quota',
    about: 'nothing left in the window of V3',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?page=41&limit=250'),
      requestHeaders: signed(),
      status: 429,
      headers: spent,
      body: '',
    },
  },
  {
    id: 'limit.quota',
    about: 'V2 with both ways to say when, names in capitals',
    exchange: {
      method: 'PUT',
      url: api('/v2/orders/4471'),
      requestHeaders: signedJson(),
      requestBody: { status_id: 2 },
      status: 429,
      headers: {
        'Content-Type': 'application/json',
        'X-Rate-Limit-Requests-Left': '0',
        'X-Rate-Limit-Requests-Quota': '450',
        'X-Rate-Limit-Time-Reset-Ms': '21007',
        'X-Rate-Limit-Time-Window-Ms': '30000',
        'X-Retry-After': '22',
      },
      body: [{ status: 429, message: 'Too Many Requests' }],
    },
  },
  {
    id: 'limit.quota',
    about: 'B2B counts per minute in words',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/orders?limit=100'),
      requestHeaders: b2bSigned(),
      status: 429,
      headers: json({
        'x-requests-allocated': '150 times/60 s',
        'x-requests-remaining': '0 times',
        'x-requests-window-length': '150 times',
        'x-request-window-resets-after': '23.81 s',
      }),
      body: b2bError(429, 'Too many requests'),
    },
  },
  {
    id: 'limit.quota',
    about: '509 of the old hourly limit',
    exchange: {
      method: 'GET',
      url: storefront('/api/v2/products.json'),
      requestHeaders: { Authorization: 'Basic ZmFrZXVzZXI6ZmFrZWtleQ==', Accept: 'application/json' },
      status: 509,
      headers: { 'content-type': 'application/json', 'x-bc-apilimit-remaining': '0' },
      body: '[{"status":509,"message":"Bandwidth Limit Exceeded"}]',
    },
  },

  {
    id: 'limit.platform-load',
    about: 'V3 without any of the headers',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?limit=50'),
      requestHeaders: signed(),
      status: 429,
      headers: { 'content-type': 'text/plain', 'x-request-id': 'a90f3c1d7be245e8b6604fd12c85e793' },
      body: '',
    },
  },
  {
    id: 'limit.platform-load',
    about: 'V2 read, HTML body, none of the headers',
    exchange: {
      method: 'GET',
      url: api('/v2/orders?page=3'),
      requestHeaders: signed(),
      status: 429,
      headers: html(),
      body: '<html><head><title>429 Too Many Requests</title></head><body></body></html>',
    },
  },
  {
    id: 'limit.platform-load',
    about: 'order lines, no headers at all',
    exchange: {
      method: 'GET',
      url: api('/v2/orders/31088/products'),
      status: 429,
      headers: {},
      body: null,
    },
  },

  {
    id: 'limit.concurrency',
    about: 'price records in parallel, most of the quota left',
    exchange: {
      method: 'PUT',
      url: api('/v3/pricelists/records'),
      requestHeaders: signedJson(),
      requestBody: times(500, (at) => ({ price_list_id: 6, variant_id: at, price: 9, currency: 'eur' })),
      status: 429,
      headers: store({ 'x-rate-limit-requests-left': '139' }),
      body: TOO_MANY,
    },
  },
  {
    id: 'limit.concurrency',
    about: 'category tree read in parallel',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/trees/1/categories'),
      requestHeaders: signed(),
      status: 429,
      headers: store({ 'x-rate-limit-requests-left': '402', 'x-rate-limit-requests-quota': '450' }),
      body: problem(429, 'Too many concurrent requests'),
    },
  },
  {
    id: 'limit.concurrency',
    about: 'customers updated in parallel',
    exchange: {
      method: 'PUT',
      url: api('/v3/customers'),
      requestHeaders: signedJson(),
      requestBody: [{ id: 614, customer_group_id: 3 }],
      status: 429,
      headers: store({ 'x-rate-limit-requests-left': '97' }),
      body: '{"status":429,"title":"The limit of concurrent requests was exceeded"}',
    },
  },

  {
    id: 'limit.abuse-protection',
    about: 'spam protection of sign-up',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/customers`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { firstName: 'Ida', lastName: 'Berg', email: 'ida@example.com', password: 'fake' },
      status: 429,
      headers: json(),
      body: problem(429, 'Spam Protection Failed'),
    },
  },
  {
    id: 'limit.abuse-protection',
    about: 'bare type word when an order is submitted',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order`,
      requestHeaders: { 'content-type': 'application/json' },
      requestBody: { cartId: CHECKOUT, useStoreCredit: false },
      status: 429,
      headers: json(),
      body: { type: 'spam_protection_expired' },
      inBrowser: true,
    },
  },
  {
    id: 'limit.abuse-protection',
    about: 'HTML page when an order is submitted',
    exchange: {
      method: 'POST',
      url: storefront('/internalapi/v1/checkout/order'),
      requestHeaders: { 'content-type': 'application/json' },
      status: 429,
      headers: html(),
      body: '<!DOCTYPE html><html><head><title>Too many attempts</title></head><body>Verify</body></html>',
      inBrowser: true,
    },
  },
  {
    id: 'limit.abuse-protection',
    about: 'passwords tried too often',
    exchange: {
      method: 'POST',
      url: api('/v3/customers/validate-credentials'),
      requestHeaders: signedJson(),
      requestBody: { email: 'ida@example.com', password: 'fake', channel_id: 1 },
      status: 429,
      headers: store(),
      body: TOO_MANY,
    },
  },

  {
    id: 'limit.plan-capacity',
    about: '507 for one more product',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Oak bench', type: 'physical', price: 120, weight: 9 },
      status: 507,
      headers: store(),
      body: problem(507, 'The store has reached the product limit of its plan'),
    },
  },
  {
    id: 'limit.plan-capacity',
    about: '507 without a body',
    exchange: {
      method: 'POST',
      url: api('/v2/products'),
      requestHeaders: signedJson(),
      requestBody: '{"name":"Oak bench","type":"physical","price":"120","weight":"9"}',
      status: 507,
      headers: {},
      body: '',
    },
  },
  {
    id: 'limit.plan-capacity',
    about: 'one storefront more than the plan has',
    exchange: {
      method: 'PUT',
      url: api('/v3/channels/1408821'),
      requestHeaders: signedJson(),
      requestBody: { status: 'active' },
      status: 422,
      headers: store(),
      body: problem(422, 'You have reached the maximum number of active storefronts allowed by your plan.'),
    },
  },

  {
    id: 'limit.platform-count',
    about: 'brands of V2',
    exchange: {
      method: 'POST',
      url: api('/v2/brands'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Northfield' },
      status: 403,
      headers: store(),
      body: [{ status: 403, message: 'The store has reached the limit of 30000 brands.' }],
    },
  },
  {
    id: 'limit.platform-count',
    about: 'metafields of one product',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products/310/metafields'),
      requestHeaders: signedJson(),
      requestBody: { namespace: 'erp', key: 'k251', value: '1', permission_set: 'read' },
      status: 422,
      headers: store(),
      body: problem(422, 'The maximum of 250 metafields for this resource has been reached', { errors: {} }),
    },
  },
  {
    id: 'limit.platform-count',
    about: 'themes, with 409',
    exchange: {
      method: 'POST',
      url: api('/v3/themes'),
      requestHeaders: signed({ 'Content-Type': 'multipart/form-data; boundary=----fakeboundary' }),
      status: 409,
      headers: store(),
      body: problem(409, 'You have reached the maximum number of uploaded themes. Delete one and try again.'),
    },
  },

  {
    id: 'limit.graphql-complexity',
    about: 'storefront query too complex',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: {
        query: '{ site { products(first: 50) { edges { node { variants { edges { cursor } } } } } } }',
      },
      status: 200,
      headers: json(),
      body: { errors: [{ message: 'Query complexity of 18204 exceeds the maximum complexity of 10000.' }] },
    },
  },
  {
    id: 'limit.graphql-complexity',
    about: 'category tree too deep',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer(),
      status: 200,
      headers: json(),
      body: '{"data":null,"errors":[{"message":"Query depth 19 exceeds the maximum allowed depth of 16"}]}',
    },
  },
  {
    id: 'limit.graphql-complexity',
    about: 'B2B query too complex, with 400',
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: bearer(),
      requestBody: { query: '{ quotes(first: 100) { edges { node { id companyId { companyName } } } } }' },
      status: 400,
      headers: json(),
      body: { errors: [{ message: 'The query is too complex: complexity 6120, maximum 4500' }] },
    },
  },

  {
    id: 'limit.edge',
    about: 'own Worker, which limits each caller',
    exchange: {
      method: 'GET',
      url: 'https://bc.harbor-and-pine.workers.dev/v3/catalog/products',
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '7' },
      body: {
        type: 'about:blank',
        title: 'Too Many Requests',
        status: 429,
        detail: 'Too many requests of this caller are under way.',
        code: 'caller-limit',
      },
    },
  },
  {
    id: 'limit.edge',
    about: 'Cloudflare before a storefront, as text',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts`,
      status: 429,
      headers: { 'content-type': 'text/plain; charset=UTF-8', server: 'cloudflare', 'retry-after': '30' },
      body: 'error code: 1015',
    },
  },
];
