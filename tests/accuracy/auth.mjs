import {
  JWT,
  NO_ROUTE,
  NO_TOKEN,
  SHOP,
  STORE,
  TOKEN,
  api,
  b2b,
  b2bError,
  b2bSigned,
  bearer,
  gateway,
  html,
  json,
  problem,
  signed,
  signedJson,
  store,
  storefront,
} from './shared.mjs';

const SCOPE_TITLE = "You don't have a required scope to access the endpoint";

const OAUTH = 'https://login.bigcommerce.com/oauth2/token';

const exchangeOfCode = (more) => ({
  client_id: 'fakeclient0r6t2w8y4u1i7o3p9a5sdf',
  client_secret: 'fakesecret',
  code: 'fakecode8d2k5x',
  context: `stores/${STORE}`,
  scope: 'store_v2_products store_v2_orders',
  grant_type: 'authorization_code',
  redirect_uri: 'https://parcel-labels.example/auth/callback',
  ...more,
});

const oauthHeaders = { 'Content-Type': 'application/json', Accept: 'application/json' };

const graphqlError = (message, more) => ({ errors: [{ message, ...more }] });

export default [
  {
    id: 'auth.token-missing',
    about: 'gateway text, nothing known of the request headers',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/brands?limit=50'),
      status: 401,
      headers: gateway(),
      body: NO_TOKEN,
    },
  },
  {
    id: 'auth.token-missing',
    about: 'request headers without any credential',
    exchange: {
      method: 'POST',
      url: api('/v2/coupons'),
      requestHeaders: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'coupon-sync/2.4',
      },
      requestBody: { name: 'Autumn', type: 'percentage_discount', amount: '10', code: 'AUTUMN10' },
      status: 401,
      headers: gateway(),
      body: NO_TOKEN,
    },
  },
  {
    id: 'auth.token-missing',
    about: 'B2B with the store hash but no token',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/companies?limit=20'),
      requestHeaders: { Accept: 'application/json', 'X-Store-Hash': STORE },
      status: 401,
      headers: json({ via: '1.1 google' }),
      body: { code: 401, data: {}, meta: { message: 'Invalid token header. No credentials provided.' } },
    },
  },

  {
    id: 'auth.token-malformed',
    about: 'empty header, the variable was not set',
    exchange: {
      method: 'GET',
      url: api('/v3/channels'),
      requestHeaders: signed({ 'X-Auth-Token': '' }),
      status: 401,
      headers: gateway(),
      body: 'X-Auth-Token header should have correct format',
    },
  },
  {
    id: 'auth.token-malformed',
    about: 'the word Bearer before the token',
    exchange: {
      method: 'GET',
      url: api('/v3/pricelists'),
      requestHeaders: signed({ 'X-Auth-Token': `Bearer ${TOKEN}` }),
      status: 401,
      headers: json(),
      body: problem(401, 'Unauthorized'),
    },
  },
  {
    id: 'auth.token-malformed',
    about: 'the token is the word undefined',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/products/2210'),
      requestHeaders: signedJson({ 'X-Auth-Token': 'undefined' }),
      requestBody: { price: 14.5 },
      status: 401,
      headers: json(),
      body: '{"status":401,"title":"Unauthorized"}',
    },
  },
  {
    id: 'auth.token-malformed',
    about: 'quotes of the .env file went into the token',
    exchange: {
      method: 'GET',
      url: api('/v3/customers?limit=5'),
      requestHeaders: signed({ 'X-Auth-Token': `"${TOKEN}"` }),
      status: 401,
      headers: json(),
      body: problem(401, 'Unauthorized'),
    },
  },

  {
    id: 'auth.token-rejected',
    about: 'well-formed token, V3 says Unauthorized',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?limit=10'),
      requestHeaders: signed(),
      status: 401,
      headers: json({ 'x-request-id': '7b19ce40a3d54f02b6e8f3317da0c945' }),
      body: problem(401, 'Unauthorized', { errors: {} }),
    },
  },
  {
    id: 'auth.token-rejected',
    about: 'JSON 401, request headers unknown',
    exchange: {
      method: 'DELETE',
      url: api('/v3/carts/3f0c5a7e-71c2-4d0b-9a44-25c2be1a7710'),
      status: 401,
      headers: json(),
      body: { status: 401, title: 'Unauthorized' },
    },
  },
  {
    id: 'auth.token-rejected',
    about: 'account GraphQL with a token of another account',
    exchange: {
      method: 'POST',
      url: 'https://api.bigcommerce.com/accounts/2f7c1e64-0b9d-4a83-95e1-6d8b3c5a7f20/graphql',
      requestHeaders: signedJson(),
      requestBody: { query: 'query { account { info { name } } }' },
      status: 401,
      headers: json(),
      body: '{"status":401,"title":"Unauthorized","type":"/api-docs/getting-started/api-status-codes"}',
    },
  },
  {
    id: 'auth.token-rejected',
    about: 'B2B with both headers, token deleted in the control panel',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/users?companyId=118'),
      requestHeaders: b2bSigned(),
      status: 401,
      headers: json({ via: '1.1 google', 'trace-id': '4a2f0d' }),
      body: b2bError(401, 'Unauthorized', 'Invalid token'),
    },
  },

  {
    id: 'auth.token-wrong-header',
    about: 'management token as a bearer token',
    exchange: {
      method: 'GET',
      url: api('/v3/customers/attributes'),
      requestHeaders: { Authorization: `Bearer ${TOKEN}`, Accept: 'application/json' },
      status: 401,
      headers: gateway(),
      body: NO_TOKEN,
    },
  },
  {
    id: 'auth.token-wrong-header',
    about: 'the client id alone, and the token said to be required',
    says: ['`X-Auth-Client` is not read'],
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products'),
      requestHeaders: { 'X-Auth-Client': TOKEN, Accept: 'application/json' },
      status: 401,
      headers: gateway(),
      body: 'X-Auth-Token header is required',
    },
  },
  {
    id: 'auth.token-wrong-header',
    about: 'nearly the right name',
    exchange: {
      method: 'GET',
      url: api('/v2/shipping/zones'),
      requestHeaders: { 'X-Auth-Access-Token': TOKEN, Accept: 'application/json' },
      status: 401,
      headers: gateway(),
      body: NO_TOKEN,
    },
  },
  {
    id: 'auth.token-wrong-header',
    about: 'storefront GraphQL token in the header of the management API',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: { 'Content-Type': 'application/json', 'X-Auth-Token': JWT },
      requestBody: '{"query":"{ site { categoryTree { name } } }"}',
      status: 401,
      headers: json(),
      body: graphqlError('GraphQL credentials were missing. No token was sent.'),
    },
  },
  {
    id: 'auth.token-wrong-header',
    about: 'payment access token in X-Auth-Token',
    exchange: {
      method: 'POST',
      url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
      requestHeaders: {
        'X-Auth-Token': JWT,
        Accept: 'application/vnd.bc.v1+json',
        'Content-Type': 'application/json',
      },
      requestBody: { payment: { instrument: { type: 'card' }, payment_method_id: 'stripe.card' } },
      status: 401,
      headers: json(),
      body: { status: 401, title: 'Unauthorized', code: 10001, type: 'https://developer.bigcommerce.com' },
    },
  },

  {
    id: 'auth.token-in-browser',
    about: 'management API from a page ends as a network failure',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/categories'),
      requestHeaders: signed(),
      failure: 'network',
      inBrowser: true,
    },
  },
  {
    id: 'auth.token-in-browser',
    about: 'cart created from a page, request headers unknown',
    exchange: {
      method: 'POST',
      url: api('/v3/carts'),
      requestBody: { line_items: [{ product_id: 318, quantity: 1 }] },
      failure: 'network',
      inBrowser: true,
    },
  },
  {
    id: 'auth.token-in-browser',
    about: 'the preflight of a page, seen in its network panel',
    exchange: {
      method: 'OPTIONS',
      url: api('/v3/catalog/products'),
      requestHeaders: {
        Origin: SHOP,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'x-auth-token',
        'Sec-Fetch-Mode': 'cors',
      },
      status: 404,
      headers: gateway(),
      body: NO_ROUTE,
      inBrowser: true,
    },
  },

  {
    id: 'auth.scope-missing',
    about: 'V3 names the missing scope in general words',
    exchange: {
      method: 'GET',
      url: api('/v3/themes'),
      requestHeaders: signed(),
      status: 403,
      headers: store(),
      body: problem(403, SCOPE_TITLE, { errors: {} }),
    },
  },
  {
    id: 'auth.scope-missing',
    about: 'a read-only token writes',
    exchange: {
      method: 'POST',
      url: api('/v3/pricelists'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Wholesale', active: true },
      status: 403,
      headers: store({ 'x-rate-limit-requests-left': '88' }),
      body: problem(403, 'Unauthorized Access. You do not have permission to make this request.'),
    },
  },
  {
    id: 'auth.scope-missing',
    about: 'private GraphQL token without the scope of a field',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer(),
      requestBody: { query: 'query { customer { firstName email } }' },
      status: 200,
      headers: json({ 'x-bc-graphql-complexity': '12' }),
      body: {
        data: null,
        errors: [
          {
            message: 'The provided token does not include the scopes required to resolve this field.',
            path: ['customer'],
            extensions: { code: 'INSUFFICIENT_ACCESS_SCOPE', requiredScopes: ['Customer'] },
          },
        ],
      },
    },
  },
  {
    id: 'auth.scope-missing',
    about: 'V2 list on orders',
    exchange: {
      method: 'GET',
      url: api('/v2/orders?min_date_created=2026-02-01'),
      requestHeaders: signed(),
      status: 403,
      headers: store(),
      body: '[{"status":403,"message":"You do not have a required scope to access this resource."}]',
    },
  },

  {
    id: 'auth.store-hash-suspect',
    about: 'prefix of the host name kept in the hash',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products', `store-${STORE}`),
      requestHeaders: signed(),
      status: 403,
      headers: json(),
      body: problem(403, SCOPE_TITLE, { errors: {} }),
    },
  },
  {
    id: 'auth.store-hash-suspect',
    about: 'numeric store id in place of the hash',
    exchange: {
      method: 'GET',
      url: api('/v3/customers', '1002874416'),
      requestHeaders: signed(),
      status: 403,
      headers: json(),
      body: problem(403, SCOPE_TITLE, { errors: {} }),
    },
  },
  {
    id: 'auth.store-hash-suspect',
    about: 'hash in capital letters',
    exchange: {
      method: 'PUT',
      url: api('/v2/orders/20417', 'W3KQ81FZXD'),
      requestHeaders: signedJson(),
      requestBody: { status_id: 2 },
      status: 403,
      headers: json(),
      body: problem(403, SCOPE_TITLE, { errors: {} }),
    },
  },
  {
    id: 'auth.store-hash-suspect',
    about: 'context of OAuth put where only the hash belongs',
    exchange: {
      method: 'GET',
      url: api('/v3/channels', `stores/${STORE}`),
      requestHeaders: signed(),
      status: 404,
      headers: gateway(),
      body: NO_ROUTE,
    },
  },
  {
    id: 'auth.store-hash-suspect',
    about: 'domain of the shop in place of the hash',
    exchange: {
      method: 'GET',
      url: api('/v3/orders/301/transactions', 'harbor-and-pine.mybigcommerce.com'),
      requestHeaders: signed(),
      status: 403,
      headers: json(),
      body: problem(403, SCOPE_TITLE),
    },
  },

  {
    id: 'auth.graphql-token',
    about: 'expired',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: { query: 'query { site { brands { edges { node { name } } } } }' },
      status: 401,
      headers: json(),
      body: graphqlError('GraphQL invalid credentials. JWT is expired'),
    },
  },
  {
    id: 'auth.graphql-token',
    about: 'revoked',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      status: 401,
      headers: json(),
      body: '{"errors":[{"message":"Unknown JWT token"}]}',
    },
  },
  {
    id: 'auth.graphql-token',
    about: 'management token where a JWT belongs',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer({ Authorization: `Bearer ${TOKEN}` }),
      requestBody: { query: 'query { site { settings { url { vanityUrl } } } }' },
      status: 401,
      headers: json(),
      body: graphqlError('GraphQL invalid credentials. String is not a JWT'),
    },
  },
  {
    id: 'auth.session-missing',
    about: 'customer access token no longer valid, asked to be told so',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer({
        'X-Bc-Customer-Access-Token': 'fakecustomertoken',
        'X-Bc-Error-On-Invalid-Customer-Access-Token': 'true',
      }),
      requestBody: { query: 'query { customer { entityId } }' },
      status: 200,
      headers: json(),
      body: {
        data: { customer: null },
        errors: [
          {
            message: 'The customer access token is invalid.',
            path: ['customer'],
            extensions: { code: 'INVALID_CUSTOMER_ACCESS_TOKEN' },
          },
        ],
      },
    },
  },

  {
    id: 'auth.origin-mismatch',
    about: 'token made for the live domain used on localhost',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer({ Origin: 'http://localhost:3000' }),
      requestBody: { query: 'query { site { products(first: 3) { edges { node { name } } } } }' },
      status: 401,
      headers: json(),
      body: graphqlError(
        "'Origin' header invalid: The 'Origin' request header value did not match the allowed origin " +
          'set in the JWT auth token. Please generate a token that is valid for this origin',
      ),
      inBrowser: true,
    },
  },
  {
    id: 'auth.origin-mismatch',
    about: 'page without www, token with www',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer({ origin: 'https://harbor-and-pine.example' }),
      requestBody: '{"query":"{ site { featuredProducts { edges { node { name } } } } }"}',
      status: 401,
      headers: json(),
      body:
        `{"errors":[{"message":"'Origin' header invalid: The 'Origin' request header value did not ` +
        `match the allowed origin set in the JWT auth token."}]}`,
      inBrowser: true,
    },
  },
  {
    id: 'auth.origin-mismatch',
    or: ['network.unreachable'],
    about: 'cart of the storefront asked for by a page of another origin',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts`,
      requestHeaders: { Accept: 'application/json', Origin: 'https://landing.harbor-offers.example' },
      failure: 'network',
      inBrowser: true,
    },
  },

  {
    id: 'auth.b2b-store-hash-missing',
    about: 'V3 list with a token only',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/companies?offset=0&limit=10'),
      requestHeaders: signed(),
      status: 500,
      headers: html({ via: '1.1 google' }),
      body: '<!doctype html><html><head><title>Server Error (500)</title></head><body></body></html>',
    },
  },
  {
    id: 'auth.b2b-store-hash-missing',
    about: 'V3 quote written with a token only',
    exchange: {
      method: 'POST',
      url: b2b('/api/v3/io/rfq'),
      requestHeaders: signedJson(),
      requestBody: { grandTotal: '120.00', subtotal: '120.00', productList: [{ sku: 'HP-22', quantity: 2 }] },
      status: 500,
      headers: json({ via: '1.1 google', 'x-request-id': 'c0d7a2' }),
      body: b2bError(500, 'Internal Server Error', ''),
    },
  },
  {
    id: 'auth.b2b-store-hash-missing',
    about: 'V2 read, answered by a bad gateway',
    exchange: {
      method: 'GET',
      url: b2b('/api/v2/io/companies/4410/basic-info'),
      requestHeaders: { 'x-auth-token': TOKEN, accept: 'application/json' },
      status: 502,
      headers: html(),
      body: '<html><head><title>502 Server Error</title></head><body><h1>Error</h1></body></html>',
    },
  },

  {
    id: 'auth.sign-in-required',
    about: 'billing address with an e-mail that may have an account',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/checkouts/6c0b3a0e-55c1-4df2-8e0a-1b8f6d1c2e90/billing-address`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { firstName: 'Ida', lastName: 'Berg', email: 'ida@example.com', countryCode: 'SE' },
      status: 429,
      headers: json(),
      body: problem(429, 'Unable to determine if provided email is associated with an account. The customer must sign in.'),
    },
  },
  {
    id: 'auth.sign-in-required',
    about: 'guest uses the e-mail of an account',
    exchange: {
      method: 'PUT',
      url: storefront('/api/storefront/checkouts/0f9a7c11-9ab2-4b61-8b3e-d0c4a7f3e6d2/billing-address/63f2c1'),
      requestHeaders: { 'Content-Type': 'application/json', Accept: 'application/json' },
      requestBody: { email: 'kai@example.com', city: 'Bergen' },
      status: 403,
      headers: json(),
      body: problem(403, 'The email belongs to a registered customer. Please sign in to continue.'),
    },
  },
  {
    id: 'auth.sign-in-required',
    about: 'current customer asked for by a guest',
    exchange: {
      method: 'GET',
      url: `${SHOP}/customer/current.jwt?app_client_id=fakeclient0r6t2w8y4u1i7o3p9a5sdf`,
      status: 404,
      headers: html(),
      body: '',
      inBrowser: true,
    },
  },
  {
    id: 'auth.sign-in-required',
    about: 'GraphQL field of a customer without a customer token',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer({ 'X-Bc-Error-On-Invalid-Customer-Access-Token': 'true' }),
      requestBody: { query: 'query { customer { wishlists { edges { node { name } } } } }' },
      status: 200,
      headers: json(),
      body: {
        data: null,
        errors: [
          {
            message: 'A customer access token is required.',
            path: ['customer'],
            extensions: { code: 'MISSING_CUSTOMER_ACCESS_TOKEN' },
          },
        ],
      },
    },
  },

  {
    id: 'auth.oauth-code',
    about: 'code exchanged a second time',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: oauthHeaders,
      requestBody: exchangeOfCode(),
      status: 400,
      headers: json(),
      body: { error: 'invalid_grant' },
    },
  },
  {
    id: 'auth.oauth-code',
    about: 'code too old, with a description',
    exchange: {
      method: 'POST',
      url: OAUTH,
      status: 400,
      headers: json(),
      body: '{"error":"invalid_grant","error_description":"The authorization code is invalid or has expired."}',
    },
  },
  {
    id: 'auth.oauth-code',
    about: 'form body, code already used',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
      },
      requestBody: `grant_type=authorization_code&code=fakecode8d2k5x&context=stores%2F${STORE}`,
      status: 401,
      headers: json(),
      body: { error: 'invalid_grant', error_description: 'Authorization code was already used' },
    },
  },

  {
    id: 'auth.oauth-redirect-uri',
    about: 'http callback where https is registered',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: oauthHeaders,
      requestBody: exchangeOfCode({ redirect_uri: 'http://parcel-labels.example/auth/callback' }),
      status: 400,
      headers: json(),
      body: { error: 'Parameter redirect_uri does not match registered URI' },
    },
  },
  {
    id: 'auth.oauth-redirect-uri',
    about: 'slash at the end of the callback, request unknown',
    exchange: {
      method: 'POST',
      url: OAUTH,
      status: 400,
      headers: json(),
      body: '{"error":"invalid_request","error_description":"redirect_uri is not the registered one"}',
    },
  },
  {
    id: 'auth.oauth-redirect-uri',
    about: 'standard error code and description',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: oauthHeaders,
      requestBody: exchangeOfCode({ redirect_uri: 'https://parcel-labels.example/load' }),
      status: 400,
      headers: json(),
      body: {
        error: 'redirect_uri_mismatch',
        error_description: 'The redirect_uri is not the one registered for this application.',
      },
    },
  },

  {
    id: 'auth.oauth-context',
    about: 'bare hash as context, token without scopes',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: oauthHeaders,
      requestBody: exchangeOfCode({ context: STORE }),
      status: 200,
      headers: json(),
      body: { access_token: TOKEN, scope: null, user: { id: 88021 }, context: null },
    },
  },
  {
    id: 'auth.oauth-context',
    about: 'scope null, request unknown',
    exchange: {
      method: 'POST',
      url: OAUTH,
      status: 200,
      headers: json(),
      body: `{"access_token":"${TOKEN}","scope":null,"context":"stores/${STORE}"}`,
    },
  },
  {
    id: 'auth.oauth-context',
    about: 'context refused outright',
    exchange: {
      method: 'POST',
      url: OAUTH,
      requestHeaders: oauthHeaders,
      requestBody: exchangeOfCode({ context: `https://api.bigcommerce.com/stores/${STORE}/v3` }),
      status: 400,
      headers: json(),
      body: { error: 'Invalid context' },
    },
  },

  {
    id: 'auth.login-token',
    about: 'sent back to the sign-in page',
    exchange: {
      method: 'GET',
      url: `${SHOP}/login/token/${JWT}`,
      status: 302,
      headers: html({ location: `${SHOP}/login.php?from=token` }),
      body: '<html><body>Invalid login. Please attempt to log in again.</body></html>',
    },
  },
  {
    id: 'auth.login-token',
    about: 'refused by the storefront',
    exchange: {
      method: 'GET',
      url: storefront(`/login/token/${JWT}?redirect_to=%2Faccount.php`),
      status: 401,
      headers: html(),
      body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Invalid login token</body></html>',
    },
  },
  {
    id: 'auth.login-token',
    about: 'GraphQL login with a JWT that was used before',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: {
        query: 'mutation Login($jwt: String!) { loginWithCustomerLoginJwt(jwt: $jwt) { customer { entityId } } }',
        variables: { jwt: JWT },
      },
      status: 200,
      headers: json(),
      body: {
        data: { loginWithCustomerLoginJwt: null },
        errors: [
          {
            message: 'Invalid customer login JWT: the jti was already used',
            path: ['loginWithCustomerLoginJwt'],
            locations: [{ line: 1, column: 31 }],
          },
        ],
      },
    },
  },

  {
    id: 'auth.not-owner',
    about: 'metafields of another app deleted in a batch',
    exchange: {
      method: 'DELETE',
      url: api('/v3/catalog/products/metafields'),
      requestHeaders: signedJson(),
      requestBody: [5511, 5512],
      status: 422,
      headers: store(),
      body: {
        data: [],
        errors: [
          problem(422, 'Bulk operation has failed', {
            errors: { 0: 'Unauthorized to delete', 1: 'Unauthorized to delete' },
          }),
        ],
        meta: { total: 2, success: 0, failed: 2 },
      },
    },
  },
  {
    id: 'auth.not-owner',
    about: 'single metafield of another app changed',
    exchange: {
      method: 'PUT',
      url: api('/v3/orders/31088/metafields/912'),
      requestHeaders: signedJson(),
      requestBody: { value: 'packed' },
      status: 403,
      headers: store(),
      body: problem(403, 'This metafield belongs to another API client. Only its owner can change it.'),
    },
  },
  {
    id: 'auth.not-owner',
    about: 'script of another API account removed',
    exchange: {
      method: 'DELETE',
      url: api('/v3/content/scripts/7d2f5c10-3b6e-4c1d-8f4e-0a9b5c3d2e11'),
      requestHeaders: signed(),
      status: 403,
      headers: store(),
      body: problem(403, 'You are not the owner of this script.'),
    },
  },

  {
    id: 'auth.token-wrong-header',
    about: 'PTA in place of PAT',
    says: ['begin with `PAT`'],
    exchange: {
      method: 'POST',
      url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
      requestHeaders: { Authorization: `PTA ${JWT}`, Accept: 'application/vnd.bc.v1+json', 'Content-Type': 'application/json' },
      requestBody: { payment: { instrument: { type: 'card' }, payment_method_id: 'stripe.card' } },
      status: 401,
      headers: json(),
      body: { status: 401, title: 'Unauthorized' },
    },
  },
  {
    id: 'auth.token-wrong-header',
    about: 'storefront token without a scheme',
    says: ['begin with `Bearer`'],
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: { ...bearer(), Authorization: JWT },
      requestBody: { query: 'query { site { settings { storeName } } }' },
      status: 401,
      headers: json(),
      body: { errors: [{ message: 'GraphQL credentials were missing. No token was sent.' }] },
    },
  },
  {
    id: 'auth.origin-mismatch',
    about: 'page that B2B Edition does not know',
    says: ['/v3/sites', 'https://dev.harbor-and-pine.example'],
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: { Origin: 'https://dev.harbor-and-pine.example' },
      failure: 'network',
      inBrowser: true,
      permanent: true,
    },
  },
  {
    id: 'auth.origin-mismatch',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/issues/615',
    about: 'page of a shop that asks a server on its visitor’s machine',
    says: ['local network access'],
    exchange: {
      method: 'GET',
      url: 'http://localhost:3001/@vite/client',
      requestHeaders: { Origin: storefront('') },
      failure: 'network',
      inBrowser: true,
      permanent: true,
    },
  },
  {
    id: 'auth.origin-mismatch',
    about: 'page of a shop that asks a server of its own without CORS headers',
    says: ['Let `api.harbor-and-pine.example` answer'],
    exchange: {
      method: 'GET',
      url: 'https://api.harbor-and-pine.example/stock',
      requestHeaders: { Origin: SHOP },
      failure: 'network',
      inBrowser: true,
      permanent: true,
    },
  },
  {
    id: 'auth.origin-mismatch',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/issues/171',
    about: 'B2B Edition asked for a token for an origin that is no site',
    says: ['/v3/sites'],
    exchange: {
      method: 'POST',
      url: b2b('/graphql'),
      requestHeaders: bearer({ Origin: 'http://localhost:3000' }),
      status: 200,
      headers: json(),
      body: { errors: [{ message: "{'allowed_cors_origins': [ErrorDetail(string='Invalid data', code='invalid')]}" }], data: null },
    },
  },
  {
    id: 'auth.scope-missing',
    about: '403 and nothing else',
    exchange: { method: null, status: 403 },
  },
  {
    id: 'auth.scope-missing',
    about: '403 of a path without a host',
    says: ['scope of this resource'],
    exchange: { method: null, url: '/v3/orders', status: 403 },
  },
  {
    id: 'auth.scope-missing',
    about: 'what the API said, through the proxy of a theme on this machine',
    exchange: {
      method: 'GET',
      url: 'http://localhost:3000/api/storefront/carts',
      status: 403,
      headers: { 'content-type': 'text/plain' },
      body: "You don't have a required scope to access the endpoint",
    },
  },
  {
    id: 'auth.oauth-redirect-uri',
    about: 'the sentence alone',
    exchange: { method: null, status: 400, body: 'redirect_uri does not match' },
  },
];
