// What people ask in forums, and what the programs around a shop run into: the older API, GraphQL that ran and refused,
// pages of a shop, proxies and browsers. Each after a public thread, test or page, whose address stands beside it.

import { pasted } from '../pasted.mjs';
import { SHOP, STORE, api, b2b, b2bSigned, bearer, html, json, problem, signed, signedJson, store, storefront } from '../shared.mjs';

const FORUM = 'https://stackoverflow.com/questions/tagged/bigcommerce';
const PORTAL = 'https://github.com/bigcommerce/b2b-buyer-portal';
const UTILS = 'https://github.com/bigcommerce/stencil-utils';
const CSP = 'https://developer.mozilla.org/docs/Web/HTTP/CSP';

const sentOf = (query) => JSON.stringify({ query });

/** @type {[id: string, source: string, about: string, text: string, or?: string[]][]} */
const pastes = [
  [
    'auth.callback-jwt',
    FORUM,
    'the log of a sample app beside the line of its server',
    `[Mon Mar 06 10:02:11 2017] [error] [client 198.51.100.7] Bad signed request from BigCommerce!, referer: ${storefront('/manage/app/512')}\n198.51.100.7 - - [06/Mar/2017:10:02:11 +0000] "GET /bc/load?signed_payload=eyJ1IjoxfQ%3D%3D.YWJj HTTP/1.1" 500 -`,
  ],
  [
    'limit.platform-count',
    'https://github.com/bigcommerce/stencil-cli',
    'a theme too many',
    "$ stencil push\n✔ Theme bundling finished\n{ status: 409, title: 'You have reached your upload limit', type: 'https://developer.bigcommerce.com/api-docs' }",
  ],
  [
    'auth.token-malformed',
    FORUM,
    'a token with the end of its line',
    'TypeError [ERR_INVALID_CHAR]: Invalid character in header content ["X-Auth-Token"]\n    at ClientRequest.setHeader (node:_http_outgoing:662:3)\n    at /srv/app/bigcommerce.js:14:7',
  ],
  [
    'network.unreachable',
    FORUM,
    'TLS that .NET cannot speak',
    `System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a send. ---> System.IO.IOException: Authentication failed because the remote party has closed the transport stream.\nurl=${api('/v2/orders?min_id=7')}`,
  ],
  [
    'auth.login-token',
    'https://github.com/getconversio/node-bigcommerce/issues/54',
    'what the page of a login says',
    `GET ${storefront('/login/token/eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhYmMifQ.c2ln')}\nInvalid login. Please attempt to log in again.`,
  ],
  [
    'auth.session-missing',
    'https://github.com/bigcommerce/catalyst',
    'a sentence of the checkout alone',
    'From the cart page to the checkout I only get "Cannot start a checkout session with an empty cart" in the default channel.',
  ],
  [
    'limit.quota',
    'https://github.com/singer-io/tap-bigcommerce',
    'a warning without a status',
    'Warning: Rate Limit Exhausted. Waiting 12.4 seconds',
  ],
  [
    'request.insecure-url',
    CSP,
    'what a browser says of an address without TLS',
    `Mixed Content: The page at '${SHOP}/' was loaded over HTTPS, but requested an insecure resource 'http://store-${STORE}.mybigcommerce.com/graphql'. This request has been blocked; the content must be served over HTTPS.`,
  ],
  [
    'request.not-sent',
    CSP,
    'what the policy of a page forbids',
    `Refused to connect to '${storefront('/graphql')}' because it violates the following Content Security Policy directive: "connect-src 'self'".`,
  ],
  [
    'auth.origin-mismatch',
    'https://github.com/bigcommerce/checkout-sdk-js',
    'a checkout that may not be framed',
    `Refused to frame '${SHOP}/' because an ancestor violates the following Content Security Policy directive: "frame-ancestors ${SHOP}".`,
  ],
];

const met = [
  {
    id: 'request.field-missing',
    source: FORUM,
    about: 'an answer in XML that names a field, to a request in XML',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/v2/brands`,
      requestHeaders: { 'Content-Type': 'application/xml', Authorization: 'Basic YTpi' },
      requestBody: '<?xml version="1.0"?><brand><title>Pine</title></brand>',
      status: 400,
      headers: { 'content-type': 'application/xml' },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<errors><error><status>400</status><message><![CDATA[The required field \'name\' was not supplied.]]></message></error></errors>',
    },
  },
  {
    id: 'auth.store-hash-suspect',
    source: FORUM,
    about: 'a whole address where the store hash belongs',
    exchange: {
      method: 'GET',
      url: `https://api.bigcommerce.com/stores/${api('/v3')}//v2/store`,
      requestHeaders: signed(),
      status: 404,
      headers: {},
    },
  },
  {
    id: 'request.remote-file-unreachable',
    source: FORUM,
    about: 'the address of an image that only the own machine knows',
    exchange: {
      method: 'POST',
      url: api('/v2/products/31/images'),
      requestHeaders: signedJson(),
      requestBody: '{"image_file":"http://localhost/mug.jpg"}',
      status: 400,
      headers: json(),
      body: [{ status: 400, message: "The field 'image_file' is invalid." }],
    },
  },
  {
    id: 'request.wrong-host',
    source: FORUM,
    about: 'the token of an app at the address of the older API',
    exchange: {
      method: 'GET',
      url: storefront('/api/v2/customers.json'),
      requestHeaders: signed(),
      status: 401,
      headers: json(),
      body: [{ status: 401, message: 'No credentials were supplied in the request.' }],
    },
  },
  {
    id: 'resource.out-of-stock',
    source: PORTAL,
    about: 'what B2B Edition says of each product in the extensions of an error',
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: bearer(),
      requestBody: sentOf('mutation { quoteCheckout(id: 7) { quoteCheckout { cartId } } }'),
      status: 200,
      headers: json(),
      body: {
        data: {},
        errors: [
          {
            message: 'Product validation failed',
            extensions: { productValidationErrors: [{ productId: 12, code: 'OOS', productName: 'Blue mug' }] },
          },
        ],
      },
    },
  },
  {
    id: 'graphql.business-error',
    source: PORTAL,
    about: 'a company that waits for approval: the query ran',
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: sentOf('mutation { login(loginData: {email: "a@b.example"}) { result { token } } }'),
      status: 200,
      headers: json(),
      body: { errors: [{ message: 'Your business account is pending approval.' }], data: { login: null } },
    },
  },
  {
    id: 'auth.session-missing',
    source: PORTAL,
    about: 'a token of the shop that B2B Edition does not take',
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: sentOf('mutation { authorization(authData: {bcToken: "x"}) { result { token } } }'),
      status: 200,
      headers: json(),
      body: { errors: [{ message: 'Authorization failed' }] },
    },
  },
  {
    id: 'request.limit-too-high',
    source: 'https://github.com/robotostudio/turbo-start-bigcommerce',
    about: 'a page of a connection that is too large',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer(),
      requestBody: sentOf('{ site { products(first: 60) { edges { node { entityId } } } } }'),
      status: 400,
      headers: json(),
      body: { errors: [{ message: "Argument 'first' cannot exceed 50" }] },
    },
  },
  {
    id: 'request.route-unknown',
    source: 'https://developer.bigcommerce.com/b2b-edition',
    about: 'a list of the storefront API of B2B Edition, asked with another token',
    exchange: {
      method: 'GET',
      url: b2b('/api/v2/users'),
      requestHeaders: b2bSigned(),
      status: 404,
      headers: json(),
      body: { code: 404, message: 'Not Found' },
    },
  },
  {
    id: 'auth.session-missing',
    source: UTILS,
    about: 'a page of a shop whose preview is over',
    exchange: {
      method: 'POST',
      url: `${SHOP}/remote/v1/cart/add`,
      requestHeaders: { 'x-requested-with': 'stencil-utils' },
      status: 401,
      headers: { 'x-bc-preview-mode': 'true' },
    },
  },
  {
    id: 'resource.missing',
    source: UTILS,
    about: 'a cart that was emptied, which pages ask for though no specification has it',
    exchange: { method: 'GET', url: `${SHOP}/api/storefront/carts/5b3f0c1a-7f21-4f08-9d1a-0d6a5a1f2c11`, status: 404 },
  },
  {
    id: 'payment.declined',
    source: 'https://github.com/bigcommerce/checkout-sdk-js',
    about: 'a payment that failed under 200',
    exchange: {
      method: 'POST',
      url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
      status: 200,
      headers: json(),
      body: { type: 'failure' },
    },
  },
  {
    id: 'payment.declined',
    source: 'https://github.com/bigcommerce/checkout-sdk-js',
    about: 'what the checkout of a page sends, with a token of its own',
    exchange: {
      method: 'POST',
      url: 'https://payments.bigcommerce.com/api/public/v1/orders/payments',
      requestHeaders: { 'Content-Type': 'application/json', Authorization: 'JWT ***' },
      status: 400,
      headers: json(),
      body: { status: 'error', errors: [{ code: 'insufficient_funds', message: 'Insufficient funds' }] },
    },
  },
  {
    id: 'platform.blocked-by-proxy',
    source: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    about: 'a domain that points into the account of somebody else',
    exchange: {
      method: 'GET',
      url: `${SHOP}/graphql`,
      status: 403,
      headers: html({ server: 'cloudflare', 'cf-ray': '6812aa0c1f2b0c1e-AMS' }),
      body: '<html><head><title>CNAME Cross-User Banned | shop | Cloudflare</title></head><body><div id="cf-error-details"><h1>Error <span>1014</span></h1></div></body></html>',
    },
  },
  {
    id: 'limit.concurrency',
    source: FORUM,
    about: 'refused with most of the quota left, by a route that takes one at a time',
    exchange: {
      method: 'PUT',
      url: api('/v3/pricelists/4/records'),
      requestHeaders: signedJson(),
      status: 429,
      headers: store({ 'x-rate-limit-requests-left': '440', 'x-rate-limit-requests-quota': '450' }),
    },
  },
  {
    id: 'resource.job-active',
    source: 'https://github.com/bigcommerce/stencil-cli',
    about: 'a theme that is being uploaded',
    exchange: {
      method: 'POST',
      url: api('/v3/themes'),
      requestHeaders: signed(),
      status: 409,
      headers: json(),
      body: problem(409, 'There is a theme upload in progress.'),
    },
  },
];

export default [...pasted(pastes), ...met];
