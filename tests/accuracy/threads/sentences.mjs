// Sentences of connectors, drives, themes and clients in which strangers met a failure; each after a public
// thread or page, whose address stands beside it.

import { pasted } from '../pasted.mjs';

const HASH = 'k3v9qpz7ta';
const API = `https://api.bigcommerce.com/stores/${HASH}`;
const STORE = `https://store-${HASH}.mybigcommerce.com`;

/** @type {[id: string, source: string, about: string, text: string][]} */
const pastes = [
  [
    'platform.error',
    'https://github.com/bigcommerce/stencil-cli/issues/401',
    'a theme that is looked at locally, and the server behind it',
    'Debug: internal, implementation, error\n    Error: Error: The BigCommerce server responded with a 500 error\n    at /usr/lib/node_modules/@bigcommerce/stencil-cli/server/plugins/renderer/renderer.module.js:46:31',
  ],
  [
    'resource.missing',
    'https://github.com/vercel/commerce/issues/94',
    'headers of a quota, and no URL: the store was reached',
    'Error [BigcommerceApiError]: Big Commerce API error (404)\nHeaders: {\n  "connection": "keep-alive",\n  "content-type": "application/problem+json",\n  "x-rate-limit-requests-left": "141",\n  "x-rate-limit-requests-quota": "150",\n  "x-rate-limit-time-reset-ms": "21377",\n  "x-rate-limit-time-window-ms": "30000",\n  "x-request-id": "a1b2c3d4e5f60718293a4b5c6d7e8f90"\n}\n{"status":404,"type":"https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes"}\n    at new BigcommerceApiError (C:\\work\\shop\\api\\utils\\errors.js:29:28)',
  ],
  [
    'resource.quantity-limit',
    'https://github.com/vercel/commerce/issues/628',
    'a response of Node as a console shows it, and too many of a thing',
    `{\n  res: Response {\n    size: 0,\n    timeout: 0,\n    [Symbol(Body internals)]: { body: [Gunzip], disturbed: true, error: null },\n    [Symbol(Response internals)]: {\n      url: '${API}/v3/carts/5f1c?include=line_items.physical_items.options',\n      status: 422,\n      statusText: 'Unprocessable Entity',\n      headers: [Headers],\n      counter: 0\n    }\n  },\n  data: '{"status":422,"title":"You can only purchase a maximum of 3 of the Harbor Mug per order.","type":"https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes"}'\n}`,
  ],
  [
    'resource.missing',
    'https://github.com/bigcommerce/checkout-sdk-js/issues/864',
    'a cart that is not found when something is added to it',
    'POST https://shop.example/api/storefront/carts/9b0c/items 400\n{"status":400,"title":"Cart not found","type":"/api-docs/getting-started/api-status-codes","detail":""}',
  ],
  [
    'network.unreachable',
    'https://github.com/bigcommerce/bigcommerce-api-php/issues/188',
    'a host that is not resolved, in a trace of PHP',
    "Uncaught exception 'Bigcommerce\\Api\\NetworkError' with message 'Couldn't resolve host 'store-k3v9q.mybigcommerce.com'' in /srv/vendor/bigcommerce.php:82 Stack trace: #0 /srv/vendor/bigcommerce.php(142): Bigcommerce\\Api\\Connection->handleResponse() #1 /srv/vendor/bigcommerce.php(333): Bigcommerce\\Api\\Connection->get('https://store-k...') #2 /srv/vendor/bigcommerce.php(568): Bigcommerce\\Api\\Client::getCollection('/orders?limit=1...', 'Order')",
  ],
  [
    'network.unreachable',
    'https://github.com/bigcommerce/bigcommerce-api-php/issues/291',
    'the name of an error of the network, and nothing else',
    'Bigcommerce\\Api\\NetworkError\napp/Http/Controllers/AppController.php:24',
  ],
  [
    'auth.scope-missing',
    'https://github.com/airbytehq/airbyte/issues/16649',
    'a connector quotes method, URL, status and message',
    `2026-11-20 10:00:01 source > 'GET' request to '${API}/v3/channels?limit=250' failed with status code '403' and error message: 'You don't have a required scope to access the endpoint'. Request was rejected.`,
  ],
  [
    'auth.scope-missing',
    'https://github.com/n8n-io/Community-Contributions/issues/84',
    'a node of a workflow, with what it was told in a text',
    '{\n  "errorMessage": "Forbidden - perhaps check your credentials?",\n  "errorDescription": "You don\'t have a required scope to access the endpoint",\n  "errorDetails": {\n    "rawErrorMessage": [\n      "403 - {\\"status\\":403,\\"title\\":\\"You don\'t have a required scope to access the endpoint\\",\\"errors\\":{}}"\n    ],\n    "httpCode": "403"\n  },\n  "n8nDetails": {\n    "nodeName": "HTTP Request",\n    "nodeType": "n8n-nodes-base.httpRequest",\n    "time": "20/11/2026, 10:00:00",\n    "n8nVersion": "1.80.0 (Cloud)"\n  }\n}',
  ],
  [
    'limit.quota',
    'https://help.make.com',
    'a scenario that was stopped, by the status in brackets',
    'RateLimitError\nThe operation failed with an error. [429] You have reached the limit of requests. Origin: BigCommerce\nSource: BigCommerce > List Orders',
  ],
  [
    'request.method-unsupported',
    'https://github.com/iterate-ch/cyberduck/issues/16456',
    'a drive that got an answer it did not expect',
    'Upload catalog.csv failed. Unexpected response (501 Not Implemented). Please contact your web hosting service provider for assistance. store-k3v9qpz7ta.mybigcommerce.com – WebDAV (HTTPS)',
  ],
  [
    'auth.webdav-digest',
    'https://github.com/iterate-ch/cyberduck/issues/17008',
    'a drive that names the phrase of a status, and no number',
    `Listing directory import_files failed. Unauthorized. Please contact your web hosting service provider for assistance.\n${STORE}/dav/import_files`,
  ],
  [
    'graphql.query',
    'https://github.com/bigcommerce/catalyst/issues/682',
    'a query that cannot be parsed, in the log of a server',
    '[next]  [GraphQLError: Syntax Error: Unexpected "[".] {\n[next]   message: \'Syntax Error: Unexpected "[".\',\n[next]   path: undefined,\n[next]   locations: [ { line: 1, column: 1 } ],\n[next]   extensions: [Object: null prototype] {}\n[next] }',
  ],
  [
    'result.empty-list',
    'https://github.com/bigcommerce/bigcommerce-api-python',
    'a client warns of an answer without a body',
    `bigcommerce.exception.EmptyResponseWarning: 204 No Content @ ${API}/v2/orders/118/shipments: b''`,
  ],
  [
    'callback.receiver',
    'https://developer.bigcommerce.com/docs/integrations/webhooks',
    'a delivery that failed, as one line of a log',
    '2026-11-20 10:00:00 webhook delivery failed scope=store/order/updated destination=https://hooks.harbor.example/bc producer=stores/k3v9qpz7ta response=504 attempt=7',
  ],
  [
    'auth.token-rejected',
    'https://github.com/bigcommerce/dev-docs/pull/922',
    'a phrase, and what the tool asks for behind it',
    'not ok -- Error: Unauthorized, please use a valid username/token.\nPlease try again. If this error persists, open an issue.',
  ],
  [
    'limit.quota',
    'https://github.com/getconversio/node-bigcommerce/pull/93',
    'a client that gives up at the limit',
    'Error: You have reached the rate limit for the BigCommerce API. Please retry in 27 seconds.\n    at IncomingMessage.<anonymous> (/app/node_modules/node-bigcommerce/lib/request.js:88:25)',
  ],
  [
    'limit.quota',
    'https://github.com/bigcommerce/bigcommerce-api-python/issues/12',
    'the limit of the old API, by its class and its number',
    `GET ${STORE}/api/v2/products.json?page=3\nrequests.exceptions.HTTPError: 509 Server Error: Bandwidth Limit Exceeded`,
  ],
  [
    'auth.scope-missing',
    'https://github.com/bigcommerce/catalyst/pull/1484',
    'a storefront that tells the status alone',
    ' ⨯ BigCommerceAPIError: BigCommerce API returned 403\n    at Client.fetch (/srv/core/packages/client/dist/index.js:121:13)\n    at async getHeader (./components/header/index.tsx:44:20)',
  ],
  [
    'request.placeholder-in-url',
    'https://github.com/bigcommerce/nextjs-commerce/pull/17',
    'a store whose hash was never set',
    'Error: POST https://store-undefined.mybigcommerce.com/graphql failed with 404',
  ],
  [
    'auth.token-rejected',
    'https://help.zapier.com',
    'a step that quotes a phrase',
    'Find Customer in BigCommerce could not be tested.\nAuthentication failed: The app returned "Unauthorized".',
  ],
  [
    'auth.scope-missing',
    'https://github.com/singer-io/getting-started',
    'a tap that names a code, and what was said',
    'INFO tap_bigcommerce: starting sync of customers\nCRITICAL HTTP-error-code: 403, Error: You don\'t have a required scope to access the endpoint\nTraceback (most recent call last):\n  File "/opt/tap/bin/tap-bigcommerce", line 8, in <module>',
  ],
  [
    'network.timeout',
    'https://github.com/bigcommerce/bigcommerce-for-wordpress/issues/407',
    'an error that PHP prints as an array',
    'WP_Error Object\n(\n    [errors] => Array\n        (\n            [http_request_failed] => Array\n                (\n                    [0] => cURL error 28: Operation timed out after 5001 milliseconds with 0 bytes received\n                )\n\n        )\n\n    [error_data] => Array\n        (\n        )\n\n)',
  ],
  [
    'auth.scope-missing',
    'https://github.com/bigcommerce/bigcommerce-for-wordpress',
    'a status in brackets, and the URL behind it',
    `[2026-11-20 10:00:00] BigCommerce.ERROR: [403] Error connecting to the API (${API}/v3/channels) {"trace":"#0 /srv/wp-content/plugins/bigcommerce/vendor/moderntribe/bigcommerce-v3-php/lib/Api/ChannelsApi.php(310): call()"} []`,
  ],
  [
    'platform.expensive-query',
    'https://github.com/Space48/bigcommerce-api-js/pull/39',
    'method, path and status in a row',
    'Error: BigCommerce API responded with error: GET /v3/catalog/products?include=variants,images&limit=250 500 Internal Server Error',
  ],
  [
    'request.route-unknown',
    'https://github.com/rest-client/rest-client',
    'an error of an old client for Ruby',
    "irb> Bigcommerce::Product.find(99)\nRestClient::ResourceNotFound: 404 Resource Not Found\n\tfrom /usr/lib/ruby/gems/rest-client-1.6.7/lib/restclient/abstract_response.rb:48:in `return!'",
  ],
  [
    'auth.token-rejected',
    'https://github.com/relay-tools/react-relay-network-modern',
    'a client calls an answer an error of the network',
    'RRNetworkError: Unauthorized\n    at fetchQuery (relay.js:31)',
  ],
  [
    'result.empty-list',
    'https://developer.bigcommerce.com/docs/rest-management/orders',
    'the page behind the last one',
    `${API}/v2/orders?page=41: [{"status":404,"message":"The requested page of results was not found."}]`,
  ],
];

export default pasted(pastes);
