// Requests whose store hash or id was hidden before they were shown, and others that a reader found without a look at
// what the package says of them. Each after a public thread, whose address stands beside it.

import { pasted } from '../pasted.mjs';
import { STORE, api, problem, signedJson } from '../shared.mjs';

const NO_ROUTE = 'The route is not found, check the URL';
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** An answer of the store about the product, whatever was written over its hash. */
const hidden = (hash) => ({
  id: 'resource.missing',
  source: 'https://github.com/bigcommerce/docs/issues/742',
  about: `${hash} in place of the hash, and an answer of the store`,
  exchange: {
    method: 'GET',
    url: api('/v3/catalog/products/4102', hash),
    requestHeaders: signedJson(),
    status: 404,
    body: problem(404, 'A product was not found with an id of 4102'),
  },
});

const met = [
  ...['xxxxx', 'XXXXXXXX', '***', '...', 'REDACTED', '<redacted>', '[hash]', '{store_hash}', '{{STORE_HASH}}', 'your_store_hash'].map(
    hidden,
  ),
  {
    id: 'limit.quota',
    source: 'https://github.com/bigcommerce/docs/issues/742',
    about: 'a quota that is used up, whatever stands for the hash',
    exchange: {
      method: 'GET',
      url: api('/v3/customers', '{store_hash}'),
      status: 429,
      headers: { 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '9000', 'x-rate-limit-requests-quota': '150' },
    },
  },
  {
    id: 'request.field-missing',
    source: 'https://github.com/bigcommerce/storefront-data-hooks/issues/44',
    about: 'code in place of the id of a cart, and a variant that was not named',
    exchange: {
      method: 'POST',
      url: api('/v3/carts/${cart.id}/items'),
      requestHeaders: signedJson(),
      status: 422,
      body: problem(422, 'Missing or incorrect required fields', {
        errors: { variant: 'This product has options, variant ID is required' },
      }),
    },
  },
  {
    id: 'request.route-unknown',
    or: ['request.method-not-on-route'],
    source: 'https://github.com/getconversio/node-bigcommerce/issues/79',
    about: 'a path of V3 under V2, its hash hidden',
    exchange: {
      method: 'POST',
      url: api('/v2/catalog/products/318/metafields', 'xxxxxxxxxx'),
      requestHeaders: signedJson(),
      status: 404,
      headers: TEXT,
      body: NO_ROUTE,
    },
  },
  {
    id: 'resource.quantity-limit',
    source: 'https://github.com/troycox/bigcommerce-api-docs',
    about: 'fewer than may be ordered',
    exchange: {
      method: 'POST',
      url: api('/v2/orders'),
      requestHeaders: signedJson(),
      status: 409,
      body: [
        {
          status: 409,
          message: 'Quantities of one or more products are out of stock or did not meet quantity requirements.',
          details: { errors: [{ type: 'InsufficientQuantity', product: { id: 318, name: 'Oak chair', minimum_quantity: 4 } }] },
        },
      ],
    },
  },
  {
    id: 'request.field-missing',
    or: ['request.field-invalid'],
    source: 'https://developer.bigcommerce.com/docs/storefront/cart-checkout/guide',
    about: 'a modifier that has to be chosen',
    says: ['requires modifier'],
    exchange: {
      method: 'POST',
      url: `https://store-${STORE}.mybigcommerce.com/api/storefront/carts`,
      status: 422,
      body: problem(422, 'This product requires modifier options'),
    },
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/dev-docs/issues/2126',
    about: 'stock that was never set and shall change',
    says: ['absolute adjustment'],
    exchange: {
      method: 'POST',
      url: api('/v3/inventory/adjustments/relative'),
      requestHeaders: signedJson(),
      status: 422,
      body: problem(422, 'Items with identity: [sku OAK-4] requires absolute adjustment before relative'),
    },
  },
];

/** @type {[id: string, source: string, about: string, text: string, or?: string[]][]} */
const pastes = [
  [
    'platform.blocked-by-proxy',
    'https://github.com/bigcommerce/stencil-cli/issues/975',
    'Stencil: a proxy before the shop',
    'not ok -- Error: The BigCommerce Store you are pointing to either does not exist or is not available at this time.\nError details:\nRequest failed with status code 403',
  ],
  [
    'request.double-slash',
    'https://github.com/bigcommerce/stencil-cli/issues/326',
    'Stencil: the address of the store ends in a slash',
    'not ok -- StoreHashReadError: Response Error: 503 Service Unavailable',
    ['platform.maintenance'],
  ],
  [
    'resource.missing',
    'https://github.com/bigcommerce/nextjs-commerce/issues/26',
    'a cart that is not there, behind the line of the request',
    `POST https://store-${STORE}.mybigcommerce.com/graphql\n{"errors":[{"message":"Not Found: Cart does not exist","path":["cart","addCartLineItems"],"locations":[{"line":4,"column":7}]}]}`,
    ['graphql.business-error'],
  ],
];

export default [...met, ...pasted(pastes)];
