// Lists that hold less than was wanted, templates in URLs whose store somebody took out, servers of one's own before an API,
// and endpoints of one's own that refuse BigCommerce. Each after a public thread or page, whose address stands beside it.

import { pasted } from '../pasted.mjs';
import { SHOP, api, b2b, b2bSigned, graphqlAt, html, json, problem, signed, signedJson, store, storefront, times } from '../shared.mjs';

const CATALYST = 'https://github.com/bigcommerce/catalyst';
const CLIENT = 'https://github.com/aligent/bigcommerce-v3-api-php-client/issues/44';
const CODES_OF_CLOUDFLARE = 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/';
const SAMPLE_APP = 'https://docs.bigcommerce.com/developer/docs/apps/guide/callbacks';
const REMOTE_SITES = 'https://help.salesforce.com/s/articleView?id=sf.configuring_remoteproxy.htm';

const asked = graphqlAt(storefront('/graphql'));

/** @type {[id: string, source: string, about: string, text: string, or?: string[]][]} */
const pastes = [
  [
    'result.job-failed',
    'https://github.com/bigcommerce/stencil-cli',
    'what the control panel says of a theme',
    'There was an error processing your theme: TR-601: missing parsed templates',
  ],
  [
    'resource.missing',
    'https://github.com/bigcommerce/bigcommerce-api-python',
    'what a client prints of the older API, without the address',
    "bigcommerce.exception.ClientRequestException: [{'status': 404, 'message': 'The requested resource was not found.'}]",
  ],
  [
    'auth.graphql-token',
    CATALYST,
    'a storefront token that was cut',
    'BigCommerceAPIError: BigCommerce Storefront API error: 401 Unauthorized - JWT signature is invalid\n    at storefrontFetch (/app/.next/server/chunks/812.js:1:4402)',
  ],
  [
    'request.not-sent',
    REMOTE_SITES,
    'a platform that does not let its programs call the host',
    `System.CalloutException: Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${api('/v2/orders')}`,
  ],
  [
    'callback.receiver',
    CATALYST,
    'the log of a receiver that compares the wrong header',
    'Invalid BigCommerce webhook signature\n[POST] /api/webhooks/commerce status=401\n{"error":"Invalid signature"}',
  ],
  [
    'auth.callback-jwt',
    'https://github.com/auth0/node-jsonwebtoken',
    'an app that takes another algorithm',
    'JsonWebTokenError: invalid algorithm\n    at verify (/srv/app/node_modules/jsonwebtoken/verify.js:133:19)\nGET /api/bc/current-customer 401 4.1 ms',
  ],
];

const met = [
  {
    id: 'request.placeholder-in-url',
    source: CLIENT,
    about: 'a template behind a hash that was taken out',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/categories/%7Bcategory_id%7D/metafields?limit=250', 'xxxx'),
      status: 400,
      body: problem(400, 'Input is invalid'),
    },
  },
  {
    id: 'request.placeholder-in-url',
    source: 'https://github.com/bigcommerce/checkout-js',
    about: 'an id that was read before it was there, of a session that is not to blame',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/checkouts/undefined`,
      status: 401,
      headers: { 'content-type': 'application/problem+json' },
      body: { title: 'Checkout not found', type: 'about:blank', status: 401 },
    },
  },
  {
    id: 'platform.gateway',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
    about: 'a server of ones own that does not wait long enough',
    exchange: {
      method: 'GET',
      url: 'https://bc-gateway.harbor.example/stores/w3kq81fzxd/v3/catalog/products',
      requestHeaders: signed(),
      status: 504,
      headers: html({ server: 'nginx/1.24.0' }),
      body: '<html><head><title>504 Gateway Time-out</title></head><body><center><h1>504 Gateway Time-out</h1></center></body></html>',
    },
  },
  {
    id: 'result.page-capped',
    source: CLIENT,
    about: 'half of what was asked for',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?limit=500'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: { data: times(2, (id) => ({ id })), meta: { pagination: { total: 812, count: 250, per_page: 250, total_pages: 4 } } },
    },
  },
  {
    id: 'result.page-capped',
    source: CLIENT,
    about: 'a full page of V2',
    exchange: {
      method: 'GET',
      url: api('/v2/orders?limit=1000'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: times(250, (id) => ({ id })),
    },
  },
  {
    id: 'result.empty-list',
    source: CATALYST,
    about: 'products of another channel',
    exchange: asked('{ site { products(entityIds: [7]) { edges { node { name } } } } }', { data: { site: { products: { edges: [] } } } }),
  },
  {
    id: 'result.empty-list',
    source: 'https://docs.bigcommerce.com/developer/api-reference/rest/b2b/management/order',
    about: 'no orders of B2B Edition',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/orders?limit=50&offset=0'),
      requestHeaders: b2bSigned(),
      status: 200,
      headers: json(),
      body: { code: 200, data: [], meta: { pagination: { totalCount: 0, offset: 0, limit: 50 }, message: 'SUCCESS' } },
    },
  },
  {
    id: 'resource.quantity-limit',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal',
    about: 'products that were judged one by one',
    exchange: graphqlAt(b2b('/graphql'), b2bSigned())('query { validateProducts { isValid } }', {
      data: {
        validateProducts: {
          isValid: false,
          products: [{ responseType: 'ERROR', message: 'You need to purchase a minimum of 5 of the MUG-1 per order.' }],
        },
      },
    }),
  },
  {
    id: 'result.nothing-done',
    source: 'https://docs.bigcommerce.com/developer/api-reference/rest/overview',
    about: 'a stock that is beyond what all variants together may have',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/products/311/variants/9004'),
      requestHeaders: signedJson(),
      requestBody: { inventory_level: 2147483640 },
      status: 200,
      headers: store(),
      body: { data: { id: 9004, product_id: 311, inventory_level: 12 }, meta: {} },
    },
  },
  {
    id: 'resource.missing',
    source: 'https://sabre.io/dav/',
    about: 'a folder of WebDAV that there is not',
    exchange: {
      method: 'PUT',
      url: storefront('/dav/product_downloads/guide.pdf'),
      status: 404,
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body: '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\NotFound</s:exception><s:message>File with name product_downloads could not be located</s:message></d:error>',
    },
  },
  {
    id: 'payment.declined',
    source: 'https://github.com/bigcommerce/checkout-sdk-js',
    about: 'a code, and no message',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order/4471`,
      status: 400,
      headers: json(),
      body: { status: 'error', errors: [{ code: 'order_finalization_not_completed', message: null }] },
    },
  },
  {
    id: 'request.filter-unknown',
    source: CLIENT,
    about: 'a parameter whose name is all that is said',
    exchange: {
      method: 'GET',
      url: api('/v3/content/pages?bar=foo'),
      requestHeaders: signed(),
      status: 422,
      headers: json(),
      body: problem(422, 'Invalid Input.', { errors: ['bar'] }),
    },
  },
  {
    id: 'request.route-unknown',
    source: 'https://github.com/n8n-io/n8n',
    about: 'a path that there is not, in the words of somebody else',
    exchange: { method: 'GET', url: api('/v3/orders'), requestHeaders: signed(), status: 404, headers: json(), body: { error: 'nope' } },
  },
  {
    id: 'platform.blocked-by-proxy',
    source: CODES_OF_CLOUDFLARE,
    about: 'a header that only Cloudflare may send',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts`,
      requestHeaders: { 'cf-connecting-ip': '127.0.0.1' },
      status: 403,
      headers: { server: 'cloudflare', 'content-type': 'text/plain; charset=UTF-8' },
      body: 'error code: 1000',
    },
  },
  {
    id: 'request.wrong-host',
    source: CODES_OF_CLOUDFLARE,
    about: 'a host that Cloudflare does not know',
    exchange: { method: 'GET', url: `${SHOP}/graphql`, status: 409, headers: { server: 'cloudflare' }, body: 'error code: 1018' },
  },
  {
    id: 'auth.callback-jwt',
    source: SAMPLE_APP,
    about: 'an app that refuses in words of its own',
    exchange: {
      method: 'GET',
      url: 'https://app.harbor.example/load?signed_payload_jwt=eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
      status: 401,
      headers: html({ server: 'Werkzeug/2.2.2' }),
      body: 'Payload verification failed!',
    },
  },
];

export default [...pasted(pastes), ...met];
