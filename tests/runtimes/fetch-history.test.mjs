// historyOf: what was tried, waited for, and why it ended.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { install } from './installed.mjs';
import { answer, answering, API, hasty, reset, TOKEN } from './stub.mjs';

const { bcFetch, createFetch, historyOf } = await (await install()).load();

const RECORD = ['attempt', 'decision', 'durationMs', 'failure', 'startedMs', 'status', 'waitedMs'];
const DECISION = ['attemptsLeft', 'delayMs', 'mayHaveRun', 'reason', 'retry', 'rule'];

const init = {
  method: 'PUT',
  headers: { 'X-Auth-Token': TOKEN, Authorization: `Bearer ${TOKEN}` },
  body: JSON.stringify({ secret: TOKEN }),
};

/** Histories of every kind of end, by name. */
const ENDINGS = [
  ['a first success', () => [answer(200)]],
  ['a success in the end', () => [answer(503), answer(429, reset(5)), answer(200)]],
  ['attempts used up', () => [() => answer(503)]],
  ['a refusal', () => [answer(422)]],
  ['a wait that did not fit', () => [answer(429, { 'Retry-After': '86400' })]],
  ['a lost connection before', () => [new TypeError(`lost ${TOKEN}`), answer(200)]],
];

describe('historyOf', () => {
  for (const [what, answers] of ENDINGS) {
    test(`has the documented shape for ${what}`, async () => {
      const stub = answering(...answers());
      const response = await createFetch({ fetch: stub, retry: hasty })(API, init);
      const history = historyOf(response);
      assert.equal(history.length, stub.calls.length);

      for (const [at, record] of history.entries()) {
        assert.deepEqual(Object.keys(record).sort(), RECORD);
        assert.deepEqual(Object.keys(record.decision).sort(), DECISION);
        assert.equal(record.attempt, at + 1);
        assert.equal(record.status === null, record.failure !== null);
        assert.equal(record.decision.retry, at < history.length - 1);
        assert.ok(record.startedMs >= 0 && record.durationMs >= 0, JSON.stringify(record));
        if (at === 0) continue;
        const { startedMs, durationMs, decision } = history[at - 1];
        const least = startedMs + durationMs + decision.delayMs;
        assert.ok(record.startedMs >= least, `${record.startedMs} before ${least}`);
      }
      assert.equal(history.at(-1).status, response.status);
    });

    test(`survives structuredClone and JSON, and holds no token: ${what}`, async () => {
      const stub = answering(...answers());
      const url = `${API}?token=${TOKEN}`;
      const history = historyOf(await createFetch({ fetch: stub, retry: hasty })(url, init));
      assert.deepEqual(structuredClone(history), history);
      assert.deepEqual(JSON.parse(JSON.stringify(history)), history);
      const text = JSON.stringify(history);
      assert.ok(!text.includes(TOKEN), text);
      assert.ok(!/x-auth-token|authorization|secret/i.test(text), text);
    });
  }

  test('tells the rule and the wait of each attempt', async () => {
    const stub = answering(answer(429, reset(5)), answer(503), answer(404));
    const history = historyOf(await createFetch({ fetch: stub, retry: hasty })(API));
    assert.deepEqual(
      history.map(({ attempt, status, failure, decision }) => [attempt, status, failure, decision.rule]),
      [
        [1, 429, null, 'rate-limit-reset'],
        [2, 503, null, 'unavailable'],
        [3, 404, null, 'not-retryable'],
      ],
    );
    assert.deepEqual(
      history.map(({ decision }) => decision.attemptsLeft),
      [2, 1, 0],
    );
  });

  test('counts the time of an attempt until the headers are there', async () => {
    const slow = () => new Promise((resolve) => setTimeout(resolve, 80, answer(200)));
    const [record] = historyOf(await createFetch({ fetch: answering(slow) })(API));
    assert.ok(record.durationMs >= 75, `${record.durationMs} ms`);
    assert.equal(record.startedMs, 0);
  });

  test('is empty for a response of another fetch', async () => {
    assert.deepEqual(historyOf(answer(200)), []);
    assert.deepEqual(historyOf(answer(503)), []);
    assert.deepEqual(historyOf({}), []);
    const response = await bcFetch('data:text/plain,x');
    assert.deepEqual(historyOf(response.clone()), []);
  });

  test('can be asked again, and a changed list does not change the next', async () => {
    for (const answers of [[answer(200)], [answer(503), answer(200)]]) {
      const stub = answering(...answers);
      const response = await createFetch({ fetch: stub, retry: hasty })(API);
      const before = JSON.stringify(historyOf(response));
      const mine = historyOf(response);
      mine[0].status = 999;
      mine.length = 0;
      assert.equal(JSON.stringify(historyOf(response)), before);
    }
  });

  test('is the same before and after the body is read', async () => {
    const response = await createFetch({ fetch: answering(answer(200)) })(API);
    const before = historyOf(response);
    await response.text();
    assert.deepEqual(historyOf(response), before);
  });

  test('belongs to the call, not to the fetch', async () => {
    const call = createFetch({
      fetch: answering(answer(503), answer(200), answer(200)),
      retry: hasty,
    });
    const [first, second] = [await call(API), await call(API)];
    assert.deepEqual([historyOf(first).length, historyOf(second).length], [2, 1]);
  });
});
