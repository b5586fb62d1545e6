// What apps and their makers meet: token exchanges, scopes, owners, files and hosts. Each after a
// public thread; its address stands beside it.

import { DOCS, SHOP, STORE, TOKEN, api, gateway, html, json, problem, signed, signedJson, store, storefront } from '../shared.mjs';

const OAUTH = 'https://login.bigcommerce.com/oauth2/token';
const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };
const FORM_HEADERS = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };

const sent = (more) => ({
  client_id: 'fakeclient1',
  client_secret: 'fakesecret1',
  code: 'fakecode1',
  context: `stores/${STORE}`,
  scope: 'store_v2_orders',
  grant_type: 'authorization_code',
  redirect_uri: 'https://parcels.example/auth',
  ...more,
});

const form = (more) => new URLSearchParams(sent(more)).toString();

const exchanged = (status, body, more) => ({
  method: 'POST',
  url: OAUTH,
  requestHeaders: JSON_HEADERS,
  requestBody: sent(),
  status,
  headers: json(),
  body,
  ...more,
});

const refused = (method, path, status, body, more) => ({
  method,
  url: api(path),
  requestHeaders: method === 'GET' ? signed() : signedJson(),
  status,
  headers: json(),
  body,
  ...more,
});

const SCOPE = "You don't have a required scope to access the endpoint";

export default [
  {
    id: 'auth.oauth-client',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/216',
    about: 'secret of another app',
    exchange: exchanged(401, { error: 'invalid_client', error_description: 'Client authentication failed' }),
  },
  {
    id: 'auth.oauth-client',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/216',
    about: '401 without a word',
    exchange: exchanged(401, '', { headers: {} }),
  },
  {
    id: 'auth.oauth-client',
    source: 'https://github.com/omniauth/omniauth-bigcommerce/issues/36',
    about: 'client id with a blank at its end',
    exchange: exchanged(
      400,
      { error: 'Invalid client id.' },
      { requestHeaders: FORM_HEADERS, requestBody: form({ client_id: 'fakeclient1 ' }) },
    ),
  },
  {
    id: 'auth.oauth-client',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/101',
    about: 'client secret missing',
    exchange: exchanged(400, '{"error":"Parameter client_secret is required"}', { requestBody: sent({ client_secret: undefined }) }),
  },
  {
    id: 'request.content-type-unsupported',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/212',
    about: 'JSON sent as a form',
    says: ['x-www-form-urlencoded'],
    exchange: exchanged(400, { error: 'invalid_client' }, { requestHeaders: FORM_HEADERS, requestBody: JSON.stringify(sent()) }),
  },
  {
    id: 'request.body-syntax',
    source: 'https://github.com/getconversio/node-bigcommerce/issues/48',
    about: 'form sent as JSON',
    exchange: exchanged(400, { error: 'invalid_request' }, { requestBody: form() }),
  },
  {
    id: 'auth.oauth-code',
    source: 'https://github.com/bigcommerce/omniauth-bigcommerce/issues/36',
    about: 'code exchanged twice',
    exchange: exchanged(400, { error: 'invalid_grant', error_description: 'Invalid authorization code' }),
  },
  {
    id: 'auth.oauth-code',
    source: 'https://github.com/getconversio/node-bigcommerce/issues/67',
    about: 'led to the page to sign in, as no code came with it',
    exchange: exchanged(302, '<html><body>You are being <a href="https://login.bigcommerce.com/login">redirected</a>.</body></html>', {
      headers: html({ location: 'https://login.bigcommerce.com/login' }),
      requestBody: sent({ code: undefined, context: undefined, scope: undefined }),
    }),
  },
  {
    id: 'auth.oauth-redirect-uri',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/281',
    about: 'load callback in place of the auth callback',
    exchange: exchanged(
      400,
      { error: 'Parameter redirect_uri does not match registered URI' },
      { requestBody: sent({ redirect_uri: 'https://parcels.example/load' }) },
    ),
  },
  {
    id: 'auth.oauth-context',
    source: 'https://github.com/NangoHQ/nango/issues/7026',
    about: 'template of the context sent as it is, a token without scope',
    exchange: exchanged(
      200,
      { access_token: TOKEN, scope: null, user: { id: 7 }, context: null },
      { requestBody: sent({ context: 'stores/${metadata.storeHash}' }) },
    ),
  },
  {
    id: 'auth.oauth-context',
    source: 'https://github.com/NangoHQ/nango/issues/7026',
    about: 'the bare hash as context, refused',
    exchange: exchanged(400, { error: 'invalid_request' }, { requestBody: sent({ context: STORE }) }),
  },
  {
    id: 'request.accept-unsupported',
    source: 'https://github.com/bigcommerce/bigcommerce-api-python/issues/66',
    about: 'no JSON asked for',
    exchange: exchanged(406, { error: 'Invalid format.' }, { requestHeaders: { 'Content-Type': 'application/json', Accept: '*/*' } }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/244',
    about: 'script made by an app, 403 without a body',
    says: ['store_v2_content', 'store_content_checkout'],
    exchange: refused('POST', '/v3/content/scripts', 403, '', {
      requestBody: { name: 'Chat', src: 'https://chat.example/x.js', visibility: 'all_pages' },
    }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/742',
    about: 'channels listed with a token for themes',
    says: ['store_channel_settings'],
    exchange: refused('GET', '/v3/channels?available=true', 403, { status: 403, title: SCOPE, type: DOCS, errors: {} }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/809',
    about: 'locale of the store with an old token',
    exchange: refused('GET', '/v3/settings/store/locale', 403, { status: 403, title: SCOPE, type: DOCS, errors: {} }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/api/issues/108',
    about: 'cart made in Postman, 403 without a body',
    says: ['store_cart'],
    exchange: refused('POST', '/v3/carts', 403, '', { requestBody: { line_items: [{ product_id: 1, quantity: 1 }] } }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/pull/184',
    about: 'words of the old gateway, with a 401',
    exchange: refused('GET', '/v2/coupons', 401, { error: 'You are authorized but your scope does not include this resource.' }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/docs/issues/675',
    about: 'metafields listed without the scope for customers',
    says: ['store_v2_customers'],
    exchange: refused('GET', '/v3/customers/12/metafields', 403, problem(403, SCOPE, { errors: {} })),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/docs/issues/675',
    about: 'metafield made without the scope',
    exchange: refused('POST', '/v3/catalog/products/9/metafields', 403, '', {
      requestBody: { key: 'a', namespace: 'b', value: 'c', permission_set: 'read' },
    }),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://github.com/bigcommerce/api-specs/pull/778',
    about: 'unauthorized to access is scope, not ownership',
    exchange: refused('GET', '/v3/storefront/redirects', 403, problem(403, 'You are unauthorized to access this resource')),
  },
  {
    id: 'auth.scope-missing',
    source: 'https://docs.bigcommerce.com/developer/api-reference/graphql/overview',
    about: 'admin GraphQL with a token that may not, HTTP 403',
    exchange: {
      method: 'POST',
      url: api('/graphql'),
      requestHeaders: signedJson(),
      requestBody: { query: '{ store { id } }' },
      status: 403,
      headers: json(),
      body: problem(403, SCOPE),
    },
  },
  {
    id: 'auth.not-owner',
    source: 'https://github.com/bigcommerce/api-specs/pull/723',
    about: 'metafield of another app, its permission_set named',
    exchange: refused(
      'PUT',
      '/v3/catalog/products/9/metafields/44',
      403,
      problem(403, 'The permission_set of this metafield does not allow changes by another app'),
      { requestBody: { value: 'x' } },
    ),
  },
  {
    id: 'auth.not-owner',
    source: 'https://github.com/bigcommerce/api-specs/pull/723',
    about: 'metafield changed with another client, 403 without a body',
    exchange: refused('PUT', '/v3/catalog/products/9/metafields/44', 403, '', { requestBody: { namespace: 'x' } }),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/bigcommerce-api-python/issues/61',
    about: 'webhook of another account by its id',
    exchange: refused('GET', '/v3/hooks/18048287', 404, { status: 404, title: 'Webhook not found', type: DOCS }),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/docs/pull/63',
    about: 'metafield that is gone is no unknown field',
    exchange: refused('PUT', '/v3/catalog/products/9/metafields/45', 404, problem(404, 'Metafield does not exist'), {
      requestBody: { value: 'x' },
    }),
  },
  {
    id: 'resource.reference-missing',
    source: 'https://github.com/bigcommerce/docs/pull/63',
    about: 'metafields of a batch that do not exist, HTTP 422',
    exchange: refused('PUT', '/v3/catalog/products/metafields', 422, problem(422, 'Metafield does not exist', { errors: {} }), {
      requestBody: [{ id: 45, value: 'x' }],
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/pull/184',
    about: 'origin of a token with a slash at its end',
    says: ['https://a.example`'],
    exchange: refused(
      'POST',
      '/v3/storefront/api-token',
      422,
      problem(422, 'Validation failed', { errors: { 'allowed_cors_origins:has_invalid_suffix': 'https://a.example/' } }),
      {
        requestBody: { allowed_cors_origins: ['https://a.example/'], channel_id: 1, expires_at: 1885635176 },
      },
    ),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/issues/377',
    about: 'three origins in one token',
    says: ['3 origins'],
    exchange: refused(
      'POST',
      '/v3/storefront/api-token',
      422,
      problem(422, 'Allowed CORS origins list length should not be greater than 2'),
      {
        requestBody: {
          allowed_cors_origins: ['https://a.example', 'https://b.example', 'https://c.example'],
          channel_id: 1,
          expires_at: 1885635176,
        },
      },
    ),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/issues/377',
    about: 'end of a token in milliseconds',
    says: ['1885635176`'],
    exchange: refused('POST', '/v3/storefront/api-token', 422, problem(422, 'expires_at is too far in the future'), {
      requestBody: { allowed_cors_origins: [], channel_id: 1, expires_at: 1885635176000 },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/147',
    about: 'webhook to http, answered without a word',
    says: ['https://hooks.example/orders'],
    exchange: refused('POST', '/v2/hooks', 400, '', {
      requestBody: { scope: 'store/product/created', destination: 'http://hooks.example/orders', is_active: true },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/dev-docs/pull/1232',
    about: 'webhook to a port of its own',
    says: ['https://hooks.example/orders'],
    exchange: refused('POST', '/v3/hooks', 422, problem(422, 'destination is invalid', { errors: { destination: 'Invalid URL' } }), {
      requestBody: { scope: 'store/order/*', destination: 'https://hooks.example:8443/orders', is_active: true },
    }),
  },
  {
    id: 'request.field-read-only',
    source: 'https://github.com/bigcommerce/api/issues/61',
    about: 'form fields of a customer written through V2',
    says: ['/v3/customers/form-field-values'],
    exchange: refused('PUT', '/v2/customers/77', 400, [{ status: 400, message: "The field 'name' is invalid." }], {
      requestBody: { first_name: 'Ida', form_fields: [{ name: 'Occupation', value: 'Baker' }] },
    }),
  },
  {
    id: 'auth.webdav-digest',
    source: 'https://github.com/rclone/rclone/issues/580',
    about: 'PROPFIND with Basic, an older SabreDAV',
    says: ['Basic'],
    exchange: {
      method: 'PROPFIND',
      url: storefront('/dav/'),
      requestHeaders: { Authorization: 'Basic ZmFrZTpmYWtl', Depth: '1' },
      status: 401,
      headers: {
        'content-type': 'application/xml; charset=utf-8',
        'www-authenticate': 'Digest realm="SabreDAV",qop="auth",nonce="59ef",opaque="df58"',
      },
      body: '<?xml version="1.0" encoding="utf-8"?><d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\NotAuthenticated</s:exception><s:message>No digest authentication headers were found</s:message></d:error>',
    },
  },
  {
    id: 'auth.webdav-digest',
    source: 'https://github.com/thegrizzlylabs/sardine-android/issues/21',
    about: 'picture read from the shop’s own domain, no body kept',
    exchange: {
      method: 'GET',
      url: `${SHOP}/dav/content/IMAG5774.jpg`,
      requestHeaders: { Authorization: 'Basic ZmFrZTpmYWtl' },
      status: 401,
      headers: {},
    },
  },
  {
    id: 'auth.webdav-digest',
    source: 'https://github.com/perry-mitchell/webdav-client/pull/152',
    about: 'file written with an API token',
    exchange: {
      method: 'PUT',
      url: storefront('/dav/content/list.csv'),
      requestHeaders: { 'X-Auth-Token': TOKEN },
      status: 401,
      headers: { 'www-authenticate': 'Digest realm="SabreDAV"' },
    },
  },
  {
    id: 'auth.token-rejected',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/958',
    about: 'channels listed with a token that was replaced',
    exchange: refused('GET', '/v3/channels?available=true', 401, { status: 401, title: 'Unauthorized', type: DOCS }),
  },
  {
    id: 'auth.token-rejected',
    source: 'https://github.com/bigcommerce/bigcommerce-api-ruby/issues/85',
    about: 'client secret in place of the token',
    exchange: refused('GET', '/v2/products', 401, 'Unauthorized', { headers: { 'content-type': 'text/plain' } }),
  },
  {
    id: 'auth.token-missing',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/212',
    about: 'header left out',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/summary'),
      requestHeaders: { Accept: 'application/json' },
      status: 401,
      headers: gateway(),
      body: 'X-Auth-Token header is required',
    },
  },
  {
    id: 'auth.token-wrong-header',
    source: 'https://github.com/bigcommerce/bigcommerce-api-ruby/issues/85',
    about: 'token in a bearer header',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products'),
      requestHeaders: { Authorization: `Bearer ${TOKEN}` },
      status: 401,
      headers: gateway(),
      body: 'X-Auth-Token header is required',
    },
  },
  {
    id: 'request.placeholder-in-url',
    source: 'https://github.com/PipedreamHQ/pipedream/pull/2898',
    about: 'hash pasted behind the placeholder',
    exchange: {
      ...refused('POST', '/v3/hooks', 404, '', { requestBody: { scope: 'store/customer/created', destination: 'https://a.example/x' } }),
      url: 'https://api.bigcommerce.com/stores/{storeHash}/1fr61qyjgw/v3/hooks',
    },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/bigcommerce-for-wordpress/issues/192',
    about: 'login by token built on the blog',
    exchange: {
      method: 'GET',
      url: 'https://blog.harbor.example/login/token/eyJhbGciOiJIUzI1NiJ9.e30.ZmFrZQ',
      requestHeaders: {},
      status: 404,
      headers: html({ server: 'Apache', link: '<https://blog.harbor.example/wp-json/>; rel="https://api.w.org/"' }),
      body: '<!DOCTYPE html><html><head><title>Page not found</title></head><body class="error404"></body></html>',
    },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/bigcommerce-for-wordpress/issues/192',
    about: 'storefront API asked of a Shopify shop',
    exchange: {
      method: 'GET',
      url: 'https://shop.harbor.example/api/storefront/carts',
      requestHeaders: { Accept: 'application/json' },
      status: 404,
      headers: html({ server: 'cloudflare', 'x-powered-by': 'Shopify' }),
      body: '<!doctype html><html><head><title>404 Not Found</title></head><body></body></html>',
    },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/251',
    about: 'the ERP beside the shop refuses its own token',
    exchange: {
      method: 'GET',
      url: 'https://erp.harbor.example/api/items',
      requestHeaders: { Authorization: 'Basic ZmFrZQ==' },
      status: 401,
      headers: json(),
      body: { message: 'Unauthorized' },
    },
  },
  {
    id: 'auth.token-malformed',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/issues/251',
    about: 'scheme misspelt, code 10001 with a 401',
    exchange: {
      method: 'POST',
      url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
      requestHeaders: { Accept: 'application/vnd.bc.v1+json', 'Content-Type': 'application/json', Authorization: 'PTA  faketoken' },
      requestBody: { payment: { instrument: {}, payment_method_id: 'cod', amount: 81505146 } },
      status: 401,
      headers: json(),
      body: { status: 401, title: 'Unauthorized', code: 10001 },
    },
  },
  {
    id: 'resource.version-mismatch',
    source: 'https://github.com/bigcommerce/docs/pull/837',
    about: 'cart changed in two tabs',
    exchange: refused(
      'PUT',
      '/v3/carts/6d1f0a52-0b7e-4c39-9a1c-2f44e8b7d510/items/1',
      409,
      problem(409, 'Concurrent modification: the version of the cart has changed'),
      { headers: store(), requestBody: { version: 3 } },
    ),
  },
];
