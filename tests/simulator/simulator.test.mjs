import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasNoQuota, hasQuota, simulate } from './client.mjs';
import { answers } from './index.mjs';

const routeNotFound = 'The route is not found, check the URL';

describe('the gateway', () => {
  const client = simulate();
  const { call, get } = client;

  test('answers an unknown route with a text 404, before it looks at the token', async () => {
    const response = await get('/v3/catalog/prodcuts', { token: null });
    assert.deepEqual([response.status, response.type, response.text], [404, 'text/plain', routeNotFound]);
    assert.ok(hasNoQuota(response));
  });

  test('answers a method that the route does not have as an unknown route', async () => {
    for (const [method, path] of [
      ['GET', '/v3/carts'],
      ['PATCH', '/v3/catalog/products/77'],
      ['PUT', '/v2/orders'],
    ]) {
      const response = await call(method, path);
      assert.deepEqual([response.status, response.text], [404, routeNotFound], `${method} ${path}`);
    }
  });

  test('tells a missing, an empty and a wrong token apart, whatever the store', async () => {
    const seen = [];
    for (const token of [null, '', 'wrong']) {
      const response = await get('/v3/catalog/products', { token, hash: 'nosuchstore' });
      assert.ok(hasNoQuota(response));
      seen.push([response.status, response.type, response.text]);
    }
    assert.deepEqual(seen, [
      [401, 'text/plain', 'X-Auth-Token header is required'],
      [401, 'text/plain', 'X-Auth-Token header should have correct format'],
      [401, 'application/json', '{"status":401,"title":"Unauthorized"}'],
    ]);
  });

  test('answers a wrong store and a missing scope alike: 403 with the scope title', async () => {
    const wrongStore = await get('/v2/orders', { hash: 'store-abcd' });
    const readOnly = await call('DELETE', '/v2/orders/101', {
      token: client.simulator.readOnlyToken,
    });
    assert.equal(wrongStore.status, 403);
    assert.equal(wrongStore.body.title, "You don't have a required scope to access the endpoint");
    assert.deepEqual(readOnly.body, wrongStore.body);
    assert.equal((await get('/v2/orders', { token: client.simulator.readOnlyToken })).status, 200);
  });

  test('refuses types it cannot read or send', async () => {
    const wrongType = await call('POST', '/v3/carts', {
      headers: { 'Content-Type': 'text/xml' },
      body: '<cart/>',
    });
    assert.deepEqual([wrongType.status, wrongType.type.split(';')[0]], [415, 'text/html']);
    const wrongAccept = await get('/v3/catalog/products', { headers: { Accept: 'text/html' } });
    assert.equal(wrongAccept.status, 406);
  });

  test('gives every answer its own request id of 32 hex digits', async () => {
    const ids = [];
    for (const path of ['/nowhere', '/v3/catalog/products', '/graphql']) ids.push((await get(path)).headers.get('x-request-id'));
    for (const id of ids) assert.match(id, /^[0-9a-f]{32}$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('redirects an old route', async () => {
    const response = await get('/v2/hooks');
    assert.equal(response.status, 301);
    assert.equal((await get(response.headers.get('location').replace(/^\/stores\/\w+/, ''))).status, 200);
  });
});

describe('the quota window', () => {
  const client = simulate({ quota: 2 }, { each: true });
  const { get } = client;

  test('counts down over all requests, refuses the next, and starts again', async () => {
    const left = async () => (await get('/v2/time')).headers.get('x-rate-limit-requests-left');
    assert.deepEqual([await left(), await left()], ['1', '0']);
    const refused = await get('/v3/catalog/products');
    assert.equal(refused.status, 429);
    assert.deepEqual([refused.body.status, refused.body.title], [429, 'Too many requests']);
    assert.ok(hasQuota(refused));
    client.simulator.spendQuota({ resetMs: 100 });
    await sleep(100);
    assert.equal((await get('/v3/catalog/products')).status, 200);
  });

  test('can be spent as if by another app, and end when told', async () => {
    client.simulator.spendQuota({ resetMs: 5000 });
    const refused = await get('/v2/time');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('x-rate-limit-time-reset-ms')) <= 5000);
  });
});

describe('the first quota window', () => {
  const { get } = simulate({ windowMs: 30_000, windowAgeMs: 28_000 });

  test('can be old already when the simulator starts', async () => {
    const { headers } = await get('/v2/time');
    assert.equal(headers.get('x-rate-limit-time-window-ms'), '30000');
    assert.ok(Number(headers.get('x-rate-limit-time-reset-ms')) <= 2000);
  });
});

describe('trouble', () => {
  const client = simulate();
  const { call, get } = client;
  const path = '/v3/catalog/products/77';

  test('maintenance closes the whole store until it ends; a suspended store says why', async () => {
    client.simulator.maintenance(true);
    assert.deepEqual((await get('/v2/orders')).body, [{ status: 503, message: 'Service Unavailable' }]);
    assert.equal((await get(path)).body.title, 'Service Unavailable');
    client.simulator.maintenance('suspended');
    assert.match((await get(path)).body.title, /suspended/);
    client.simulator.maintenance('off');
    assert.equal((await get(path)).status, 200);
    assert.throws(() => client.simulator.maintenance('maybe'), TypeError);
  });

  test('scripted statuses come with realistic bodies, in order, and then the normal answer', async () => {
    client.simulator.script('GET', path, [500, answers.errorPage(), 502, 504, 429]);
    const seen = [];
    for (let n = 0; n < 6; n += 1) seen.push(await get(path));
    assert.deepEqual(
      seen.map(({ status }) => status),
      [500, 500, 502, 504, 429, 200],
    );
    assert.equal(seen[0].body.status, 500);
    assert.match(seen[1].text, /^<!DOCTYPE html>/);
    assert.ok(hasNoQuota(seen[2]) && hasNoQuota(seen[3]));
    assert.equal(seen[4].headers.get('x-rate-limit-requests-left'), '0');
  });

  test('what was scripted can be forgotten', async () => {
    client.simulator.script('GET', path, [500, 500]);
    assert.equal((await get(path)).status, 500);
    client.simulator.calm();
    assert.equal((await get(path)).status, 200);
  });

  test('a 429 may lack the quota headers, or bring X-Retry-After only', async () => {
    client.simulator.script('GET', path, [answers.platformLoad(), answers.retryAfter(2), { status: 429, headers: { 'Retry-After': '1' } }]);
    const seen = [await get(path), await get(path), await get(path)];
    assert.ok(seen.every((response) => response.status === 429 && hasNoQuota(response)));
    assert.deepEqual(
      seen.map(({ text }) => text !== ''),
      [false, true, true],
    );
    assert.deepEqual([seen[1].headers.get('x-retry-after'), seen[2].headers.get('retry-after')], ['2', '1']);
  });

  test('a service that is gone for a while can say so in its body', async () => {
    client.simulator.script('GET', path, [answers.degraded(30)]);
    const { status, body } = await get(path);
    assert.deepEqual([status, body.error.code, body.error.retry_after_seconds], [503, 'SERVICE_DEGRADED', 30]);
  });

  test('an answer can be late', async () => {
    client.simulator.script('GET', path, [{ delayMs: 120 }]);
    const askedAt = performance.now();
    assert.equal((await get(path)).status, 200);
    assert.equal((await get('/slow?ms=120')).status, 200);
    assert.ok(performance.now() - askedAt >= 230);
  });

  test('a connection can be cut before any answer', async () => {
    client.simulator.script('GET', path, [{ drop: true }]);
    await assert.rejects(get(path), TypeError);
    assert.equal(client.simulator.requests.at(-1).ended, 'dropped');
  });

  test('a body can stall, and it is known when the client gives up on it', async () => {
    client.simulator.script('GET', path, [{ stall: true }]);
    const response = await fetch(`${client.simulator.url}/stores/${client.simulator.storeHash}${path}`, {
      headers: { 'X-Auth-Token': client.simulator.token },
    });
    const request = client.simulator.requests.at(-1);
    assert.deepEqual([response.status, request.ended], [200, 'open']);
    await response.body.cancel();
    assert.equal(await request.closed, 'by-client');
  });

  test('what was received is kept, without the token', async () => {
    await call('PUT', path, { json: { price: 14 } });
    const { at, headers, ended, ...request } = client.simulator.requests.at(-1);
    assert.deepEqual(request, {
      method: 'PUT',
      path,
      query: {},
      bodyText: '{"price":14}',
      status: 200,
    });
    assert.equal(headers['x-auth-token'], '<masked>');
    assert.ok(at > 0);
    assert.ok(!JSON.stringify(client.simulator.requests).includes(client.simulator.token));
  });
});
