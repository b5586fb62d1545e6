// The topics, in Node and in workerd.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { PATIENCE_MS } from '../patience.mjs';
import { install } from '../runtimes/installed.mjs';
import * as bodies from './bodies.mjs';
import * as cache from './cache.mjs';
import * as callers from './callers.mjs';
import { inNode, inWorkerd } from './drivers.mjs';
import * as failures from './failures.mjs';
import * as forwarding from './forwarding.mjs';
import { TOKEN } from './handlers.mjs';
import * as knowledge from './knowledge.mjs';
import * as pages from './pages.mjs';
import * as queries from './queries.mjs';
import * as returned from './returned.mjs';
import { startUpstream } from './upstream.mjs';

const topics = { forwarding, returned, bodies, queries, callers, failures, pages, knowledge, cache };

const upstream = await startUpstream();
const installed = await install();
const drivers = [await inNode(installed, upstream), await inWorkerd(installed, upstream)];
after(async () => {
  await Promise.all(drivers.map((driver) => driver.close()));
  await upstream.close();
});

/** What a case is given. */
const environment = ({ runtime, ...driver }) => ({
  ...driver,
  runtime,
  upstream,
  /** A Request that no socket brought has a length only where it is told. */
  lengthOf: (bytes) => (runtime === 'node' ? { 'content-length': String(bytes) } : {}),
  /** What arrived at the store in the meantime. */
  async seen(act) {
    const before = upstream.arrived.length;
    await act();
    return upstream.arrived.slice(before);
  },
  async problemOf(asked) {
    const response = await asked;
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    const problem = await response.json();
    assert.equal(problem.status, response.status);
    return problem;
  },
  /** Tries until it holds. */
  async eventually(check) {
    for (const until = performance.now() + PATIENCE_MS; ; ) {
      try {
        return await check();
      } catch (error) {
        if (performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  },
});

for (const driver of drivers) {
  const { runtime } = driver;
  for (const [topic, { cases }] of Object.entries(topics)) {
    const possible = cases.filter(({ only = runtime }) => only === runtime);
    if (possible.length === 0) continue;
    describe(`${topic} in ${runtime}`, () => {
      for (const { name, run } of possible) test(name, () => run(environment(driver)));
    });
  }
  if (driver.log) {
    test('nothing that was logged shows the token', () => assert.ok(!driver.log().includes(TOKEN), driver.log()));
  }
}
