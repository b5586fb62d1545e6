// Two origins on real sockets that answer as they are told, or fail in the ways in which
// servers and the way to them do. What arrived is kept, and can be asked for.
//
//   /do/ID/STEP,STEP,…   the first request of this ID meets the first step, and so on; the
//                        last step stays. `STEPS` below lists them.
//   /graphql?ID          answers 503
//   /echo/ID             method, headers and body as they arrived, in JSON
//   /store/MS/ID         answers 429 until MS after the first request, and says so; then 200
//   /journal/ID          what arrived for an ID, in JSON

import { createServer } from 'node:http';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE, PATCH',
  'Access-Control-Allow-Headers': '*, authorization',
  'Access-Control-Expose-Headers': '*',
};
// A connection of its own for each request: on one that was used before, some clients
// repeat a request by themselves.
const HEAD = { ...CORS, Connection: 'close' };

const crash = ({ socket }) => socket.resetAndDestroy();

const raw = (response, ...lines) => {
  response.socket.write(lines.join('\r\n'));
};

const CORS_LINES = Object.entries(CORS).map(([name, value]) => `${name}: ${value}`);

/** What a step does with the response; `value` is what follows its colon. */
const STEPS = {
  /** Reset before anything was answered. */
  reset: crash,
  /** Reset in the middle of the headers. */
  midheaders(response) {
    raw(response, 'HTTP/1.1 200 OK', 'Content-');
    setTimeout(crash, 20, response);
  },
  /** Reset in the middle of the body. */
  midbody(response) {
    raw(response, 'HTTP/1.1 200 OK', ...CORS_LINES, 'Content-Length: 100', '', 'ten bytes.');
    setTimeout(crash, 20, response);
  },
  /** Closed before the length that was announced. */
  short(response) {
    raw(response, 'HTTP/1.1 200 OK', ...CORS_LINES, 'Content-Length: 100', '', 'ten bytes.');
    setTimeout(() => response.socket.end(), 20);
  },
  /** Nothing, ever. */
  hang() {},
  /** Headers and a part of the body, and then nothing. */
  stall(response, value) {
    response.writeHead(Number(value || 200), HEAD).write('a part');
  },
  /** A body in ten parts, 25 ms apart. */
  drip(response) {
    response.writeHead(200, HEAD);
    for (let part = 0; part < 10; part++) setTimeout(() => response.write(`${part} `), 25 * part);
    setTimeout(() => response.end(), 260);
  },
  /** A coding that the body is not in. */
  gzip(response) {
    response.writeHead(200, { ...HEAD, 'Content-Encoding': 'gzip' }).end('this is no gzip');
  },
  /** An answer of the last century, which ends with the connection. */
  http10(response) {
    raw(response, 'HTTP/1.0 200 OK', ...CORS_LINES, '', 'an old answer');
    response.socket.end();
  },
  /** Success after a time. */
  slow(response, value) {
    setTimeout(() => response.writeHead(200, HEAD).end('slow'), Number(value));
  },
  /** A 429 whose quota is back after a time. */
  429: (response, value) =>
    response.writeHead(429, { ...HEAD, 'X-Rate-Limit-Time-Reset-Ms': value || '1' }).end('{"status":429,"title":"Wait"}'),
  /** A 503 that asks for a wait, in seconds. */
  busy(response, value) {
    response.writeHead(503, { ...HEAD, 'Retry-After': value }).end('busy');
  },
  /** A 503 whose store is suspended. */
  suspended(response) {
    response.writeHead(503, HEAD).end('{"status":503,"title":"This store is suspended"}');
  },
  /** Carries the order out, and does not say so. */
  ran500: (response) => response.writeHead(500, HEAD).end('failed after it had run'),
};

/** `STATUS>`: a redirect to the URL in the parameter `to`, else to the same again. */
const redirect = (response, step, url) => {
  // Such as many servers send it: in raw UTF-8, where it is not ASCII.
  const location = Buffer.from(url.searchParams.get('to') ?? url.pathname).toString('latin1');
  response.writeHead(Number.parseInt(step, 10), { ...HEAD, Location: location }).end('elsewhere');
};

const answerTo = (step, response, url) => {
  const [name, value] = step.split(':');
  if (step.includes('>')) return redirect(response, step, url);
  if (step.startsWith('kept')) return kept(step, response);
  if (STEPS[name]) return STEPS[name](response, value);
  response.writeHead(Number(name), HEAD).end(['204', '304'].includes(name) ? undefined : `body of ${name}`);
};

/** On a connection that stays, for thousands of answers of which none is a reset. */
const kept = (step, response) => {
  const status = Number(step.slice('kept'.length));
  const headers = status === 429 ? { 'X-Rate-Limit-Time-Reset-Ms': '1' } : {};
  response.writeHead(status, { ...CORS, ...headers }).end(`{"status":${status},"title":"Wait"}`);
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
};

/** Starts both origins: `{ url, other, journal(id), close() }`. */
export async function startServer() {
  const journals = new Map();
  const opened = new Map();
  const journal = (id) => journals.get(id) ?? [];

  const handle = async (request, response) => {
    const url = new URL(request.url, 'http://server');
    const [, kind, ...parts] = url.pathname.split('/');
    if (request.method === 'OPTIONS') return response.writeHead(204, HEAD).end();
    if (kind === 'journal') return response.writeHead(200, HEAD).end(JSON.stringify(journal(parts[0])));

    const id = kind === 'store' ? parts[1] : (parts[0] ?? url.search.slice(1));
    const entries = journal(id);
    journals.set(id, entries);
    const entry = { at: performance.now(), method: request.method, host: request.headers.host, headers: request.headers, body: null };
    const number = entries.push(entry) - 1;
    entry.body = await bodyOf(request).catch(() => null);
    if (response.destroyed) return;

    if (kind === 'echo') {
      const { method, headers, body } = entry;
      return response.writeHead(200, { ...HEAD, 'Content-Type': 'application/json' }).end(JSON.stringify({ method, headers, body }));
    }
    if (kind === 'graphql') return answerTo('503', response, url);
    if (kind === 'store') {
      const [ms] = parts.map(Number);
      if (!opened.has(id)) opened.set(id, performance.now() + ms);
      const left = opened.get(id) - performance.now();
      return left > 0 ? STEPS[429](response, String(Math.ceil(left))) : response.writeHead(200, HEAD).end('ok');
    }
    const steps = decodeURIComponent(parts[1]).split(',');
    answerTo(steps[Math.min(number, steps.length - 1)], response, url);
  };

  const servers = [];
  for (let count = 0; count < 2; count++) {
    const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
    // On a busy machine a client may lie idle for longer than it would wait, and send as it hangs up.
    server.keepAliveTimeout = 0;
    server.on('clientError', (_error, socket) => socket.destroy());
    await new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
    servers.push(server);
  }
  const [url, other] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  return {
    url,
    other,
    journal,
    close: () => Promise.all(servers.map((server) => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())))),
  };
}
