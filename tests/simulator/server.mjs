/** HTTP in and out: reads a request, lets the script or the gateway answer it, and delivers the answer as slowly or brokenly as told. */
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerTo } from './gateway.mjs';

export async function serve({ store, window, journal, script, port }) {
  const server = createServer((incoming, response) => {
    handle(incoming, response, { store, window, journal, script }).catch((error) => response.destroy(error));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function handle(incoming, response, { store, window, journal, script }) {
  const arrivedAt = performance.now();
  const request = await read(incoming);
  const entry = journal.open(request, arrivedAt);
  response.once('finish', () => entry.end('complete'));
  response.once('close', () => entry.end('by-client'));

  const normal = () => answerTo(request, { store, window });
  const answer = script.take(request, { window, normal }) ?? normal();
  await deliver(response, answer, entry, request.method);
}

async function read(incoming) {
  const url = new URL(incoming.url, 'http://127.0.0.1');
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const [, hash = null, inStore] = /^\/stores\/([^/]*)(\/.*)$/.exec(url.pathname) ?? [];
  return {
    method: incoming.method,
    storeHash: hash,
    path: inStore ?? url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    bodyText: Buffer.concat(chunks).toString('utf8'),
  };
}

async function deliver(response, answer, entry, method) {
  if (answer.delayMs) await pause(answer.delayMs, response);
  if (response.destroyed) return;
  if (answer.drop) {
    entry.end('dropped');
    response.destroy();
    return;
  }

  entry.answered(answer.status);
  const body = method === 'HEAD' ? '' : serialised(answer.body);
  response.writeHead(answer.status, {
    'x-request-id': randomBytes(16).toString('hex'),
    ...answer.headers,
  });
  if (answer.stall) {
    response.flushHeaders();
    response.write(body.slice(0, Math.max(1, body.length / 2)) || ' ');
  } else {
    response.end(body);
  }
}

async function pause(ms, response) {
  const left = new AbortController();
  response.once('close', () => left.abort());
  await sleep(ms, undefined, { signal: left.signal }).catch(() => {});
}

function serialised(body) {
  if (body === null || body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
