import { SHOP, STORE, TOKEN, api, bearer, html, json, problem, signed, signedJson, store, storefront, times } from './shared.mjs';

const pagination = (more) => ({
  total: 0,
  count: 0,
  per_page: 50,
  current_page: 1,
  total_pages: 0,
  ...more,
});

const emptyPage = { data: [], meta: { pagination: pagination() } };

const page = (count, more) => ({
  data: times(count, (at) => ({ id: 300 + at, name: `Shelf ${at}`, variants: [] })),
  meta: { pagination: pagination({ total: 86, count, per_page: 10, total_pages: 9, ...more }) },
});

export default [
  {
    id: 'result.empty-list',
    about: 'V2 list answers 204',
    exchange: {
      method: 'GET',
      url: api('/v2/orders?min_id=900000'),
      requestHeaders: signed(),
      status: 204,
      headers: store(),
      body: '',
    },
  },
  {
    id: 'result.empty-list',
    about: 'V3 list without data',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?sku:in=NO-SUCH-SKU'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: emptyPage,
    },
  },
  {
    id: 'result.empty-list',
    about: 'images of a V3 product answer 204',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products/310/images'),
      status: 204,
      headers: store(),
      body: null,
    },
  },

  {
    id: 'result.nothing-done',
    about: 'address that the customer has already',
    exchange: {
      method: 'POST',
      url: api('/v3/customers/addresses'),
      requestHeaders: signedJson(),
      requestBody: [{ customer_id: 614, address1: 'Quay 4', city: 'Bergen', country_code: 'NO' }],
      status: 200,
      headers: store(),
      body: { data: [], meta: {} },
    },
  },
  {
    id: 'result.nothing-done',
    about: 'second copy of an address, body as text',
    exchange: {
      method: 'POST',
      url: api('/v3/customers/addresses'),
      requestHeaders: signedJson(),
      requestBody: '[{"customer_id":702,"address1":"Pier 9","city":"Oslo","country_code":"NO"}]',
      status: 200,
      headers: store(),
      body: '{"data":[],"meta":{}}',
    },
  },
  {
    id: 'result.nothing-done',
    or: ['request.filter-missing'],
    about: 'customers deleted without naming any',
    exchange: {
      method: 'DELETE',
      url: api('/v3/customers'),
      requestHeaders: signed(),
      status: 204,
      headers: store(),
      body: '',
    },
  },

  {
    id: 'result.partial',
    about: 'one metafield of three failed, with 422',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/categories/metafields'),
      requestHeaders: signedJson(),
      requestBody: times(3, (at) => ({ id: 70 + at, value: 'x' })),
      status: 422,
      headers: store(),
      body: {
        data: [{ id: 70 }, { id: 71 }],
        errors: [problem(422, 'Bulk operation has failed', { errors: { 2: 'Metafield does not exist' } })],
        meta: { total: 3, success: 2, failed: 1 },
      },
    },
  },
  {
    id: 'result.partial',
    about: '207 for categories of a tree',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/trees/categories'),
      requestHeaders: signedJson(),
      requestBody: [
        { category_id: 18, name: 'Benches' },
        { category_id: 19, name: '' },
      ],
      status: 207,
      headers: store(),
      body: {
        data: [{ category_id: 18, name: 'Benches' }],
        errors: problem(422, 'Some categories could not be updated', { errors: { '1.name': 'Required' } }),
        meta: { total: 2, success: 1, failed: 1 },
      },
    },
  },
  {
    id: 'result.partial',
    about: 'customer group without its discount',
    exchange: {
      method: 'PUT',
      url: api('/v2/customer_groups/3'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Trade', discount_rules: [{ type: 'all', method: 'percent', amount: '5' }] },
      status: 207,
      headers: store(),
      body: {
        status: 207,
        message: 'The customer group was updated, but its sitewide discount was not. You may retry.',
      },
    },
  },
  {
    id: 'result.partial',
    or: ['resource.missing'],
    about: 'one page of three was not there, the others are gone',
    exchange: {
      method: 'DELETE',
      url: api('/v3/content/pages?id:in=31,32,404'),
      requestHeaders: signed(),
      status: 404,
      headers: store({ 'content-type': 'application/problem+json' }),
      body: problem(404, 'A Page was not found with an ID of 404'),
    },
  },

  {
    id: 'result.scheduled',
    about: 'categories of a tree are deleted later',
    exchange: {
      method: 'DELETE',
      url: api('/v3/catalog/trees/categories?category_id:in=18,19'),
      requestHeaders: signed(),
      status: 202,
      headers: store(),
      body: { data: [], meta: {} },
    },
  },
  {
    id: 'result.scheduled',
    about: 'payment accepted but not done',
    exchange: {
      method: 'POST',
      url: `https://payments.bigcommerce.com/stores/${STORE}/payments`,
      requestHeaders: {
        Authorization: 'PAT fakepat',
        Accept: 'application/vnd.bc.v1+json',
        'Content-Type': 'application/json',
      },
      status: 202,
      headers: json(),
      body: { data: { id: 'fake', status: 'pending' } },
    },
  },

  {
    id: 'result.unchanged',
    about: 'V2 order not modified',
    exchange: {
      method: 'GET',
      url: api('/v2/orders/4471'),
      requestHeaders: signed({ 'If-Modified-Since': 'Mon, 02 Mar 2026 09:14:00 GMT' }),
      status: 304,
      headers: {},
      body: '',
    },
  },
  {
    id: 'result.unchanged',
    about: 'V2 list not modified, request headers unknown',
    exchange: {
      method: 'GET',
      url: api('/v2/coupons'),
      status: 304,
      headers: { 'last-modified': 'Tue, 03 Mar 2026 07:00:00 GMT' },
    },
  },

  {
    id: 'result.redirected',
    about: 'storefront lives under www',
    exchange: {
      method: 'GET',
      url: 'https://harbor-and-pine.example/api/storefront/carts',
      status: 301,
      headers: html({ location: `${SHOP}/api/storefront/carts` }),
      body: '',
    },
  },
  {
    id: 'result.redirected',
    about: 'forwarded host of a proxy',
    exchange: {
      method: 'POST',
      url: storefront('/graphql'),
      requestHeaders: bearer({ 'X-Forwarded-Host': 'shop-preview.example', 'X-Forwarded-Proto': 'https' }),
      requestBody: { query: 'query { site { settings { storeName } } }' },
      status: 302,
      headers: html({ Location: `${SHOP}/graphql` }),
      body: '',
    },
  },
  {
    id: 'result.redirected',
    about: 'route moved',
    exchange: {
      method: 'GET',
      url: api('/v2/products/310'),
      requestHeaders: signed(),
      status: 302,
      headers: json({ location: api('/v3/catalog/products/310') }),
      body: '',
    },
  },

  {
    id: 'result.unknown-outcome',
    about: 'carrier connected, or not',
    exchange: {
      method: 'POST',
      url: api('/v2/shipping/carrier/connection'),
      requestHeaders: signedJson(),
      requestBody: { carrier_id: 'fedex', connection: { key: 'fake', password: 'fake' } },
      status: 204,
      headers: store(),
      body: '',
    },
  },
  {
    id: 'result.unknown-outcome',
    about: 'connection to a carrier changed, or not',
    exchange: {
      method: 'PUT',
      url: api('/v2/shipping/carrier/connection'),
      requestHeaders: {
        'x-auth-token': TOKEN,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      requestBody: '{"carrier_id":"auspost","connection":{"auspost_settings":"fake"}}',
      status: 204,
      headers: store(),
    },
  },

  {
    id: 'result.job-failed',
    about: 'upload of a theme ended badly',
    exchange: {
      method: 'GET',
      url: api('/v3/themes/jobs/5b0e7d3c1a9f4826'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: {
        data: {
          id: '5b0e7d3c1a9f4826',
          status: 'FAILED',
          percent_complete: 21,
          errors: [{ error_code: 'zip_invalid', message: 'There was a problem with the zip file.' }],
        },
        meta: {},
      },
    },
  },
  {
    id: 'result.job-failed',
    about: 'download of a theme ended badly, body as text',
    exchange: {
      method: 'GET',
      url: api('/v3/themes/jobs/77ac01e24d'),
      status: 200,
      headers: store(),
      body:
        '{"data":{"id":"77ac01e24d","status":"FAILED","errors":[{"error_code":"server_error",' +
        '"message":"A server error occurred"}]},"meta":{}}',
    },
  },

  {
    id: 'result.page-capped',
    about: 'options included, ten products for a limit of 250',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?limit=250&include=options,variants'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: page(10),
    },
  },
  {
    id: 'result.page-capped',
    about: 'modifiers included, body as text',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?include=modifiers&limit=100&page=3'),
      requestHeaders: signed(),
      status: 200,
      headers: store(),
      body: JSON.stringify(page(10, { current_page: 3 })),
    },
  },

  {
    id: 'result.deleted-all',
    about: 'subscribers deleted without a filter',
    exchange: {
      method: 'DELETE',
      url: api('/v3/customers/subscribers'),
      requestHeaders: signed(),
      status: 204,
      headers: store(),
      body: '',
    },
  },
  {
    id: 'result.deleted-all',
    about: 'orders deleted where the id is empty',
    exchange: {
      method: 'DELETE',
      url: api('/v2/orders/'),
      requestHeaders: signed(),
      status: 204,
      headers: store(),
      body: '',
    },
  },
  {
    id: 'result.job-failed',
    about: 'theme job that ends with server_error',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1349',
    exchange: {
      method: 'GET',
      url: 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/themes/jobs/d2c',
      requestHeaders: {
        'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt',
        Accept: 'application/json',
      },
      status: 200,
      headers: {
        'content-type': 'application/json',
        'x-rate-limit-requests-left': '131',
        'x-rate-limit-requests-quota': '150',
        'x-rate-limit-time-reset-ms': '18440',
        'x-rate-limit-time-window-ms': '30000',
        'x-request-id': '91d3f40be8725c6aa1740e9cb53d28f7',
      },
      body: {
        data: {
          status: 'FAILED',
          percent_complete: 100,
          errors: [
            {
              message: 'server_error',
            },
          ],
          warnings: [],
        },
        meta: {},
      },
    },
  },

  {
    id: 'result.nothing-done',
    about: 'customers deleted by a filter of another name',
    says: ['id:in'],
    exchange: { method: 'DELETE', url: api('/v3/customers?ids=112,113'), requestHeaders: signed(), status: 204, headers: store() },
  },
];
