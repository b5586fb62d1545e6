// What an answer said, quoted in a sentence of somebody's own, and answers inside the records of a program's log. Each after a
// public thread or file, whose address stands beside it.

import { pasted } from '../pasted.mjs';
import { api, problem, signedJson } from '../shared.mjs';

const HASH = 'k3v9qpz7ta';
const API = `https://api.bigcommerce.com/stores/${HASH}`;
const ADMIN = 'https://github.com/roel-c/bc-admin-mcp';
const NET = 'https://learn.microsoft.com/dotnet/api/system.net.httpstatuscode';
const RUBY_V3 = 'https://github.com/johnhebron/bigcommerce-api-v3';
const WHOLE = 'Please verify if all required fields are present in the request body and are filled with values correctly.';

/** As a client of .NET prints a batch that failed. */
const ofNet = (field, said) =>
  `The categories of the second level were not created: API request failed with status UnprocessableEntity for ${API}/v3/catalog/trees/categories: ${JSON.stringify({ data: [], errors: { status: 422, title: WHOLE, errors: { [field]: said } }, meta: { total: 1, success: 0, failed: 1 } })}`;

/** @type {[id: string, source: string, about: string, text: string, or?: string[]][]} */
const pastes = [
  [
    'resource.reference-missing',
    NET,
    'a status by its name in .NET, and the answer of a batch',
    ofNet('0.parent_id', 'A parent category with the id: 3391 was not found'),
  ],
  [
    'resource.duplicate',
    NET,
    'the same, of a name that is taken',
    ofNet('0.name', "A duplicate category with the name: 'Shoes' was found in the same parent"),
  ],
  [
    'request.field-invalid',
    NET,
    'an answer as a text within a record',
    `{\n  "sku": "B-17",\n  "attempt": 2,\n  "responsePayload": ${JSON.stringify(JSON.stringify(problem(422, 'JSON data is missing or invalid', { errors: { '0.meta_keywords': 'error.expected.jsarray' } })))}\n}`,
  ],
  [
    'request.body-not-array',
    'https://github.com/bigcommerce/api-specs/pull/860',
    'a sentence in quotes, and nothing of the answer besides',
    'I had to wrap the products. Before that it told me\n"The request payload has to be a JSON array for the endpoint."\nand it is not in the documentation.',
  ],
  [
    'resource.duplicate',
    'https://github.com/bigcommerce/cornerstone/issues/2154',
    'a sentence in backticks',
    "A shopper changes the address in the account and gets this:\n`The email address '' is already in use by another customer. Please enter a different one.`",
  ],
  [
    'request.field-invalid',
    'https://github.com/bigcommerce/checkout-sdk-js/issues/474',
    'a sentence within a sentence',
    'With these ids the V2 API refuses my order, it fails with "The options of one or more products are invalid." and no more than that.',
  ],
  [
    'resource.duplicate',
    ADMIN,
    'a heading with a status and what was said, in curly quotes',
    '## 422 “The display name Colour has already been used on this product.”\n\nThe option is there from the run before.',
  ],
  [
    'request.filter-unknown',
    ADMIN,
    'a quotation that the end of a line breaks off',
    'There is no such filter for `/v3/catalog/categories`: it says 422, "The filter(s): date_modified:min are not\nvalid filter parameter(s)", so all of them are read.',
  ],
  [
    'resource.missing',
    ADMIN,
    'a path of B2B Edition as its reference has it, and what was said of an order',
    'Use its own number for `POST /orders/{orderId}/invoices`. With the one of the store the answer is 404 "Order does not exist" though it is there.',
    ['resource.reference-missing'],
  ],
  [
    'payment.configuration',
    ADMIN,
    'what an answer said, member by member',
    'GET /v3/payments/methods?order_id=118\n409 Conflict\ncode: 30101  title: "Order is not in a correct status."',
  ],
  [
    'request.trailing-slash',
    'https://github.com/bigcommerce/api/issues/95',
    'a route as its reference has it, with a slash behind it',
    `A GET request to\n\n> https://api.bigcommerce.com/stores/{store_code}/v3/catalog/brands/\n\ngives me\n${JSON.stringify(problem(403, 'Authentication Required'))}`,
  ],
  [
    'request.placeholder-in-url',
    'https://github.com/bigcommerce/sample-app-nodejs/issues/159',
    'a URL that an editor has made a link of',
    `fetch("[${API}/v3/carts/{CartId}](${API}/v3/carts/%7BCartId%7D)", { headers: { "X-Auth-Token": "4********" } })\n// 401 (Unauthorized)`,
    ['auth.token-in-browser'],
  ],
  [
    'network.unreachable',
    'https://github.com/bigcommerce/bigcommerce-api-php/issues/153',
    'a client that is too old for the TLS of the server',
    'NetworkError: error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure',
  ],
  [
    'auth.token-rejected',
    'https://github.com/petebaston/Feme',
    'a heading with a status, and what was said in the next line',
    '## Invoices: 403 Error\n\nGetting "Invalid access token" whenever the list is opened.',
  ],
  [
    'platform.blocked-by-proxy',
    'https://developers.cloudflare.com/bots/',
    'a status that a check before the shop gives',
    'Scripts that open `/checkout` get **406** from bot protection, a browser does not.',
  ],
  [
    'resource.duplicate',
    'https://github.com/merchmonk/bigcommerce-vendors',
    'a status and a sentence in the same quotes',
    'It can fail with `409 Variant with the same option values set exists` where a run was broken off.',
  ],
  [
    'platform.gateway',
    'https://github.com/robotostudio/turbo-start-bigcommerce',
    'a verb, and its status in the next line',
    'BigCommerce answers a large\ncreate with 504 after the work is done.',
    ['result.unknown-outcome'],
  ],
  [
    'request.route-unknown',
    'https://developer.bigcommerce.com/docs/rest-catalog/products/channel-assignments',
    'a route that is none, as a reference would write it',
    '`GET /v3/catalog/products/{id}/channel-assignments` is not there, it answers `HTTP 404 Not Found`.',
  ],
  [
    'request.field-missing',
    'https://github.com/allanninal/bigcommerce-fixes',
    'a route as a reference writes it, and what was said of an address',
    'After `POST /v3/checkouts/{checkoutId}/consignments` the order is refused: 422 "A fulfillment address for this order is incomplete".',
    ['request.field-invalid'],
  ],
];

/** An answer of GraphQL of which nobody shows the query. */
const ofGraphql = (id, about, error, status = 200) => ({
  id,
  source: 'https://github.com/bigcommerce/b2b-buyer-portal',
  about,
  exchange: { method: 'POST', status, body: { errors: [error], data: null } },
});

const met = [
  ofGraphql('auth.sign-in-required', 'a role that may not see addresses', {
    message: 'Permission denied.',
    path: ['addresses'],
    locations: [{ line: 2, column: 3 }],
  }),
  ofGraphql(
    'resource.out-of-stock',
    'a product of a quote that cannot be sold, and no message',
    { path: ['quoteCreate'], extensions: { productValidationErrors: [{ productId: 112, code: 'OOS' }] } },
    400,
  ),
  ofGraphql('resource.version-mismatch', 'a cart that was changed meanwhile', {
    message: 'Request conflict: The request cannot be processed due to a possible conflict with another one.',
    path: ['cart', 'updateCartLineItem'],
  }),
  {
    id: 'request.field-invalid',
    source: RUBY_V3,
    about: 'a filter that is there, with a value that is no number',
    exchange: {
      method: 'GET',
      url: api('/v3/customers?id:in=anna'),
      requestHeaders: signedJson(),
      status: 422,
      body: problem(422, 'Query parameter "id:in" value may contain only integer values. For input string: "anna".', { errors: {} }),
    },
  },
  {
    id: 'request.route-unknown',
    source: ADMIN,
    about: 'a path that no specification has, refused without a word',
    exchange: { method: 'PUT', url: api('/v3/inventory/locations/5'), requestHeaders: signedJson(), status: 403, body: '' },
  },
  {
    id: 'resource.duplicate',
    source: ADMIN,
    about: 'a name that is used on the same product',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products/92/options'),
      requestHeaders: signedJson(),
      status: 422,
      body: problem(422, 'The display name Colour has already been used on this product.'),
    },
  },
];

export default [...pasted(pastes), ...met];
