// A store on a real socket that keeps what arrives, and answers as the parameter `do` says.
//
//   given          200 with the headers in the parameter `headers`, as JSON in base64url
//   (nothing)      200, with quota headers, a cookie, and the headers of gateways
//   STATUS         that status, with a problem that echoes the token
//   STATUS:MS      429 or 503 that names its wait
//   echo           200 whose headers echo the token
//   created        201 with a Location
//   redirect       302 to another host, with the token in it
//   gzip           200, compressed
//   stall          422 whose body never ends
//   private        200 that says so
//   cookie         200 that sets one, and says nothing else about caches
//   drip           200 in parts, each when `goOn()` of what arrived is called
//   hang           nothing
//   reset          the connection is cut

import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const GATEWAY = {
  Server: 'nginx',
  Via: '1.1 gateway',
  'X-Powered-By': 'PHP/8',
  'X-Request-Id': 'b1e-7',
  'X-Rate-Limit-Time-Window-Ms': '30000',
  'X-Rate-Limit-Time-Reset-Ms': '21000',
  'X-Rate-Limit-Requests-Quota': '150',
  'X-Rate-Limit-Requests-Left': '149',
  'X-Retry-After': '0',
  'X-BC-ApiLimit-Remaining': '19999',
  'X-Requests-Allocated': '150 times/60 s',
  'X-Requests-Window-Length': '60 s',
  'X-Requests-Remaining': '149 times',
  'X-Request-Window-Resets-After': '0.397 s',
  'Keep-Alive': 'timeout=5',
};
const json = (response, status, headers, body) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

const paramsOf = (url) => new URL(url, 'http://store').searchParams;

const PACKED = gzipSync('{"packed":true}');

const STEPS = {
  '': (response, _, { count }) =>
    json(response, 200, { ...GATEWAY, 'Set-Cookie': 'session=1', ETag: '"v1"', 'Cache-Control': 'max-age=5' }, { data: [], count }),
  echo(response, token, { count }) {
    const headers = Object.fromEntries(
      ['ETag', 'Link', 'X-Request-Id', 'X-Correlation-Id', 'X-Debug', 'Location', 'X-Auth-Token', 'Content-Language'].map((name) => [
        name,
        `"${token}"`,
      ]),
    );
    response.writeHead(200, token, headers).end(JSON.stringify({ count }));
  },
  created: (response) => json(response, 201, { Location: 'https://api.bigcommerce.com/stores/abc123/v2/orders/7' }, { id: 7 }),
  redirect: (response, token) => response.writeHead(302, { Location: `https://evil.example/?token=${token}` }).end(`moved, ${token}`),
  gzip: (response) =>
    response
      .writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
        'Content-Length': PACKED.length,
      })
      .end(PACKED),
  stall: (response) => response.writeHead(422, { 'Content-Type': 'application/json' }).write('{"title":"it beg'),
  given: (response, _, { count, url }) =>
    json(response, 200, JSON.parse(Buffer.from(paramsOf(url).get('headers'), 'base64url')), { count }),
  kept: (response, _, { count, headers }) =>
    json(
      response,
      200,
      {
        ETag: '"v2"',
        'X-Rate-Limit-Requests-Left': '3',
        'X-Request-Id': `id-${count}`,
        ...(headers['x-correlation-id'] && { 'X-Correlation-Id': headers['x-correlation-id'] }),
      },
      { count },
    ),
  private: (response, _, { count }) => json(response, 200, { 'Cache-Control': 'private, max-age=60' }, { count }),
  cookie: (response, _, { count }) => json(response, 200, { 'Set-Cookie': 'session=2' }, { count }),
  drip(response, _, entry) {
    let part = 0;
    entry.goOn = () => (part < 4 ? response.write(`${part++};`) : response.end());
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    entry.goOn();
  },
  hang() {},
  reset: ({ socket }) => socket.resetAndDestroy(),
};

const answer = (step, response, token, entry) => {
  if (STEPS[step]) return STEPS[step](response, token, entry);
  const [status, ms] = step.split(':');
  const wait = ms && { 'X-Rate-Limit-Time-Reset-Ms': ms, 'X-Rate-Limit-Requests-Left': '0' };
  const body = {
    status: Number(status),
    title: `Refused for ${token}`,
    detail: `It came with ${token} to https://api.bigcommerce.com${entry.url}`,
    errors: { name: `bad, says ${token}` },
  };
  if (['204', '304'].includes(status)) return response.writeHead(Number(status), { ETag: '"v1"' }).end();
  json(response, Number(status), { ...GATEWAY, ...wait, 'X-Request-Id': `id-${token}`, 'X-Echo': token }, body);
};

/** `{ url, arrived, close() }`; `arrived` has method, url, headers, and body once it is there, of each request. */
export async function startUpstream() {
  const arrived = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const entry = { method, url, headers, body: null, isAborted: false, count: arrived.length + 1 };
    arrived.push(entry);
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk)).on('error', () => {});
    response.on('close', () => {
      entry.isAborted = !response.writableFinished;
    });
    request.on('end', () => {
      entry.body = Buffer.concat(chunks).toString();
      answer(paramsOf(url).get('do') ?? '', response, headers['x-auth-token'], entry);
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrived,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}
