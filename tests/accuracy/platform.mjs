import { DOCS, SHOP, api, b2b, b2bSigned, bearer, gateway, html, json, problem, signed, signedJson, store, storefront } from './shared.mjs';

const page = (title) => `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`;

export default [
  {
    id: 'platform.error',
    about: 'V3 read with a problem',
    exchange: {
      method: 'GET',
      url: api('/v3/customers/attributes?limit=20'),
      requestHeaders: signed(),
      status: 500,
      headers: store(),
      body: problem(500, 'Internal Server Error'),
    },
  },
  {
    id: 'platform.error',
    about: 'whole HTML page for a V2 write',
    exchange: {
      method: 'POST',
      url: api('/v2/gift_certificates'),
      requestHeaders: signedJson(),
      requestBody: { to_name: 'Kai', to_email: 'kai@example.com', amount: '20.00' },
      status: 500,
      headers: html(),
      body: '<!DOCTYPE html>\n<html>\n<head>\n<title>Error</title>\n</head>\n<body>Error</body>\n</html>',
    },
  },
  {
    id: 'platform.error',
    about: 'nothing but the status',
    exchange: {
      method: 'DELETE',
      url: api('/v3/content/widgets/0f6a2b84-7c1d-4e90-a3b5-9d8c7e6f5a41'),
      status: 500,
      headers: {},
      body: '',
    },
  },
  {
    id: 'platform.error',
    or: ['platform.gateway'],
    about: 'B2B with both headers, failure of what is behind it',
    exchange: {
      method: 'PUT',
      url: b2b('/api/v3/io/orders/4471'),
      requestHeaders: b2bSigned(),
      requestBody: { poNumber: 'PO-881' },
      status: 500,
      headers: json({ via: '1.1 google' }),
      body: { code: 500, message: 'Bigcommerce API error' },
    },
  },

  {
    id: 'platform.gateway',
    about: '502 page of the proxy',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/brands/14'),
      requestHeaders: signed(),
      status: 502,
      headers: html(),
      body: page('502 Bad Gateway'),
    },
  },
  {
    id: 'platform.gateway',
    about: '504 text of the mesh',
    exchange: {
      method: 'POST',
      url: api('/v2/orders/4471/shipments'),
      requestHeaders: signedJson(),
      requestBody: { order_address_id: 7, items: [{ order_product_id: 19, quantity: 1 }] },
      status: 504,
      headers: gateway(),
      body: 'upstream request timeout',
    },
  },
  {
    id: 'platform.gateway',
    about: '504 in JSON with all rate limit headers',
    exchange: {
      method: 'POST',
      url: api('/v3/themes/actions/activate'),
      requestHeaders: signedJson(),
      requestBody: { which: 'last_activated', configuration_id: 'fake' },
      status: 504,
      headers: store(),
      body: problem(504, 'Gateway Timeout'),
    },
  },

  {
    id: 'platform.maintenance',
    about: 'V3 says so',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products/310'),
      requestHeaders: signed(),
      status: 503,
      headers: json(),
      body: { status: 503, title: 'Service Unavailable', detail: 'Down for maintenance', type: DOCS },
    },
  },
  {
    id: 'platform.maintenance',
    about: 'page of the storefront',
    exchange: {
      method: 'GET',
      url: storefront('/api/storefront/carts'),
      status: 503,
      headers: html(),
      body: '<!DOCTYPE html><html><head><title>Down for maintenance</title></head><body></body></html>',
    },
  },
  {
    id: 'platform.maintenance',
    about: 'V2 during an upgrade',
    exchange: {
      method: 'PUT',
      url: api('/v2/customers/614'),
      requestHeaders: signedJson(),
      requestBody: { phone: '555 0117' },
      status: 503,
      headers: json(),
      body: [{ status: 503, message: 'The store is being upgraded and is currently unavailable.' }],
    },
  },

  {
    id: 'platform.suspended',
    about: 'V3 names the bill',
    exchange: {
      method: 'GET',
      url: api('/v3/channels'),
      requestHeaders: signed(),
      status: 503,
      headers: json(),
      body: problem(503, 'This store has been suspended because of a billing issue.'),
    },
  },
  {
    id: 'platform.suspended',
    about: 'V2 list form',
    exchange: {
      method: 'GET',
      url: api('/v2/orders/count'),
      requestHeaders: signed(),
      status: 503,
      headers: json(),
      body: '[{"status":503,"message":"Store suspended by administrative action."}]',
    },
  },
  {
    id: 'platform.suspended',
    about: 'suspension page of the storefront',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer(),
      requestBody: '{"query":"{ site { settings { status } } }"}',
      status: 503,
      headers: html(),
      body: '<html><head><title>Store unavailable</title></head><body>This store is suspended.</body></html>',
    },
  },

  {
    id: 'platform.degraded',
    about: 'price lists, with the seconds to wait in the body',
    exchange: {
      method: 'DELETE',
      url: api('/v3/pricelists/6'),
      requestHeaders: signed(),
      status: 503,
      headers: store(),
      body: {
        error: {
          code: 'SERVICE_DEGRADED',
          message: 'Service temporarily unavailable',
          details: 'Please retry later',
          retry_after_seconds: 45,
          timestamp: '2026-03-02T10:15:00.000Z',
        },
      },
    },
  },
  {
    id: 'platform.degraded',
    about: 'price records, body as text',
    exchange: {
      method: 'PUT',
      url: api('/v3/pricelists/6/records'),
      requestHeaders: signedJson(),
      requestBody: [{ variant_id: 402, price: 18, currency: 'eur' }],
      status: 503,
      headers: json(),
      body: '{"error":{"code":"SERVICE_DEGRADED","message":"Degraded","retry_after_seconds":120}}',
    },
  },
  {
    id: 'platform.degraded',
    or: ['platform.maintenance'],
    about: 'refund while the tax service is away',
    exchange: {
      method: 'POST',
      url: api('/v3/orders/4471/payment_actions/refund_quotes'),
      requestHeaders: signedJson(),
      requestBody: { items: [{ item_type: 'PRODUCT', item_id: 19, quantity: 1 }] },
      status: 503,
      headers: store(),
      body: {
        data: [],
        errors: [{ order_id: 4471, status: 503, error: 'Tax service unavailable' }],
        meta: { total: 1, success: 0, failure: 1 },
      },
    },
  },

  {
    id: 'platform.expensive-query',
    about: 'every include and the largest page, 504',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products?limit=250&page=12' + '&include=variants,images,custom_fields,bulk_pricing_rules,modifiers,options'),
      requestHeaders: signed(),
      status: 504,
      headers: gateway(),
      body: 'upstream request timeout',
    },
  },
  {
    id: 'platform.expensive-query',
    or: ['platform.error'],
    about: 'customers with all that hangs on them, 500',
    exchange: {
      method: 'GET',
      url: api('/v3/customers?limit=250&include=addresses,storecredit,attributes,formfields'),
      requestHeaders: signed(),
      status: 500,
      headers: store(),
      body: problem(500, 'Internal Server Error'),
    },
  },
  {
    id: 'platform.expensive-query',
    about: 'V2 orders with consignments, 504 as a page',
    exchange: {
      method: 'GET',
      url: api('/v2/orders?limit=250&include=consignments,consignments.line_items,fees'),
      status: 504,
      headers: html(),
      body: page('504 Gateway Time-out'),
    },
  },

  {
    id: 'platform.blocked-by-proxy',
    about: 'challenge in front of the storefront',
    exchange: {
      method: 'POST',
      url: `${SHOP}/graphql`,
      requestHeaders: bearer({ 'User-Agent': 'node' }),
      requestBody: { query: 'query { site { settings { storeName } } }' },
      status: 403,
      headers: html({ server: 'cloudflare', 'cf-mitigated': 'challenge', 'cf-ray': '8c1f0e5d2b7a-OSL' }),
      body:
        '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>' +
        '<noscript>Enable JavaScript and cookies to continue</noscript>' +
        '<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script></body></html>',
    },
  },
  {
    id: 'platform.blocked-by-proxy',
    about: 'request blocked by a rule of the merchant',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts?include=lineItems.digitalItems.options`,
      status: 403,
      headers: html({ Server: 'cloudflare', 'CF-RAY': '8c1f13aa90c4-AMS' }),
      body:
        '<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head>' +
        '<body><h1>Sorry, you have been blocked</h1></body></html>',
    },
  },
  {
    id: 'platform.blocked-by-proxy',
    about: 'old form of the challenge, with 503',
    exchange: {
      method: 'GET',
      url: storefront('/customer/current.jwt?app_client_id=fakeclient'),
      status: 503,
      headers: html({ server: 'cloudflare' }),
      body:
        '<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before ' +
        'accessing the site.</h1><form id="challenge-form" action="/"></form></body></html>',
    },
  },
  {
    id: 'platform.blocked-by-proxy',
    about: 'proxy of a company in front of the API',
    exchange: {
      method: 'GET',
      url: api('/v3/catalog/products'),
      requestHeaders: signed(),
      status: 403,
      headers: html({
        server: 'squid/5.7',
        via: '1.1 proxy.corp.example (squid/5.7)',
        'x-squid-error': 'ERR_ACCESS_DENIED 0',
      }),
      body: '<html><head><title>ERROR: The requested URL could not be retrieved</title></head></html>',
    },
  },

  {
    id: 'platform.worker-failed',
    about: 'own Worker without the binding of its token',
    exchange: {
      method: 'GET',
      url: 'http://localhost:8787/v3/catalog/products',
      status: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: {
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        detail: 'The Worker has no text binding BC_TOKEN, which options.token names: add a variable or a secret.',
        code: 'misconfigured',
      },
    },
  },
  {
    id: 'platform.worker-failed',
    about: 'a Worker that threw',
    exchange: {
      method: 'GET',
      url: `${SHOP}/api/storefront/carts`,
      status: 500,
      headers: { 'content-type': 'text/plain; charset=UTF-8', server: 'cloudflare' },
      body: 'error code: 1101',
    },
  },
  {
    id: 'platform.degraded',
    about: 'transactions of an order while the payment service is away',
    source: 'https://github.com/bigcommerce/docs/pull/732',
    exchange: {
      method: 'GET',
      url: 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/orders/4471/transactions',
      requestHeaders: {
        'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt',
        Accept: 'application/json',
      },
      status: 503,
      headers: {
        'content-type': 'application/json',
      },
      body: {
        status: 503,
        title: 'Service Unavailable',
        type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
      },
    },
  },
  {
    id: 'platform.degraded',
    about: 'capture while the gateway of the provider is away',
    source: 'https://github.com/bigcommerce/docs/pull/732',
    exchange: {
      method: 'POST',
      url: 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/orders/4471/payment_actions/capture',
      requestHeaders: {
        'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt',
        Accept: 'application/json',
        'Content-Type': 'application/json',
      },
      status: 503,
      headers: {
        'content-type': 'application/json',
      },
      body: {
        status: 503,
        title: 'The payment provider could not connect to its gateway',
        type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
      },
    },
  },
  {
    id: 'platform.degraded',
    about: 'the API counts, one service behind it is away',
    source: 'https://github.com/bigcommerce/docs/issues/258',
    exchange: {
      method: 'GET',
      url: 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/catalog/products/310/reviews',
      requestHeaders: {
        'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt',
        Accept: 'application/json',
      },
      status: 503,
      headers: {
        'content-type': 'application/json',
        'x-rate-limit-requests-left': '131',
        'x-rate-limit-requests-quota': '150',
        'x-rate-limit-time-reset-ms': '18440',
        'x-rate-limit-time-window-ms': '30000',
        'x-request-id': '91d3f40be8725c6aa1740e9cb53d28f7',
      },
      body: {
        status: 503,
        title: 'Service Unavailable',
        type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
      },
    },
  },
  {
    id: 'platform.gateway',
    about: 'activation of a theme with a wrong config.json',
    source: 'https://github.com/bigcommerce/stencil-cli/issues/1163',
    exchange: {
      method: 'POST',
      url: 'https://api.bigcommerce.com/stores/w3kq81fzxd/v3/themes/actions/activate',
      requestHeaders: {
        'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt',
        Accept: 'application/json',
        'Content-Type': 'application/json',
      },
      requestBody: '{"variation_id":"f1","which":"original"}',
      status: 502,
      headers: {
        'content-type': 'text/html',
      },
      body: '<html><head><title>502 Bad Gateway</title></head><body></body></html>',
    },
  },
];
