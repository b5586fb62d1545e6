// docs/callbacks.md: its example runs as it is written, and what its table tells a call by is what the core goes by.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decideRetry, diagnose } from '../../pkg/dist/index.js';

const guide = readFileSync(new URL('../../docs/callbacks.md', import.meta.url), 'utf8');

const HOST = 'https://app.example.com';
const post = (path, requestBody) => ({ method: 'POST', url: HOST + path, requestBody });
const CALLS = {
  'A webhook': post('/hooks', { scope: 'store/cart/created', producer: 'stores/abc123', data: { type: 'cart', id: '7' } }),
  'The tax provider': post('/estimate', { id: 'a', currency_code: 'USD', customer: { customer_id: '0' }, documents: [{ id: '1' }] }),
  'The shipping provider': post('/rate', { base_options: { origin: {}, destination: {}, items: [] } }),
  'An app that is opened or removed': { method: 'GET', url: `${HOST}/load?signed_payload_jwt=eyJhbGciOiJIUzI1NiJ9.e30.c2ln` },
  'An app that is installed': { method: 'GET', url: `${HOST}/auth?code=abc&scope=store_v2_orders&context=stores%2Fabc123` },
};

describe('docs/callbacks.md', () => {
  it('has a row for each kind of call', () => {
    const rows = [...guide.matchAll(/^\| (An? [^|]*|The [^|]*?) \|/gm)].map(([, who]) => who);
    assert.deepEqual(rows, Object.keys(CALLS));
  });

  it('shows an example that prints what it says', () => {
    const [, code] = /```js\n([^]*?)```/.exec(guide);
    const lines = [];
    const run = new Function('diagnose', 'console', code.replace(/^import .*$/m, ''));
    run(diagnose, { log: (...parts) => lines.push(parts.join(' ')) });
    assert.deepEqual(lines, [/\/\/ (.*)$/m.exec(code)[1]]);
  });

  for (const [who, call] of Object.entries(CALLS)) {
    it(`is right about what fails: ${who}`, () => {
      for (const status of [404, 429, 500, 503]) {
        const exchange = { ...call, status };
        assert.deepEqual(
          diagnose(exchange).findings.map(({ id }) => id),
          ['callback.receiver'],
          `${status}`,
        );
        const decision = decideRetry(exchange, undefined, { profile: 'background', repeatable: true });
        assert.deepEqual([decision.retry, decision.rule], [false, 'not-retryable'], `${status}`);
      }
      const { findings } = diagnose({ ...call, status: 200 });
      assert.deepEqual(findings, [], 'a success is none');
      const elsewhere = { ...call, url: call.url.replace(HOST, 'https://api.bigcommerce.com'), status: 404 };
      assert.notEqual(diagnose(elsewhere).findings[0].id, 'callback.receiver', 'BigCommerce is not called');
    });
  }
});
