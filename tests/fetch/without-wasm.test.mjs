// Secrets and errors where WebAssembly is not available, as under a page's Content-Security-Policy.
// Node's own fetch compiles its parser by another way.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { install } from '../runtimes/installed.mjs';
import { cases as errorCases } from './secret-errors.mjs';
import { cases as bodyCases } from './secret-bodies.mjs';
import { startServer } from './server.mjs';
import { environment, rejection, TOKEN } from './shared.mjs';

globalThis.WebAssembly.Module = class {
  constructor() {
    throw new EvalError('forbidden');
  }
};

const servers = await startServer();
after(() => servers.close());
const bc = await (await install()).load();
const env = environment(bc, servers, 'without-wasm');

describe('without WebAssembly', () => {
  test('there is none', () => assert.throws(() => bc.classify({ status: 404 }), /wasm-unsafe-eval/));

  for (const { name, run } of errorCases) test(`errors: ${name}`, () => run(env));

  for (const { name, run } of bodyCases.slice(0, 1)) {
    // Why the call ended is not known here.
    test(`bodies: ${name}`, () => run({ ...env, rules: () => ['not-retryable'] }));
  }

  for (const [status, outcome, text] of [
    [401, 'denied', 'Unauthorized'],
    [404, 'missing', 'Does Not Exist'],
    [429, 'throttled', 'Too Many Requests'],
    [503, 'unavailable', ''],
    [599, 'failed', ''],
  ]) {
    test(`throwOnError tells of a ${status}`, async () => {
      const place = env.at(String(status));
      const error = await rejection(
        bc.createFetch({ throwOnError: true })(`${place.url}?access_token=${TOKEN}`, { headers: { 'X-Auth-Token': TOKEN } }),
      );
      assert.ok(bc.isBcStatusError(error) && error instanceof bc.BcStatusError, String(error));
      assert.equal(error.status, status);
      assert.equal(error.code, null);
      assert.ok(error.message.startsWith(text ? `${status} ${text}` : `${status}`) && error.message.endsWith(outcome), error.message);
      const { classification, findings, retry } = error.diagnosis;
      assert.deepEqual(
        [
          classification.status,
          classification.outcome,
          classification.api,
          classification.error,
          classification.rateLimit,
          classification.requestId,
        ],
        [bc.status(status), outcome, 'unknown', null, null, null],
      );
      assert.deepEqual(findings, []);
      assert.deepEqual([retry.retry, retry.delayMs, retry.attemptsLeft], [false, 0, 0]);
      assert.match(retry.reason, /WebAssembly/);
      assert.match(bc.render(error.diagnosis, 'text'), new RegExp(status));
      structuredClone(error.diagnosis);
      assert.equal((await place.arrived()).length, 1);
    });
  }

  test('a success and a failure without throwOnError are as fetch gives them', async () => {
    assert.equal((await bc.createFetch({ throwOnError: true })(env.at('200').url)).status, 200);
    assert.equal((await bc.createFetch()(env.at('404').url)).status, 404);
  });
});
