// A server that answers at once, for calls by the million.
//
//   …/STATUS           an answer
//   …/503,200          the first and then the second in turn
//   …/hang             nothing
//   …/stall            a part of a body

import { createServer } from 'node:http';

const BODY = '{"data":[]}'.repeat(20);

export async function soakServer() {
  let turn = 0;
  const server = createServer((request, response) => {
    request.resume();
    const steps = request.url.slice(request.url.lastIndexOf('/') + 1);
    if (steps === 'hang') return;
    if (steps === 'stall') return void response.writeHead(200).write('a part');
    const all = steps.split(',');
    const status = Number(all.length > 1 ? all[turn++ % all.length] : all[0]);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(status === 204 ? undefined : BODY);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}
