// A store of many products: lists of V2, V3 and GraphQL, and what may be done to a product, counted.

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const PER_PAGE = 250;
const CONNECTION = 120;
const FIRST = 50;

export const startList = async ({ products }) => {
  const times = new Map();
  const orders = Array.from({ length: 320 }, (_, at) => 100 + at);
  const waiting = [];

  const work = (id) => {
    times.set(id, (times.get(id) ?? 0) + 1);
    for (const { count, resolve } of waiting) if (times.size >= count) resolve();
  };

  const productPage = (page) => {
    const from = (page - 1) * PER_PAGE;
    const data = Array.from({ length: Math.min(PER_PAGE, products - from) }, (_, at) => ({ id: from + at + 1, price: (from + at) % 200 }));
    const total_pages = Math.ceil(products / PER_PAGE);
    return { data, meta: { pagination: { total: products, count: data.length, per_page: PER_PAGE, current_page: page, total_pages } } };
  };

  const connection = ({ after }) => {
    const from = Number(after ?? 0);
    const edges = Array.from({ length: Math.min(FIRST, CONNECTION - from) }, (_, at) => ({
      node: { entityId: from + at + 1, name: `Product ${from + at + 1}` },
    }));
    const pageInfo = { hasNextPage: from + FIRST < CONNECTION, endCursor: String(from + FIRST) };
    return { data: { site: { products: { pageInfo, edges } } } };
  };

  /** The body of an answer; none is a 204. */
  const answer = (method, { pathname, searchParams }, body) => {
    const page = Number(searchParams.get('page') ?? 1);
    const [, id, order] = /\/products\/(\d+)$|\/orders\/(\d+)\/products$/.exec(pathname) ?? [];
    if (pathname === '/graphql') return connection(JSON.parse(body).variables ?? {});
    if (order) return [{ sku: `SKU-${order}`, quantity: order % 3 }];
    if (pathname.endsWith('/v2/orders')) {
      const found = orders.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      return found.length > 0 ? found.map((one) => ({ id: one })) : undefined;
    }
    if (method === 'GET') return productPage(page);
    const batch = id ? [{ id: Number(id) }] : JSON.parse(body);
    for (const one of batch) work(one.id);
    return { data: batch };
  };

  const server = createServer(async (request, response) => {
    const body = await text(request);
    const told = answer(request.method, new URL(request.url, 'http://own'), body);
    response.writeHead(told ? 200 : 204, { 'content-type': 'application/json' }).end(told && JSON.stringify(told));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    ...{ times, orders, store: `${url}/stores/abc123`, graphql: `${url}/graphql` },
    /** Resolves when so many products were worked. */
    worked: (count) => new Promise((resolve) => waiting.push({ count, resolve })),
    close: () => (server.closeAllConnections(), server.close()),
  };
};
