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
    'A shopper changes the address in the account and gets this:\n`The email address \'\' is already in use by another customer. Please enter a different one.`',
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
    `fetch("[${API}/v3/carts/{CartId}](${API}/v3/carts/%7BCartId%7D)", { headers: { "Accept": "application/json" } })\n// 401 (Unauthorized)`,
    ['auth.token-in-browser'],
  ],
  [
    'network.unreachable',
    'https://github.com/bigcommerce/bigcommerce-api-php/issues/153',
    'a client that is too old for the TLS of the server',
    'NetworkError: error:14077410:SSL routines:SSL23_GET_SERVER_HELLO:sslv3 alert handshake failure',
  ],
];

const met = [
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
