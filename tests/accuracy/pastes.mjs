// What people paste of a failure where no more of it is left: a line of a client, a body without its
// status, a log. Each is read, and the label says what happened.

import { read } from '../../pkg/dist/read.js';

const HOOKS = 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/hooks';

/** @type {[id: string, about: string, text: string][]} */
const pastes = [
  ['auth.graphql-token', 'a body of errors alone', '{"errors":[{"message":"GraphQL invalid credentials. The bearer is empty"}]}'],
  [
    'auth.graphql-token',
    'the line of a fetcher of a catalogue',
    'FetcherError: Authentication required\n    at fetchApi (/srv/app/lib/fetch.js:41:11)',
  ],
  ['graphql.query', 'several answers at once', '[{"errors":[{"message":"Cannot query field \'skuu\' on type \'Product\'."}]}]'],
  [
    'graphql.query',
    'what graphql-request prints',
    'ClientError: GraphQL Error (Code: 200): {"response":{"errors":[{"message":"Unknown argument \\"entityid\\" on field \\"product\\"."}],"status":200},"request":{"query":"{ site { product(entityid: 7) { name } } }"}}',
  ],
  ['graphql.query', 'the error of a client in words', 'BigCommerceGQLError: Variable "$id" of required type "Int!" was not provided.'],
  [
    'auth.origin-mismatch',
    'a sentence of the storefront',
    "'Origin' header invalid: the header does not match the allowed origin of the token. Make one for this origin.",
  ],
  ['auth.callback-jwt', 'an app with a slow clock', 'jwt.exceptions.ImmatureSignatureError: The token is not yet valid (nbf)'],
  [
    'auth.callback-jwt',
    'an app that checks with another secret',
    'JsonWebTokenError: invalid signature\n    at /srv/app/node_modules/jsonwebtoken/verify.js:171:19',
  ],
  [
    'auth.scope-missing',
    'a plugin that asked for the orders',
    'The store could not be connected.\nAPI scopes are invalid. Requested resource: /orders',
  ],
  [
    'request.not-sent',
    'a token that no environment has',
    'build: Error: Missing storefront token\n    at main (/srv/app/scripts/generate.js:9:11)',
  ],
  [
    'request.not-sent',
    'a header without a value',
    'Error: "value" required in setHeader("x-auth-token", value)\n    at ClientRequest.setHeader (_http_outgoing.js:496:3)',
  ],
  [
    'network.unreachable',
    'a base URL that is empty',
    'Faraday::ConnectionFailed (Failed to open TCP connection to :443 (Connection refused - connect(2) for nil port 443))',
  ],
  [
    'platform.suspended',
    'a log with the body escaped twice',
    '2026-11-02 04:10:33 WARN source: call failed, response: "{\\\\\\"status\\\\\\":503,\\\\\\"title\\\\\\":\\\\\\"The store is suspended.\\\\\\"}"',
  ],
  [
    'resource.missing',
    'what Node 8 inspects of axios',
    `{ Error: Request failed with status code 404\n    at createError (/srv/app/node_modules/axios/lib/core/createError.js:16:15)\n  config:\n   { url: '${HOOKS}/81',\n     method: 'get' },\n  response:\n   { status: 404,\n     data: { status: 404, title: 'Hook not found' } } }`,
  ],
  [
    'auth.scope-missing',
    'the last of two requests of a log',
    `Asking https://api.bigcommerce.com/stores/w3kq81fzxd/v3/sites using the get method\nDone\nAsking https://api.bigcommerce.com/stores/w3kq81fzxd/v2/shipping/zones using the get method\n\nRequest returned error code: 403`,
  ],
  [
    'request.insecure-url',
    'a tool that names its settings first',
    'API host: https://api.bigcommerce.com\n\nnot ok -- Error: socket hang up\n\nURL: http://www.harbor-and-pine.example/admin/oauth/info\nMethod: GET',
  ],
  [
    'request.field-invalid',
    'a request of which no headers are shown',
    `POST ${HOOKS}\n\n{"scope":"store/order/*","destination":"http://a.example"}\n\n{"status":422,"title":"Invalid field(s): destination","errors":{"destination":"must be https"}}`,
  ],
  [
    'request.field-invalid',
    'the message behind the status',
    "PHP Fatal error: Uncaught Client Error (400): The field 'weight' is invalid. thrown in /srv/app/vendor/api/Connection.php on line 286",
  ],
  [
    'platform.error',
    'a class of errors and no number',
    'PHP Fatal error: Uncaught Bigcommerce\\Api\\ServerError: Internal Server Error in /srv/app/vendor/api/Connection.php:280',
  ],
  [
    'network.unreachable',
    'a trace with arguments cut off',
    "Uncaught exception 'Bigcommerce\\Api\\NetworkError' with message 'SSL peer certificate or SSH remote key was not OK' in /srv/app/Connection.php:82 Stack trace: #0 /srv/app/Client.php(333): Bigcommerce\\Api\\Connection->get('https://store-w...')",
  ],
];

export default pastes.map(([id, about, text]) => ({ id, about, exchange: read(text)?.exchange ?? {} }));
