import {
  DOCS,
  SHOP,
  STORE,
  api,
  b2b,
  b2bError,
  b2bSigned,
  bearer,
  json,
  problem,
  signed,
  signedJson,
  store,
  storefront,
} from './shared.mjs';

const CART = '8f1c0b52-6a4e-4f0d-b7a1-3c9d2e6f5a08';

const CHANNEL_NOT_LIVE = 'Operation cannot be performed as the storefront channel is not live';

export default [
  {
    id: 'resource.missing',
    about: 'the title names a product',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products/99812'),
      requestHeaders: signed(),
      status: 404,
      headers: store({ 'content-type': 'application/problem+json' }),
      body: problem(404, 'The product with id 99812 does not exist'),
    },
  },
  {
    id: 'resource.missing',
    about: 'V2 list on a known path',
    exchange: {
      method: 'GET',
      url: api('/v2/orders/771904/products'),
      requestHeaders: signed(),
      status: 404,
      headers: store(),
      body: '[{"status":404,"message":"The requested resource was not found."}]',
    },
  },
  {
    id: 'resource.missing',
    about: 'expired storefront cart',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/carts/${CART}/items`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { lineItems: [{ productId: 310, quantity: 1 }] },
      status: 404,
      headers: json(),
      body: problem(404, 'Cart does not exist'),
    },
  },
  {
    id: 'resource.missing',
    about: 'no title, but path and rate limit headers are those of a store',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/brands/4408'),
      requestHeaders: signed(),
      status: 404,
      headers: store({ 'content-type': 'application/problem+json' }),
      body: { status: 404, type: DOCS },
    },
  },

  {
    id: 'resource.duplicate',
    about: 'product name in use',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Oak bench', type: 'physical', price: 120, weight: 9 },
      status: 409,
      headers: store(),
      body: problem(409, 'The product name is a duplicate', { errors: { name: 'The name is a duplicate' } }),
    },
  },
  {
    id: 'resource.duplicate',
    about: 'customer e-mail in use, with 422',
    exchange: {
      method: 'POST',
      url: api('/v3/customers'),
      requestHeaders: signedJson(),
      requestBody: [{ email: 'ida@example.com', first_name: 'Ida', last_name: 'Berg' }],
      status: 422,
      headers: store(),
      body: problem(422, 'Create customers failed.', {
        errors: { '.customer_create': 'Error creating customers: email ida@example.com already in use' },
      }),
    },
  },
  {
    id: 'resource.duplicate',
    about: 'V2 coupon code in use, with details',
    exchange: {
      method: 'POST',
      url: api('/v2/coupons'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Autumn', code: 'AUTUMN10', type: 'per_total_discount', amount: 5 },
      status: 409,
      headers: store(),
      body: [
        {
          status: 409,
          message: "The field 'code' is invalid.",
          details: { conflict_reason: 'A coupon with this code already exists.' },
        },
      ],
    },
  },
  {
    id: 'resource.duplicate',
    about: 'B2B company e-mail in use',
    exchange: {
      method: 'POST',
      url: b2b('/api/v3/io/companies'),
      requestHeaders: b2bSigned(),
      requestBody: { companyName: 'Harbor Ltd', companyEmail: 'office@example.com' },
      status: 409,
      headers: json(),
      body: b2bError(409, 'Company email already exists', 'Company email already exists'),
    },
  },

  {
    id: 'resource.version-mismatch',
    about: 'management cart changed in between',
    exchange: {
      method: 'PUT',
      url: api(`/v3/carts/${CART}`),
      requestHeaders: signedJson(),
      requestBody: { customer_id: 614, version: 3 },
      status: 409,
      headers: store(),
      body: problem(409, 'Cart conflict: the given version does not match the current version'),
    },
  },
  {
    id: 'resource.version-mismatch',
    about: 'storefront cart, general words but a version was sent',
    exchange: {
      method: 'PUT',
      url: `${SHOP}/api/storefront/carts/${CART}/items/2b6c9e40-11d7-4b0e-9d54-7f8a0c3e1b62`,
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { lineItem: { quantity: 3, productId: 310 }, version: 7 },
      status: 409,
      headers: json(),
      body: problem(409, 'The request cannot be processed due to a possible conflict. Please review and try again.'),
    },
  },
  {
    id: 'resource.version-mismatch',
    about: 'checkout, request body as text',
    exchange: {
      method: 'POST',
      url: api(`/v3/checkouts/${CART}/discounts`),
      requestHeaders: signedJson(),
      requestBody: '{"cart":{"discounts":[{"discounted_amount":4,"name":"staff"}]},"version":12}',
      status: 409,
      headers: store(),
      body: { status: 409, title: 'Conflict', detail: 'The checkout version is out of date' },
    },
  },

  {
    id: 'resource.reference-missing',
    about: 'brand of a new product does not exist',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products'),
      requestHeaders: signedJson(),
      requestBody: { name: 'Pine shelf', type: 'physical', price: 60, weight: 4, brand_id: 99017 },
      status: 409,
      headers: store(),
      body: problem(409, 'The brand_id is invalid', { errors: { brand_id: 'Brand 99017 does not exist' } }),
    },
  },
  {
    id: 'resource.reference-missing',
    about: 'category of an update does not exist',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/products/310'),
      requestHeaders: signedJson(),
      requestBody: { categories: [18, 72001] },
      status: 422,
      headers: store(),
      body: problem(422, 'Could not find one or more of the given categories: 72001', { errors: {} }),
    },
  },
  {
    id: 'resource.reference-missing',
    about: 'price record for a variant that is gone',
    exchange: {
      method: 'PUT',
      url: api('/v3/pricelists/6/records'),
      requestHeaders: signedJson(),
      requestBody: [{ variant_id: 40299, price: 18, currency: 'eur' }],
      status: 422,
      headers: store(),
      body: {
        batch_errors: [
          {
            data: { price_list_id: 6, variant_id: 40299, currency: 'eur' },
            field_errors: { variant_id: 'Variant 40299 does not exist' },
          },
        ],
      },
    },
  },

  {
    id: 'resource.in-use',
    about: 'location is the shipping origin',
    exchange: {
      method: 'DELETE',
      url: api('/v3/inventory/locations?location_id:in=3'),
      requestHeaders: signed(),
      status: 422,
      headers: store({ 'content-type': 'application/problem+json' }),
      body: problem(422, "Location can't be deleted. Warehouse North is set as a shipping origin."),
    },
  },
  {
    id: 'resource.in-use',
    about: 'tax property still assigned to products',
    exchange: {
      method: 'DELETE',
      url: api('/v3/tax/properties?id:in=21'),
      requestHeaders: signed(),
      status: 409,
      headers: store(),
      body: problem(409, 'Tax property 21 is in use by products and cannot be deleted'),
    },
  },
  {
    id: 'resource.in-use',
    about: 'category whose products would be orphans',
    exchange: {
      method: 'DELETE',
      url: api('/v3/catalog/categories/88'),
      requestHeaders: signed(),
      status: 422,
      headers: store(),
      body: problem(422, 'The category cannot be deleted because it still contains products', { errors: {} }),
    },
  },

  {
    id: 'resource.locked',
    about: '423 with a problem',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/trees'),
      requestHeaders: signedJson(),
      requestBody: [{ id: 1, name: 'Main' }],
      status: 423,
      headers: store(),
      body: problem(423, 'The resource is currently locked'),
    },
  },
  {
    id: 'resource.locked',
    about: '423 without a body',
    exchange: {
      method: 'PUT',
      url: api('/v2/orders/4471'),
      requestHeaders: signedJson(),
      requestBody: { status_id: 2 },
      status: 423,
      headers: store(),
      body: '',
    },
  },
  {
    id: 'resource.locked',
    about: '423 on a price list',
    exchange: {
      method: 'DELETE',
      url: api('/v3/pricelists/6/records?sku:in=HP-22'),
      status: 423,
      headers: json(),
      body: '{"status":423,"title":"Locked"}',
    },
  },

  {
    id: 'resource.job-active',
    about: 'export of redirects while another runs',
    exchange: {
      method: 'POST',
      url: api('/v3/storefront/redirects/imex/export'),
      requestHeaders: signedJson(),
      requestBody: {},
      status: 429,
      headers: store(),
      body: problem(429, 'This store already has an active import or export job running.'),
    },
  },
  {
    id: 'resource.job-active',
    about: 'deployment while another is in progress',
    exchange: {
      method: 'POST',
      url: api('/v3/infrastructure/deployments'),
      requestHeaders: signedJson(),
      requestBody: { project_uuid: '5c1e7a90-2d4b-4f36-8a0c-9e7b6d5f4c31', upload_uuid: 'fake' },
      status: 409,
      headers: json(),
      body: problem(409, 'A deployment is already in progress for this project.', { errors: {} }),
    },
  },
  {
    id: 'resource.job-active',
    about: 'theme upload while another is processed',
    exchange: {
      method: 'POST',
      url: api('/v3/themes'),
      requestHeaders: signed({ 'Content-Type': 'multipart/form-data; boundary=----fakeboundary' }),
      status: 409,
      headers: store(),
      body: problem(409, 'Another theme upload is still being processed. Please try again later.'),
    },
  },

  {
    id: 'resource.quantity-limit',
    about: 'maximum of a product, with 422',
    exchange: {
      method: 'PUT',
      url: api(`/v3/carts/${CART}/items/5d0e2c71-4b8a-4a39-90f6-1e7c8b2d6a44`),
      requestHeaders: signedJson(),
      requestBody: { line_item: { product_id: 310, quantity: 12 } },
      status: 422,
      headers: store(),
      body: problem(422, 'You can only purchase a maximum of 6 of the Oak bench per order.'),
    },
  },
  {
    id: 'resource.quantity-limit',
    about: 'minimum of a product, with 409 on the storefront',
    exchange: {
      method: 'POST',
      url: storefront('/api/storefront/carts'),
      requestHeaders: { 'Content-Type': 'application/json' },
      requestBody: { lineItems: [{ productId: 318, quantity: 1 }] },
      status: 409,
      headers: json(),
      body: problem(409, 'You need to purchase a minimum of 4 of the Pine coaster per order.'),
    },
  },
  {
    id: 'resource.quantity-limit',
    about: 'a 500 that names the maximum',
    exchange: {
      method: 'POST',
      url: api(`/v3/carts/${CART}/items`),
      requestHeaders: signedJson(),
      requestBody: { line_items: [{ product_id: 310, variant_id: 402, quantity: 40 }] },
      status: 500,
      headers: store(),
      body: { status: 500, title: 'You can only purchase a maximum of 6 of the Oak bench per order.' },
    },
  },

  {
    id: 'resource.out-of-stock',
    about: 'management cart',
    exchange: {
      method: 'POST',
      url: api('/v3/carts'),
      requestHeaders: signedJson(),
      requestBody: { line_items: [{ product_id: 318, variant_id: 411, quantity: 9 }] },
      status: 422,
      headers: store(),
      body: problem(422, 'Pine coaster (4-pack) is out of stock and cannot be added to the cart.'),
    },
  },
  {
    id: 'resource.out-of-stock',
    about: 'storefront cart wants more than there is',
    exchange: {
      method: 'POST',
      url: `${SHOP}/api/storefront/carts/${CART}/items`,
      requestHeaders: { 'Content-Type': 'application/json', Accept: 'application/json' },
      requestBody: '{"lineItems":[{"productId":318,"quantity":30}]}',
      status: 422,
      headers: json(),
      body: problem(422, "We don't have enough Pine coaster stock on hand for the quantity you selected."),
    },
  },
  {
    id: 'resource.out-of-stock',
    about: 'V2 order',
    exchange: {
      method: 'POST',
      url: api('/v2/orders'),
      requestHeaders: signedJson(),
      requestBody: { billing_address: { first_name: 'Ida' }, products: [{ product_id: 318, quantity: 30 }] },
      status: 400,
      headers: store(),
      body: [
        {
          status: 400,
          message: 'Insufficient stock to create the order.',
          details: { errors: [{ product_id: 318, reason: 'Only 4 of this product are in stock.' }] },
        },
      ],
    },
  },

  {
    id: 'resource.channel-inactive',
    about: 'GraphQL sign-in on a channel that is not live',
    exchange: {
      method: 'POST',
      url: `https://store-${STORE}-1408821.mybigcommerce.com/graphql`,
      requestHeaders: bearer(),
      requestBody: {
        query: 'mutation ($e: String!, $p: String!) { login(email: $e, password: $p) { result } }',
        variables: { e: 'ida@example.com', p: 'fake' },
      },
      status: 200,
      headers: json(),
      body: {
        data: null,
        errors: [{ message: CHANNEL_NOT_LIVE, path: ['login'], locations: [{ line: 1, column: 37 }] }],
      },
    },
  },
  {
    id: 'resource.channel-inactive',
    about: 'GraphQL cart on a channel that is not live, body as text',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: '{"query":"mutation { cart { createCart(input: {}) { cart { entityId } } } }"}',
      status: 200,
      headers: json(),
      body: `{"data":{"cart":{"createCart":null}},"errors":[{"message":"${CHANNEL_NOT_LIVE}"}]}`,
    },
  },
  {
    id: 'resource.channel-inactive',
    about: 'deleted channel updated',
    exchange: {
      method: 'PUT',
      url: api('/v3/channels/1408830'),
      requestHeaders: signedJson(),
      requestBody: { status: 'active' },
      status: 422,
      headers: store(),
      body: problem(422, 'The channel 1408830 was deleted and cannot be updated. It can be restored within 90 days.', { errors: {} }),
    },
  },

  {
    id: 'resource.legacy-model',
    about: 'modifier on a product with an option set',
    exchange: {
      method: 'POST',
      url: api('/v3/catalog/products/310/modifiers'),
      requestHeaders: signedJson(),
      requestBody: { type: 'text', required: false, display_name: 'Engraving' },
      status: 422,
      headers: store(),
      body: problem(
        422,
        'The product is currently associated with an option set, please remove it before editing an option ' + 'or modifier.',
        { errors: { product_id: 'The product is currently associated with an option set' } },
      ),
    },
  },
  {
    id: 'resource.legacy-model',
    about: 'variant of a product that was made with V2',
    exchange: {
      method: 'PUT',
      url: api('/v3/catalog/products/311/variants/420'),
      requestHeaders: signedJson(),
      requestBody: { option_values: [{ option_id: 9, id: 31 }] },
      status: 409,
      headers: store(),
      body: problem(409, 'This product uses a V2 option set. Remove it to manage variants with V3.'),
    },
  },
  {
    id: 'resource.legacy-model',
    about: 'option set met when an option is deleted',
    exchange: {
      method: 'DELETE',
      url: api('/v3/catalog/products/312/options/57'),
      requestHeaders: signed(),
      status: 422,
      headers: store(),
      body: '{"status":422,"title":"Options of a product with an assigned option set cannot be changed."}',
    },
  },

  {
    id: 'resource.legacy-model',
    about: 'user name and key at a shop’s own address',
    says: ['stores/HASH/v2/orders'],
    exchange: {
      method: 'GET',
      url: storefront('/api/v2/orders.json'),
      requestHeaders: { Authorization: 'Basic ZmFrZXVzZXI6ZmFrZWtleQ==', Accept: 'application/json' },
      status: 401,
      headers: json(),
      body: [{ status: 401, message: 'Unauthorized' }],
    },
  },

  {
    id: 'resource.missing',
    about: 'a script of a theme that was replaced since',
    exchange: {
      method: 'GET',
      url: 'https://cdn11.bigcommerce.com/s-w3kq81fzxd/stencil/2f1c0b52/e/6a4e4f0d/dist/theme-bundle.main.js',
      status: 404,
    },
  },

  {
    id: 'resource.version-mismatch',
    about: 'an order of a cart that changed since',
    exchange: {
      method: 'POST',
      url: `${SHOP}/internalapi/v1/checkout/order`,
      status: 409,
      headers: json(),
      body: { status: 409, title: 'The order was not placed', type: 'cart_has_changed' },
    },
  },
];
