// The items of all pages, of each kind of list.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFetch, isBcStatusError } from '../../pkg/dist/index.js';
import { pages } from '../../pkg/dist/job/index.js';
import { startSimulator } from '../simulator/index.mjs';

const STORE = 'https://api.bigcommerce.com/stores/abc123';
const json = (body, status = 200) => new Response(body === undefined ? null : JSON.stringify(body), { status });

/** A fetch that notes what it is asked for. */
const asking = (answer) => {
  const asked = [];
  const fetch = async (url, init) => (asked.push(url), answer(new URL(url, 'http://own').searchParams, init));
  return { fetch, asked };
};
const all = async (items) => {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
};
const numbers = (from, to) => Array.from({ length: to - from }, (_, at) => from + at);

describe('pages of V2', () => {
  it('end with a 204', async () => {
    const { fetch, asked } = asking((query) => {
      const page = Number(query.get('page') ?? 1);
      return page > 3 ? json(undefined, 204) : json(numbers(page * 10, page * 10 + (page === 3 ? 1 : 2)));
    });
    const orders = pages(fetch, `${STORE}/v2/orders?limit=2&min_date_created=2026-01-01`);
    assert.deepEqual(await all(orders), [10, 11, 20, 21, 30]);
    assert.equal(orders.total, null);
    assert.deepEqual(
      asked,
      ['', '&page=2', '&page=3', '&page=4'].map((page) => `${STORE}/v2/orders?limit=2&min_date_created=2026-01-01${page}`),
    );
  });

  it('begin where the URL says, and end with an empty list', async () => {
    const { fetch, asked } = asking((query) => (query.get('page') === '7' ? json([1]) : json([])));
    assert.deepEqual(await all(pages(fetch, new URL(`${STORE}/v2/orders?page=7`))), [1]);
    assert.deepEqual(asked, [`${STORE}/v2/orders?page=7`, `${STORE}/v2/orders?page=8`]);
  });

  it('end where the list knows no pages, and gives the same again', async () => {
    const { fetch, asked } = asking(() => json([{ id: 1 }]));
    assert.deepEqual(await all(pages(fetch, `${STORE}/v2/time_zones`)), [{ id: 1 }]);
    assert.equal(asked.length, 2);
  });
});

describe('pages of V3', () => {
  const numbered = (links) => (query) => {
    const page = Number(query.get('page') ?? 1);
    const pagination = { total: 5, count: 2, per_page: 2, current_page: page, total_pages: 3 };
    if (links) pagination.links = { current: `?page=${page}&limit=2`, ...(page < 3 && { next: `?page=${page + 1}&limit=2` }) };
    return json({ data: numbers(page * 10, page * 10 + (page === 3 ? 1 : 2)), meta: { pagination } });
  };

  it('go on by links or by numbers, and say how many there are', async () => {
    for (const links of [true, false]) {
      const { fetch, asked } = asking(numbered(links));
      const products = pages(fetch, `${STORE}/v3/catalog/products?limit=2&id:in=1,2`);
      assert.equal(products.total, null);
      assert.deepEqual(await all(products), [10, 11, 20, 21, 30]);
      assert.equal(products.total, 5);
      const first = `${STORE}/v3/catalog/products?limit=2&id:in=1,2`;
      assert.deepEqual(asked, [first, `${first}&page=2`, `${first}&page=3`]);
    }
  });

  it('go on by cursor', async () => {
    for (const links of [true, false]) {
      const { fetch, asked } = asking((query) => {
        const from = Number(query.get('after') ?? 0);
        const data = numbers(from, Math.min(from + 2, 5));
        const cursors = { count: data.length, per_page: 2, start_cursor: String(from), end_cursor: String(from + 2) };
        if (links) cursors.links = { current: '?limit=2', ...(from + 2 < 5 && { next: `?limit=2&after=${from + 2}` }) };
        return json({ data, meta: { pagination: {}, cursor_pagination: cursors } });
      });
      assert.deepEqual(await all(pages(fetch, `${STORE}/v3/catalog/products?limit=2&after=`)), [0, 1, 2, 3, 4]);
      assert.equal(asked.length, 3);
    }
  });

  it('are one where there is nothing of pages, or nothing at all', async () => {
    for (const [answer, expected] of [
      [json({ data: [1, 2] }), [1, 2]],
      [json({ data: [], meta: { pagination: { total: 0, total_pages: 1, current_page: 1 } } }), []],
      [json(undefined, 204), []],
    ]) {
      const { fetch, asked } = asking(() => answer);
      assert.deepEqual(await all(pages(fetch, '/v3/hooks')), expected);
      assert.deepEqual(asked, ['/v3/hooks']);
    }
  });

  it('send the headers with each, and ask for a page when its items are wanted', async () => {
    const { fetch, asked } = asking((query, init) => {
      assert.deepEqual(init, { headers: { 'X-Auth-Token': 'token' } });
      return numbered(true)(query);
    });
    const items = pages(fetch, `${STORE}/v3/catalog/products`, { headers: { 'X-Auth-Token': 'token' } })[Symbol.asyncIterator]();
    assert.equal(asked.length, 0);
    await items.next();
    await items.next();
    assert.equal(asked.length, 1);
    await items.next();
    assert.equal(asked.length, 2);
  });
});

describe('pages of GraphQL', () => {
  const url = 'https://store-abc123.mybigcommerce.com/graphql';
  const query =
    'query ($after: String) { site { products(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id variants { pageInfo { hasNextPage } edges { node { id } } } } } } } }';
  const connection = (cursor, asNodes) => {
    const from = Number(cursor ?? 0);
    const found = numbers(from, Math.min(from + 2, 5)).map((id) => ({ id, variants: { pageInfo: { hasNextPage: true }, edges: [] } }));
    const items = asNodes ? { nodes: found } : { edges: found.map((node) => ({ node })) };
    return { data: { site: { products: { pageInfo: { hasNextPage: from + 2 < 5, endCursor: String(from + 2) }, ...items } } } };
  };

  it('go on by pageInfo of the outermost connection', async () => {
    for (const asNodes of [true, false]) {
      const sent = [];
      const fetch = async (_, { method, body }) => {
        const { variables } = JSON.parse(body);
        sent.push([method, variables]);
        return json(connection(variables.after, asNodes));
      };
      const init = { body: JSON.stringify({ query, variables: { first: 2 } }), headers: { Authorization: 'Bearer x' } };
      assert.deepEqual(
        (await all(pages(fetch, url, init))).map(({ id }) => id),
        [0, 1, 2, 3, 4],
      );
      assert.deepEqual(sent, [
        ['POST', { first: 2 }],
        ['POST', { first: 2, after: '2' }],
        ['POST', { first: 2, after: '4' }],
      ]);
    }
  });

  it('say what is wrong with a query', async () => {
    assert.throws(() => pages(fetch, url), { name: 'TypeError', message: /^init\.body must be the JSON of a GraphQL request: / });
    assert.throws(() => pages(fetch, url, { body: query }), /^TypeError: init\.body must be the JSON/);
    const noCursor = { body: JSON.stringify({ query: '{ site { products { edges { node { id } } } } }' }) };
    assert.throws(() => pages(fetch, url, noCursor), /must take its cursor as a variable, as in products\(first: 50, after: \$after\)/);
    const init = { body: JSON.stringify({ query }) };
    const answers = [
      [{ data: { site: { products: { edges: [] } } } }, /has no connection: ask for pageInfo/],
      [{ data: { site: { products: { pageInfo: {}, edges: [] } } } }, /does not say whether there is more/],
      [{ data: { site: { products: { pageInfo: { hasNextPage: true }, edges: [] } } } }, /has no cursor/],
      [connection(0), /begins anew: the query does not pass \$after on/],
      [
        { data: null, errors: [{ message: 'Cannot query field "x" on type "Site".' }] },
        (error) => isBcStatusError(error) && error.code === 'graphql.query',
      ],
    ];
    for (const [answer, expected] of answers) await assert.rejects(all(pages(async () => json(answer), url, init)), expected);
  });
});

describe('pages', () => {
  it('that are refused are an error that says why, without the token', async () => {
    const bc = createFetch({ fetch: async () => new Response('The route is not found, check the URL', { status: 404 }), retry: false });
    const items = pages(bc, `${STORE}/v3/carts`, { headers: { 'X-Auth-Token': 'tokentokentoken' } });
    await assert.rejects(all(items), (error) => {
      assert.ok(isBcStatusError(error));
      assert.equal(error.code, 'request.method-not-on-route');
      assert.ok(!JSON.stringify(error).includes('tokentoken'));
      return true;
    });
  });

  it('that are no list are said to be none', async () => {
    const cases = [
      [() => json({ id: 1 }), /^The answer to .*\/v2\/store\?limit=1 is no list: neither an array nor one in `data`$/],
      [() => json({ data: { id: 1 } }), /is no list/],
      [() => json(null), /is no list/],
      [() => new Response('<orders/>'), /is XML or a page: send Accept: application\/json$/],
      [() => new Response('{"data"'), /is no JSON$/],
      [() => json({ data: [1], meta: { pagination: { links: { next: '?limit=1' } } } }), /names itself as the next page$/],
    ];
    for (const [answer, message] of cases) await assert.rejects(all(pages(async () => answer(), `${STORE}/v2/store?limit=1`)), { message });
  });

  it('want a fetch and a URL', () => {
    for (const [args, message] of [
      [[`${STORE}/v2/orders`], /^fetch must be a fetch, such as createFetch\(\) makes it, not the given string$/],
      [[fetch], 'url must be a URL, not undefined'],
      [[fetch, 3], 'url must be a URL, not 3'],
      [[fetch, `${STORE}/v2/orders`, 'init'], "init must be an object, not 'init'"],
    ])
      assert.throws(() => pages(...args), { name: 'TypeError', message });
  });

  it('of a store, as it really answers', async (t) => {
    const simulator = await startSimulator();
    t.after(() => simulator.close());
    const store = `${simulator.url}/stores/${simulator.storeHash}`;
    const init = { headers: { 'X-Auth-Token': simulator.token, Accept: 'application/json' } };
    const bc = createFetch();
    const whole = await all(pages(bc, `${store}/v3/catalog/products?limit=250`, init));
    const products = pages(bc, `${store}/v3/catalog/products?limit=1`, init);
    assert.ok(whole.length > 1);
    assert.deepEqual(await all(products), whole);
    assert.equal(products.total, whole.length);
    const orders = await all(pages(bc, `${store}/v2/orders?limit=250`, init));
    assert.deepEqual(await all(pages(bc, `${store}/v2/orders?limit=2`, init)), orders);
  });
});
