import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasNoQuota, hasQuota, simulate } from './client.mjs';

describe('V2', () => {
  const { call, get } = simulate();

  test('an empty list is a 204 without a body', async () => {
    const response = await get('/v2/orders?status_id=5');
    assert.deepEqual([response.status, response.text], [204, '']);
    assert.ok(hasQuota(response));
    assert.equal((await get('/v2/orders?page=9')).status, 204);
  });

  test('an order is made with a Location, read, changed and deleted', async () => {
    const created = await call('POST', '/v2/orders', {
      json: { billing_address: {}, products: [{ product_id: 77, quantity: 1 }] },
    });
    assert.equal(created.status, 201);
    const path = created.headers.get('location').replace(/^\/stores\/\w+/, '');
    assert.equal((await call('PUT', path, { json: { staff_notes: 'wrap it' } })).body.staff_notes, 'wrap it');
    assert.equal((await call('DELETE', path)).status, 204);
    assert.deepEqual((await get(path)).body, [{ status: 404, message: 'The requested resource was not found.' }]);
  });

  test('complaints are a list, and name the field', async () => {
    const seen = [
      await get('/v2/orders?colour=red'),
      await call('PUT', '/v2/orders/101', { json: { custom_status: 'x' } }),
      await call('PUT', '/v2/orders/101', { json: { id: 4 } }),
      await call('POST', '/v2/orders', { json: {} }),
      await get('/v2/orders?limit=500'),
    ].map(({ status, body }) => [status, body[0].status, body[0].message]);
    assert.deepEqual(seen, [
      [400, 400, "The field 'colour' is not supported by this resource."],
      [400, 400, "The field 'custom_status' is not supported by this resource."],
      [400, 400, "The field 'id' cannot be written to. Please remove it from your request before trying again."],
      [400, 400, 'Required fields missing [billing_address, products]'],
      [413, 413, 'The limit is above the maximum of 250.'],
    ]);
  });
});

describe('V3', () => {
  const { call, get } = simulate();
  const tea = { name: 'Darjeeling', type: 'physical', weight: 0.2, price: 15 };

  test('a product is made, read, changed and deleted', async () => {
    const { status, body } = await call('POST', '/v3/catalog/products', { json: tea });
    assert.equal(status, 200);
    const path = `/v3/catalog/products/${body.data.id}`;
    assert.equal((await call('PUT', path, { json: { price: 16 } })).body.data.price, 16);
    assert.equal((await call('DELETE', path)).status, 204);
    const missing = await get(path);
    assert.deepEqual([missing.status, missing.body.status, hasQuota(missing)], [404, 404, true]);
  });

  test('a product without its required fields is a 422 that names them all', async () => {
    const { status, body } = await call('POST', '/v3/catalog/products', { json: { price: '12' } });
    assert.equal(status, 422);
    assert.deepEqual(body.errors, {
      name: 'error.path.missing',
      type: 'error.path.missing',
      weight: 'error.path.missing',
      price: 'error.expected.jsnumber',
    });
  });

  test('a duplicate is a 409, a body that is no JSON a 400', async () => {
    const duplicate = await call('POST', '/v3/catalog/products', {
      json: { ...tea, name: 'Iron teapot' },
    });
    assert.deepEqual([duplicate.status, Object.keys(duplicate.body.errors)], [409, ['name']]);
    const broken = await call('POST', '/v3/catalog/products', {
      headers: { 'Content-Type': 'application/json' },
      body: '{"name":',
    });
    assert.deepEqual([broken.status, broken.body.detail], [400, 'Syntax error']);
  });

  test('limits and filters are checked', async () => {
    assert.match((await get('/v3/catalog/products?limit=a')).body.title, /"limit" value must be integer/);
    assert.match((await get('/v3/catalog/products?colour=red&size=4')).body.title, /colour, size are not valid/);
    assert.equal((await get('/v3/catalog/products?limit=251')).status, 422);
    assert.equal((await get('/v3/catalog/products?limit=1&page=2')).body.data[0].id, 78);
  });

  test('a batch may be too large, or succeed in part', async () => {
    const tooMany = await call('PUT', '/v3/catalog/products', { json: Array(11).fill({ id: 77 }) });
    assert.equal(tooMany.status, 413);
    const partly = await call('PUT', '/v3/catalog/products', {
      json: [
        { id: 77, price: 13 },
        { id: 9, price: 1 },
      ],
    });
    assert.deepEqual(
      [partly.status, Object.keys(partly.body.errors.errors), partly.body.meta],
      [207, ['1'], { total: 2, success: 1, failed: 1 }],
    );
    const metafields = await call('POST', '/v3/catalog/products/metafields', {
      json: [{ resource_id: 77 }, { resource_id: 9 }],
    });
    assert.deepEqual(
      [metafields.status, metafields.body.data.length, metafields.body.errors[0].errors],
      [422, 1, { 1: 'No product has the id 9' }],
    );
  });

  test('success does not always mean that something was done', async () => {
    assert.equal((await get('/v3/catalog/products/78/images')).status, 204);
    assert.equal((await get('/v3/catalog/products/77/images')).status, 200);
    assert.equal((await call('DELETE', '/v3/customers')).status, 204);
    assert.equal((await get('/v3/customers')).body.data.length, 2);
    assert.equal((await call('DELETE', '/v3/catalog/trees/categories?category_id:in=4')).status, 202);
  });

  test('a cart can be made, and a 405 from the store is JSON', async () => {
    assert.equal((await call('POST', '/v3/carts', { json: { line_items: [{ product_id: 77, quantity: 1 }] } })).status, 201);
    const notAllowed = await call('POST', '/v3/promotions/5/codegen', { json: { batch_size: 3 } });
    assert.deepEqual([notAllowed.status, notAllowed.body.status], [405, 405]);
  });
});

describe('the storefront', () => {
  const client = simulate();
  const { call, get } = client;
  const ask = (query, { variables, token = client.simulator.storefrontToken } = {}) =>
    call('POST', '/graphql', {
      json: { query, variables },
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    });

  test('GraphQL refuses bad credentials with 401, and GET with 405', async () => {
    const messages = [];
    for (const token of [null, 'abc', 'a.b.c']) {
      const { status, body } = await ask('{ site { settings { storeName } } }', { token });
      assert.equal(status, 401);
      messages.push(body.errors[0].message);
    }
    assert.deepEqual(messages, [
      'GraphQL credentials were missing. No token was sent.',
      'GraphQL invalid credentials. String is not a JWT',
      'Unknown JWT token',
    ]);
    assert.equal((await get('/graphql')).status, 405);
  });

  test('GraphQL answers 200 for data and for every kind of error in a query', async () => {
    assert.equal((await ask('{ site { settings { storeName } } }')).body.data.site.settings.storeName, 'Teahouse');
    const unknown = await ask('{ warehouse { id } }');
    assert.deepEqual([unknown.status, unknown.body.errors.length], [200, 1]);
    assert.equal((await ask('{ company { id } }')).body.errors[0].extensions.code, 'INSUFFICIENT_ACCESS_SCOPE');
    const taken = await ask('mutation { registerCustomer }', {
      variables: { input: { email: 'mira@teahouse.example' } },
    });
    assert.equal(taken.body.data.customer.registerCustomer.errors[0].__typename, 'EmailAlreadyInUseError');
  });

  test('many sign-ups meet spam protection: a 429 with a bare word, or a page', async () => {
    const signUp = (headers) => call('POST', '/api/storefront/customers', { json: { email: 'a@b.example' }, headers });
    for (let n = 0; n < 3; n += 1) assert.equal((await signUp()).status, 204);
    const word = await signUp();
    assert.deepEqual([word.status, word.body.type, hasNoQuota(word)], [429, 'spam_protection_failed', true]);
    assert.match((await signUp({ Accept: 'text/html' })).text, /<title>Spam Protection Failed/);
  });
});
