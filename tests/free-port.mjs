// A port for a server that cannot choose one itself.

import { once } from 'node:events';
import { createServer } from 'node:net';

/** One of the loopback that nobody has just now. */
export const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};
