// What a fetch of the package does in every runtime. All that needs a server or
// Node is in fetch*.test.mjs.

import { equal, ok } from './check.mjs';

const URL = 'https://shop.example/api/storefront/carts';

/** A fetch that gives one answer after another, the last again and again. */
const answering = (...answers) => {
  const stub = async (input, init) => {
    stub.calls.push([input, init]);
    const answer = answers[Math.min(stub.calls.length, answers.length) - 1];
    if (answer instanceof Response) return answer;
    throw answer;
  };
  stub.calls = [];
  return stub;
};

const answer = (status, headers) => new Response(status === 204 ? null : 'body', { status, headers });

const rules = (bc, response) => bc.historyOf(response).map(({ decision }) => decision.rule);

export const fetchCases = [
  {
    name: 'init() can be called, and again',
    async run(bc) {
      equal(await bc.init(), undefined);
      equal(await bc.init(), undefined);
      equal(bc.status(404).text, 'Does Not Exist');
    },
  },
  {
    name: 'fetch: a success is the very Response, from one call with the very arguments',
    async run(bc) {
      const response = answer(200);
      const stub = answering(response);
      const init = { headers: { Accept: 'application/json' } };
      ok((await bc.createFetch({ fetch: stub })(URL, init)) === response, 'the same Response');
      equal(stub.calls.length, 1);
      ok(stub.calls[0][0] === URL && stub.calls[0][1] === init, 'the same arguments');
      equal(rules(bc, response), ['not-needed']);
    },
  },
  {
    name: 'fetch: a 429 is repeated after the wait that it names',
    async run(bc) {
      const stub = answering(answer(429, { 'X-Rate-Limit-Time-Reset-Ms': '60' }), answer(200));
      const response = await bc.createFetch({ fetch: stub })(URL, { method: 'POST', body: 'x' });
      equal([response.status, stub.calls.length], [200, 2]);
      const [first, second] = bc.historyOf(response);
      ok(first.decision.delayMs >= 60, 'a wait of 60 ms or more', first.decision);
      equal([first.decision.rule, second.decision.rule], ['rate-limit-reset', 'not-needed']);
    },
  },
  {
    name: 'fetch: the options of createFetch are ignored in the init of a call',
    async run(bc) {
      const stub = answering(answer(429, { 'X-Rate-Limit-Time-Reset-Ms': '10' }), answer(404));
      const init = { retry: { maxAttempts: 1 }, throwOnError: true, onRetry: () => false };
      equal([(await bc.createFetch({ fetch: stub })(URL, init)).status, stub.calls.length], [404, 2]);
    },
  },
  {
    name: 'fetch: a 503 to a POST is not repeated, a wait that does not fit is not begun',
    async run(bc) {
      const post = answering(answer(503));
      const refused = await bc.createFetch({ fetch: post })(URL, { method: 'POST' });
      equal([refused.status, post.calls.length, rules(bc, refused)], [503, 1, ['not-repeatable']]);

      const late = answering(answer(500, { 'Retry-After': '86400' }));
      const response = await bc.createFetch({ fetch: late })(URL);
      const [{ decision }] = bc.historyOf(response);
      equal([response.status, late.calls.length], [500, 1]);
      equal([decision.retry, decision.rule], [false, 'budget-exhausted']);
      const extra = decision.delayMs - 86_400_000;
      ok(extra >= 0 && extra <= 1_000, 'a day, and a second of jitter at most', decision);
      equal(await response.text(), 'body', 'the body can be read');
    },
  },
  {
    name: 'fetch: an abort ends a wait with the reason of the caller',
    async run(bc) {
      const controller = new AbortController();
      const reason = { because: 'the user left' };
      const stub = answering(answer(429, { 'Retry-After': '9' }));
      const call = bc.createFetch({ fetch: stub })(URL, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 20);
      const thrown = await call.then(
        () => 'no error',
        (error) => error,
      );
      ok(thrown === reason, 'the very reason', thrown);
      equal(stub.calls.length, 1);
    },
  },
  {
    name: 'fetch: a lost connection is tried again, and its error passed on in the end',
    async run(bc) {
      const error = new TypeError('lost');
      const stub = answering(error);
      const retry = { maxDelayMs: 5, maxAttempts: 3 };
      const thrown = await bc
        .createFetch({ fetch: stub, retry })(URL)
        .catch((one) => one);
      ok(thrown === error, 'the very error', thrown);
      equal(stub.calls.length, 3);
    },
  },
  {
    name: 'fetch: historyOf a response of another fetch is empty',
    run: (bc) => equal(bc.historyOf(new Response('x')), []),
  },
  {
    name: 'budget: has the numbers of AWS, and neither runs over nor below zero',
    run(bc) {
      const budget = bc.createRetryBudget();
      equal(budget.left, 500);
      budget.give();
      equal(budget.left, 500);
      ok(budget.take('retry') && budget.take('transient'));
      equal(budget.left, 472);
      ok(budget.take('throttle') && budget.take('throttled'));
      equal(budget.left, 462);
      budget.give();
      equal(budget.left, 463);
      budget.give('retry');
      equal(budget.left, 477);
      const small = bc.createRetryBudget({ capacity: 20, retryCost: 12, throttleCost: 8, refund: 3 });
      ok(small.take('retry') && !small.take('retry') && small.take('throttle') && !small.take('throttle'));
      equal(small.left, 0);
      small.give();
      equal(small.left, 3);
    },
  },
  {
    name: 'budget: one that is shared ends the repeats of both fetches',
    async run(bc) {
      const budget = bc.createRetryBudget({ capacity: 14 });
      const options = { retry: { maxDelayMs: 1 }, budget };
      const first = await bc.createFetch({ ...options, fetch: answering(answer(503)) })(URL);
      const second = await bc.createFetch({ ...options, fetch: answering(answer(503)) })(URL);
      equal(rules(bc, first), ['unavailable', 'retry-budget']);
      equal(rules(bc, second), ['retry-budget']);
    },
  },
  {
    name: 'budget: what the caller gives is asked, with the kind of the repeat',
    async run(bc) {
      const taken = [];
      const budget = { take: (kind) => taken.push(kind) < 9, give: (kind) => taken.push(`back ${kind}`) };
      const call = (...answers) => bc.createFetch({ fetch: answering(...answers), retry: { maxDelayMs: 1 }, budget })(URL);
      await call(answer(503), answer(200));
      await call(answer(429), answer(200));
      await call(answer(429, { 'Retry-After': '0' }), answer(200));
      equal(taken, ['retry', 'back retry', 'throttle', 'back throttle', 'back undefined']);
    },
  },
];
