// What is told of an operation against what the specifications say of it. Their list lies beside
// the repository; where it is not there, these tests are skipped and say so.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { diagnose } from '../../pkg/dist/index.js';

const LISTS = ['operations.jsonl', 'operations-extra.jsonl'].map((name) => new URL(`../../../shared/domain/${name}`, import.meta.url));
const skip = LISTS.every(existsSync) ? false : 'shared/domain/operations*.jsonl are not beside the repository';

const rowsOf = (list) =>
  readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The operations, each with what its schema says besides and a URL that names things. */
function operations() {
  const [all, extra] = LISTS.map(rowsOf);
  const details = new Map(extra.map((one) => [`${one.method} ${one.url}`, one]));
  return all
    .filter(({ family }) => family !== 'provider-contract')
    .map((one) => ({
      ...one,
      ...details.get(`${one.method} ${one.url}`),
      name: `${one.method} ${one.url}`,
      at: one.url
        .replace('{store_hash}', 'w3kq81fzxd')
        .replace('{store_domain}', 'shop.example')
        .replace(/\{[^}]*\}/g, '7'),
    }));
}

/** The longest list that the description allows; of a few things such as customers, whose rows may be more. */
const longest = ({ limits_in_text: limits = [], max_items: most }) =>
  most ??
  Math.max(
    2,
    ...limits.filter(([, what]) => /^(?:products|trees|customers|items|objects|pickup|customs)/.test(what)).map(([count]) => count),
  );

const REFUSALS = [400, 409, 413, 422, 500];
const ABOUT_BODIES = ['request.batch-too-large', 'request.body-not-array'];

const saidOf = (exchange, ids) => diagnose(exchange).findings.filter(({ id }) => ids.includes(id));

describe('what is told of each documented operation', { skip }, () => {
  const all = skip ? [] : operations();

  it('covers them', () => assert.ok(all.length > 1000, `there are ${all.length}`));

  it('is not that an object should be a list, or a list is too long, where neither is so', () => {
    const wrong = [];
    let bodies = 0;
    for (const operation of all) {
      const kinds = operation.body?.split('|') ?? [];
      bodies += kinds.length;
      for (const kind of kinds) {
        const item = { id: 1 };
        const requestBody = kind === 'object' ? { items: [item] } : Array.from({ length: longest(operation) }, () => item);
        for (const status of REFUSALS) {
          const exchange = { method: operation.method, url: operation.at, requestBody, status, headers: {}, body: '' };
          for (const { id, confidence } of saidOf(exchange, ABOUT_BODIES)) {
            // Of a 413 to a list that it is too long is a guess, and no more.
            if (id === 'request.batch-too-large' && status === 413 && confidence !== 'certain') continue;
            wrong.push(`${operation.name} ${status}: ${id}`);
          }
        }
      }
    }
    assert.ok(bodies > 400, `${bodies} have a body`);
    assert.deepEqual(wrong, []);
  });

  it('is that an object should be a list where it should', () => {
    const missed = all
      .filter(({ body }) => body === 'array')
      .filter(({ method, at }) => {
        const exchange = { method, url: at, requestBody: { id: 1 }, status: 422, headers: {}, body: '' };
        return saidOf(exchange, ['request.body-not-array']).length === 0;
      });
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    );
  });

  it('is not that a documented limit is too high', () => {
    const wrong = [];
    const documented = all.filter(({ limit }) => limit?.maximum);
    for (const { name, method, at, limit } of documented) {
      for (const status of REFUSALS) {
        const exchange = { method, url: `${at}?limit=${limit.maximum}`, status, headers: {}, body: '' };
        if (saidOf(exchange, ['request.limit-too-high']).length > 0) wrong.push(`${name} ${status}`);
      }
    }
    assert.ok(documented.length > 40, `${documented.length} document one`);
    assert.deepEqual(wrong, []);
  });

  it('is never for certain that a limit is too high where no maximum is documented', () => {
    const wrong = all
      .filter(({ limit, limits_in_text: more }) => limit && !limit.maximum && !more)
      .filter(({ at }) => !all.some((other) => other.at === at && (other.limit?.maximum || other.limits_in_text)))
      .filter(({ method, at }) => {
        const exchange = { method, url: `${at}?limit=1000`, status: 422, headers: {}, body: '' };
        return saidOf(exchange, ['request.limit-too-high']).some(({ confidence }) => confidence === 'certain');
      });
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });

  it('is which scope a token lacks, but for webhooks and metafields of the store, which every account may use', () => {
    const managed = all.filter(({ at, era }) => /bigcommerce\.com\/stores\/[^/]*\/v[23]\//.test(at) && era.startsWith('current'));
    const unnamed = managed.filter(({ method, at }) => {
      const requestHeaders = { 'X-Auth-Token': 'faketoken4m7x1q9z2k8v5b3n6p0sdt', Accept: 'application/json' };
      const [found] = saidOf({ method, url: at, requestHeaders, status: 403, headers: {}, body: '' }, ['auth.scope-missing']);
      return !found?.values.scope?.startsWith('store_');
    });
    assert.deepEqual(
      unnamed.filter(({ at }) => !/\/hooks|\/store\/metafields/.test(at)).map(({ name }) => name),
      [],
    );
    assert.ok(managed.length > 600, `there are ${managed.length}`);
  });

  it('is that a deletion changed nothing only where a filter is demanded, and never where ids are in the body', () => {
    const deletions = all.filter(({ method, at }) => method === 'DELETE' && /\/v[23]\//.test(at));
    const told = deletions.filter(({ at }) =>
      [200, 204].some((status) => saidOf({ method: 'DELETE', url: at, status, headers: {} }, ['result.nothing-done']).length > 0),
    );
    // Two that demand one in words which the list did not catch: "at least one query parameter
    // must be used", and "you must specify which".
    const others = /custom-template-associations$|tax\/(?:rates|zones)$/;
    const free = told.filter(({ at, filter_demanded: demanded, query_required: required }) => !demanded && !required && !others.test(at));
    assert.deepEqual(
      free.map(({ name }) => name),
      [],
    );
    assert.deepEqual(
      told.filter(({ body }) => body).map(({ name }) => name),
      [],
    );
    assert.ok(told.length >= 25, `told of ${told.length}`);
    const isCollection = ({ url }) => url.startsWith('https://api.bigcommerce.com/') && !url.endsWith('}');
    const demanded = deletions.filter((one) => one.filter_demanded && isCollection(one));
    assert.deepEqual(
      demanded.filter((one) => !told.includes(one)).map(({ name }) => name),
      [],
    );
  });
});
