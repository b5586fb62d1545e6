// What buyers of B2B Edition meet, and who makes their portal. Each after a public thread; its
// address stands beside it.

import { STORE, b2b, failure, graphqlAt } from '../shared.mjs';

const BUYER = { 'Content-Type': 'application/json', Authorization: 'Bearer faketoken0buyer' };

const asked = graphqlAt(b2b('/graphql'), BUYER);

export default [
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/874',
    about: 'B2B buyer whose session is over, by its number',
    exchange: asked('query { quotes(first: 10) { totalCount } }', {
      data: { quotes: null },
      errors: [failure('Token expired', 40101, ['quotes'])],
    }),
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/874',
    about: 'B2B buyer whose session is over, number as text, HTTP 400',
    exchange: asked(
      'query { companyCreditConfig { creditCurrency } }',
      { errors: [failure('Session has expired', '40101')] },
      { status: 400 },
    ),
  },
  {
    id: 'auth.session-missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/152',
    about: 'B2B GraphQL answers 401 without a word of tokens',
    exchange: asked('query { userLoginState { id } }', { message: 'Signature has expired' }, { status: 401 }),
  },
  {
    id: 'auth.sign-in-required',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/874',
    about: 'guest pays for a quote, code 401',
    exchange: asked(`mutation { quoteCheckout(id: 71, storeHash: "${STORE}") { quoteCheckout { checkoutUrl } } }`, {
      data: { quoteCheckout: null },
      errors: [failure('Please login first', 401, ['quoteCheckout'])],
    }),
  },
  {
    id: 'auth.sign-in-required',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/922',
    about: 'role of the buyer does not allow it, code 403',
    exchange: asked('mutation { companyUserCreate(userData: {}) { user { id } } }', {
      data: { companyUserCreate: null },
      errors: [failure('You do not have permission to perform this action', 403, ['companyUserCreate'])],
    }),
  },
  {
    id: 'auth.sign-in-required',
    source: 'https://github.com/bigcommerce/catalyst/issues/2291',
    about: 'checkout of a quote in a session that is not the buyer’s',
    exchange: asked('query { quoteInfo(id: 5) { id } }', {
      data: null,
      errors: [failure('The user is not authorized', 403, ['quoteInfo'])],
    }),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/781',
    about: 'argument of B2B that is not given',
    exchange: asked(
      'mutation { quoteCheckout(id: 5) { quoteCheckout { checkoutUrl } } }',
      {
        errors: [
          {
            message: 'Field "quoteCheckout" argument "storeHash" of type "String!" is required but not provided.',
            locations: [{ line: 1, column: 12 }],
          },
        ],
      },
      { status: 400 },
    ),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/874',
    about: 'B2B fails inside, by its number',
    exchange: asked('query { orders { totalCount } }', { data: { orders: null }, errors: [failure('BC request failed', 500, ['orders'])] }),
  },
  {
    id: 'resource.missing',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/874',
    about: 'quote that is not there, by its number',
    exchange: asked('query { quote(id: 99) { id } }', { data: { quote: null }, errors: [failure('Quote record missing', 404, ['quote'])] }),
  },
  {
    id: 'graphql.query',
    source: 'https://github.com/bigcommerce/b2b-buyer-portal/pull/781',
    about: 'refused by the validation of the schema, by its code',
    exchange: asked('{ a }', { errors: [failure('Something in this document is off', 'GRAPHQL_VALIDATION_FAILED')] }, { status: 400 }),
  },
];
