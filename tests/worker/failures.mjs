// What callers are told when the store refuses, fails, or does not answer.

import assert from 'node:assert/strict';
import { TOKEN } from './handlers.mjs';

const PRODUCTS = '/v3/catalog/products';
const doing = (step) => `${PRODUCTS}?do=${step}`;

export const cases = [
  {
    name: 'a refusal is a problem with its diagnosis, complaints and request id',
    async run({ ask, problemOf }) {
      const response = await ask(doing('422'));
      const problem = await problemOf(response);
      assert.deepEqual(
        [response.status, response.headers.get('content-type'), response.headers.get('cache-control')],
        [422, 'application/problem+json', 'no-store'],
      );
      assert.deepEqual(
        [problem.status, problem.storeStatus, problem.retry.retry, response.headers.get('retry-after')],
        [422, 422, false, null],
      );
      assert.match(problem.type, /^https:\/\//);
      assert.equal(problem.code, problem.diagnosis.findings[0].id);
      assert.equal(problem.title, problem.diagnosis.findings[0].title);
      assert.deepEqual(
        problem.errors.map(({ field }) => field),
        ['name'],
      );
      assert.equal(problem.diagnosis.outcome, 'rejected');
      for (const finding of problem.diagnosis.findings)
        assert.deepEqual(Object.keys(finding).sort(), ['confidence', 'evidence', 'id', 'solutions', 'title', 'url', 'values']);
    },
  },
  {
    name: 'the token is masked wherever the store echoes it',
    async run({ ask }) {
      for (const host of ['plain', 'told', 'silent']) {
        for (const step of ['400', '401', '403', '404', '422', '429:1', '500', '503:1', '520', 'redirect']) {
          const response = await ask(doing(step), { host });
          const answer = JSON.stringify([response.statusText, [...response.headers], await response.text()]);
          assert.ok(!answer.includes(TOKEN), `${host} ${step}: ${answer}`);
        }
      }
    },
  },
  {
    name: 'no problem tells the store hash, but where all is told, and to the operator',
    async run({ ask, problems }) {
      const answerOf = async (step, host) => {
        const response = await ask(step, {
          host,
          method: /reset|hang/.test(step) ? 'POST' : 'GET',
          body: /reset|hang/.test(step) ? '{}' : undefined,
        });
        return JSON.stringify([[...response.headers], await response.text()]);
      };
      const full = [];
      const told = [];
      for (const step of ['400', '401', '403', '404', '405', '422', '429:1', '500', '503:1', '520', 'redirect', 'reset']) {
        for (const host of ['plain', 'silent']) {
          const answer = await answerOf(doing(step), host);
          assert.ok(!/abc123/i.test(answer), `${host} ${step}: ${answer}`);
        }
        full.push(JSON.stringify((await problems()).at(-1)));
        told.push(await answerOf(doing(step), 'told'));
      }
      assert.ok(full.filter((problem) => problem.includes('abc123')).length >= 8, full.join('\n'));
      assert.ok(told.filter((problem) => problem.includes('abc123')).length >= 8, told.join('\n'));
      assert.match(await answerOf(doing('422'), 'plain'), /stores\/\{store_hash\}\/v3\/catalog\/products/);
    },
  },
  {
    name: 'a spent quota says when it is back, in whole seconds and not too early',
    async run({ ask, problemOf }) {
      const response = await ask(doing('429:21001'), { host: 'told' });
      const problem = await problemOf(response);
      assert.deepEqual(
        [problem.status, problem.code, problem.retry.retry, problem.retry.rule],
        [429, 'limit.quota', true, 'rate-limit-reset'],
      );
      assert.equal(problem.retry.delayMs, 21_001);
      assert.equal(response.headers.get('retry-after'), '22');
    },
  },
  {
    name: 'a store that is away says when to come again',
    async run({ ask, problemOf }) {
      const response = await ask(doing('503'), { host: 'once' });
      const problem = await problemOf(response);
      assert.deepEqual([problem.status, problem.retry.retry], [503, true]);
      assert.ok(Number(response.headers.get('retry-after')) * 1000 >= problem.retry.delayMs);
    },
  },
  {
    name: 'a write that may have run is not to be repeated',
    async run({ ask, seen, problemOf }) {
      let response;
      const arrived = await seen(async () => {
        response = await ask(doing('504'), { method: 'POST', body: '{}' });
      });
      const { retry } = await problemOf(response);
      assert.deepEqual([arrived.length, retry.retry, retry.mayHaveRun, response.headers.get('retry-after')], [1, false, true, null]);
    },
  },
  {
    name: 'what is wrong with the Worker’s credentials is told to the operator, not to the caller',
    async run({ ask, problemOf, problems }) {
      for (const step of ['401', '403']) {
        const problem = await problemOf(ask(doing(step)));
        assert.deepEqual(
          [problem.status, problem.code, problem.diagnosis, problem.errors],
          [502, 'store-failed', undefined, undefined],
          step,
        );
        assert.ok(!/token|scope|credential|auth/i.test(JSON.stringify(problem)), JSON.stringify(problem));
        const { problem: full } = (await problems()).at(-1);
        assert.match(full.code, /^auth\./);
        assert.equal(full.storeStatus, Number(step));
        const shown = await problemOf(ask(doing(step), { host: 'told' }));
        assert.deepEqual([shown.status, shown.storeStatus, shown.code], [502, Number(step), full.code]);
      }
    },
  },
  {
    name: 'nothing but the status is told where that is wanted',
    async run({ ask, problemOf }) {
      const { title, ...problem } = await problemOf(ask(doing('422'), { host: 'silent' }));
      assert.equal(title, 'Missing or Invalid Data');
      assert.deepEqual(Object.keys(problem).sort(), ['code', 'detail', 'requestId', 'status', 'type']);
      assert.equal(problem.status, 422);
    },
  },
  {
    name: 'a failure whose body does not end is answered all the same',
    async run({ ask, problemOf }) {
      const { status, code } = await problemOf(ask(doing('stall'), { host: 'once' }));
      assert.equal(status, 422);
      assert.match(code, /^request\./);
    },
  },
  {
    name: 'a redirect of the store is not followed, and not handed on',
    async run({ ask, seen, problemOf }) {
      let response;
      const arrived = await seen(async () => {
        response = await ask(doing('redirect'));
      });
      assert.equal(arrived.length, 1);
      assert.deepEqual([(await problemOf(response)).status, response.headers.get('location')], [502, null]);
    },
  },
  {
    name: 'a status that HTTP does not know becomes 502',
    async run({ ask, problemOf }) {
      assert.deepEqual(
        await problemOf(ask(doing('520'), { host: 'once' })).then(({ status, storeStatus }) => [status, storeStatus]),
        [502, 520],
      );
    },
  },
  {
    name: 'a store that cannot be reached is 502, one that is late 504',
    async run({ ask, problemOf }) {
      const cut = await problemOf(ask(doing('reset'), { host: 'once' }));
      assert.deepEqual([cut.status, cut.code, cut.storeStatus], [502, 'network.unreachable', null]);
      const late = await problemOf(ask(doing('hang'), { host: 'hurried' }));
      assert.deepEqual([late.status, late.code], [504, 'network.timeout']);
    },
  },
  {
    name: 'a caller who goes away ends the request to the store',
    async run({ begin, upstream, eventually, runtime }) {
      const before = upstream.arrived.length;
      const { leave } = begin(doing('hang'));
      await eventually(() => assert.equal(upstream.arrived.length, before + 1));
      const left = await leave();
      if (runtime === 'node') assert.equal(left.status, 499);
      await eventually(() => assert.ok(upstream.arrived[before].isAborted, 'the request goes on'));
    },
  },
  {
    name: 'what the Worker’s own functions throw is told to the operator alone',
    async run({ ask, problemOf, problems }) {
      const problem = await problemOf(ask(PRODUCTS, { host: 'guarded', headers: { authorization: 'Bearer broken' } }));
      assert.deepEqual([problem.status, problem.code], [500, 'handler-failed']);
      assert.ok(!JSON.stringify(problem).includes('secret reason'));
      assert.equal((await problems()).at(-1).error, 'a secret reason');
    },
  },
  {
    name: 'a binding that is missing or ragged is named, and no value shown',
    async run({ ask, problemOf }) {
      const missing = await problemOf(ask(PRODUCTS, { host: 'unbound' }));
      assert.deepEqual([missing.status, missing.code], [500, 'misconfigured']);
      assert.match(missing.detail, /NO_SUCH_SECRET/);
      const ragged = await problemOf(ask(PRODUCTS, { host: 'ragged' }));
      assert.match(ragged.detail, /options\.token .*line breaks/);
      assert.ok(!JSON.stringify(ragged).includes(TOKEN));
    },
  },
  {
    name: 'a wrong method names the right ones',
    async run({ ask, problemOf }) {
      const response = await ask(`${PRODUCTS}/77`, { method: 'POST', body: '{}' });
      assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, HEAD, PUT, DELETE']);
      assert.match((await problemOf(response)).detail, /GET, HEAD, PUT, DELETE/);
    },
  },
];
