// Where BigCommerce is the one who asks, and an endpoint of somebody else fails.

export default [
  {
    id: 'callback.receiver',
    about: 'webhook 500',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://app.example.com/hooks/orders',
      status: 500,
      headers: {
        server: 'nginx',
      },
      body: '<html><head><title>500</title></head><body>Internal Server Error</body></html>',
      requestBody:
        '{"scope": "store/order/updated", "store_id": "1025646", "data": {"type": "order", "id": 250}, "hash": "dd70c0976e06b67aaf671e73f49dcb79230ebf9d", "created_at": 1561479335, "producer": "stores/w3kq81fzxd"}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'webhook timeout',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://app.example.com/hooks/orders',
      requestBody:
        '{"scope": "store/order/updated", "store_id": "1025646", "data": {"type": "order", "id": 250}, "hash": "dd70c0976e06b67aaf671e73f49dcb79230ebf9d", "created_at": 1561479335, "producer": "stores/w3kq81fzxd"}',
      failure: 'timeout',
    },
  },
  {
    id: 'callback.receiver',
    about: 'webhook 302',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://app.example.com/hooks/orders',
      status: 302,
      headers: {
        location: '/login',
      },
      requestBody:
        '{"scope": "store/order/updated", "store_id": "1025646", "data": {"type": "order", "id": 250}, "hash": "dd70c0976e06b67aaf671e73f49dcb79230ebf9d", "created_at": 1561479335, "producer": "stores/w3kq81fzxd"}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'webhook 403 cf',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://app.example.com/hooks/orders',
      status: 403,
      headers: {
        'content-type': 'text/html; charset=UTF-8',
        server: 'cloudflare',
        'cf-ray': '8c1f-AMS',
      },
      body: '<html><head><title>Just a moment...</title></head></html>',
      requestBody:
        '{"scope": "store/order/updated", "store_id": "1025646", "data": {"type": "order", "id": 250}, "hash": "dd70c0976e06b67aaf671e73f49dcb79230ebf9d", "created_at": 1561479335, "producer": "stores/w3kq81fzxd"}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'webhook ngrok 502',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://abc.ngrok.io/hooks',
      status: 502,
      headers: {
        'ngrok-error-code': 'ERR_NGROK_8012',
      },
      body: '',
      requestBody:
        '{"scope": "store/order/updated", "store_id": "1025646", "data": {"type": "order", "id": 250}, "hash": "dd70c0976e06b67aaf671e73f49dcb79230ebf9d", "created_at": 1561479335, "producer": "stores/w3kq81fzxd"}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'webhook signed',
    source: 'https://docs.bigcommerce.com/developer/docs/webhooks/overview',
    exchange: {
      method: 'POST',
      url: 'https://app.example.com/hooks/orders',
      status: 401,
      headers: {},
      requestBody: '{"scope":"store/cart/created","data":{"type":"cart","id":"x"},"hash":"a"}',
      requestHeaders: {
        'webhook-id': 'msg_1',
        'webhook-signature': 'v1,abc',
        'webhook-timestamp': '1',
      },
    },
  },
  {
    id: 'callback.receiver',
    about: 'tax',
    source: 'https://github.com/bigcommerce/docs/pull/214',
    exchange: {
      method: 'POST',
      url: 'https://tax.example.com/estimate',
      requestBody:
        '{"id": "x", "currency_code": "USD", "transaction_date": "2026", "customer": {"customer_id": "0"}, "documents": [{"id": "1"}]}',
      failure: 'timeout',
    },
  },
  {
    id: 'callback.receiver',
    about: 'ship',
    source: 'https://github.com/bigcommerce/docs/blob/main/docs/integrations/shipping.mdx',
    exchange: {
      method: 'POST',
      url: 'https://ship.example.com/rate',
      status: 500,
      headers: {},
      requestBody:
        '{"base_options": {"origin": {}, "destination": {}, "items": [], "store_id": "x"}, "connection_options": {}, "zone_options": {}, "rate_options": []}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'load 500',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/101',
    exchange: {
      method: 'GET',
      url: 'https://app.example.com/api/load?signed_payload_jwt=eyJ.a.b',
      status: 500,
      headers: {},
      body: 'Internal Server Error',
    },
  },
  {
    id: 'auth.callback-jwt',
    about: 'load sig',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/101',
    exchange: {
      method: 'GET',
      url: 'https://app.example.com/api/load?signed_payload_jwt=eyJ.a.b',
      status: 401,
      headers: {},
      body: '{"error":"invalid signature"}',
    },
  },
  {
    id: 'auth.callback-jwt',
    about: 'load none',
    source: 'https://github.com/bigcommerce/sample-app-nodejs/issues/101',
    exchange: {
      method: 'GET',
      url: 'https://app.example.com/api/load',
      status: 500,
      headers: {},
      body: '{"message":"jwt must be provided"}',
    },
  },
  {
    id: 'callback.receiver',
    about: 'uninstall 404',
    source: 'https://developer.bigcommerce.com/docs/integrations/apps/guide/callbacks',
    exchange: {
      method: 'GET',
      url: 'https://app.example.com/api/uninstall?signed_payload_jwt=eyJ.a.b',
      status: 404,
      headers: {},
      body: '',
    },
  },
  {
    id: 'callback.receiver',
    about: 'install 500',
    source: 'https://developer.bigcommerce.com/docs/integrations/apps/guide/auth',
    exchange: {
      method: 'GET',
      url: 'https://app.example.com/api/auth?code=qr6h3thvbvag2ffq&scope=store_v2_orders&context=stores%2Fw3kq81fzxd&account_uuid=x',
      status: 500,
      headers: {},
      body: '',
    },
  },
];
