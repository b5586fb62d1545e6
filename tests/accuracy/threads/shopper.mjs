// What shoppers and their pages meet: GraphQL, sessions, logins, carts and checkouts. Each after a
// public thread; its address stands beside it.

import { JWT, SHOP, api, bearer, failure, graphqlAt, html, json, problem, signedJson, storefront } from '../shared.mjs';

const CART = '6d1f0a52-0b7e-4c39-9a1c-2f44e8b7d510';

const asked = graphqlAt(storefront('/graphql'), bearer());

export default [
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/952',
    about: 'shopper not known to the storefront, by the message alone',
    exchange: asked('mutation { customer { addCustomerAddress(input: {}) { address { entityId } } } }', {
      data: null,
      errors: [failure('Customer not authenticated', undefined, ['customer', 'addCustomerAddress'])],
    }),
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/952',
    about: 'the same under HTTP 400',
    exchange: asked(
      'query { customer { orders { edges { node { entityId } } } } }',
      { errors: [{ message: 'Not authenticated.' }] },
      { status: 400 },
    ),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/docs/issues/258',
    about: 'internal error with its code, under 200',
    exchange: asked('query { site { products(first: 50) { edges { node { name } } } } }', {
      data: null,
      errors: [failure('Internal server error', 'INTERNAL_SERVER_ERROR', ['site', 'products'])],
    }),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/vercel/commerce/issues/26',
    about: 'internal error of a login, without a code',
    exchange: asked(
      'mutation login($email: String!, $password: String!) { login(email: $email, password: $password) { result } }',
      { data: null, errors: [{ message: 'Internal server error', path: ['login'], locations: [{ line: 1, column: 59 }] }] },
      { url: `${SHOP}/graphql` },
    ),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/docs/issues/258',
    about: 'only a part of the data is lost to an internal error',
    exchange: asked('query { site { a: product(entityId: 1) { name } b: product(entityId: 2) { name } } }', {
      data: { site: { a: { name: 'Oak chair' }, b: null } },
      errors: [failure('An unexpected error occurred', 'INTERNAL_SERVER_ERROR', ['site', 'b'])],
    }),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/docs/issues/258',
    about: 'admin API fails inside',
    exchange: asked(
      'query { store { id } }',
      { errors: [{ message: 'Internal Server Error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
      {
        url: api('/graphql'),
        requestHeaders: signedJson(),
      },
    ),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/991',
    about: 'unknown field under HTTP 400',
    exchange: asked(
      '{ site { settings { taxes } } }',
      { errors: [{ message: 'Cannot query field "taxes" on type "Settings".', locations: [{ line: 1, column: 21 }] }] },
      { status: 400 },
    ),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/nextjs-commerce/issues/26',
    about: 'variable that is a number where an ID belongs',
    exchange: asked(
      'query ($id: String!) { site { cart(entityId: $id) { entityId } } }',
      { errors: [{ message: 'Variable "$id" of required type "String!" was not provided.' }] },
      { status: 400 },
    ),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/storefront-data-hooks/issues/13',
    about: 'variable between quotes',
    says: ['$email', 'variables'],
    exchange: asked('mutation { login(email: "$email", password: "$pass") { result } }', {
      data: null,
      errors: [{ message: 'Invalid login. Please attempt to log in again.', path: ['login'] }],
    }),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/catalyst/issues/1037',
    about: 'search term with a quote pasted into the query',
    says: ['searchTerm', 'variables'],
    exchange: asked(
      '{ site { search { searchProducts(filters: { searchTerm: "5" screw" }) { products { edges { node { name } } } } } } }',
      {
        errors: [
          {
            message: 'Syntax error while parsing GraphQL query. Invalid input "screw", expected a value',
            locations: [{ line: 1, column: 60 }],
          },
        ],
      },
      { status: 400 },
    ),
  },
  {
    id: 'graphql.null-data',
    source: 'https://github.com/bigcommerce/catalyst/issues/1695',
    about: 'login with an impersonation token gives no customer access token',
    says: ['customerAccessToken', 'impersonation'],
    exchange: asked(
      'mutation ($e: String!, $p: String!) { login(email: $e, password: $p) { customerAccessToken { value } customer { entityId } } }',
      {
        data: { login: { customerAccessToken: null, customer: { entityId: 9 } } },
      },
    ),
  },
  {
    id: 'graphql.null-data',
    source: 'https://github.com/bigcommerce/catalyst/issues/1976',
    about: 'mutation gives null beside an empty list of errors',
    exchange: asked('mutation { customer { updateCustomer(input: {}) { customer { entityId } errors { message } } } }', {
      data: { customer: { updateCustomer: { customer: null, errors: [] } } },
    }),
  },
  {
    id: 'graphql.null-data',
    source: 'https://github.com/bigcommerce/catalyst/issues/1695',
    about: 'cart of another session read by its id',
    exchange: asked(`query { site { cart(entityId: "${CART}") { entityId lineItems { totalQuantity } } } }`, {
      data: { site: { cart: null } },
    }),
  },
  {
    id: 'graphql.null-data',
    source: 'https://github.com/vercel/commerce/issues/299',
    about: 'customer asked for without the cookie of the login',
    exchange: asked('query { customer { entityId email } }', { data: { customer: null } }),
  },
  {
    id: 'graphql.null-data',
    source: 'https://github.com/bigcommerce/catalyst/issues/1976',
    about: 'cart not made, and the mutation says no more',
    exchange: asked('mutation { cart { createCart(input: { lineItems: [] }) { cart { entityId } } } }', {
      data: { cart: { createCart: { cart: null } } },
    }),
  },
  {
    id: 'resource.channel-inactive',
    source: 'https://github.com/vercel/commerce/issues/1380',
    about: 'login on a channel that is not live',
    exchange: asked('mutation { login(email: "a", password: "b") { result } }', {
      data: null,
      errors: [
        {
          message: 'Operation cannot be performed as the storefront channel is not live',
          path: ['login'],
          locations: [{ line: 1, column: 12 }],
        },
      ],
    }),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/nextjs-commerce/issues/26',
    about: 'cart that the session does not hold',
    exchange: asked('mutation ($i: AddCartLineItemsInput!) { cart { addCartLineItems(input: $i) { cart { entityId } } } }', {
      data: null,
      errors: [{ message: 'Not Found: Cart does not exist', path: ['cart', 'addCartLineItems'], locations: [{ line: 1, column: 47 }] }],
    }),
  },
  {
    id: 'limit.graphql-complexity',
    source: 'https://github.com/bigcommerce/catalyst/issues/1037',
    about: 'too complex, with the numbers in the message',
    says: ['12384'],
    exchange: asked(
      '{ site { categoryTree { children { children { name } } } } }',
      { errors: [{ message: 'The query is too complex: it has a complexity of 12384, and the limit is 10000.' }] },
      { status: 400 },
    ),
  },
  {
    id: 'limit.graphql-complexity',
    source: 'https://github.com/bigcommerce/docs/pull/288',
    about: 'too complex by the header alone',
    says: ['10457'],
    exchange: asked(
      '{ site { products { edges { node { name } } } } }',
      { errors: [{ message: 'Query rejected' }] },
      { headers: json({ 'x-bc-graphql-complexity': '10457' }) },
    ),
  },
  {
    id: 'limit.graphql-complexity',
    source: 'https://github.com/bigcommerce/docs/pull/288',
    about: 'too deep',
    exchange: asked('{ a { b { c } } }', { errors: [{ message: 'Query depth 19 exceeds the maximum depth 16' }] }),
  },
  {
    id: 'limit.abuse-protection',
    source: 'https://github.com/bigcommerce/catalyst/issues/1037',
    about: 'register without the answer of reCAPTCHA',
    exchange: asked('mutation { customer { registerCustomer(input: {}) { customer { entityId } } } }', {
      data: null,
      errors: [{ message: 'ReCAPTCHA validation failed', path: ['customer', 'registerCustomer'] }],
    }),
  },
  {
    id: 'auth.token-malformed',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/issues/10',
    about: 'undefined in place of the token',
    exchange: asked(
      '{ site { settings { storeName } } }',
      { errors: [{ message: 'GraphQL invalid credentials. String is not a JWT' }] },
      {
        status: 401,
        requestHeaders: bearer({ Authorization: 'Bearer undefined' }),
      },
    ),
  },
  {
    id: 'auth.graphql-token',
    source: 'https://docs.bigcommerce.com/developer/learn/courses/graphql-storefront-api/auth/external-systems',
    about: 'token of another channel',
    exchange: asked(
      '{ site { settings { storeName } } }',
      { errors: [{ message: 'GraphQL invalid credentials. JWT channel id doesn’t match channel id of the URL' }] },
      { status: 401 },
    ),
  },
  {
    id: 'auth.origin-mismatch',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/issues/10',
    about: 'token made with a slash behind localhost',
    exchange: asked(
      '{ site { settings { storeName } } }',
      {
        errors: [
          {
            message:
              "'Origin' header invalid: The 'Origin' request header value did not match the allowed origin set in the JWT auth token. Please generate a token that is valid for this origin",
          },
        ],
      },
      { status: 401, requestHeaders: bearer({ Origin: 'http://localhost:3000' }), inBrowser: true },
    ),
  },
  {
    id: 'auth.token-in-browser',
    source: 'https://github.com/bigcommerce/storefront-data-hooks/pull/125',
    about: 'impersonation token with the cookie of a shop, no body',
    exchange: asked('{ customer { entityId } }', '', {
      status: 403,
      url: `${SHOP}/graphql`,
      headers: {},
      requestHeaders: bearer({ 'X-Bc-Customer-Id': '44', Cookie: 'SHOP_TOKEN=fake; fornax_anonymousId=x' }),
    }),
  },
  {
    id: 'auth.token-in-browser',
    source: 'https://github.com/bigcommerce/storefront-data-hooks/pull/125',
    about: 'impersonation token, told as a GraphQL error',
    exchange: asked(
      '{ customer { entityId } }',
      { errors: [{ message: 'Customer impersonation tokens are not allowed with frontend requests.' }] },
      { status: 403 },
    ),
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/docs/issues/1133',
    about: 'cart of the storefront asked for from a server',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts/${CART}`,
      requestHeaders: { Accept: 'application/json' },
      status: 401,
      headers: json(),
      body: { title: 'Cart not found', type: 'about:blank', status: 401 },
    },
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/checkout-sdk-js/issues/1704',
    about: 'checkout of the management API loaded in a page',
    exchange: {
      method: 'GET',
      url: storefront(`/api/storefront/checkout/${CART}?include=cart.lineItems.physicalItems.options`),
      requestHeaders: { Accept: 'application/vnd.bc.v1+json' },
      status: 404,
      headers: json(),
      body: { status: 404, title: 'Checkout not found', type: 'about:blank', detail: `Checkout Id ${CART} does not exist` },
      inBrowser: true,
    },
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/checkout-sdk-js/issues/1875',
    about: 'cart by a number that no cart has',
    exchange: {
      method: 'GET',
      url: api('/v3/carts/100'),
      requestHeaders: signedJson(),
      status: 404,
      headers: json(),
      body: { status: 404, type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes' },
    },
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/checkout-sdk-js/pull/3253',
    about: 'order submitted with a billing address that lacks something',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order`,
      requestHeaders: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': 'fakexsrf' },
      requestBody: { cartId: CART, customerMessage: '' },
      status: 400,
      headers: json(),
      body: {
        status: 400,
        title: 'Invalid billing address',
        type: 'invalid_billing_address',
        detail: 'The billing address is not complete.',
      },
    },
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/checkout-js/issues/1315',
    about: 'order submitted with a bad shipping address, the type alone',
    exchange: {
      method: 'POST',
      url: storefront('/internalapi/v1/checkout/order'),
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { cartId: CART },
      status: 400,
      headers: json(),
      body: { status: 400, type: 'invalid_shipping_address' },
    },
  },
  {
    id: 'auth.login-token',
    source: 'https://github.com/bigcommerce/bigcommerce-api-python/issues/61',
    about: 'token signed with the secret of no app, sent back to sign in',
    exchange: {
      method: 'GET',
      url: `${SHOP}/login/token/${JWT}`,
      requestHeaders: {},
      status: 302,
      headers: html({ location: '/login.php' }),
      body: '',
    },
  },
  {
    id: 'auth.login-token',
    source: 'https://github.com/vercel/commerce/pull/594',
    about: 'redirect_to in the token is a whole URL',
    says: ['`/checkout`'],
    exchange: {
      method: 'GET',
      // {"redirect_to":"https://shop.example/checkout"}
      url: `${SHOP}/login/token/eyJhbGciOiJIUzI1NiJ9.eyJyZWRpcmVjdF90byI6Imh0dHBzOi8vc2hvcC5leGFtcGxlL2NoZWNrb3V0In0.ZmFrZQ`,
      requestHeaders: {},
      status: 302,
      headers: html({ location: '/login.php' }),
      body: '',
    },
  },
  {
    id: 'result.redirected',
    source: 'https://github.com/bigcommerce/catalyst/pull/1775',
    about: 'login by a token that worked',
    exchange: {
      method: 'GET',
      url: `${SHOP}/login/token/${JWT}`,
      requestHeaders: {},
      status: 302,
      headers: html({ location: '/account.php' }),
      body: '',
    },
  },
  {
    id: 'request.wrong-host',
    source: 'https://github.com/bigcommerce/catalyst/issues/2223',
    about: 'B2B login sent to the own Next.js front',
    exchange: {
      method: 'POST',
      url: 'https://www.harbor-front.example/graphql',
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { query: 'mutation { login(loginData: {}) { result { token } } }' },
      status: 404,
      headers: html({ 'x-powered-by': 'Next.js', 'x-vercel-id': 'arn1::abc' }),
      body: '<!DOCTYPE html><html><head><title>404: This page could not be found</title></head><body><div id="__next">404</div></body></html>',
    },
  },
  {
    id: 'auth.sign-in-required',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/issues/233',
    about: 'current customer while working on this machine',
    exchange: {
      method: 'GET',
      url: storefront('/customer/current.jwt?app_client_id=fakeclient'),
      requestHeaders: {},
      status: 403,
      headers: json(),
      body: '',
    },
  },
  {
    id: 'graphql.business-error',
    source: 'https://github.com/bigcommerce/catalyst/issues/3074',
    about: 'form field of the account that became required',
    exchange: asked('mutation { customer { updateCustomer(input: {}) { customer { entityId } errors { message } } } }', {
      data: {
        customer: {
          updateCustomer: {
            customer: null,
            errors: [{ __typename: 'ValidationError', message: "Required account form field ID 26 ('Terms and Conditions') is missing" }],
          },
        },
      },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/api-specs/pull/570',
    about: 'password that is too simple is no complex query',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/customer`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { email: 'kai@example.com', password: 'a' },
      status: 400,
      headers: json(),
      body: problem(400, 'Could not create customer', {
        errors: { password: 'Password does not meet the complexity requirements. It must be at least 7 characters.' },
      }),
    },
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/checkout-js/issues/1310',
    about: 'order submitted without the token against forgery',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { cartId: CART },
      status: 403,
      headers: json(),
      body: { status: 403, title: 'Invalid XSRF token' },
    },
  },
];
