// What becomes of orders that one peer sends over HTTP, and where a token goes: counted, not timed.
//
//     node tests/bench/peers/orders.mjs PEER

import { once } from 'node:events';
import { createServer } from 'node:http';
import { seeded } from '../../pace/random.mjs';
import { moduleOf } from './index.mjs';
import { SEED } from './seed.mjs';

const ORDERS = 1000;
const FAULTS = 0.3;
const AT_ONCE = 100;
const THROTTLED = 100;
const TOKEN = 't'.repeat(31);
const REDIRECTS = [301, 302, 307, 308];

const listen = async (handle) => {
  const server = createServer((request, response) => request.resume().on('end', () => handle(request, response)));
  server.listen(0, '127.0.0.1', 4096);
  await once(server, 'listening');
  return { port: server.address().port, close: () => (server.closeAllConnections(), server.close()) };
};

/** Whatever a peer gives as an answer is read to its end. */
const read = async (answer) => {
  if (typeof answer?.text === 'function') await answer.text();
  else if (typeof answer?.body?.dump === 'function') await answer.body.dump();
};

const { create } = await import(moduleOf(process.argv[2]));
const call = create();
const send = async (url, init) => {
  try {
    await read(await call(url, init));
  } catch {
    // A failure is an answer as well: what has been done, the server knows.
  }
};

const eachOf = async (count, work) => {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

/** The server executes an order, and then, the first time, closes the connection or says 504. */
const faulty = async () => {
  const random = seeded(SEED);
  const faults = Array.from({ length: ORDERS }, () => (random() < FAULTS ? (random() < 0.5 ? 'close' : '504') : null));
  const executed = new Uint16Array(ORDERS);
  const server = await listen(({ url }, response) => {
    const order = Number(url.slice('/v2/orders/'.length));
    const fault = executed[order]++ === 0 ? faults[order] : null;
    if (fault === 'close') response.socket.destroy();
    else response.writeHead(fault === '504' ? 504 : 201, { 'Content-Type': 'application/json' }).end('{}');
  });
  await eachOf(ORDERS, (order) =>
    send(`http://127.0.0.1:${server.port}/v2/orders/${order}`, {
      method: 'POST',
      headers: { 'X-Auth-Token': TOKEN, 'Content-Type': 'application/json' },
      body: '{"status_id":0}',
    }),
  );
  server.close();
  const twiceAfter = (fault) => faults.filter((one, order) => one === fault && executed[order] > 1).length;
  return {
    orders: ORDERS,
    closed: { faults: faults.filter((fault) => fault === 'close').length, twice: twiceAfter('close') },
    late: { faults: faults.filter((fault) => fault === '504').length, twice: twiceAfter('504') },
  };
};

/** An order that meets a 429 has not been executed. */
const throttled = async () => {
  const executed = new Set();
  const met = new Set();
  const server = await listen(({ url }, response) => {
    const isFirst = !met.has(url);
    met.add(url);
    if (isFirst) return response.writeHead(429, { 'Retry-After': '1', 'X-Rate-Limit-Time-Reset-Ms': '1000' }).end('{}');
    executed.add(url);
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}');
  });
  await eachOf(THROTTLED, (order) =>
    send(`http://127.0.0.1:${server.port}/v2/orders/${order}`, { method: 'POST', headers: { 'X-Auth-Token': TOKEN }, body: '{}' }),
  );
  server.close();
  return { orders: THROTTLED, executed: executed.size };
};

/** Another host, which is asked only by who follows. */
const redirected = async () => {
  let [followed, tokens] = [0, 0];
  const other = await listen(({ headers }, response) => {
    followed += 1;
    if (headers['x-auth-token'] !== undefined) tokens += 1;
    response.end('{}');
  });
  const server = await listen(({ url }, response) =>
    response.writeHead(Number(url.slice(1)), { Location: `http://localhost:${other.port}/` }).end(),
  );
  for (const status of REDIRECTS) await send(`http://127.0.0.1:${server.port}/${status}`, { headers: { 'X-Auth-Token': TOKEN } });
  server.close();
  other.close();
  return { redirects: REDIRECTS.length, followed, tokens };
};

console.log(JSON.stringify({ faulty: await faulty(), throttled: await throttled(), redirected: await redirected() }));
process.exit();
