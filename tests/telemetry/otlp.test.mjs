// Spans as a collector gets them, by OTLP over HTTP.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { createFetch } from '../../pkg/dist/index.js';
import { instrument } from '../../pkg/dist/otel/index.js';
import { startSimulator } from '../simulator/index.mjs';
import { startCollector } from './collector.mjs';

test('a collector gets what a call and its attempts were', async (t) => {
  const collector = await startCollector();
  t.after(collector.close);
  const simulator = await startSimulator();
  t.after(() => simulator.close());
  const provider = new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: collector.url }))] });
  const { token, storeHash, url } = simulator;
  const bc = createFetch(instrument({ retry: { profile: 'background' } }, { tracer: provider.getTracer('test') }));
  const products = `${url}/stores/${storeHash}/v3/catalog/products?limit=1`;
  const headers = { 'x-rate-limit-requests-left': '0', 'x-rate-limit-time-reset-ms': '1' };
  simulator.script('GET', '/v3/catalog/products', [200, { status: 429, headers, body: { status: 429, title: 'Too many requests' } }]);
  for (let sent = 0; sent < 3; sent += 1) {
    assert.equal((await bc(products, { headers: { 'X-Auth-Token': token } })).status, 200);
  }
  await provider.forceFlush();
  await provider.shutdown();

  const calls = collector.spans.filter(({ kind }) => kind === 1);
  const attempts = collector.spans.filter(({ kind }) => kind === 3);
  assert.equal(calls.length, 3);
  assert.equal(attempts.length, 4);
  for (const { traceId, parentSpanId } of attempts) {
    assert.ok(calls.some((call) => call.traceId === traceId && call.spanId === parentSpanId));
  }
  const [again] = attempts.filter(({ attributes }) => attributes['http.request.resend_count'] === 1);
  assert.equal(again.attributes['url.template'], '/v3/catalog/products');
  assert.equal(again.attributes['url.full'], `${url}/stores/{store_hash}/v3/catalog/products?limit=1`);
  const [refused] = attempts.filter(({ attributes }) => attributes['http.response.status_code'] === 429);
  assert.equal(refused.attributes['error.type'], 'limit.quota');
  assert.equal(refused.status.code, 2);
  const all = collector.bodies.join('\n');
  assert.ok(!all.includes(token) && !all.includes(storeHash));
});
