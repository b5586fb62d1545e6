// What clients throw and hand out, given to diagnose as it is.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import axios from 'axios';
import ky, { HTTPError } from 'ky';
import { ofetch } from 'ofetch';
import { createFetch, decideRetry, diagnose, explain } from '../../pkg/dist/index.js';

const HEADERS = { 'X-Auth-Token': 'abcdefghijklmnopqrstuvwxyz01234', 'Content-Type': 'application/json' };
const BODY = { name: '' };
/** And not that the method is not known. */
const MAY_HAVE_RUN = /^The request may have run/;
const answers = {
  '/stores/abc123/v3/hooks': [400, { status: 400, title: 'JSON data is missing or invalid' }],
  '/stores/abc123/v3/catalog/products': [422, { status: 422, title: 'The field name is invalid', errors: { name: 'must not be empty' } }],
  '/stores/abc123/v2/orders': [504, {}],
};

const server = createServer((request, response) => {
  const [status, body] = answers[new URL(request.url, 'http://a').pathname] ?? [404, {}];
  request.resume().on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
});
let origin = '';
before(async () => {
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const thrown = (call) =>
  call.then(
    () => assert.fail('it did not throw'),
    (error) => error,
  );

/** By client: a POST as it is made there, and its error. */
const CLIENTS = {
  axios: (path) => axios.post(`${path}?a=b`, BODY, { baseURL: `${origin}/`, headers: HEADERS, params: { c: 'd' } }),
  ky: (path) => ky.post(`${origin}${path}?a=b&c=d`, { json: BODY, headers: HEADERS, retry: 0 }),
  ofetch: (path) => ofetch(`${origin}${path}?a=b&c=d`, { method: 'post', body: BODY, headers: HEADERS, retry: 0 }),
};

describe('an error of', () => {
  for (const [name, post] of Object.entries(CLIENTS)) {
    it(`${name} is an exchange: what was sent, and what came back`, async () => {
      const refused = await thrown(post('/stores/abc123/v3/catalog/products'));
      const { classification, findings } = diagnose(refused);
      assert.equal(classification.status.code, 422);
      assert.equal(classification.error.items[0].field, 'name');
      assert.equal(findings[0].id, 'request.field-missing');

      const lost = await thrown(post('/stores/abc123/v2/orders'));
      for (const { reason } of [diagnose(lost).retry, decideRetry(lost)]) assert.match(reason, MAY_HAVE_RUN);
      assert.match(diagnose(lost).findings[0].evidence, /127\.0\.0\.1/, 'the URL is known');
    });
  }

  it('axios without an answer says whether anything was sent', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => nobody.once('listening', listening));
    const { port } = nobody.address();
    await new Promise((closed) => nobody.close(closed));
    const refused = await thrown(axios.post(`http://127.0.0.1:${port}/v2/orders`, BODY));
    assert.equal(refused.code, 'ECONNREFUSED');
    assert.deepEqual(diagnose(refused).classification.outcome, 'no-response');
    assert.equal(decideRetry(refused).retry, true, 'nothing was sent');

    const reset = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((listening) => reset.once('listening', listening));
    const broken = await thrown(axios.post(`http://127.0.0.1:${reset.address().port}/v2/orders`, BODY));
    reset.close();
    assert.deepEqual([decideRetry(broken).retry, decideRetry(broken).mayHaveRun], [false, true]);
  });

  it('a time limit and of whoever gave up is told apart', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((listening) => silent.once('listening', listening));
    const url = `http://127.0.0.1:${silent.address().port}/v2/orders`;
    const late = await thrown(axios.get(url, { timeout: 20 }));
    const given = await thrown(axios.get(url, { signal: AbortSignal.abort() }));
    const limit = await thrown(fetch(url, { signal: AbortSignal.timeout(20) }));
    silent.closeAllConnections();
    silent.close();
    assert.equal(diagnose(late).findings[0].id, 'network.timeout');
    assert.equal(diagnose(given).findings[0].id, 'network.aborted');
    assert.equal(diagnose(limit).findings[0].id, 'network.timeout');
    assert.equal(decideRetry(limit).rule, 'not-repeatable', 'of which nobody knows the method');
  });
});

describe('an answer of', () => {
  it('axios is an exchange', async () => {
    const answer = await axios.post(`${origin}/stores/abc123/v2/orders`, BODY, { validateStatus: () => true });
    assert.match(decideRetry(answer).reason, MAY_HAVE_RUN);
    assert.match(diagnose(answer).findings[0].evidence, /127\.0\.0\.1/);
  });

  it('another fetch is that of a method which is not known', async () => {
    const answer = await fetch(`${origin}/stores/abc123/v2/orders`, { method: 'POST' });
    assert.equal(decideRetry(answer).retry, false);
    assert.match(decideRetry(answer).reason, /method/);
    assert.equal((await explain(answer)).retry.retry, false);
    const own = await createFetch({ retry: false })(`${origin}/stores/abc123/v2/orders`);
    assert.equal((await explain(own)).retry.rule !== 'not-repeatable', true);
    const { response } = new HTTPError(answer, new Request(`${origin}/`), {});
    assert.equal(response, answer);
  });
});

it('a body that fetch sends as [object Object] is found', async () => {
  const bc = createFetch({ retry: false });
  const answer = await bc(`${origin}/stores/abc123/v3/hooks`, { method: 'POST', body: BODY, headers: HEADERS });
  assert.equal((await explain(answer)).findings[0].id, 'request.body-syntax');
});

it('a status under another name is no lost request', () => {
  for (const name of ['statusCode', 'stauts', 'status_code', 'httpStatus', 'code']) {
    assert.throws(() => diagnose({ method: 'GET', url: '/v3/carts', [name]: 404 }), new RegExp(`must have a status, .*; it has ${name}$`));
  }
  assert.equal(diagnose({ method: 'GET', url: '/v3/carts', store: 'a' }).classification.outcome, 'no-response');
});

it('an exchange with more members than it needs stays what it is', () => {
  const record = { method: 'POST', url: 'https://api.bigcommerce.com/stores/abc123/v2/orders', status: 504, ok: false, requestHeaders: {} };
  assert.equal(decideRetry(record).rule, 'not-repeatable');
  assert.ok(diagnose({ ...record, status: 401 }).findings.some(({ id }) => id === 'auth.token-missing'));
});

it('what has no status is no Response', async () => {
  const error = await thrown(axios.get('http://127.0.0.1:1/'));
  await assert.rejects(explain(error), /^TypeError: response must be a Response, not an object$/);
});
