// An exchange as fields to fill in, and what becomes of a status that no text holds.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFrom, fieldsOf } from '../../pkg/dist/widget/troubleshoot/fields.js';
import { withoutStatus } from '../../pkg/dist/core/assumed.js';

const plain = (text) => text;
const back = ({ fields, rest }, typed) => exchangeFrom({ ...fields, ...typed }, rest, plain);

describe('the fields of an exchange', () => {
  const told = { method: 'GET', url: 'https://a.example/v3/carts', status: 404 };

  it('lead back to it', () => {
    assert.deepEqual(back(fieldsOf(told)), { exchange: told, isAssumed: false });
  });

  it('show no status that nobody told, which counts until something is typed', () => {
    const read = fieldsOf(told, true);
    assert.equal(read.fields.status, '');
    assert.deepEqual(back(read), { exchange: told, isAssumed: true });
    const typed = back(read, { status: '401' });
    assert.deepEqual([typed.exchange.status, typed.isAssumed], [401, false]);
    const failed = back(read, { failure: 'timeout' });
    assert.deepEqual([failed.exchange.status, failed.exchange.failure, failed.isAssumed], [undefined, 'timeout', false]);
  });
});

describe('what a status gives away that nobody told', () => {
  it('is shown by the sentence that stands for it', () => {
    const diagnosis = (title) => ({
      classification: { status: {}, error: { title, items: [] } },
      findings: [
        { evidence: 'HTTP 429 to `/v3/carts`', values: { code: 429, path: '/v3/carts' } },
        { evidence: 'The body says: “No”', values: {} },
      ],
    });
    const seen = (title) => {
      const { classification, findings } = diagnosis(title);
      withoutStatus({ classification, findings }, 429);
      return [classification.status, ...findings.map(({ evidence }) => evidence), findings[0].values];
    };
    const said = 'The body says: “No”';
    assert.deepEqual(seen('rate limit exceeded'), [null, '“rate limit exceeded”', said, { path: '/v3/carts' }]);
    // An address of somebody is in no evidence.
    assert.deepEqual(seen('a@b.example'), [null, 'HTTP 429 to `/v3/carts`', said, { path: '/v3/carts' }]);
    assert.deepEqual(seen(null), [null, 'HTTP 429 to `/v3/carts`', said, { path: '/v3/carts' }]);
  });

  it('is a guess where nothing of the answer is known but that it was empty', () => {
    const finding = { confidence: 'certain', evidence: 'HTTP 204 to GET `/v2/orders`', values: { code: 204 } };
    const diagnosis = { classification: { status: 204, error: null }, findings: [finding] };
    withoutStatus(diagnosis, 204);
    assert.equal(diagnosis.classification.status, null);
    assert.deepEqual(finding, { confidence: 'likely', evidence: 'HTTP 204? to GET `/v2/orders`', values: {} });
  });
});
