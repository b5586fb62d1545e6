// The table of routes: written by a tool from a list of operations that is not part of
// the project, and the same bytes each time.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { table } from '../../tools/routes.mjs';

const operation = (method, url, more) =>
  JSON.stringify({ source: 'docs@1 (2026-01-02):a.yml', method, url, era: 'current', family: 'v3', ...more });
const V3 = 'https://api.bigcommerce.com/stores/{store_hash}/v3';

test('rows are steps of a path with methods, ages and limits', () => {
  const text = table(
    [
      operation('POST', `${V3}/carts`),
      operation('GET', `${V3}/carts/{cart_id}`),
      operation('DELETE', `${V3}/carts/{cart_id}`, { era: 'archived' }),
      operation('GET', `${V3}/catalog/products`, { limit: { maximum: 250 } }),
      operation('GET', 'https://{store_domain}/api/storefront/carts'),
      operation('POST', 'https://provider.example/rates', { family: 'provider-contract' }),
    ].join('\n'),
  );
  assert.match(text, /=v3\ncarts P\n \* Gd\ncatalog\n products G 250\n=v2\n\n=storefront\napi\n storefront\n  carts G\n=b2b/);
  assert.match(text, /From 6 operations/);
  assert.match(text, /docs@1 \(2026-01-02\)/);
  assert.doesNotMatch(text, /rates/);
});

test('a method without a letter is refused by name', () => {
  assert.throws(() => table(operation('BREW', `${V3}/carts`)), /BREW .*carts.*no letter/);
});

const operations = new URL('../../../shared/domain/operations.jsonl', import.meta.url);
const skip = existsSync(operations) ? false : 'shared/domain/operations.jsonl is not beside the repository';

test('writing the table again gives the committed bytes', { skip }, () => {
  const committed = readFileSync(new URL('../../src/route/table.rs', import.meta.url), 'utf8');
  assert.equal(table(readFileSync(operations, 'utf8')), committed);
});
