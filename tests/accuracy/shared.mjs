// What the exchanges have in common. Nothing here is, or ever was, a real credential or store.

export const TOKEN = 'faketoken4m7x1q9z2k8v5b3n6p0sdt';

export const JWT = 'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJmYWtlIjp0cnVlfQ.ZmFrZS1zaWduYXR1cmU';

export const STORE = 'w3kq81fzxd';

export const SHOP = 'https://www.harbor-and-pine.example';

export const DOCS = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** A URL of the management API; the path begins with the version. */
export const api = (path, store = STORE) => `https://api.bigcommerce.com/stores/${store}${path}`;

export const b2b = (path) => `https://api-b2b.bigcommerce.com${path}`;

/** The storefront of a store under the name that every store has. */
export const storefront = (path, store = STORE) => `https://store-${store}.mybigcommerce.com${path}`;

export const signed = (more) => ({ 'X-Auth-Token': TOKEN, Accept: 'application/json', ...more });

export const signedJson = (more) => signed({ 'Content-Type': 'application/json', ...more });

export const bearer = (more) => ({
  'Content-Type': 'application/json',
  Accept: 'application/json',
  Authorization: `Bearer ${JWT}`,
  ...more,
});

export const b2bSigned = (more) => signedJson({ 'X-Store-Hash': STORE, ...more });

/** What comes from the gateway, before a store is reached: plain text, no rate limit headers. */
export const gateway = (more) => ({
  'content-type': 'text/plain; charset=utf-8',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-request-id': '5be07c21f6a94d3388c1e0d27fa9b644',
  ...more,
});

/** What comes from a service of the store: JSON and the four rate limit headers. */
export const store = (more) => ({
  'content-type': 'application/json',
  'x-rate-limit-requests-left': '131',
  'x-rate-limit-requests-quota': '150',
  'x-rate-limit-time-reset-ms': '18440',
  'x-rate-limit-time-window-ms': '30000',
  'x-request-id': '91d3f40be8725c6aa1740e9cb53d28f7',
  vary: 'Accept-Encoding',
  ...more,
});

export const json = (more) => ({ 'content-type': 'application/json; charset=utf-8', ...more });

export const html = (more) => ({ 'content-type': 'text/html; charset=UTF-8', ...more });

export const problem = (status, title, more) => ({ status, title, type: DOCS, ...more });

export const b2bError = (code, message, errMsg = message) => ({ code, data: { errMsg }, meta: { message } });

export const NO_ROUTE = 'The route is not found, check the URL';

export const NO_TOKEN = 'X-Auth-Token header is required';

/** A list of so many items, for batches and long URLs. */
export const times = (count, item) => Array.from({ length: count }, (_, at) => item(at));

/** Exchanges of one endpoint of GraphQL, each with a query and what was answered. */
export const graphqlAt = (url, requestHeaders) => (query, body, more) => ({
  method: 'POST',
  url,
  requestHeaders,
  requestBody: { query },
  status: 200,
  headers: json(),
  body,
  ...more,
});

/** An error of GraphQL, as a service writes it that names codes. */
export const failure = (message, code, path = []) => ({ message, path, ...(code !== undefined && { extensions: { code } }) });
