// An exchange as fields to fill in, and what becomes of a status that no text holds.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exchangeFrom, fieldsOf } from '../../pkg/dist/widget/troubleshoot/fields.js';

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
