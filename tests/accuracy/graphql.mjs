import { SHOP, STORE, api, b2b, bearer, gateway, json, signed, signedJson, storefront } from './shared.mjs';

/** A storefront query and what came of it. */
const asked = (query, body, more) => ({
  method: 'POST',
  url: `${SHOP}/graphql`,
  requestHeaders: bearer(),
  requestBody: { query },
  status: 200,
  headers: json({ 'x-bc-graphql-complexity': '24' }),
  body,
  ...more,
});

export default [
  {
    id: 'graphql.query',
    about: 'field that the type does not have',
    exchange: asked('{ site { product(entityId: 310) { title } } }', {
      errors: [
        {
          message: "Cannot query field 'title' on type 'Product'. (line 1, column 38)",
          locations: [{ line: 1, column: 38 }],
        },
      ],
    }),
  },
  {
    id: 'graphql.query',
    about: 'syntax error, body as text',
    exchange: asked(
      '{ site { settings { storeName }',
      '{"errors":[{"message":"Syntax error while parsing GraphQL query. Unexpected end of input"}]}',
      { status: 400 },
    ),
  },
  {
    id: 'graphql.query',
    about: 'variable of the wrong type on the admin API',
    exchange: {
      method: 'POST',
      url: api('/graphql'),
      requestHeaders: signedJson(),
      requestBody: {
        query: 'query ($first: Int!) { store { channels(first: $first) { edges { node { id } } } } }',
        variables: { first: 'ten' },
      },
      status: 200,
      headers: json(),
      body: {
        data: null,
        errors: [{ message: "Variable '$first' expected value of type 'Int!' but got: \"ten\"." }],
      },
    },
  },

  {
    id: 'graphql.business-error',
    about: 'e-mail in use when registering',
    exchange: asked('mutation { customer { registerCustomer(input: {}) { errors { __typename } } } }', {
      data: {
        customer: {
          registerCustomer: {
            customer: null,
            errors: [{ __typename: 'EmailAlreadyInUseError', message: 'This email address is taken.' }],
          },
        },
      },
    }),
  },
  {
    id: 'graphql.business-error',
    about: 'address that is gone',
    exchange: asked(
      'mutation { customer { deleteCustomerAddress(input: { addressEntityId: 9 }) { errors { message } } } }',
      '{"data":{"customer":{"deleteCustomerAddress":{"errors":[' +
        '{"__typename":"CustomerAddressDeletionError","message":"The address could not be deleted."}]}}}}',
    ),
  },
  {
    id: 'graphql.business-error',
    about: 'translation of an entity that is gone',
    exchange: {
      method: 'POST',
      url: api('/graphql'),
      requestHeaders: signedJson(),
      requestBody: {
        query: 'mutation { translation { updateTranslations(input: {}) { errors { message } } } }',
      },
      status: 200,
      headers: json(),
      body: {
        data: {
          translation: {
            updateTranslations: {
              errors: [{ __typename: 'EntityNotFoundError', message: 'Entity bc/store/product/99812 not found.' }],
            },
          },
        },
      },
    },
  },

  {
    id: 'graphql.null-data',
    about: 'product that this customer may not see',
    exchange: asked(
      'query { site { product(entityId: 955) { name prices { price { value } } } } }',
      { data: { site: { product: null } } },
      {
        requestHeaders: bearer({ 'X-Bc-Customer-Access-Token': 'fakecustomertoken' }),
      },
    ),
  },
  {
    id: 'graphql.null-data',
    about: 'cart that is gone, body as text',
    exchange: asked(
      'query { site { cart(entityId: "8f1c0b52-6a4e-4f0d-b7a1-3c9d2e6f5a08") { amount { value } } } }',
      '{"data":{"site":{"cart":null}}}',
    ),
  },

  {
    id: 'network.unreachable',
    about: 'management API from a server',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products'),
      requestHeaders: signed(),
      failure: 'network',
    },
  },
  {
    id: 'network.unreachable',
    about: 'write on B2B from a server',
    exchange: {
      method: 'POST',
      url: b2b('/api/v3/io/companies'),
      requestHeaders: signedJson({ 'X-Store-Hash': STORE }),
      requestBody: { companyName: 'Harbor Ltd' },
      failure: 'network',
    },
  },
  {
    id: 'network.unreachable',
    about: 'storefront cart from a page of the same origin',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts`,
      requestHeaders: { Accept: 'application/json', Referer: `${SHOP}/cart.php` },
      failure: 'network',
      inBrowser: true,
    },
  },

  {
    id: 'network.timeout',
    about: 'order created, or not',
    exchange: {
      method: 'POST',
      url: api('/v2/orders'),
      requestHeaders: signedJson(),
      requestBody: { billing_address: { first_name: 'Ida' }, products: [{ product_id: 310, quantity: 1 }] },
      failure: 'timeout',
    },
  },
  {
    id: 'network.timeout',
    about: 'storefront query',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer(),
      requestBody: { query: '{ site { categoryTree { name } } }' },
      failure: 'timeout',
    },
  },

  {
    id: 'network.aborted',
    about: 'search typed over',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: { query: '{ site { search { searchProducts(filters: {}) { products { cursor } } } } }' },
      failure: 'aborted',
      inBrowser: true,
    },
  },
  {
    id: 'network.aborted',
    about: 'list given up by the caller',
    exchange: {
      method: 'GET',
      url: api('/v3/customers?page=9'),
      requestHeaders: signed(),
      failure: 'aborted',
    },
  },

  {
    id: 'other.unrecognised',
    about: 'teapot',
    exchange: {
      method: 'GET',
      url: api('/v2/time'),
      requestHeaders: signed(),
      status: 418,
      headers: gateway(),
      body: 'short and stout',
    },
  },
  {
    id: 'other.unrecognised',
    about: 'payment required, of which nothing is documented',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/brands'),
      requestHeaders: signed(),
      status: 402,
      headers: json(),
      body: { reason: 'see contract' },
    },
  },
];
