// The same failure, or a few of them, as loggers and collectors write it; and what is read in each.

const API = 'https://api.bigcommerce.com/stores/abc123';
const CARTS = `${API}/v3/carts/7f1e`;
const BEGIN = Date.UTC(2026, 10, 28, 17);
const at = (seconds) => new Date(BEGIN + seconds * 1000).toISOString();
const lines = (...records) => records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

/** By name: the text, and of each exchange in it method, URL, status (or failure) and the second. */
export const LOGS = {
  pino: [
    lines(
      {
        level: 50,
        time: BEGIN + 1000,
        pid: 1,
        req: { method: 'GET', url: '/v3/carts/7f1e', headers: { host: 'shop.example' } },
        res: { statusCode: 503 },
        msg: 'failed',
      },
      { level: 30, time: BEGIN + 2000, pid: 1, msg: 'started' },
    ),
    [['GET', 'https://shop.example/v3/carts/7f1e', 503, 1]],
  ],
  winston: [
    lines({ level: 'error', message: 'failed', timestamp: at(1), method: 'GET', url: CARTS, status: 404 }),
    [['GET', CARTS, 404, 1]],
  ],
  bunyan: [
    lines({ name: 'x', level: 50, req: { method: 'GET', url: CARTS }, res: { statusCode: 502 }, msg: '', time: at(1), v: 0 }),
    [['GET', CARTS, 502, 1]],
  ],
  structlog: [lines({ event: 'request_failed', method: 'GET', url: CARTS, status_code: 401, timestamp: at(1) }), [['GET', CARTS, 401, 1]]],
  'python-json-logger': [
    lines({ asctime: '2026-11-28 17:00:01,000', levelname: 'INFO', message: `HTTP Request: GET ${CARTS} "HTTP/1.1 404 Not Found"` }),
    [['GET', CARTS, 404, 1]],
  ],
  'Workers tail, over several lines': [
    [1, 2]
      .map((second) =>
        JSON.stringify(
          {
            outcome: 'ok',
            logs: [],
            exceptions: [],
            eventTimestamp: BEGIN + second * 1000,
            event: { request: { url: CARTS, method: 'GET', headers: {} }, response: { status: 404 } },
          },
          null,
          2,
        ),
      )
      .join('\n'),
    [
      ['GET', CARTS, 404, 1],
      ['GET', CARTS, 404, 2],
    ],
  ],
  OpenTelemetry: [
    lines({
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [1, 2].map((second) => ({
                name: 'GET',
                startTimeUnixNano: `${BEGIN + second * 1000}000000`,
                endTimeUnixNano: `${BEGIN + second * 1000 + 500}000000`,
                attributes: [
                  { key: 'http.request.method', value: { stringValue: 'GET' } },
                  { key: 'url.full', value: { stringValue: CARTS } },
                  { key: 'http.response.status_code', value: { intValue: '429' } },
                ],
              })),
            },
          ],
        },
      ],
    }),
    [
      ['GET', CARTS, 429, 1],
      ['GET', CARTS, 429, 2],
    ],
  ],
  Sentry: [
    lines({
      timestamp: BEGIN / 1000 + 5,
      exception: { values: [{ type: 'AxiosError', value: 'Request failed with status code 422' }] },
      breadcrumbs: { values: [{ type: 'http', timestamp: BEGIN / 1000 + 1, data: { method: 'POST', url: CARTS, status_code: 422 } }] },
    }),
    [['POST', CARTS, 422, 1]],
  ],
  'nginx in JSON': [
    lines({
      time_iso8601: '2026-11-28T18:00:01+01:00',
      request: 'GET /stores/abc123/v3/carts HTTP/1.1',
      status: '404',
      request_time: '0.123',
    }),
    [['GET', '/stores/abc123/v3/carts', 404, 1]],
  ],
  'Apache in JSON': [
    lines({
      time: '[28/Nov/2026:17:00:01 +0000]',
      host: 'api.bigcommerce.com',
      request: '/stores/abc123/v2/orders',
      query: '?page=2',
      method: 'GET',
      status: '502',
    }),
    [['GET', `${API}/v2/orders?page=2`, 502, 1]],
  ],
  "Google's": [
    lines({ timestamp: at(1), severity: 'ERROR', httpRequest: { requestMethod: 'GET', requestUrl: CARTS, status: 503 } }),
    [['GET', CARTS, 503, 1]],
  ],
  "Cloudflare's": [
    lines({
      ClientRequestHost: 'api.bigcommerce.com',
      ClientRequestMethod: 'GET',
      ClientRequestURI: '/stores/abc123/v3/carts/7f1e',
      EdgeResponseStatus: 404,
      EdgeStartTimestamp: (BEGIN + 1000) * 1e6,
    }),
    [['GET', CARTS, 404, 1]],
  ],
  'access lines of nginx and Apache': [
    lines(
      '10.0.0.1 - - [28/Nov/2026:17:00:01 +0000] "GET /stores/abc123/v2/orders HTTP/1.1" 429 139 "-" "curl/7.88.1"',
      'shop.example 10.0.0.1 - [28/Nov/2026:18:00:02 +0100] "POST /v3/carts HTTP/1.1" 201 7',
    ),
    [
      ['GET', '/stores/abc123/v2/orders', 429, 1],
      ['POST', '/v3/carts', 201, 2],
    ],
  ],
  'errors of nginx and Apache': [
    lines(
      '2026/11/28 17:00:01 [error] 31#31: *1 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 10.0.0.1, server: x, request: "GET /v3/carts HTTP/1.1", host: "x"',
      `[Sat Nov 28 17:00:02.123456 2026] [proxy:error] [pid 1] GET ${CARTS} returned 502`,
    ),
    [
      ['GET', '/v3/carts', 'timeout', 1],
      ['GET', CARTS, 502, 2.123],
    ],
  ],
  morgan: [
    lines('\x1b[0mGET /v3/carts \x1b[31m503\x1b[0m 12.3 ms - 12\x1b[0m', 'GET /v3/carts 200 3 ms - 12'),
    [
      ['GET', '/v3/carts', 503],
      ['GET', '/v3/carts', 200],
    ],
  ],
  pairs: [lines(`ts=${at(1)} level=error method=GET url=${CARTS} status=503`, `ts=${at(2)} level=info msg=done`), [['GET', CARTS, 503, 1]]],
  "Docker's file": [
    lines({
      log: `${JSON.stringify({ level: 50, time: BEGIN + 1000, method: 'GET', url: CARTS, status: 503 })}\n`,
      stream: 'stdout',
      time: at(9),
    }),
    [['GET', CARTS, 503, 1]],
  ],
  'docker compose': [
    lines(`web-1  | ${JSON.stringify({ method: 'GET', url: CARTS, status: 503, time: at(1) })}`, 'web-1  | started'),
    [['GET', CARTS, 503, 1]],
  ],
  'a list of records': [
    JSON.stringify(
      [
        { time: at(1), method: 'GET', url: CARTS, status: 404 },
        { time: at(2), method: 'GET', url: CARTS, status: 200 },
      ],
      null,
      2,
    ),
    [
      ['GET', CARTS, 404, 1],
      ['GET', CARTS, 200, 2],
    ],
  ],
  'answers behind each other': [
    'HTTP/2 429 \r\ndate: Sat, 28 Nov 2026 17:00:01 GMT\r\nretry-after: 3\r\n\r\n{"status":429,"title":"Too many"}HTTP/2 404 \r\ndate: Sat, 28 Nov 2026 17:00:02 GMT\r\n\r\nnothing\nhere\n\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\n',
    [
      [null, undefined, 429, 1],
      [null, undefined, 404, 2],
      [null, undefined, 200],
    ],
  ],
  'requests with their answers': [
    [401, 404]
      .map((code) => `GET /stores/abc123/v3/carts HTTP/1.1\nHost: api.bigcommerce.com\n\nHTTP/1.1 ${code} No\nServer: x\n\nno\n`)
      .join('\n'),
    [
      ['GET', `${API}/v3/carts`, 401],
      ['GET', `${API}/v3/carts`, 404],
    ],
  ],
  commands: [
    [401, 404].map((code) => `$ curl -i '${CARTS}'\nHTTP/2 ${code} \nserver: x\n\n{"status":${code}}\n`).join('\n'),
    [
      ['GET', CARTS, 401],
      ['GET', CARTS, 404],
    ],
  ],
  'a stack of calls': [
    lines(
      `2026-11-28 17:00:01,000 INFO HTTP Request: GET ${CARTS} "HTTP/1.1 404 Not Found"`,
      'Traceback (most recent call last):',
      '  File "x.py", line 3',
    ),
    [['GET', CARTS, 404, 1]],
  ],
  'failures without an answer': [
    lines(
      ...[1, 2].map((second) => ({
        time: at(second),
        err: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 1.2.3.4:443' },
        config: { method: 'get', url: CARTS },
      })),
    ),
    [
      ['GET', CARTS, 'network', 1],
      ['GET', CARTS, 'network', 2],
    ],
  ],
};

export const second = (time) => (time === undefined ? undefined : (Date.parse(time) - BEGIN) / 1000);
