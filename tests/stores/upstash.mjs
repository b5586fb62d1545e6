// Redis over HTTP, as Upstash has it: a command as a list in a body, or several of them,
// and in the answer the result or the error of each.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { Redis } from 'ioredis';

const inBase64 = (result) => {
  if (Array.isArray(result)) return result.map(inBase64);
  return typeof result === 'string' && result !== 'OK' ? Buffer.from(result).toString('base64') : result;
};

export const startUpstash = async (port) => {
  const redis = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: 0 });
  redis.on('error', () => {});
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const isBase64 = request.headers['upstash-encoding'] === 'base64';
    const run = (command) =>
      redis.call(...command.map(String)).then(
        (result) => ({ result: isBase64 ? inBase64(result) : result }),
        ({ message }) => ({ error: message }),
      );
    const body = JSON.parse(Buffer.concat(parts));
    const answer = request.url === '/pipeline' ? await Promise.all(body.map(run)) : await run(body);
    response.writeHead(answer.error ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    redis.disconnect();
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
};
