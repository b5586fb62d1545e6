// Spans and metrics of calls, by OpenTelemetry's own SDK.

import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createFetch, createPacer, historyOf, isPaceError } from '../../pkg/dist/index.js';
import { createFetch as fetchOfPages } from '../../pkg/dist/fetch.js';
import { instrument } from '../../pkg/dist/otel/index.js';

const TOKEN = 'tokentokentoken1234567890';
const HASH = 'k3j9x2w7qa';
const STORE = `https://api.bigcommerce.com/stores/${HASH}`;
const AT_ONCE = { profile: 'background', jitter: false, maxDelayMs: 1 };
const init = { headers: { 'X-Auth-Token': TOKEN } };

const quota = (left, reset = 1) => ({
  'x-rate-limit-time-window-ms': '30000',
  'x-rate-limit-time-reset-ms': String(reset),
  'x-rate-limit-requests-quota': '150',
  'x-rate-limit-requests-left': String(left),
});
const answer = (status, body = '', headers = {}) => new Response(status === 204 ? null : body, { status, headers });
const busy = () => answer(429, '{"status":429,"title":"Too many requests"}', quota(0));
const missing = () => answer(404, 'The route is not found, check the URL', { 'content-type': 'text/plain' });

/** A fetch that gives one after the other, and the last of them for ever. */
const giving = (...answers) => {
  const left = [...answers];
  return async () => (left.length > 1 ? left.shift() : left[0])();
};

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer('test');

/** The spans of each call, in the order of their beginning. */
const spansOf = () => {
  const spans = exporter.getFinishedSpans();
  return spans
    .filter(({ kind }) => kind === SpanKind.INTERNAL)
    .map((call) => ({
      call,
      attempts: spans
        .filter(({ parentSpanContext }) => parentSpanContext?.spanId === call.spanContext().spanId)
        .sort((one, other) => (one.attributes['http.request.resend_count'] ?? 0) - (other.attributes['http.request.resend_count'] ?? 0)),
    }));
};
const only = () => {
  const all = spansOf();
  assert.equal(all.length, 1);
  return all[0];
};
const plain = (value) => JSON.stringify(value, (key, member) => (key.startsWith('_span') || key === 'resource' ? undefined : member));
const said = () =>
  exporter
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => plain({ name, attributes, events, status }))
    .join('\n');

beforeEach(() => exporter.reset());

describe('spans', () => {
  it('are one for a call and one for its attempt, by the conventions for HTTP', async () => {
    const bc = createFetch(instrument({ fetch: giving(() => answer(200, '{}')) }, { tracer }));
    assert.equal((await bc(`${STORE}/v3/catalog/products/77?include=images`, init)).status, 200);
    const { call, attempts } = only();
    assert.equal(call.name, 'GET /v3/catalog/products/{id}');
    assert.equal(attempts.length, 1);
    assert.equal(attempts[0].kind, SpanKind.CLIENT);
    const expected = {
      'http.request.method': 'GET',
      'url.full': 'https://api.bigcommerce.com/stores/{store_hash}/v3/catalog/products/77?include=images',
      'url.template': '/v3/catalog/products/{id}',
      'server.address': 'api.bigcommerce.com',
      'server.port': 443,
      'http.response.status_code': 200,
    };
    assert.deepEqual(attempts[0].attributes, expected);
    assert.deepEqual(call.attributes, { ...expected, 'bc_status.attempts': 1 });
    assert.equal(call.status.code, SpanStatusCode.UNSET);
    assert.equal(call.parentSpanContext, undefined);
  });

  it('count what is sent again, and say why', async () => {
    const bc = createFetch(
      instrument(
        {
          fetch: giving(
            busy,
            () => answer(503),
            () => answer(200, '{}'),
          ),
          retry: AT_ONCE,
        },
        { tracer },
      ),
    );
    const response = await bc(`${STORE}/v3/catalog/products`, init);
    assert.equal(historyOf(response).length, 3, 'the answer is the very same');
    const { call, attempts } = only();
    assert.deepEqual(
      attempts.map(({ attributes }) => [
        attributes['http.request.resend_count'],
        attributes['http.response.status_code'],
        attributes['error.type'],
      ]),
      [
        [undefined, 429, 'limit.quota'],
        [1, 503, 'platform.maintenance'],
        [2, 200, undefined],
      ],
    );
    assert.deepEqual(
      attempts.map(({ status }) => status.code),
      [SpanStatusCode.ERROR, SpanStatusCode.ERROR, SpanStatusCode.UNSET],
    );
    assert.deepEqual(
      call.events.map(({ name, attributes }) => [name, attributes['bc_status.retry.rule']]),
      [
        ['bc_status.retry', 'rate-limit-reset'],
        ['bc_status.retry', 'unavailable'],
      ],
    );
    assert.equal(call.attributes['error.type'], undefined, 'it came to a good end');
    assert.equal(call.attributes['bc_status.attempts'], 3);
  });

  it('say that a call is sent again when that is decided, and how long each attempt has waited', async () => {
    const started = [];
    const watching = { onStart: (span) => void started.push(span), onEnd: () => {}, forceFlush: async () => {}, shutdown: async () => {} };
    const own = new BasicTracerProvider({ spanProcessors: [watching] }).getTracer('test');
    /** What the call's span says while the second attempt is under way. */
    let meanwhile;
    const fetch = async () => {
      if (started.length < 3) return answer(429, '', quota(0, 40));
      const [call, ...attempts] = started;
      meanwhile = { ended: call.ended, events: [...call.events], waits: attempts.map(({ attributes }) => attributes['bc_status.wait']) };
      return answer(200, '{}');
    };
    const bc = createFetch(instrument({ fetch, retry: { profile: 'background', jitter: false } }, { tracer: own }));
    await bc(`${STORE}/v3/catalog/products`, init);
    const { ended, events, waits } = meanwhile;
    assert.equal(ended, false);
    assert.deepEqual(
      events.map(({ name, attributes }) => [name, attributes['bc_status.retry.rule'], attributes['bc_status.retry.delay']]),
      [['bc_status.retry', 'rate-limit-reset', 0.04]],
    );
    assert.equal(waits[0], undefined);
    assert.ok(waits[1] >= 0.039, `${waits[1]} s`);
    const at = ([seconds, nanoseconds]) => seconds * 1e3 + nanoseconds / 1e6;
    const [, first, second] = started;
    assert.ok(at(events[0].time) >= at(first.startTime) && at(second.startTime) - at(events[0].time) >= 38, 'before its wait');
    assert.equal(started[0].events.length, 1, 'and not once more at the end');
  });

  it('say of a failure what the body tells', async () => {
    for (const throwOnError of [false, true]) {
      exporter.reset();
      const bc = createFetch(instrument({ fetch: giving(missing), throwOnError }, { tracer }));
      const came = await bc(`${STORE}/v3/carts`, init).catch((error) => error);
      assert.equal(came.status, 404);
      if (!throwOnError) assert.equal(await came.text(), 'The route is not found, check the URL');
      const { call, attempts } = only();
      for (const span of [call, ...attempts]) {
        assert.equal(span.attributes['error.type'], 'request.method-not-on-route');
        assert.equal(span.attributes['http.response.status_code'], 404);
        assert.equal(span.status.code, SpanStatusCode.ERROR);
      }
    }
  });

  it('say why there was no answer', async () => {
    const lost = Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) });
    const late = new DOMException('late', 'TimeoutError');
    for (const [error, type] of [
      [lost, 'network.unreachable'],
      [late, 'network.timeout'],
    ]) {
      exporter.reset();
      const bc = createFetch(instrument({ fetch: () => Promise.reject(error), retry: { maxAttempts: 2, maxDelayMs: 1 } }, { tracer }));
      await assert.rejects(bc(`${STORE}/v3/catalog/products`));
      const { call, attempts } = only();
      assert.deepEqual(
        [call, ...attempts].map(({ attributes }) => attributes['error.type']),
        [type, type, type],
      );
      assert.equal(call.attributes['http.response.status_code'], undefined);
    }
  });

  it('end where the caller gives up, also those of a fetch that does not', async () => {
    const deaf = () => new Promise(() => {});
    const obedient = async (_, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw signal.reason;
    };
    const abortedSoon = (reason) => () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 20);
      return controller.signal;
    };
    for (const [fetch, options, signal, name, type] of [
      [deaf, { attemptTimeoutMs: 20, retry: { maxAttempts: 1 } }, () => undefined, 'TimeoutError', 'network.timeout'],
      [obedient, {}, abortedSoon(new DOMException('late', 'TimeoutError')), 'TimeoutError', 'network.timeout'],
      [obedient, { retry: false }, abortedSoon(), 'AbortError', 'network.aborted'],
    ]) {
      exporter.reset();
      const bc = createFetch(instrument({ fetch, ...options }, { tracer }));
      await assert.rejects(bc(`${STORE}/v3/catalog/products`, { signal: signal() }), { name });
      const { call, attempts } = only();
      assert.equal(attempts.length, 1);
      for (const span of [call, ...attempts]) assert.equal(span.attributes['error.type'], type);
    }
  });

  it('are told of wrong arguments, which are no fault of a network', async () => {
    const bc = createFetch(instrument({ fetch: globalThis.fetch }, { tracer }));
    await assert.rejects(bc('nowhere:1'), TypeError);
    await assert.rejects(bc('http://127.0.0.1:1/', { method: 'no method' }), TypeError);
    for (const { call } of spansOf()) assert.equal(call.attributes['error.type'], 'TypeError');
    assert.equal(spansOf()[1].call.name, 'HTTP');
    assert.equal(spansOf()[1].call.attributes['http.request.method'], '_OTHER');
  });

  it('hold no secret, and name a store only where that is asked for', async () => {
    const urls = [
      `${STORE}/v3/catalog/products?access_token=${TOKEN}`,
      `https://user:${TOKEN}@store-${HASH}.mybigcommerce.com/api/storefront/carts`,
      `https://login.bigcommerce.com/oauth2/token?context=stores%2F${HASH}&code=${TOKEN}`,
    ];
    const fetch = giving(() => answer(401, `{"status":401,"title":"No token ${TOKEN} for ${HASH}"}`));
    for (const storeHash of [false, true]) {
      exporter.reset();
      const bc = createFetch(instrument({ fetch, throwOnError: true }, { tracer, storeHash }));
      for (const url of urls) {
        const given = { method: 'POST', ...init, body: JSON.stringify({ client_secret: TOKEN }), bc: { context: { TOKEN } } };
        await assert.rejects(bc(url, given), { status: 401 });
      }
      assert.equal(spansOf().length, 3);
      assert.ok(!said().includes(TOKEN), said());
      assert.equal(said().includes(HASH), storeHash, said());
    }
    assert.equal(spansOf()[0].call.attributes['bc_status.store'], HASH);
  });

  it('do not mix those of concurrent calls, with or without a context manager', async () => {
    const run = async () => {
      exporter.reset();
      const waits = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const seen = new Map();
      const fetch = async (url) => {
        const number = Number(url.split('/').at(-1));
        await waits((number * 7) % 11);
        const attempts = (seen.get(number) ?? 0) + 1;
        seen.set(number, attempts);
        return attempts <= number % 3 ? answer(503) : answer(200, '{}');
      };
      const bc = createFetch(instrument({ fetch, retry: { ...AT_ONCE, maxAttempts: 5 }, budget: false }, { tracer }));
      await Promise.all(Array.from({ length: 30 }, (_, number) => bc(`${STORE}/v3/catalog/products/${number}`)));
      const all = spansOf();
      assert.equal(all.length, 30);
      for (const { call, attempts } of all) {
        const url = call.attributes['url.full'];
        const number = Number(url.split('/').at(-1));
        assert.deepEqual(
          attempts.map(({ attributes }) => [attributes['url.full'], attributes['http.request.resend_count'] ?? 0]),
          Array.from({ length: 1 + (number % 3) }, (_, again) => [url, again]),
        );
        for (const attempt of attempts) assert.equal(attempt.spanContext().traceId, call.spanContext().traceId);
      }
      assert.equal(new Set(all.map(({ call }) => call.spanContext().traceId)).size, 30);
    };
    await run();
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    try {
      await run();
    } finally {
      context.disable();
    }
  });

  it('are children of the active span, and active where the request is sent', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    try {
      const active = [];
      const fetch = async () => {
        active.push(trace.getActiveSpan()?.spanContext().spanId);
        return active.length < 2 ? answer(503) : answer(200, '{}');
      };
      const bc = createFetch(instrument({ fetch, retry: AT_ONCE }, { tracer }));
      await tracer.startActiveSpan('the job', { kind: SpanKind.SERVER }, async (job) => {
        await bc(`${STORE}/v3/catalog/products`);
        assert.equal(trace.getActiveSpan(), job, 'it is active again');
        job.end();
        const { call, attempts } = only();
        assert.equal(call.parentSpanContext.spanId, job.spanContext().spanId);
        assert.deepEqual(
          active,
          attempts.map((span) => span.spanContext().spanId),
        );
      });
    } finally {
      context.disable();
    }
  });

  it('begin in each fetch of the package, and where it is the global one', async () => {
    const before = globalThis.fetch;
    globalThis.fetch = giving(busy, () => answer(200, '{}'));
    try {
      for (const create of [createFetch, fetchOfPages]) {
        exporter.reset();
        globalThis.fetch = giving(busy, () => answer(200, '{}'));
        globalThis.fetch = create(instrument({ retry: AT_ONCE }, { tracer }));
        assert.equal(globalThis.fetch.name, 'fetch');
        assert.equal(globalThis.fetch.length, 1);
        assert.equal((await fetch(`${STORE}/v3/catalog/products`)).status, 200);
        assert.equal(only().attempts.length, 2);
      }
      exporter.reset();
      const bc = createFetch(instrument({ retry: AT_ONCE }, { tracer }));
      // What is put over a fetch later is not known to lead elsewhere.
      globalThis.fetch = giving(busy, () => answer(200, '{}'));
      assert.equal((await bc(`${STORE}/v3/catalog/products`)).status, 200);
      assert.equal(only().attempts.length, 2);
    } finally {
      globalThis.fetch = before;
    }
  });

  it('leave hooks as they are, and are of use without any of OpenTelemetry', async () => {
    const told = [];
    const hooks = { onAttempt: ({ attempt }) => told.push(attempt), onRetry: ({ status }) => void told.push(status) };
    const options = { fetch: giving(busy, () => answer(200, '{}')), retry: AT_ONCE, ...hooks };
    const spans = [];
    const structural = {
      startSpan(name, { attributes }, parent) {
        const span = {
          name,
          attributes,
          parent,
          setAttribute: () => {},
          setStatus: () => {},
          addEvent: () => {},
          end: () => spans.push(name),
        };
        return span;
      },
    };
    const bc = createFetch(instrument(options, { tracer: structural }));
    assert.equal((await bc(`${STORE}/v3/catalog/products`)).status, 200);
    assert.deepEqual(told, [1, 429, 2]);
    assert.equal(spans.length, 3);
  });

  it('are those of a Worker too', async () => {
    const { createHandler } = await import('../../pkg/dist/worker/index.js');
    const options = { storeHash: HASH, token: TOKEN, allow: ['GET /v3/catalog/products/{id}'], fetch: giving(() => answer(200, '{}')) };
    const worker = createHandler(instrument(options, { tracer }));
    assert.equal((await worker.fetch(new Request('https://worker.example/v3/catalog/products/77'), {})).status, 200);
    assert.equal(only().attempts[0].attributes['url.template'], '/v3/catalog/products/{id}');
    assert.ok(!said().includes(TOKEN) && !said().includes(HASH));
  });

  it('see requests that a pacer holds for ever as one call without attempts', async () => {
    const pace = createPacer({ maxQueue: 0 });
    const bc = createFetch(instrument({ fetch: giving(() => answer(200, '', quota(0, 60_000))), pace }, { tracer }));
    await bc(`${STORE}/v3/catalog/products`);
    exporter.reset();
    await assert.rejects(bc(`${STORE}/v3/catalog/products`), isPaceError);
    const { call, attempts } = only();
    assert.equal(call.attributes['error.type'], 'queue-full');
    assert.equal(attempts.length, 0);
  });
});

describe('metrics', () => {
  const measured = async (act) => {
    const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 1e6 });
    const meters = new MeterProvider({ readers: [reader] });
    try {
      await act(meters.getMeter('test'));
      await meters.forceFlush();
      const all =
        metrics
          .getMetrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
      return Object.fromEntries(
        all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints.map(({ attributes, value }) => [attributes, value])]),
      );
    } finally {
      await meters.shutdown();
    }
  };
  const server = { 'server.address': 'api.bigcommerce.com' };

  it('say what is left, what was waited for, refused and repeated', async () => {
    const found = await measured(async (meter) => {
      const fetch = giving(busy, busy, () => answer(200, '', quota(140, 20_000)));
      const bc = createFetch(instrument({ fetch, retry: AT_ONCE }, { meter }));
      await bc(`${STORE}/v3/catalog/products`);
    });
    assert.deepEqual(found['bc_status.quota.left'], [[server, 140]]);
    assert.deepEqual(found['bc_status.quota.limit'], [[server, 150]]);
    assert.deepEqual(found['bc_status.refusals'], [[{ ...server, 'bc_status.refused_by': 'store', 'error.type': 'limit.quota' }, 2]]);
    assert.deepEqual(found['bc_status.retries'], [[{ ...server, 'bc_status.retry.rule': 'rate-limit-reset' }, 2]]);
    const [[attributes, { count }]] = found['bc_status.wait.duration'];
    assert.deepEqual([attributes, count], [{ ...server, 'bc_status.wait.reason': 'rate-limit-reset' }, 2]);
    assert.equal(found['bc_status.circuit'], undefined, 'there is no pacer');
  });

  it('tell of the pacer: its queue, its circuit and what it refused', async () => {
    for (const storeHash of [false, true]) {
      const labels = storeHash ? { ...server, 'bc_status.store': HASH } : server;
      const found = await measured(async (meter) => {
        const pace = createPacer();
        const options = { pace, retry: { maxAttempts: 1, maxElapsedMs: 200 }, budget: false };
        const bc = createFetch(instrument({ ...options, fetch: giving(() => answer(503)) }, { meter, storeHash }));
        for (let left = 40; left > 0 && pace.snapshot(HASH).circuit === 'closed'; left -= 1) await bc(`${STORE}/v3/catalog/products`);
        await assert.rejects(bc(`${STORE}/v3/catalog/products`), { code: 'circuit-open' });
      });
      assert.deepEqual(found['bc_status.circuit'], [[labels, 2]]);
      assert.deepEqual(found['bc_status.queue'], [[labels, 0]]);
      assert.deepEqual(found['bc_status.in_flight'], [[labels, 0]]);
      const refused = found['bc_status.refusals'].filter(([attributes]) => attributes['bc_status.refused_by'] === 'pacer');
      assert.deepEqual(refused, [[{ ...labels, 'bc_status.refused_by': 'pacer', 'error.type': 'circuit-open' }, 1]]);
    }
  });

  it('show the store with least left, where stores have no names', async () => {
    const found = await measured(async (meter) => {
      const fetch = async (url) => answer(200, '', quota(url.includes('one') ? 3 : 90, 20_000));
      const bc = createFetch(instrument({ fetch }, { meter }));
      await bc('https://api.bigcommerce.com/stores/two/v3/carts/1');
      await bc('https://api.bigcommerce.com/stores/one/v3/carts/1');
      await bc('https://api.bigcommerce.com/stores/two/v3/carts/1');
    });
    assert.deepEqual(found['bc_status.quota.left'], [[server, 3]]);
  });
});

describe('channels', () => {
  const NAMES = ['call:start', 'attempt:start', 'attempt:end', 'retry', 'call:end'].map((name) => `bc-status:${name}`);
  const heard = [];
  const listen = (message, name) => heard.push([name, message]);
  before(() => {
    for (const name of NAMES) subscribe(name, listen);
  });
  after(() => {
    for (const name of NAMES) unsubscribe(name, listen);
  });

  it('tell of calls without a tracer', async () => {
    const bc = createFetch(instrument({ fetch: giving(busy, missing), retry: AT_ONCE }));
    await bc(`${STORE}/v3/carts`, init);
    const names = heard.map(([name]) => name.slice(10));
    assert.deepEqual(names.toSorted(), ['attempt:end', 'attempt:end', 'attempt:start', 'attempt:start', 'call:end', 'call:start', 'retry']);
    assert.deepEqual(
      names.filter((name) => name !== 'attempt:end'),
      ['call:start', 'attempt:start', 'retry', 'attempt:start', 'call:end'],
    );
    const starts = heard.filter(([name]) => name.endsWith('attempt:start')).map(([, { waitedMs }]) => waitedMs);
    assert.ok(starts[0] === 0 && starts[1] > 0, `${starts}`);
    const [[, { call }]] = heard;
    assert.deepEqual([call.method, call.template], ['GET', '/v3/carts']);
    for (const [, message] of heard) assert.equal(message.call, call);
    const { durationMs, ...end } = heard.at(-1)[1];
    assert.deepEqual(end, { call, status: 404, error: 'request.method-not-on-route', attempts: 2 });
    assert.ok(durationMs > 0);
    assert.ok(!JSON.stringify(heard).includes(TOKEN) && !JSON.stringify(heard).includes(HASH));
  });
});

describe('over the network', () => {
  it('spans of a real server', async (t) => {
    const server = createServer((request, response) => {
      if (request.url.startsWith('/old')) response.writeHead(302, { location: '/stores/x/v3/catalog/products' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}');
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => (server.closeAllConnections(), server.close()));
    const { port } = server.address();
    const bc = createFetch(instrument({}, { tracer }));
    assert.equal(await (await bc(`http://127.0.0.1:${port}/old`, init)).text(), '{"data":[]}');
    const { call, attempts } = only();
    assert.equal(call.attributes['server.port'], port);
    // With a secret in the request its redirects are followed by the package, which sends again.
    assert.deepEqual(
      attempts.map(({ attributes }) => [attributes['http.response.status_code'], attributes['http.request.resend_count'] ?? 0]),
      [
        [302, 0],
        [200, 1],
      ],
    );
    assert.equal(attempts[1].attributes['url.template'], '/v3/catalog/products');
  });
});

describe('arguments', () => {
  it('that are wrong are named', () => {
    const cases = [
      [[4], 'options must be an object, not 4'],
      [[{}, { tracer: {} }], "telemetry.tracer must be a tracer of OpenTelemetry, such as trace.getTracer('my-app'), not an object"],
      [[{}, { tracer: trace }], "telemetry.tracer must be a tracer of OpenTelemetry, such as trace.getTracer('my-app'), not an object"],
      [[{}, { meter: 'm' }], "telemetry.meter must be a meter of OpenTelemetry, such as metrics.getMeter('my-app'), not 'm'"],
      [[{}, { tracers: tracer }], 'telemetry.tracers is unknown; known: tracer, meter, storeHash'],
      [[{}, { storeHash: 1 }], 'telemetry.storeHash must be true or false, not 1'],
      [[instrument({}), { tracer }], 'options are instrumented already: give tracer and meter to one instrument() alone'],
    ];
    for (const [args, message] of cases) assert.throws(() => instrument(...args), { name: 'TypeError', message });
    assert.throws(() => createFetch(instrument({ retries: 3 }, { tracer })), /options\.retries is unknown/);
    assert.equal(typeof createFetch(instrument()), 'function');
    assert.equal(typeof createFetch(instrument(null, null)), 'function');
  });
});
