// What connectors, plugins and theme tools meet, a second collection. Each after a public thread
// or help page; its address stands beside it. What a thread does not give is not there.

import { DOCS, JWT, SHOP, TOKEN, api, b2b, b2bSigned, html, problem, signed, signedJson, storefront, times } from '../shared.mjs';

const CART = '6d1f0a52-0b7e-4c39-9a1c-2f44e8b7d510';
const THEME = '2fc9ba12-5f3d-4f0d-a3a6-7a9a4ba5a55e';
const STENCIL = { 'x-auth-client': 'stencil-cli', 'x-auth-token': TOKEN, Accept: 'application/json, text/plain, */*' };
const LEGACY = { Authorization: 'Basic ZmFrZTpmYWtl', Accept: 'application/json' };

const stencil = (method, url, status, more) => ({ method, url, requestHeaders: STENCIL, status, ...more });

const order = (status, body, more) => ({
  method: 'POST',
  url: api('/v2/orders'),
  requestHeaders: signedJson(),
  requestBody: { customer_id: 12, products: [{ product_id: 10986, quantity: 1 }], billing_address: { first_name: 'Ida', state: null } },
  status,
  body,
  ...more,
});

export default [
  {
    id: 'network.unreachable',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/587',
    about: 'network of a company that signs certificates itself',
    exchange: { method: 'GET', url: storefront('/admin/oauth/info'), requestHeaders: STENCIL, failure: 'network' },
  },
  {
    id: 'network.unreachable',
    or: ['network.timeout'],
    source: 'https://github.com/bigcommerce/stencil-cli/issues/887',
    about: 'connection to a store’s own domain times out',
    exchange: { method: 'GET', url: `${SHOP}/admin/oauth/info`, requestHeaders: STENCIL, failure: 'timeout' },
  },
  {
    id: 'platform.blocked-by-proxy',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/975',
    about: 'check of the version answered with a challenge',
    exchange: stencil('GET', `${SHOP}/stencil-version-check?v=5.1.0`, 403, {
      headers: html({ server: 'cloudflare', 'cf-mitigated': 'challenge' }),
      body: '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>',
    }),
  },
  {
    id: 'network.unreachable',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/665',
    about: 'chain of a store’s certificate cannot be verified',
    exchange: { method: 'GET', url: `${SHOP}/stencil-version-check?v=3.0.3`, requestHeaders: STENCIL, failure: 'network' },
  },
  {
    id: 'platform.gateway',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/782',
    about: 'variation cannot be activated, for everybody since the morning',
    exchange: stencil('POST', api('/v3/themes/actions/activate'), 502, {
      requestBody: { variation_id: THEME, which: 'original' },
    }),
  },
  {
    id: 'result.unknown-outcome',
    or: ['platform.gateway'],
    source: 'https://github.com/bigcommerce/stencil-cli/issues/547',
    about: 'variation activated in spite of a 502',
    exchange: stencil('POST', api('/v3/themes/actions/activate'), 502, {
      requestBody: { variation_id: THEME, which: 'original' },
      body: 'Bad Gateway',
    }),
  },
  {
    id: 'platform.gateway',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/421',
    about: 'variations of a theme time out behind the gateway',
    exchange: stencil('GET', api(`/v3/themes/${THEME}`), 504),
  },
  {
    id: 'result.unknown-outcome',
    or: ['network.unreachable'],
    source: 'https://github.com/bigcommerce/stencil-cli/issues/439',
    about: 'two pushes at once, the connection hangs up',
    exchange: {
      method: 'POST',
      url: api('/v3/themes/actions/activate'),
      requestHeaders: STENCIL,
      requestBody: { variation_id: THEME, which: 'original' },
      failure: 'network',
    },
  },
  {
    id: 'limit.abuse-protection',
    source: 'https://github.com/bigcommerce/checkout-sdk-js/issues/856',
    about: 'spam check run from a page on this machine',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/checkouts/${CART}/spam-protection`,
      requestHeaders: { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' },
      requestBody: { token: 'fake' },
      status: 429,
    },
  },
  {
    id: 'limit.abuse-protection',
    source: 'https://github.com/bigcommerce/checkout-sdk-js/pull/3383',
    about: 'checkout that leaves the spam check out, after ten attempts',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { cartId: CART },
      status: 429,
      body: { type: 'spam_protection_failed' },
    },
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/bigcommerce-for-wordpress/issues/417',
    about: 'embedded checkout of a domain whose cookies do not arrive',
    exchange: {
      method: 'GET',
      url: 'https://checkout.harbor-and-pine.example/embedded-checkout',
      status: 403,
      inBrowser: true,
    },
  },
  {
    id: 'auth.scope-missing',
    or: ['auth.token-rejected'],
    source: 'https://github.com/bigcommerce/catalyst/issues/1038',
    about: 'countries refused to a token that has too few scopes',
    exchange: { method: 'GET', url: api('/v2/countries?limit=250'), requestHeaders: signed(), status: 401 },
  },
  {
    id: 'network.unreachable',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/91',
    about: 'ciphers that the client does not have any more',
    exchange: { method: 'GET', url: `${SHOP}/api/v2/products/7/images`, requestHeaders: LEGACY, failure: 'network' },
  },
  {
    id: 'network.unreachable',
    source: 'https://github.com/bigcommerce/api/issues/114',
    about: 'handshake with the API broken off, now and then',
    exchange: { method: 'GET', url: api('/v3/catalog/products'), requestHeaders: signed(), failure: 'network' },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/160',
    about: 'credentials lost on the way from an old domain of the store',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/v2/time`,
      requestHeaders: LEGACY,
      status: 401,
      body: [{ status: 401, message: 'No credentials were supplied in the request.' }],
    },
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/158',
    about: 'type of a product that V2 does not know',
    says: ['type'],
    exchange: {
      method: 'POST',
      url: api('/v2/products'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Oak chair', type: 'thing', price: '9', weight: '1', categories: [18], availability: 'available' },
      status: 400,
      body: [{ status: 400, message: "The field 'type' is invalid." }],
    },
  },
  {
    id: 'request.field-missing',
    or: ['request.field-invalid'],
    source: 'https://help.rebillia.com/en/articles/13180231-error-codes',
    about: 'order with an address that has no state',
    says: ['state'],
    exchange: order(400, [{ status: 400, message: "The field 'state' does not allow null values." }]),
  },
  {
    id: 'request.field-invalid',
    or: ['resource.reference-missing'],
    source: 'https://help.rebillia.com/en/articles/13180231-error-codes',
    about: 'order for a customer who was deleted',
    says: ['customer_id'],
    exchange: order(400, [{ status: 400, message: "The field 'customer_id' is invalid." }]),
  },
  {
    id: 'platform.suspended',
    source: 'https://help.rebillia.com/en/articles/13180231-error-codes',
    about: 'order for a store whose bills are not paid',
    exchange: order(503, 'The store is suspended. This may come of an administrative action or of a billing issue.'),
  },
  {
    id: 'resource.out-of-stock',
    or: ['resource.quantity-limit'],
    source: 'https://help.rebillia.com/en/articles/13180231-error-codes',
    about: 'order for more than there is, or than may be bought',
    exchange: order(409, [
      { status: 409, message: 'Quantities of one or more products are out of stock or did not meet quantity requirements.' },
    ]),
  },
  {
    id: 'request.field-missing',
    or: ['request.field-invalid'],
    source: 'https://traderunnersupport.omnivore.com.au/support/solutions/articles/17000064412--bigcommerce-order-errors',
    about: 'order without the options that a product got since',
    says: ['Colour'],
    exchange: order(400, [
      {
        status: 400,
        message: 'The options of one or more products are invalid.',
        details: {
          errors: [
            {
              type: 'MandatoryProductOptions',
              product: {
                id: 10986,
                name: 'Oak chair',
                required_product_options: [{ id: 151, option_id: 59, display_name: 'Colour', resource: '/products/10986/options/151' }],
              },
            },
          ],
        },
      },
    ]),
  },
  {
    id: 'resource.out-of-stock',
    source: 'https://traderunnersupport.omnivore.com.au/support/solutions/articles/17000064412--bigcommerce-order-errors',
    about: 'order for a product of which nothing is left',
    exchange: order(409, [
      {
        status: 409,
        message: 'Quantities of one or more products are out of stock or did not meet quantity requirements.',
        details: { errors: [{ type: 'OutOfStock', product: { id: 32, name: 'Red scarf', inventory_level: 0 } }] },
      },
    ]),
  },
  {
    id: 'request.field-missing',
    source: 'https://support.saleslayer.com/bigcommerce/data-modelling-product-and-variants-forms',
    about: 'product synchronised without a weight',
    says: ['weight'],
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Oak chair', type: 'physical', price: 9 },
      status: 422,
      body: problem(422, 'JSON data is missing or invalid', { errors: { weight: 'error.path.missing' } }),
    },
  },
  {
    id: 'auth.login-token',
    source: 'https://errorhandle.ai/bigcommerce-customer-api-customer-jwt-for-sso',
    about: 'login token older than half a minute',
    exchange: {
      method: 'GET',
      url: `${SHOP}/login/token/${JWT}`,
      status: 401,
      headers: html(),
      body: '<html><head><title>Harbor - Sign in</title></head><body><h1>Sign in</h1><p>Invalid login. Please attempt to log in again.</p></body></html>',
    },
  },
  {
    id: 'auth.sign-in-required',
    or: ['auth.session-missing'],
    source: 'https://github.com/bigcommerce/catalyst/pull/2259',
    about: 'wishlist changed with a customer’s token that is over',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: { 'Content-Type': 'application/json', Authorization: `Bearer ${JWT}`, 'X-Bc-Customer-Access-Token': 'fakecat' },
      requestBody: { query: 'mutation { wishlist { updateWishlist(input: {}) { result { entityId } } } }' },
      status: 200,
      body: {
        data: { wishlist: { updateWishlist: null } },
        errors: [{ message: 'Please sign in to manage wishlists', path: ['wishlist', 'updateWishlist'] }],
      },
    },
  },
  {
    id: 'platform.gateway',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/482',
    about: 'nothing of BigCommerce answers but a gateway',
    exchange: stencil('GET', storefront('/admin/oauth/info'), 502, {
      headers: html({ server: 'nginx' }),
      body: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    }),
  },
  {
    id: 'callback.receiver',
    source: 'https://github.com/getconversio/node-bigcommerce/issues/45',
    about: 'installation hangs on an app that does not answer',
    exchange: {
      method: 'GET',
      url: 'https://parcels.eu-west-1.elasticbeanstalk.example/auth?code=fakecode1&context=stores%2Fw3kq81fzxd&scope=store_v2_default+users_basic_information',
      failure: 'timeout',
    },
  },
  {
    id: 'request.double-slash',
    source: 'https://www.withone.ai/knowledge/big-commerce/conn_mod_def%3A%3AGJ0JhGW94Z4%3A%3A-4uHy5V-RlSU2pM5V9PRFQ',
    about: 'variant updated with an empty id of its product',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/products//variants/456'),
      requestHeaders: signedJson(),
      requestBody: { price: 9 },
      status: 404,
    },
  },
  {
    id: 'resource.duplicate',
    source: 'https://beehexa.com/devdocs/how-to-retrieve-and-create-a-product-variant-in-bigcommerce',
    about: 'variant with the SKU of another',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products/111/variants'),
      requestHeaders: signedJson(),
      requestBody: { sku: 'SM13-RE', option_values: [{ option_id: 109, id: 96 }] },
      status: 409,
      body: { status: 409, title: "The SKU 'SM13-RE' is not unique", type: DOCS },
    },
  },
  {
    id: 'request.batch-too-large',
    source: 'https://docs.bigcommerce.com/developer/api-reference/rest/b2b/management/company/companies/post-companies-bulk',
    about: 'twelve companies where ten go',
    exchange: {
      method: 'POST',
      url: b2b('/api/v3/io/companies/bulk'),
      requestHeaders: b2bSigned(),
      requestBody: times(12, (at) => ({ companyName: `Oak ${at}`, companyEmail: `a${at}@example.com` })),
      status: 422,
      body: { code: 422, data: { errMsg: 'Up to 10 companies can be created in a request.' }, meta: { message: 'Parameter Error' } },
    },
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/issues/777',
    about: 'metafield of a customer whose input is invalid',
    exchange: {
      method: 'POST',
      url: api('/v3/customers/12/metafields'),
      requestHeaders: signedJson(),
      requestBody: { key: 'a', value: 'b', namespace: 'c', permission_set: 'anything' },
      status: 400,
      body: problem(400, 'Input is invalid', { errors: {} }),
    },
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/aligent/bigcommerce-v3-api-php-client/pull/111',
    about: 'order that is not there',
    exchange: {
      method: 'GET',
      url: api('/v2/orders/99'),
      requestHeaders: signed(),
      status: 404,
      body: [{ status: 404, message: 'The requested resource was not found.' }],
    },
  },
  {
    id: 'request.route-unknown',
    source: 'https://github.com/aligent/bigcommerce-v3-api-php-client/pull/58',
    about: 'template of a widget under a path in the singular',
    says: ['/v3/content/widget-templates'],
    exchange: { method: 'GET', url: api('/v3/content/widget-template'), requestHeaders: signed(), status: 404 },
  },
  {
    id: 'request.route-unknown',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/pull/7',
    about: 'customer under a path in the singular, at the store’s own host',
    says: ['/v2/customers'],
    exchange: { method: 'DELETE', url: storefront('/api/v2/customer/7'), requestHeaders: LEGACY, status: 404 },
  },
  {
    id: 'request.route-unknown',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/pull/179',
    about: 'SKU made without the product it is of',
    says: ['/v2/products/'],
    exchange: {
      method: 'POST',
      url: api('/v2/product/skus'),
      requestHeaders: signedJson(),
      requestBody: { sku: 'a', options: [] },
      status: 404,
      body: [{ status: 404, message: 'The requested resource was not found.' }],
    },
  },
];
