// The table of routes: written by a tool from two lists of operations that are not part of
// the project, and the same bytes each time.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { specified, table } from '../../tools/routes.mjs';

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

test('what descriptions say is taken by the noun beside a number, and each row has its source', () => {
  const one = (method, path, more) => JSON.stringify({ method, url: V3 + path, source: 'docs@1 (2026-01-02):a.yml', ...more });
  const text = specified(
    [
      one('PUT', '/catalog/products', { body: 'array', limits_in_text: [[10, 'products']] }),
      one('POST', '/catalog/products', { body: 'object', limits_in_text: [[1000, 'images']] }),
      one('PUT', '/customers', { body: 'array', limits_in_text: [[10, 'customers']], concurrency_numbers: [10, 3] }),
      one('PUT', '/customers/attribute-values', { body: 'array', limits_in_text: [[10, 'customers']] }),
      one('POST', '/inventory/locations', { body: 'array', limits_in_text: [[100, 'active locations']] }),
      one('DELETE', '/content/pages', { query_required: ['id:in'], filter_demanded: true }),
      one('DELETE', '/catalog/products', { query_optional: ['page', 'name', 'id:in'], filter_demanded: true, deletes_all: true }),
      one('DELETE', '/customers/subscribers', { query_optional: ['email'], deletes_all: true }),
      one('DELETE', '/carts/metafields', { body: 'array', deletes_all: true }),
      one('DELETE', '/carts/{id}', { deletes_all: true }),
      one('GET', '/carts/settings', { scopes_in_text: ['store_v2_information', 'store_v2_information_read_only'] }),
    ].join('\n'),
  );
  assert.deepEqual(
    [...text.matchAll(/^ {4}"(.*)", \/\/ docs@1 \(2026-01-02\):a\.yml$/gm)].map(([, row]) => row),
    [
      '/v3/catalog/products U 10',
      '/v3/customers U 10',
      '/v3/catalog/products R id:in',
      '/v3/content/pages R id:in',
      '/v3/customers/subscribers A email',
      '/v3/carts/settings store_v2_information',
      '/v3/customers PUT 10 3',
    ],
  );
});

test('writing what descriptions say again gives the committed bytes', { skip }, () => {
  const committed = readFileSync(new URL('../../src/route/specified.rs', import.meta.url), 'utf8');
  assert.equal(specified(readFileSync(lists[1], 'utf8')), committed);
});

/** The rows of the committed table by their paths, each with its methods, its lists and its limit. */
function committedRoutes() {
  const source = readFileSync(new URL('../../src/route/table.rs', import.meta.url), 'utf8');
  const rows = new Map();
  let [section, path] = ['', []];
  for (const line of source.slice(source.indexOf('"\\\n') + 3, source.lastIndexOf('";')).split('\n')) {
    if (line.startsWith('=')) [section, path] = [line.slice(1), []];
    const [, indent, step, told = '', limit] = /^( *)([^ ]+)(?: (\S*[A-Za-z[]\S*))?(?: (\d+))?$/.exec(line) ?? [];
    if (!step || line.startsWith('=')) continue;
    path = [...path.slice(0, indent.length), step];
    const [methods, listed = ''] = told.split('[');
    rows.set([section, ...path].join('/'), { methods, lists: listed, limit: Number(limit ?? 0) });
  }
  return rows;
}

test('200 rows, from all over the lists, say what their source says', { skip }, () => {
  const LETTERS = { GET: 'G', POST: 'P', PUT: 'U', DELETE: 'D', HEAD: 'H', OPTIONS: 'O', PATCH: 'A' };
  const rowsOf = (list) =>
    readFileSync(list, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const [operations, details] = lists.map(rowsOf);
  const told = new Map(details.map((one) => [`${one.method} ${one.url}`, one]));
  const managed = operations.filter(
    ({ url, era }) => /^https:\/\/api\.bigcommerce\.com\/stores\/\{[^}]*\}\/v[23]\//.test(url) && era.startsWith('current'),
  );
  const step = managed.length / 200;
  const sample = Array.from({ length: 200 }, (_, at) => managed[Math.floor(at * step)]);
  assert.equal(new Set(sample).size, 200);
  const routes = committedRoutes();
  const known = readFileSync(new URL('../../src/route/specified.rs', import.meta.url), 'utf8');
  const wrong = [];
  for (const { method, url, limit, source } of sample) {
    const [, version, path] = /\/(v[23])\/(.*)$/.exec(url);
    const row = routes.get(`${version}/${path.replace(/\{[^}]*\}/g, '*')}`);
    const detail = told.get(`${method} ${url}`);
    const name = `${method} ${url} of ${source}`;
    const letter = LETTERS[method];
    if (!row?.methods.includes(letter)) wrong.push(`${name}: the method is not there`);
    else if (row.lists.includes(letter) !== (detail?.body === 'array')) wrong.push(`${name}: a list, or none`);
    else if (limit?.maximum && row.limit < limit.maximum) wrong.push(`${name}: limit ${row.limit}, not ${limit.maximum}`);
    const shape = `/${version}/${path.replace(/\{[^}]*\}/g, '{id}')}`;
    const scopes = (detail?.scopes_in_text ?? []).filter((scope) => !scope.endsWith('_read_only'));
    if (scopes.length > 0 && !known.includes(`"${shape} ${scopes.join(', ')}", // ${detail.source}`)) wrong.push(`${name}: scopes`);
    if (detail?.max_items && !known.includes(`"${shape} ${letter} ${detail.max_items}", // ${detail.source}`))
      wrong.push(`${name}: most items`);
    if (detail?.filter_demanded && !shape.endsWith('}') && !known.includes(`"${shape} R `)) wrong.push(`${name}: a filter is demanded`);
  }
  assert.deepEqual(wrong, []);
});
