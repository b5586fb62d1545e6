// The table of routes: written by a tool from two lists of operations that are not part of
// the project, and the same bytes each time.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { table } from '../../tools/routes.mjs';

const operation = (method, url, more) =>
  JSON.stringify({ source: 'docs@1 (2026-01-02):a.yml', method, url, era: 'current', family: 'v3', ...more });
const V3 = 'https://api.bigcommerce.com/stores/{store_hash}/v3';

const detail = (method, url, body) => JSON.stringify({ method, url, body });

test('rows are steps of a path with methods, ages, lists and limits', () => {
  const text = table(
    [
      operation('POST', `${V3}/carts`),
      operation('GET', `${V3}/carts/{cart_id}`),
      operation('DELETE', `${V3}/carts/{cart_id}`, { era: 'archived' }),
      operation('GET', `${V3}/catalog/products`, { limit: { maximum: 250 } }),
      operation('PUT', `${V3}/catalog/products`),
      operation('POST', `${V3}/catalog/products`),
      operation('GET', 'https://{store_domain}/api/storefront/carts'),
      operation('POST', 'https://provider.example/rates', { family: 'provider-contract' }),
    ].join('\n'),
    [
      detail('PUT', `${V3}/catalog/products`, 'array'),
      detail('POST', `${V3}/catalog/products`, 'array|object'),
      detail('POST', `${V3}/carts`, 'object'),
    ].join('\n'),
  );
  assert.match(text, /=v3\ncarts P\n \* Gd\ncatalog\n products GPU\[U 250\n=v2\n\n=storefront\napi\n storefront\n {2}carts G\n=b2b/);
  assert.match(text, /From 8 operations/);
  assert.match(text, /docs@1 \(2026-01-02\)/);
  assert.doesNotMatch(text, /rates/);
});

test('a method without a letter is refused by name', () => {
  assert.throws(() => table(operation('BREW', `${V3}/carts`), ''), /BREW .*carts.*no letter/);
});

const lists = ['operations.jsonl', 'operations-extra.jsonl'].map((name) => new URL(`../../../shared/domain/${name}`, import.meta.url));
const skip = lists.every(existsSync) ? false : 'shared/domain/operations*.jsonl are not beside the repository';

test('writing the table again gives the committed bytes', { skip }, () => {
  const committed = readFileSync(new URL('../../src/route/table.rs', import.meta.url), 'utf8');
  assert.equal(table(...lists.map((list) => readFileSync(list, 'utf8'))), committed);
});
