/** What a shopper's browser calls: GraphQL and the storefront's own REST. No quota headers here. */
import { html, htmlPage, json, noContent, problem, spamProtection } from '../answers.mjs';

const signUpsBeforeSuspicion = 3;

function graphql(store, { headers, json: body }) {
  const credentials = refuseCredentials(headers.authorization, store);
  if (credentials) return json(401, { errors: [{ message: credentials }] });
  return json(200, execute(body, store), { 'x-bc-graphql-complexity': '12' });
}

function refuseCredentials(authorization, store) {
  const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) return 'GraphQL credentials were missing. No token was sent.';
  if (token.split('.').length !== 3) return 'GraphQL invalid credentials. String is not a JWT';
  return token === store.storefrontToken ? null : 'Unknown JWT token';
}

/** Just enough of a schema to show data, a query error, a missing scope and a business error. */
function execute(body, store) {
  const query = typeof body?.query === 'string' ? body.query : '';
  if (/\bcompany\b/.test(query)) {
    const message = 'The provided token does not include the scopes required to resolve this field.';
    return {
      data: null,
      errors: [
        {
          message,
          path: ['company'],
          extensions: { code: 'INSUFFICIENT_ACCESS_SCOPE', requiredScopes: ['B2B'] },
        },
      ],
    };
  }
  if (/\bregisterCustomer\b/.test(query)) return { data: { customer: { registerCustomer: register(body.variables, store) } } };
  if (/\bstoreName\b/.test(query)) return { data: { site: { settings: { storeName: 'Teahouse' } } } };
  const field = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
  return {
    errors: [
      {
        message: `The type Query has no field "${field}"`,
        locations: [{ line: 1, column: query.indexOf(field) + 1 }],
      },
    ],
  };
}

function register(variables, store) {
  const email = variables?.input?.email;
  const taken = [...store.customers.values()].some((customer) => customer.email === email);
  return taken
    ? {
        customer: null,
        errors: [{ __typename: 'EmailAlreadyInUseError', message: 'The email address is already in use.' }],
      }
    : { customer: { email }, errors: [] };
}

function signUp(store, { headers, json: body }) {
  store.signUps += 1;
  if (store.signUps > signUpsBeforeSuspicion) return spamProtection(/text\/html/.test(headers.accept ?? '') ? 'html' : 'word');
  return body?.email ? noContent() : problem(422, 'Missing Required Fields', { errors: { email: 'error.path.missing' } });
}

export const routes = [
  ['POST', '/graphql', null, graphql],
  ['GET', '/graphql', null, () => html(405, htmlPage('Method Not Allowed'))],
  ['GET', '/api/storefront/carts', null, () => json(200, [])],
  ['POST', '/api/storefront/customers', null, signUp],
];
