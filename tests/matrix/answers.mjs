// The store that the programs ask, on the loopback, and what they have to say of it.

import { once } from 'node:events';
import { createServer } from 'node:http';

/** The line of program.js. */
export const LINE = JSON.stringify({
  status: 'Too Many Requests',
  classify: 'Größe',
  decideRetry: 4200,
  repeated: 'fine',
  history: [429, 200],
  thrown: 'BcStatusError 422',
  paced: 'fine',
});

const WRONG = { status: 422, title: 'JSON data is missing or invalid', errors: { name: 'name is required' } };

/** `/busy/NAME` is throttled the first time, `/wrong/NAME` always rejected, all else fine. */
export const serveAnswers = async () => {
  const seen = new Set();
  const server = createServer(({ url, method }, response) => {
    const head = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-expose-headers': '*' };
    if (method === 'OPTIONS') return response.writeHead(204, head).end();
    if (url.startsWith('/wrong/')) {
      return response.writeHead(422, { ...head, 'content-type': 'application/json' }).end(JSON.stringify(WRONG));
    }
    const isFirst = url.startsWith('/busy/') && !seen.has(url);
    seen.add(url);
    if (isFirst) return response.writeHead(429, { ...head, 'x-rate-limit-time-reset-ms': '1', 'x-rate-limit-requests-left': '0' }).end();
    response.writeHead(200, head).end('fine');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
