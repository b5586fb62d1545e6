/**
 * The exchanges that the transcript prints and the page offers as buttons.
 *
 *     id      in URLs and tests
 *     code    what the server answers first; null where no answer arrives
 *     label   for a button
 *     shows   what there is to see, in one sentence
 *     url     of the API as it is in production; the demo leads all traffic to the simulator
 *     token   'full', 'read-only' or 'none'
 *     stage   sets the scene at the simulator before the request is sent
 */
// Not the simulator's index: this table also runs in the Worker, where there is no node:http.
import { spamProtection } from '../tests/simulator/answers.mjs';

export const storeHash = 'te4h0use';
const api = `https://api.bigcommerce.com/stores/${storeHash}`;
const storefront = `https://store-${storeHash}.mybigcommerce.com`;

const order = {
  billing_address: { first_name: 'Mira', last_name: 'Lund' },
  products: [{ product_id: 77, quantity: 2 }],
};

const defaults = { method: 'GET', token: 'full', body: null, stage: () => {} };

export const exchanges = [
  {
    id: 'products',
    code: 200,
    label: 'List products',
    shows: 'A plain success: nothing to do, nothing to retry.',
    url: `${api}/v3/catalog/products?limit=2`,
  },
  {
    id: 'order-created',
    code: 201,
    label: 'Create an order',
    shows: 'V2 answers a creation with 201 and a Location.',
    method: 'POST',
    url: `${api}/v2/orders`,
    body: order,
  },
  {
    id: 'categories',
    code: 202,
    label: 'Delete categories',
    shows: 'A task is scheduled; nothing is deleted yet when the answer comes.',
    method: 'DELETE',
    url: `${api}/v3/catalog/trees/categories?category_id:in=12,13`,
  },
  {
    id: 'no-orders',
    code: 204,
    label: 'List no orders',
    shows: 'An empty V2 list is a 204 without a body, which breaks clients that parse JSON.',
    url: `${api}/v2/orders?status_id=5`,
  },
  {
    id: 'batch',
    code: 207,
    label: 'Update two products',
    shows: 'Half of a batch fails: the answer is a success by its number only.',
    method: 'PUT',
    url: `${api}/v3/catalog/products`,
    body: [
      { id: 77, price: 12 },
      { id: 9999, price: 5 },
    ],
  },
  {
    id: 'no-token',
    code: 401,
    label: 'Forget the token',
    shows: 'The gateway answers in plain text, before it looks at the store.',
    url: `${api}/v3/catalog/products`,
    token: 'none',
  },
  {
    id: 'scope',
    code: 403,
    label: 'Lack a scope',
    shows: 'The token may only read; a wrong store hash would get the very same answer.',
    method: 'DELETE',
    url: `${api}/v2/orders/101`,
    token: 'read-only',
  },
  {
    id: 'route',
    code: 404,
    label: 'List carts',
    shows: 'A method that the path does not have is a 404 in plain text, not a 405.',
    url: `${api}/v3/carts`,
  },
  {
    id: 'duplicate',
    code: 409,
    label: 'Create a product twice',
    shows: 'The name is taken already; the store says which field is the duplicate.',
    method: 'POST',
    url: `${api}/v3/catalog/products`,
    body: { name: 'Iron teapot', type: 'physical', weight: 1.4, price: 48 },
  },
  {
    id: 'invalid-product',
    code: 422,
    label: 'Create half a product',
    shows: 'The store names every field that is missing or of the wrong kind.',
    method: 'POST',
    url: `${api}/v3/catalog/products`,
    body: { name: 'Darjeeling', price: '15' },
  },
  {
    id: 'throttled',
    code: 429,
    label: 'Meet a spent quota',
    shows: 'Another app has used the quota up: wait for the reset that the headers name, then succeed.',
    url: `${api}/v2/orders`,
    stage: (simulator) => simulator.spendQuota({ resetMs: 3000 }),
  },
  {
    id: 'spam',
    code: 429,
    label: 'Look like a robot',
    shows: 'A 429 that no waiting lifts: the storefront suspects abuse.',
    method: 'POST',
    url: `${storefront}/api/storefront/customers`,
    token: 'none',
    body: { email: 'mira@teahouse.example' },
    stage: (simulator) => simulator.script('POST', '/api/storefront/customers', [spamProtection()]),
  },
  {
    id: 'server-error',
    code: 500,
    label: 'Hit a platform error',
    shows: 'A 500 wants a minute before the next attempt; a person does not wait that long, so the client says when instead.',
    url: `${api}/v3/catalog/products/77`,
    stage: (simulator) => simulator.script('GET', '/v3/catalog/products/77', [500]),
  },
  {
    id: 'maintenance',
    code: 503,
    label: 'Sit out maintenance',
    shows: 'The store is closed for a moment; reading is harmless to repeat, so the client tries again.',
    url: `${api}/v3/catalog/products/78`,
    stage: (simulator) => simulator.script('GET', '/v3/catalog/products/78', [503, 503]),
  },
  {
    id: 'gateway-timeout',
    code: 504,
    label: 'Time out on a new order',
    shows: 'The order may exist although the gateway gave up: a POST is never sent twice on its own.',
    method: 'POST',
    url: `${api}/v2/orders`,
    body: order,
    stage: (simulator) => simulator.script('POST', '/v2/orders', [504]),
  },
  {
    id: 'dropped',
    code: null,
    label: 'Lose the connection',
    shows: 'No answer at all: a GET is sent again after a short wait.',
    url: `${api}/v2/time`,
    stage: (simulator) => simulator.script('GET', '/v2/time', [{ drop: true }]),
  },
].map((exchange) => ({ ...defaults, ...exchange }));

export const findExchange = (id) => exchanges.find((exchange) => exchange.id === id);

/** The part of an address that tells exchanges apart. */
export const readablePath = (url) => url.replace(/^https:\/\/[^/]+/, '').replace(/^\/stores\/[^/]+/, '');
