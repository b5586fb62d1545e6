// createFetch and bcFetch: what is passed through, what is sent again, and when.

import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { startSimulator } from '../simulator/index.mjs';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, reset, watched } from './stub.mjs';

const { bcFetch, createFetch, historyOf } = await (await install()).load();
const globalFetch = globalThis.fetch;
afterEach(() => void (globalThis.fetch = globalFetch));

const rulesOf = (response) => historyOf(response).map(({ decision }) => decision.rule);

/** Method, URL, the header X-A and the body of every request that a stub was called with. */
const sentBy = (stub) =>
  Promise.all(
    stub.calls.map(async ({ args }) => {
      const request = new Request(...args);
      return [request.method, request.url, request.headers.get('X-A'), await request.text()];
    }),
  );

/** That no attempt began before the wait was over that the decision before it asked for. */
function assertNotEarly(history) {
  for (const [at, { startedMs, durationMs, decision }] of history.entries()) {
    const next = history[at + 1];
    if (!next) return;
    const least = startedMs + durationMs + decision.delayMs;
    assert.ok(next.startedMs >= least, `attempt ${at + 2} at ${next.startedMs}, not from ${least}`);
  }
}

describe('a date to wait for', () => {
  const after = (ms) => new Date(Date.now() + ms).toUTCString();
  const waitOf = async (headers) => {
    const stub = answering(answer(503, headers));
    const response = await createFetch({ fetch: stub, retry: { maxElapsedMs: 0 } })(API);
    const { delayMs, rule } = historyOf(response)[0].decision;
    assert.equal(rule, 'budget-exhausted');
    return delayMs;
  };

  test('is compared with the date of the answer', async () => {
    const headers = { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:50:07 GMT' };
    const delayMs = await waitOf(headers);
    assert.ok(delayMs >= 30_000 && delayMs <= 31_000, `${delayMs} ms`);
  });

  test('is compared with our clock where the answer hides its own', async () => {
    const delayMs = await waitOf({ 'Retry-After': after(600_000) });
    assert.ok(delayMs > 500_000 && delayMs < 605_000, `${delayMs} ms`);
  });
});

describe('what needs no repeat is passed through', () => {
  test('a success is the identical Response, from one call with the very same arguments', async () => {
    const response = answer(200);
    const stub = answering(response);
    const url = new URL(API);
    const init = { headers: { Accept: 'application/json' } };
    assert.equal(await createFetch({ fetch: stub })(url, init), response);
    assert.equal(stub.calls.length, 1);
    assert.equal(stub.calls[0].args[0], url);
    assert.equal(stub.calls[0].args[1], init);
    assert.equal(stub.calls[0].this, undefined);
  });

  test('the fetch of the caller is called without a this, also when it is sent again', async () => {
    const stub = answering(answer(503), answer(200));
    const holder = { call: createFetch({ fetch: stub, retry: hasty }) };
    await holder.call(API);
    assert.deepEqual(
      stub.calls.map((call) => call.this),
      [undefined, undefined],
    );
  });

  test('no Request is constructed on a success', async () => {
    const Original = globalThis.Request;
    let made = 0;
    globalThis.Request = class extends Original {
      constructor(...args) {
        made += 1;
        super(...args);
      }
    };
    try {
      await createFetch({ fetch: answering(answer(200)) })(API, { method: 'POST', body: '{}' });
    } finally {
      globalThis.Request = Original;
    }
    assert.equal(made, 0);
  });

  for (const [what, response, init] of [
    ['a 304', answer(304)],
    ['a 204 to a HEAD', answer(204), { method: 'HEAD' }],
    ['a 404 to a HEAD', new Response(null, { status: 404 }), { method: 'HEAD' }],
    ['a 301 of redirect: manual', answer(301, { Location: '/x' }), { redirect: 'manual' }],
    ['an opaque answer with status 0', Response.error(), { redirect: 'manual' }],
    ['a 422', answer(422)],
    ['a 401', answer(401)],
    ['a 207', answer(207)],
  ]) {
    test(`${what} comes back unchanged, sent once`, async () => {
      const stub = answering(response);
      const result = await createFetch({ fetch: stub, retry: hasty })(API, init);
      assert.equal(result, response);
      assert.equal(stub.calls.length, 1);
      assert.equal(result.bodyUsed, false);
      assert.equal(historyOf(result).length, 1);
    });
  }

  test('bcFetch uses a global fetch that was replaced after the import', async () => {
    const response = answer(200);
    const stub = answering(response);
    globalThis.fetch = stub;
    assert.equal(await bcFetch(API), response);
    assert.equal(stub.calls.length, 1);
    assert.equal(stub.calls[0].this, undefined);
  });

  test('retry: false sends once, whatever comes', async () => {
    for (const status of [200, 429, 500, 503]) {
      const stub = answering(answer(status, reset(1)));
      const response = await createFetch({ fetch: stub, retry: false })(API);
      assert.deepEqual([response.status, stub.calls.length], [status, 1]);
    }
  });

  test('null for the options, and for each of them, is as if left out', async () => {
    globalThis.fetch = answering(answer(503), answer(200));
    await createFetch(null)(API, { method: 'POST' });
    assert.equal(globalThis.fetch.calls.length, 1);
    assert.equal((await createFetch({ fetch: null, retry: null })(API)).status, 200);
  });
});

describe('what is sent again, with a stub', () => {
  for (const [what, headers, leastMs] of [
    ['the reset of a 429', reset(250), 250],
    ['Retry-After', { 'Retry-After': '0.2' }, 200],
    ['X-Retry-After', { 'X-Retry-After': '1' }, 1_000],
    ['the longest of two', { ...reset(20), 'Retry-After': '0.3' }, 300],
  ]) {
    test(`${what} is waited for, and never less`, async () => {
      const stub = answering(answer(429, headers), answer(200));
      const response = await createFetch({ fetch: stub })(API);
      const waited = stub.calls[1].at - stub.calls[0].at;
      assert.equal(response.status, 200);
      assert.ok(waited >= leastMs, `waited ${waited} ms, not ${leastMs}`);
      assertNotEarly(historyOf(response));
    });
  }

  test('a 503 to a GET is repeated, to a POST not', async () => {
    const get = answering(answer(503), answer(503), answer(200));
    assert.equal((await createFetch({ fetch: get, retry: hasty })(API)).status, 200);
    assert.equal(get.calls.length, 3);

    const post = answering(answer(503), answer(200));
    const refused = await createFetch({ fetch: post, retry: hasty })(API, { method: 'POST' });
    assert.deepEqual([refused.status, post.calls.length], [503, 1]);
    assert.deepEqual(rulesOf(refused), ['not-repeatable']);
  });

  test('the method of a Request counts, and that of init before it', async () => {
    const request = new Request(API, { method: 'POST' });
    for (const [init, calls] of [
      [undefined, 1],
      [{ method: 'PUT' }, 3],
    ]) {
      const stub = answering(answer(503));
      await createFetch({ fetch: stub, retry: hasty })(request, init);
      assert.equal(stub.calls.length, calls);
    }
  });

  test('repeatable: true repeats a POST', async () => {
    const stub = answering(answer(503), answer(201));
    const retry = { ...hasty, repeatable: true };
    const response = await createFetch({ fetch: stub, retry })(API, { method: 'POST', body: '{}' });
    assert.deepEqual([response.status, stub.calls.length], [201, 2]);
    assert.deepEqual(await sentBy(stub), Array(2).fill(['POST', API, null, '{}']));
  });

  for (const status of [500, 429, 503]) {
    test(`a wait after a ${status} that does not fit is not begun, and is told`, async () => {
      const stub = answering(answer(status, { 'Retry-After': '86400' }));
      const response = await createFetch({ fetch: stub })(API);
      const [{ decision }, ...more] = historyOf(response);
      assert.deepEqual([response.status, stub.calls.length, more], [status, 1, []]);
      assert.deepEqual([decision.retry, decision.rule], [false, 'budget-exhausted']);
      assert.ok(decision.delayMs >= 86_400_000 && decision.delayMs <= 86_401_000, decision.delayMs);
      assert.equal(await response.text(), `body of ${status}`);
    });
  }

  test('the last answer is handed out when the attempts are used up', async () => {
    const stub = answering((number) => answer(503, { 'X-Request-Id': `n${number}` }));
    const response = await createFetch({ fetch: stub, retry: { ...hasty, maxAttempts: 4 } })(API);
    assert.equal(response.headers.get('x-request-id'), 'n4');
    assert.deepEqual(rulesOf(response), [...Array(3).fill('unavailable'), 'attempts-exhausted']);
    assert.equal(await response.text(), 'body of 503');
  });

  test('bodies that are not handed out are cancelled, the one that is can be read', async () => {
    // However slow the machine is, the time for all attempts is not over.
    const answers = [watched(503), watched(429, reset(1)), watched(422)];
    const response = await createFetch({ fetch: answering(...answers), retry: { ...hasty, maxElapsedMs: Infinity } })(API);
    assert.equal(response, answers[2]);
    assert.deepEqual(
      answers.map(({ cancelled }) => cancelled),
      [true, true, false],
    );
    const { value } = await response.body.getReader().read();
    assert.equal(new TextDecoder().decode(value), 'part ');
  });

  test('200 calls at once through one fetch keep to themselves', async () => {
    const seen = new Map();
    const stub = async (url) => {
      const number = Number(new URL(url).searchParams.get('n'));
      seen.set(number, (seen.get(number) ?? 0) + 1);
      return seen.get(number) <= number % 3 ? answer(429, reset(5)) : answer(200);
    };
    const call = createFetch({ fetch: stub });
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    const responses = await Promise.all(numbers.map((n) => call(`${API}?n=${n}`)));
    for (const n of numbers) {
      const waits = Array(n % 3).fill('rate-limit-reset');
      assert.deepEqual(rulesOf(responses[n]), [...waits, 'not-needed'], `call ${n}`);
    }
  });
});

describe('what is sent again, over HTTP', () => {
  let simulator;
  before(async () => (simulator = await startSimulator({ quota: 2, windowMs: 300 })));
  after(() => simulator.close());
  afterEach(() => simulator.calm());

  const call = (fetch, path, init) =>
    fetch(`${simulator.url}/stores/${simulator.storeHash}${path}`, {
      ...init,
      headers: { 'X-Auth-Token': simulator.token, 'Content-Type': 'application/json' },
    });
  const sent = (path) => simulator.requests.filter((request) => request.path === path);

  test('ten calls on a quota of two all succeed, and none comes early', async () => {
    const retry = { profile: 'background', maxAttempts: 100 };
    const fetch = createFetch({ retry });
    const path = '/v3/catalog/products';
    // On a slow machine ten may come in as many windows as they need.
    simulator.script('GET', path, [{ status: 429, headers: reset(300), body: {} }]);
    const all = await Promise.all(Array.from({ length: 10 }, () => call(fetch, path)));
    for (const response of all) {
      assert.equal(response.status, 200);
      assertNotEarly(historyOf(response));
      assert.ok(Array.isArray((await response.json()).data));
    }
    const attempts = all.flatMap((response) => historyOf(response)).length;
    assert.equal(sent(path).length, attempts);
    assert.ok(attempts > 10, 'some were throttled first');
  });

  test('maintenance is waited out by a GET, a POST is left to the caller', async () => {
    const path = '/v2/orders';
    simulator.script('GET', path, [503, 503, { status: 200, body: [] }]);
    simulator.script('POST', path, [503]);
    const fetch = createFetch({ retry: hasty });
    assert.deepEqual(rulesOf(await call(fetch, path)), ['unavailable', 'unavailable', 'not-needed']);
    const refused = await call(fetch, path, { method: 'POST', body: '{}' });
    assert.deepEqual([refused.status, rulesOf(refused)], [503, ['not-repeatable']]);
    assert.equal(sent(path).length, 4);
  });

  test('the connection of an answer that is not handed out is given up', async () => {
    const path = '/v3/catalog/products/77';
    simulator.script('GET', path, [{ status: 503, stall: true, body: 'x'.repeat(1_000) }, 200]);
    const response = await call(createFetch({ retry: hasty }), path);
    assert.equal(response.status, 200);
    assert.equal(await sent(path)[0].closed, 'by-client');
    assert.deepEqual(await response.json(), { data: {}, meta: {} });
  });

  test('a dropped connection is tried again', async () => {
    const path = '/v3/catalog/brands';
    simulator.script('GET', path, [{ drop: true }, { drop: true }, 200]);
    const response = await call(createFetch({ retry: hasty }), path);
    assert.deepEqual(rulesOf(response), ['network', 'network', 'not-needed']);
  });

  test('a redirect is left to the caller with redirect: manual', async () => {
    const path = '/v3/moved';
    simulator.script('GET', path, [301]);
    const response = await call(createFetch({ retry: hasty }), path, { redirect: 'manual' });
    assert.deepEqual([response.status, sent(path).length], [301, 1]);
  });
});
