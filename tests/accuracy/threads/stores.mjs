// What connectors and migrations meet: the same words of other things. Each after a public thread
// or page; its address stands beside it.

import { DOCS, SHOP, api, b2b, b2bSigned, html, json, problem, signed, signedJson, store, storefront, times } from '../shared.mjs';

const asked = (method, path, status, body, more) => ({
  method,
  url: api(path),
  requestHeaders: method === 'GET' || method === 'DELETE' ? signed() : signedJson(),
  status,
  headers: store(),
  body,
  ...more,
});

const PRODUCT = { name: 'Oak chair', type: 'physical', weight: 4, price: 90 };

const invalid = (title, errors) => problem(422, title, errors && { errors });

/** A page of a shop, with all that stands around its words. */
const themed = (title) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><nav>Sign in or Register Cart Gift certificates</nav><h1>${title}</h1><p>${times(
    80,
    (at) => `Product ${at} is in stock, out of stock, sold out; free shipping per order.`,
  ).join(' ')}</p></body></html>`;

export default [
  {
    id: 'resource.duplicate',
    source: 'https://github.com/bigcommerce/docs/pull/837',
    about: 'custom_url that is in use, 409',
    exchange: asked(
      'POST',
      '/v3/catalog/products',
      409,
      { status: 409, title: 'The custom URL is already in use.', type: DOCS, errors: {} },
      { requestBody: PRODUCT },
    ),
  },
  {
    id: 'resource.duplicate',
    source: 'https://github.com/bigcommerce/api-specs/pull/140',
    about: 'name that is in use by another product',
    exchange: asked('PUT', '/v3/catalog/products/7', 409, problem(409, 'The product name is in use by another product'), {
      requestBody: PRODUCT,
    }),
  },
  {
    id: 'resource.duplicate',
    source: 'https://github.com/bigcommerce/api-specs/pull/450',
    about: 'customer whose e-mail is taken, in a field',
    exchange: asked(
      'POST',
      '/v3/customers',
      422,
      invalid('Create customers failed.', { '.customer_create': 'Error creating customers: email ida@example.com already in use' }),
      {
        requestBody: [{ email: 'ida@example.com', first_name: 'Ida', last_name: 'B' }],
      },
    ),
  },
  {
    id: 'resource.in-use',
    source: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    about: 'category with products deleted',
    exchange: asked('DELETE', '/v2/categories/18', 409, [
      { status: 409, message: 'The category still has products and cannot be deleted.' },
    ]),
  },
  {
    id: 'resource.reference-missing',
    source: 'https://github.com/bigcommerce/api-specs/pull/140',
    about: 'brand that is not there',
    exchange: asked('POST', '/v3/catalog/products', 409, problem(409, 'Invalid brand_id: brand 99 does not exist'), {
      requestBody: { ...PRODUCT, brand_id: 99 },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/vercel/commerce/issues/635',
    about: 'customer_id as a text',
    exchange: asked('POST', '/v3/wishlists', 422, invalid('JSON data is missing or invalid', { customer_id: 'error.expected.jsnumber' }), {
      requestBody: { customer_id: 'x', items: [] },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://openillumi.com/en/en-bigcommerce-v3-api-422-error-guzzle-json-structure-fix',
    about: 'one item of a cart as an object',
    says: ['as a list'],
    exchange: asked('POST', '/v3/carts/6d1f0a52-0b7e-4c39-9a1c-2f44e8b7d510/items', 422, problem(422, 'Missing required fields'), {
      requestBody: { line_items: { product_id: 86, quantity: 1 } },
    }),
  },
  {
    id: 'request.field-missing',
    source: 'https://github.com/bigcommerce/docs/issues/1129',
    about: 'customs information with an empty field',
    exchange: asked(
      'PUT',
      '/v3/shipping/products/customs-information',
      422,
      invalid('JSON data is missing or invalid', { '0.country_of_origin': 'Value is required and can not be empty' }),
      {
        requestBody: [{ product_id: 7, country_of_origin: '' }],
      },
    ),
  },
  {
    id: 'request.filter-missing',
    source: 'https://github.com/bigcommerce/api-specs/pull/1044',
    about: 'assignments of price lists deleted without a filter',
    exchange: asked(
      'DELETE',
      '/v3/pricelists/assignments',
      422,
      problem(422, 'At least one filter must be set for a delete action.', { errors: {} }),
    ),
  },
  {
    id: 'request.batch-too-large',
    source: 'https://github.com/bigcommerce/docs/issues/904',
    about: '14 categories of a tree, url said to be missing',
    exchange: asked(
      'POST',
      '/v3/catalog/trees/categories',
      422,
      invalid(
        'JSON data is missing or invalid',
        Object.fromEntries(times(14, (at) => [`${at}.url`, 'Url is required and can not be empty'])),
      ),
      {
        requestBody: times(14, (at) => ({ name: `Shelf ${at}`, tree_id: 1, url: { path: `/shelf-${at}/` } })),
      },
    ),
  },
  {
    id: 'request.field-read-only',
    source: 'https://github.com/bigcommerce/docs/pull/830',
    about: 'channels of a tree that exists',
    exchange: asked(
      'PUT',
      '/v3/catalog/trees',
      422,
      invalid('Tree update failed', { '0.channels': 'Channels of an existing tree cannot be changed' }),
      { requestBody: [{ id: 1, channels: [1, 2] }] },
    ),
  },
  {
    id: 'request.remote-file-unreachable',
    source: 'https://github.com/bigcommerce/api-specs/pull/398',
    about: 'picture whose host blocks BigCommerce',
    exchange: asked(
      'POST',
      '/v3/catalog/products/7/images',
      400,
      {
        status: 400,
        code: 400,
        title: "The field 'image_file' is invalid.",
        type: DOCS,
        errors: { invalid_reason: "The resource at 'https://files.example/a.png' could not be downloaded and may be invalid." },
      },
      { requestBody: { image_url: 'https://files.example/a.png' } },
    ),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/issues/742',
    about: 'a picture’s body that is not proper',
    exchange: asked('PUT', '/v3/catalog/products/114/images/378', 422, problem(422, 'JSON data is missing or invalid'), {
      requestBody: { is_thumbnail: 'yes' },
    }),
  },
  {
    id: 'request.field-read-only',
    source: 'https://github.com/bigcommerce/bigcommerce-api-php/pull/102',
    about: 'fetched product saved back to V2',
    exchange: asked(
      'PUT',
      '/v2/products/31',
      400,
      [
        {
          status: 400,
          message: "The field 'calculated_price' cannot be written to. Please remove it from your request before trying again.",
        },
      ],
      {
        requestBody: { calculated_price: '12' },
      },
    ),
  },
  {
    id: 'limit.platform-count',
    source: 'https://support.bigcommerce.com/s/article/Platform-Limits',
    about: 'more values of an option than there may be',
    exchange: asked(
      'POST',
      '/v3/catalog/products/7/options/3/values',
      422,
      problem(422, 'The option has reached the maximum number of values: 250'),
      { requestBody: { label: 'x' } },
    ),
  },
  {
    id: 'request.field-invalid',
    source: 'https://support.bigcommerce.com/s/article/Platform-Limits',
    about: 'name that exceeds the maximum of characters is no count',
    exchange: asked(
      'POST',
      '/v3/catalog/products',
      422,
      invalid('The request has errors', { name: 'The name exceeds the maximum of 250 characters, and cannot exceed it.' }),
      { requestBody: PRODUCT },
    ),
  },
  {
    id: 'request.field-invalid',
    source: 'https://support.bigcommerce.com/s/article/Platform-Limits',
    about: 'price that must be larger than nothing is no large body',
    exchange: asked(
      'POST',
      '/v3/catalog/products',
      422,
      invalid('The request has errors', { price: 'Price must be larger than or equal to 0' }),
      { requestBody: { ...PRODUCT, price: -1 } },
    ),
  },
  {
    id: 'limit.plan-capacity',
    source: 'https://support.bigcommerce.com/s/article/Platform-Limits',
    about: 'feature that is available only on another plan',
    exchange: asked('POST', '/v3/pricelists', 403, problem(403, 'Price lists are available only on Enterprise: upgrade your plan.'), {
      requestBody: { name: 'VIP' },
    }),
  },
  {
    id: 'resource.duplicate',
    source: 'https://github.com/bigcommerce/api-specs/pull/140',
    about: 'subscriber that is there already is no plan',
    exchange: asked('POST', '/v3/customers/subscribers', 409, problem(409, 'Subscription already exists for this email'), {
      requestBody: { email: 'ida@example.com' },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/pull/184',
    about: 'redirect whose URL is not valid is no OAuth',
    exchange: asked('PUT', '/v3/storefront/redirects', 422, invalid('The request has errors', { '0.to': 'Redirect URL is not valid' }), {
      requestBody: [{ from_path: '/a', to: { type: 'url', url: 'x' } }],
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/docs/pull/184',
    about: 'cors in a management answer is no wrong origin',
    exchange: asked(
      'POST',
      '/v3/storefront/api-token',
      422,
      invalid('Invalid', { allowed_cors_origins: 'cors origin is not a valid URL' }),
      {
        requestBody: { allowed_cors_origins: ['https://a.example'], channel_id: 1, expires_at: 1885635176 },
      },
    ),
  },
  {
    id: 'limit.quota',
    source: 'https://github.com/bigcommerce/bigcommerce-api-python/issues/88',
    about: 'rate limit exceeded in words is no platform count',
    exchange: asked(
      'GET',
      '/v2/orders?limit=250',
      429,
      { status: 429, title: 'Rate limit exceeded', type: DOCS, errors: {} },
      {
        headers: json({
          'x-rate-limit-time-reset-ms': '9310',
          'x-rate-limit-requests-left': '0',
          'x-rate-limit-requests-quota': '150',
          'x-rate-limit-time-window-ms': '30000',
        }),
      },
    ),
  },
  {
    id: 'limit.platform-load',
    source: 'https://docs.bigcommerce.com/developer/docs/overview/api-fundamentals/rate-limits',
    about: 'limit exceeded, and no header of a quota',
    exchange: asked('POST', '/v3/catalog/products', 429, 'Limit exceeded, slow down', {
      headers: { 'content-type': 'text/plain' },
      requestBody: PRODUCT,
    }),
  },
  {
    id: 'resource.missing',
    or: ['request.route-unknown'],
    source: 'https://github.com/bigcommerce/stencil-cli/issues/901',
    about: 'page of the shop that is gone: its words are about anything',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/products/31`,
      requestHeaders: {},
      status: 404,
      headers: html(),
      body: themed('Not found'),
    },
  },
  {
    id: 'platform.maintenance',
    source: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    about: 'shop down for maintenance, a page with its words',
    exchange: {
      method: 'GET',
      url: storefront('/api/storefront/carts'),
      requestHeaders: {},
      status: 503,
      headers: html(),
      body: '<!DOCTYPE html><html><head><title>Down for maintenance</title></head><body><h1>We will be right back</h1></body></html>',
    },
  },
  {
    id: 'request.body-not-array',
    source: 'https://github.com/bigcommerce/api-specs/pull/450',
    about: 'one customer as an object',
    exchange: asked('POST', '/v3/customers', 422, problem(422, 'Expected a list of customers'), {
      requestBody: { email: 'ida@example.com' },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/api/issues/61',
    about: 'a field that must be an array, in a body that is an object',
    exchange: asked('POST', '/v3/catalog/products', 422, problem(422, "The field 'categories' must be an array"), {
      requestBody: { ...PRODUCT, categories: 18 },
    }),
  },
  {
    id: 'request.content-type-missing',
    source: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    about: 'webhook made without Content-Type',
    exchange: {
      method: 'POST',
      url: api('/v3/hooks'),
      requestHeaders: signed(),
      requestBody: { scope: 'store/order/*', destination: 'https://a.example/x' },
      status: 400,
      headers: json(),
      body: '',
    },
  },
  {
    id: 'request.field-missing',
    source: 'https://github.com/bigcommerce/api/issues/61',
    about: 'fields are named, so that the body was read, whatever its header',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products'),
      requestHeaders: signed(),
      requestBody: { name: 'a' },
      status: 422,
      headers: json(),
      body: invalid('Missing', { type: 'error.path.missing', weight: 'error.path.missing' }),
    },
  },
  {
    id: 'auth.b2b-store-hash-missing',
    source: 'https://github.com/bigcommerce/docs/pull/288',
    about: 'B2B asked with X-Auth-Token alone',
    exchange: {
      method: 'GET',
      url: b2b('/api/v3/io/companies'),
      requestHeaders: signed(),
      status: 500,
      headers: html(),
      body: '<h1>Server Error (500)</h1>',
    },
  },
  {
    id: 'request.field-missing',
    source: 'https://github.com/bigcommerce/docs/pull/288',
    about: 'B2B company without an e-mail address',
    exchange: {
      method: 'POST',
      url: b2b('/api/v3/io/companies'),
      requestHeaders: b2bSigned(),
      requestBody: { companyName: 'Oak' },
      status: 422,
      headers: json(),
      body: { code: 422, data: { errMsg: { companyEmail: ['This field is required.'] } }, meta: { message: 'Parameter Error' } },
    },
  },
  {
    id: 'platform.error',
    source: 'https://github.com/bigcommerce/bigcommerce-api-python/issues/13',
    about: 'store information, 500 in V2',
    exchange: asked('GET', '/v2/store', 500, [{ status: 500, message: 'An error has occurred.' }], { headers: json() }),
  },
  {
    id: 'platform.error',
    source: 'https://github.com/getconversio/node-bigcommerce/issues/40',
    about: '500 as a page',
    exchange: asked(
      'GET',
      '/v2/orders/12',
      500,
      '<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body><pre>Internal Server Error</pre></body></html>',
      { headers: html() },
    ),
  },
  {
    id: 'resource.job-active',
    source: 'https://github.com/bigcommerce/docs/pull/830',
    about: 'export while another runs',
    exchange: asked(
      'POST',
      '/v3/storefront/redirects/imex/export',
      429,
      problem(429, 'This store already has an active import or export job running'),
    ),
  },
  {
    id: 'resource.quantity-limit',
    source: 'https://github.com/vercel/commerce/issues/635',
    about: 'fewer than may be bought at a time',
    exchange: asked('POST', '/v3/carts', 422, problem(422, 'The minimum purchase quantity for Oak chair is 4'), {
      requestBody: { line_items: [{ product_id: 7, quantity: 1 }] },
    }),
  },
  {
    id: 'request.field-invalid',
    source: 'https://github.com/bigcommerce/api-specs/pull/1044',
    about: 'a tier of a price list is no limit of a purchase',
    exchange: asked(
      'PUT',
      '/v3/pricelists/2/records',
      422,
      {
        batch_errors: [
          { data: { variant_id: 5 }, field_errors: { 'bulk_pricing_tiers.0.quantity_min': 'quantity_min must be at least 2' } },
        ],
      },
      {
        requestBody: [{ variant_id: 5, currency: 'usd', price: 1, bulk_pricing_tiers: [{ quantity_min: 1 }] }],
      },
    ),
  },
  {
    id: 'resource.out-of-stock',
    source: 'https://github.com/vercel/commerce/issues/635',
    about: 'more than is there',
    exchange: asked('POST', '/v3/carts', 422, problem(422, 'Oak chair is out of stock'), {
      requestBody: { line_items: [{ product_id: 7, quantity: 90 }] },
    }),
  },
  {
    id: 'request.method-not-on-route',
    source: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    about: 'PUT on all orders',
    exchange: asked('PUT', '/v2/orders', 405, [{ status: 405, message: 'The requested method is not supported by this resource.' }], {
      requestBody: { status_id: 2 },
    }),
  },
  {
    id: 'request.limit-too-high',
    source: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
    about: '1000 products of a page',
    exchange: asked('GET', '/v3/catalog/products?limit=1000', 422, problem(422, 'Query parameter "limit" must be at most 250')),
  },
];
