// The cores of the fetch for pages do what the whole core does: they decide alike, mask alike, pace alike.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { install } from '../runtimes/installed.mjs';

const { directory } = await install();
const [main, page] = await Promise.all(['index.js', 'fetch.js'].map((entry) => import(pathToFileURL(join(directory, 'dist', entry)))));

const V3 = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
const SHOP = 'https://shop.example/api/storefront/carts';
const GRAPHQL = 'https://shop.example/graphql';

/** `[status, body, url, init]`: of each rule that a body may lead to. */
const ANSWERS = [
  [429, 'You have been suspected of spam'],
  [429, '{"title":"Too many requests","detail":"An active import is running"}'],
  [429, '{"title":"Too many concurrent requests"}'],
  [429, '{"title":"You must sign in first"}', SHOP, { method: 'POST' }],
  [429, '{"status":429,"retry_after_seconds":2}'],
  [429, '<html><head><title>Wait</title></head><body>Too many login attempts</body></html>'],
  [503, '{"title":"The store has been suspended"}'],
  [503, '{"code":"SERVICE_DEGRADED","retry_after_seconds":3}'],
  [503, '{"data":[{"id":1}],"errors":[{"title":"x"}]}'],
  [503, '{"data":{"name":"suspended lamp"},"title":"Busy"}'],
  [503, '\0\u0001\u0002\u0003 suspended'],
  [500, '{"title":"Internal error","retry_after":5}'],
  [409, '{"title":"The cart has been modified, version 3"}', 'https://api.bigcommerce.com/stores/abc123/v3/carts/1', { method: 'PUT' }],
  [409, '{"title":"A product with this name exists"}'],
  [502, '', GRAPHQL, { method: 'POST', body: '{"query":"{ site { id } }"}' }],
  [502, '', GRAPHQL, { method: 'POST', body: '{"query":"mutation { login }"}' }],
];

describe('the fetch for pages', () => {
  for (const [status, body, url = V3, init = undefined] of ANSWERS) {
    test(`decides as the whole core does: ${status} ${JSON.stringify(body)} ${init?.body ?? ''}`, async () => {
      const exchange = { url, method: init?.method, requestBody: init?.body, status, headers: {}, body };
      const policy = { profile: 'background', maxAttempts: 1, jitter: false };
      const wanted = main.decideRetry(exchange, undefined, policy);
      for (const { createFetch, historyOf } of [main, page]) {
        const response = await createFetch({ fetch: async () => new Response(body, { status }), retry: policy })(url, init);
        const [{ decision }] = historyOf(response);
        assert.deepEqual({ ...decision, delayMs: 0 }, { ...wanted, delayMs: 0 });
        assert.ok(decision.delayMs >= wanted.delayMs, `${decision.delayMs} ${wanted.delayMs}`);
      }
    });
  }

  test('masks what only its form gives away, as the whole core does', async () => {
    const url = `${V3}?x=eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.abcdefghijk`;
    const shown = [];
    for (const { createFetch } of [main, page]) {
      const lost = async () => {
        throw new TypeError(`fetch failed: ${url}`);
      };
      await createFetch({ fetch: lost, retry: false, onAttempt: (event) => shown.push(event.url) })(url).catch(({ message }) =>
        shown.push(message),
      );
    }
    assert.deepEqual(shown.slice(0, 2), shown.slice(2));
    assert.ok(
      shown.every((text) => text.includes('***') && !text.includes('eyJ')),
      `${shown}`,
    );
  });

  test('paces by what the headers of an answer say', async () => {
    const headers = {
      'X-Rate-Limit-Requests-Left': '0',
      'X-Rate-Limit-Time-Reset-Ms': '3600000',
      'X-Rate-Limit-Requests-Quota': '150',
      'X-Rate-Limit-Time-Window-Ms': '3600000',
    };
    const call = page.createFetch({ pace: true, fetch: async () => new Response('{}', { headers }) });
    await call(V3);
    await assert.rejects(call(V3), { name: 'PaceError', message: /^The quota of abc123 allows the next request in / });
  });
});
