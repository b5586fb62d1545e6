import { equal, includes, ok, table, throwsTypeError } from './check.mjs';

const STORE = 'https://api.bigcommerce.com/stores/abc123';
const TOKEN = 't0kent0kent0kent0kent0kent0kent';

const CARTS = { method: 'GET', url: `${STORE}/v3/carts`, status: 404, body: 'The route is not found, check the URL' };

/** One exchange of each topic, and what it comes to. */
const CAUSES = [
  [
    'auth.token-missing',
    { url: `${STORE}/v3/hooks`, requestHeaders: { Accept: '*/*' }, status: 401, body: 'X-Auth-Token header is required' },
  ],
  ['request.method-not-on-route', CARTS],
  [
    'request.field-missing',
    {
      method: 'POST',
      url: `${STORE}/v3/hooks`,
      status: 422,
      body: { status: 422, title: 'JSON data is missing or invalid', errors: { scope: 'error.path.missing' } },
    },
  ],
  [
    'resource.duplicate',
    { method: 'POST', url: `${STORE}/v3/catalog/products`, status: 409, body: { status: 409, title: 'The product name is a duplicate' } },
  ],
  [
    'limit.quota',
    { url: `${STORE}/v2/orders`, status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '4200', 'X-Rate-Limit-Requests-Left': '0' } },
  ],
  ['platform.suspended', { url: `${STORE}/v2/orders`, status: 503, body: 'This store is suspended.' }],
  [
    'payment.duplicate',
    {
      method: 'POST',
      url: 'https://payments.bigcommerce.com/stores/abc123/payments',
      status: 422,
      body: { title: 'Duplicate transaction', code: 30105 },
    },
  ],
  ['result.empty-list', { url: `${STORE}/v2/orders`, status: 204 }],
  [
    'graphql.business-error',
    {
      method: 'POST',
      url: `${STORE}/graphql`,
      status: 200,
      body: { data: { locales: { addLocale: { errors: [{ __typename: 'AddLocaleError', message: 'No.' }] } } } },
    },
  ],
  ['network.timeout', { url: `${STORE}/v2/orders/7`, failure: 'timeout' }],
];

const ERROR = ['code', 'detail', 'failed', 'items', 'note', 'retryAfterMs', 'shape', 'status', 'succeeded', 'title', 'total', 'type'];
const FINDING = ['confidence', 'evidence', 'id', 'solutions', 'title', 'url', 'values'];

const body = '{"status":422,"title":"Grüße fehlen","errors":{"0.name":"error.path.missing"}}';
const bytes = () => new TextEncoder().encode(body);

/** The same body in every form that is read at once. */
const FORMS = [
  ['a text', () => body],
  ['a parsed value', () => JSON.parse(body)],
  ['bytes', bytes],
  ['an ArrayBuffer', () => bytes().buffer],
  ['a DataView', () => new DataView(bytes().buffer)],
];

/** Forms of which nothing is known without waiting, or at all. */
const UNREAD = [
  ['a stream', () => new Response(body).body],
  ['a Blob', () => new Blob([body])],
  ['a FormData', () => new FormData()],
  ['null', () => null],
  [
    'a circular object',
    () => {
      const self = {};
      self.self = self;
      return self;
    },
  ],
];

const request = { 'X-Auth-Token': TOKEN, Accept: 'application/json' };
const SENT = [
  ['a plain object', () => request],
  ['a Headers', () => new Headers(request)],
  ['pairs', () => Object.entries(request)],
  ['an iterator', () => new Headers(request).entries()],
  ['an object with a method get', () => ({ get: (name) => new Headers(request).get(name) })],
];

export const diagnoseCases = [
  ...table(
    CAUSES,
    (id) => `diagnose finds ${id}`,
    (bc, id, exchange) => {
      const diagnosis = bc.diagnose(exchange);
      equal(diagnosis.findings[0].id, id);
      for (const finding of diagnosis.findings) {
        equal(Object.keys(finding).sort(), FINDING);
        ok(finding.solutions.length > 0 && finding.evidence !== '' && finding.url.startsWith('https://'), 'a whole finding', finding);
      }
      equal(diagnosis.classification, bc.classify(exchange), 'the classification');
      equal(diagnosis.retry, bc.decideRetry(exchange), 'the decision');
      equal(JSON.parse(JSON.stringify(diagnosis)), structuredClone(diagnosis), 'a copy');
    },
  ),
  {
    name: 'diagnose speaks of this very request',
    run(bc) {
      includes(bc.diagnose(CARTS).findings[0].solutions.join(), ['GET exists on `/v3/carts/{id}`', '`/v3/carts` takes POST']);
      const [quota] = bc.diagnose(CAUSES[4][1]).findings;
      includes(quota.solutions[0], 'Wait 4.2 s');
      const untyped = { method: 'POST', url: `${STORE}/v3/hooks`, requestHeaders: request, requestBody: '{}', status: 415 };
      includes(bc.diagnose(untyped).findings[0].solutions[0], '`Content-Type: application/json` to your POST');
    },
  },
  {
    name: 'diagnose: a success has nothing to find',
    run: (bc) => equal(bc.diagnose({ url: `${STORE}/v3/carts/1`, status: 200, body: { data: { id: 1 } } }).findings, []),
  },
  ...table(
    FORMS,
    (form) => `classify reads a body that is ${form}`,
    (bc, _form, make) => {
      const { error } = bc.classify({ method: 'PUT', url: `${STORE}/v3/hooks`, status: 422, body: make() });
      equal(Object.keys(error).sort(), ERROR);
      equal(error.title, 'Grüße fehlen');
      equal(error.items, [
        { message: 'Required, but missing.', field: 'name', index: 0, code: 'error.path.missing', status: null, of: null },
      ]);
    },
  ),
  ...table(
    UNREAD,
    (form) => `classify takes a body that is ${form} as not known`,
    (bc, _form, make) => equal(bc.classify({ status: 422, body: make() }).error, null),
  ),
  ...table(
    SENT,
    (form) => `diagnose reads request headers that are ${form}, and shows no token`,
    (bc, _form, make) => {
      const exchange = { method: 'POST', url: `${STORE}/v3/hooks`, requestBody: {}, status: 415, body: `no ${TOKEN}` };
      const diagnosis = bc.diagnose({ ...exchange, requestHeaders: make() });
      equal(diagnosis.findings[0].id, 'request.content-type-missing');
      ok(!JSON.stringify(diagnosis).includes(TOKEN), 'no token', diagnosis);
    },
  ),
  {
    name: 'diagnose reads headers from an iterator once, and all of them',
    run(bc) {
      const headers = new Headers({ Location: 'https://shop.example/', 'X-Request-Id': 'abc' }).entries();
      const { findings, classification } = bc.diagnose({ url: `${STORE}/v3/hooks`, status: 301, headers });
      includes(findings[0].solutions[0], 'https://shop.example/');
      equal(classification.requestId, 'abc');
    },
  },
  {
    name: 'decideRetry: bodies tell what is no quota, what is degraded, and what is gone',
    run(bc) {
      const rule = (exchange, policy) => bc.decideRetry({ url: `${STORE}/v3/pricelists/1`, ...exchange }, {}, policy).rule;
      equal(rule({ status: 429, body: 'Spam Protection Failed' }), 'not-a-quota');
      equal(rule({ status: 429, body: { title: 'Too many concurrent requests' } }), 'concurrency');
      const degraded = { error: { code: 'SERVICE_DEGRADED', message: 'Later', retry_after_seconds: 3 } };
      equal(bc.decideRetry({ status: 503, body: degraded }).delayMs, 3_000);
      equal(rule({ status: 503, body: degraded }), 'degraded');
      equal(rule({ status: 503, body: 'The store is suspended' }), 'suspended');
      equal(rule({ method: 'PUT', url: `${STORE}/v3/carts/1`, status: 409, body: { title: 'Wrong version' } }), 're-read-first');
    },
  },
  ...['text', 'markdown', 'html'].map((format) => ({
    name: `render shows a diagnosis as ${format}, and as well after it went through JSON`,
    run(bc) {
      const diagnosis = bc.diagnose({ ...CARTS, body: '{"status":404,"title":"<b>No</b> such route"}' });
      const shown = bc.render(diagnosis, format);
      includes(shown, ['404 Does Not Exist: missing', 'request.method-not-on-route', diagnosis.findings[0].url]);
      ok(format !== 'html' || !shown.includes('<b>'), 'escaped', shown);
      equal(bc.render(JSON.parse(JSON.stringify(diagnosis)), format), shown);
    },
  })),
  {
    name: 'render refuses what is no diagnosis',
    run(bc) {
      throwsTypeError(() => bc.render({ findings: [] }, 'text'), 'what', 'render');
      throwsTypeError(() => bc.render(bc.diagnose({}), 'pdf'), 'format', 'render');
    },
  },
  {
    name: 'explain knows the request that a fetch of this package sent, and leaves the body to be read',
    async run(bc) {
      const answer = () => new Response('The route is not found, check the URL', { status: 404 });
      const url = 'https://shop.example/api/storefront/customers';
      for (const retry of [{}, false]) {
        const response = await bc.createFetch({ fetch: async () => answer(), retry })(url, { headers: { Accept: 'application/json' } });
        const { findings } = await bc.explain(response);
        equal(findings[0].id, 'request.method-not-on-route');
        equal(await response.text(), 'The route is not found, check the URL');
        equal((await bc.explain(response)).classification.error, null, 'of a body that was read');
      }
    },
  },
  {
    name: 'explain: of a response of somebody else it knows what it says',
    async run(bc) {
      const { classification } = await bc.explain(new Response('{"title":"No"}', { status: 422 }));
      equal([classification.outcome, classification.error.title], ['rejected', 'No']);
      equal((await bc.explain(new Response(null, { status: 204 }))).findings[0].id, 'result.empty-list');
    },
  },
  {
    name: 'explain reads a long body only as far as the core does',
    async run(bc) {
      let chunks = 0;
      const stream = new ReadableStream({
        pull(controller) {
          chunks += 1;
          controller.enqueue(new Uint8Array(64 * 1024).fill(120));
        },
      });
      const { classification } = await bc.explain(new Response(stream, { status: 500 }));
      equal(classification.error.note, 'Only the first 256 KB of the body were read.');
      ok(chunks < 12, 'no more than it takes', chunks);
    },
  },
  {
    name: 'a body without a status was an answer with the one that it names',
    async run(bc) {
      const refused = { method: 'PUT', url: `${STORE}/v2/orders/5`, body: [{ status: 400, message: "The field 'status_id' is invalid." }] };
      equal(bc.classify(refused).status.code, 400);
      equal(bc.diagnose(refused).findings[0].id, 'request.field-invalid');
      equal(bc.decideRetry(refused).rule, 'not-retryable');
      equal(bc.decideRetry({ ...refused, failure: 'network' }).rule, 'network');
      equal(bc.classify({ ...refused, body: { data: [] } }).status, null);
    },
  },
  {
    name: 'explain rejects what is no response',
    async run(bc) {
      const error = await bc.explain(null).then(
        () => null,
        (reason) => reason,
      );
      ok(error instanceof TypeError, 'a TypeError', error);
      includes(error.message, 'response');
    },
  },
];
