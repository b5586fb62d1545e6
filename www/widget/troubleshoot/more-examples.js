// Examples of what only the core reads; the widget in one file has none of them.

/** @type {(...all: string[]) => string} */
const lines = (...all) => all.join('\n');

/** @type {{ id: 'client' | 'log' | 'console' | 'unsent' | 'runner' | 'question', text: string }[]} */
export const MORE_EXAMPLES = [
  {
    id: 'client',
    text: lines(
      'AxiosError: Request failed with status code 422',
      '    at settle (/srv/node_modules/axios/dist/node/axios.cjs:2671:12) {',
      "  code: 'ERR_BAD_REQUEST',",
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
