// Answers to try the reading with; their names are in the words of a language, under `examples`.

/** @type {(...all: string[]) => string} */
const lines = (...all) => all.join('\n');

/** @type {{ id: keyof import('bc-status/widget').WidgetStrings['examples'], text: string }[]} */
export const EXAMPLES = [
  {
    id: 'route',
    text: lines(
      "curl -i -H 'Accept: application/json' https://api.bigcommerce.com/stores/abc123/v3/carts",
      'HTTP/2 404',
      'content-type: text/plain',
      '',
      'The route is not found, check the URL',
    ),
  },
  {
    id: 'token',
    text: lines(
      "curl -i -H 'X-Auth-Token: q3v9hd0exampletoken7k2m1x5z8w4' https://api.bigcommerce.com/stores/abc123/v3/catalog/products",
      'HTTP/2 401',
      'content-type: application/json',
      '',
      '{"status":401,"title":"Unauthorized","type":"/api-docs/getting-started/api-status-codes"}',
    ),
  },
  {
    id: 'quota',
    text: lines(
      'HTTP/2 429',
      'content-type: application/json',
      'x-rate-limit-requests-left: 0',
      'x-rate-limit-requests-quota: 150',
      'x-rate-limit-time-reset-ms: 24600',
      'x-rate-limit-time-window-ms: 30000',
      '',
      '{"status":429,"title":"Too many requests"}',
    ),
  },
  {
    id: 'spam',
    text: lines(
      'curl -i -X POST https://shop.example/api/storefront/customers -d \'{"email":"ada@shop.example"}\'',
      'HTTP/2 429',
      'content-type: application/json',
      '',
      '{"status":429,"title":"Spam protection","type":"spam_protection"}',
    ),
  },
  {
    id: 'fields',
    text: lines(
      'HTTP/2 422',
      'content-type: application/problem+json',
      '',
      '{"status":422,"title":"JSON data is missing or invalid","errors":{"weight":"error.path.missing","price":"error.expected.jsnumber"}}',
    ),
  },
  {
    id: 'order',
    text: lines(
      "fetch('https://api.bigcommerce.com/stores/abc123/v2/orders', { method: 'POST', body: '{\"status_id\":1}' })",
      '',
      'HTTP/1.1 504 Gateway Time-out',
      'content-type: text/html',
      '',
      '<html><head><title>504 Gateway Time-out</title></head></html>',
    ),
  },
  {
    id: 'client',
    text: lines(
      'AxiosError: Request failed with status code 422',
      '    at settle (/srv/node_modules/axios/dist/node/axios.cjs:2671:12) {',
      '  config: {',
      "    headers: Object [AxiosHeaders] { Accept: 'application/json', 'X-Auth-Token': '[REDACTED]' },",
      "    method: 'post',",
      "    url: 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products'",
      '  },',
      '  response: {',
      '    status: 422,',
      "    data: { status: 422, title: 'JSON data is missing or invalid', errors: { weight: 'error.path.missing' } }",
      '  }',
      '}',
    ),
  },
  {
    id: 'log',
    text: '{"level":50,"time":1795897341084,"req":{"method":"GET","url":"https://api.bigcommerce.com/stores/abc123/v2/orders"},"res":{"statusCode":429,"headers":{"x-rate-limit-time-reset-ms":"14217","x-rate-limit-requests-left":"0"}},"msg":"request errored"}',
  },
  {
    id: 'console',
    text: "Access to fetch at 'https://api.bigcommerce.com/stores/abc123/v3/orders' from origin 'https://shop.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  },
  {
    id: 'unsent',
    text: 'Post "https://api.bigcommerce.com/stores/abc123/v2/orders": dial tcp: lookup api.bigcommerce.com: no such host',
  },
  {
    id: 'runner',
    text: lines(
      '→ Carts',
      '  GET https://api.bigcommerce.com/stores/abc123/v3/carts  [404 Not Found, 297B, 4ms]',
      '  1. expected response to have status code 200 but got 404',
    ),
  },
  { id: 'question', text: 'why do I get a 401 on GET https://api.bigcommerce.com/stores/abc123/v3/catalog/products?' },
];
