// None of the attacks reaches the store, and nothing that is answered or logged shows the token.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { install } from '../runtimes/installed.mjs';
import { attacks } from './attacks.mjs';
import { inNode, inWorkerd } from './drivers.mjs';
import { TOKEN } from './handlers.mjs';
import { send } from './raw.mjs';
import { startUpstream } from './upstream.mjs';

const upstream = await startUpstream();
const installed = await install();
const [node, workerd] = [await inNode(installed, upstream), await inWorkerd(installed, upstream)];
after(async () => {
  await Promise.all([node.close(), workerd.close()]);
  await upstream.close();
});

const unreached = async (attack) => {
  const before = upstream.arrived.length;
  const answer = await attack();
  assert.deepEqual(upstream.arrived.slice(before), [], 'it reached the store');
  return answer;
};

test('there are at least 60, and no two are the same', () => {
  assert.ok(attacks.length >= 60, String(attacks.length));
  const requests = attacks.map(({ method, target, headers, host }) => JSON.stringify([method, target, headers, host]));
  assert.equal(new Set(requests).size, requests.length);
  assert.equal(new Set(attacks.map(({ name }) => name)).size, attacks.length);
});

describe('attacks on a socket of workerd', () => {
  for (const attack of attacks) {
    test(attack.name, async () => {
      const answer = await unreached(() => send(workerd.port, attack));
      assert.ok(!answer.includes(TOKEN), answer);
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? assert.fail(answer);
      assert.ok(attack.status.includes(Number(status)), answer);
    });
  }

  test('a request that is allowed does reach the store', async () => {
    const before = upstream.arrived.length;
    const answer = await send(workerd.port, { method: 'GET', target: '/v3/catalog/products?limit=5' });
    assert.match(answer, /^HTTP\/1\.1 200 /);
    const [{ url, headers }] = upstream.arrived.slice(before);
    assert.equal(url, '/stores/abc123/v3/catalog/products?limit=5');
    assert.equal(headers['x-auth-token'], TOKEN);
  });

  test('nothing that was logged shows the token', () => assert.ok(!workerd.log().includes(TOKEN)));
});

describe('attacks through a Request of Node', () => {
  // A Request allows none of the others, and has tidied up what it does allow.
  const isPossible = ({ method, target, headers, isTidied }) =>
    !isTidied &&
    target.startsWith('/') &&
    !target.startsWith('//') &&
    !target.startsWith('/\\') &&
    !/^(?:TRACE|CONNECT|delete)$/.test(method) &&
    !headers.some((header) => /length/i.test(header));

  for (const { name, method, target, headers, body, host, status } of attacks.filter(isPossible)) {
    test(name, async () => {
      const pairs = headers.map((header) => header.split(/: (.*)/, 2));
      const response = await unreached(() => node.ask(target, { host, method, headers: pairs, body: body || undefined }));
      assert.ok(status.includes(response.status), String(response.status));
      assert.ok(!JSON.stringify([response.statusText, [...response.headers], await response.text()]).includes(TOKEN));
    });
  }
});
