// The programs of docs/telemetry.md, as they stand there, in a project of their own.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { install } from '../runtimes/installed.mjs';

const guide = readFileSync(new URL('../../docs/telemetry.md', import.meta.url), 'utf8');
const programs = Array.from(guide.matchAll(/^```js\n([^]*?)^```$/gm), ([, text]) => text);
const { root } = await install();
for (const name of ['api', 'core', 'resources', 'sdk-metrics', 'sdk-trace-base', 'semantic-conventions']) {
  const link = join(root, 'node_modules', '@opentelemetry', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(fileURLToPath(new URL(`../../node_modules/@opentelemetry/${name}`, import.meta.url)), link);
}

/** Whoever starts an application sets up OpenTelemetry before all else. */
const SET_UP = `
import { metrics, trace } from '@opentelemetry/api';
import { InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
export const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
export const measured = new InMemoryMetricExporter(1);
export const meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 1e6 })] });
metrics.setGlobalMeterProvider(meters);
`;
writeFileSync(join(root, 'set-up.mjs'), SET_UP);

const ANSWERS = `
globalThis.fetch = async () => new Response('The route is not found, check the URL', { status: 404, headers: { 'x-rate-limit-requests-left': '7' } });
`;
const USE = `
await bc('https://api.bigcommerce.com/stores/abc123/v3/carts');
`;

const run = async (name, program, more = '') => {
  writeFileSync(join(root, `${name}.mjs`), program + ANSWERS + USE + more);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', './set-up.mjs', `${name}.mjs`], { cwd: root });
  return stdout;
};

describe('docs/telemetry.md', () => {
  test('has three programs', () => assert.equal(programs.length, 3));

  test('shows spans', async () => {
    const more = `
const { spans } = await import('./set-up.mjs');
for (const { name, attributes } of spans.getFinishedSpans()) console.log(name, attributes['error.type']);`;
    assert.equal(await run('spans', programs[0], more), 'GET /v3/carts request.method-not-on-route\n'.repeat(2));
  });

  test('shows metrics', async () => {
    const more = `
const { measured, meters } = await import('./set-up.mjs');
await meters.forceFlush();
for (const { descriptor } of measured.getMetrics()[0].scopeMetrics[0].metrics) console.log(descriptor.name);
await meters.shutdown();`;
    const names = (await run('metrics', programs[1], more)).trim().split('\n');
    for (const name of ['bc_status.circuit', 'bc_status.in_flight', 'bc_status.queue', 'bc_status.quota.left'])
      assert.ok(names.includes(name), name);
    for (const name of names) assert.ok(guide.includes(`\`${name}\``), name);
  });

  test('shows channels', async () => {
    assert.equal(await run('channels', programs[2]), 'GET /v3/carts: attempt 1, 404, request.method-not-on-route\n');
  });

  test('names all attributes, metrics and channels that there are', () => {
    const source = ['attributes', 'call-watched', 'gauges', 'channels']
      .map((name) => readFileSync(new URL(`../../pkg/dist/otel/${name}.js`, import.meta.url), 'utf8'))
      .join('\n');
    const names = new Set(
      Array.from(source.matchAll(/'((?:bc_status|http|url|server|error)\.[a-z._]+|(?:call|attempt):\w+)'/g), ([, name]) => name),
    );
    names.delete('http.request.method_original');
    assert.ok(names.size > 20, [...names].join());
    for (const name of names) assert.ok(guide.includes(name), name);
  });
});
