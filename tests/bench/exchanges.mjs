// Exchanges of the sizes and kinds that diagnoses are asked for, to be measured.

const STORE = 'https://api.bigcommerce.com/stores/abc123';

export const QUOTA = {
  'X-Rate-Limit-Time-Window-Ms': '30000',
  'X-Rate-Limit-Time-Reset-Ms': '4200',
  'X-Rate-Limit-Requests-Quota': '150',
  'X-Rate-Limit-Requests-Left': '149',
};
const requestHeaders = { 'X-Auth-Token': 't'.repeat(31), Accept: 'application/json', 'Content-Type': 'application/json' };

/** A refusal of about one kilobyte. */
const refusal = (complaints, detail) =>
  JSON.stringify({
    status: 422,
    title: 'JSON data is missing or invalid',
    type: 'https://developer.bigcommerce.com/docs/start/about/status-codes',
    detail,
    errors: Object.fromEntries(complaints),
  });
const FIELDS = ['name', 'weight', 'price', 'categories.0', 'variants.0.sku', 'custom_url.url', 'images.0.image_url'];

/** Bodies of about one kilobyte, by what is in them. */
export const BODIES = {
  '8 sentences': refusal(
    FIELDS.map((field) => [field, `The value of ${field} was refused by the catalog service because it must be a whole number`]),
    'Correct the fields below and send the product again',
  ),
  '16 short complaints': refusal(
    Array.from({ length: 16 }, (_, at) => [`${at}.variants.0.price`, at % 2 ? 'error.path.missing' : 'must be a number']),
    'x'.repeat(130),
  ),
};

/** A change of two products that such a body refuses. */
export const refused = (body) => ({
  method: 'PUT',
  url: `${STORE}/v3/catalog/products`,
  status: 422,
  headers: QUOTA,
  body,
  requestHeaders,
  requestBody: [{ id: 1 }, { id: 2 }],
});

const asked = { method: 'GET', url: `${STORE}/v3/catalog/products/77`, headers: QUOTA, requestHeaders };

export const EXCHANGES = {
  'route 404': { method: 'GET', url: `${STORE}/v3/carts`, status: 404, body: 'The route is not found, check the URL' },
  'quota, no body': { ...asked, status: 429, headers: { ...QUOTA, 'X-Rate-Limit-Requests-Left': '0' } },
  ...Object.fromEntries(Object.entries(BODIES).map(([name, body]) => [name, refused(body)])),
  'token refused, V2': {
    ...asked,
    url: `${STORE}/v2/orders/100`,
    status: 401,
    body: '[{"status":401,"message":"Unauthorized, check your token"}]',
  },
  'GraphQL, errors': {
    ...asked,
    method: 'POST',
    url: 'https://shop.example/graphql',
    status: 200,
    requestBody: JSON.stringify({ query: 'query { site { product(entityId: 1) { nam } } }' }),
    body: JSON.stringify({
      data: null,
      errors: [{ message: 'Cannot query field "nam" on type "Product".', locations: [{ line: 1, column: 2 }] }],
    }),
  },
  'page of a proxy': {
    ...asked,
    status: 502,
    headers: { 'Content-Type': 'text/html', Server: 'nginx' },
    body: `<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>${'<!-- padding -->'.repeat(40)}</body></html>`,
  },
  'a success': { ...asked, status: 200, body: { data: { id: 77, name: 'Mug', price: 4.5 }, meta: {} } },
};
