// Errors and hooks.

import { equal, hasty, ok, rejection } from './shared.mjs';

export const cases = [
  {
    name: 'throwOnError makes an error of an answer, which says what is wrong',
    async run({ bc, at }) {
      const place = at('404');
      const error = await rejection(bc.createFetch({ throwOnError: true })(place.url));
      ok(bc.isBcStatusError(error) && error instanceof Error && error instanceof bc.BcStatusError, `${error}`);
      equal([error.name, error.status, typeof error.code], ['BcStatusError', 404, 'string']);
      equal(error.code, error.diagnosis.findings[0].id);
      ok(error.message.startsWith('404 Does Not Exist: ') && !error.message.includes('undefined'), error.message);
      ok(String(error).startsWith('BcStatusError: 404'), String(error));
      JSON.stringify(structuredClone(error.diagnosis));
    },
  },
  ...Object.entries({
    'GraphQL with errors': [200, 'https://shop.example/graphql', '{"data":null,"errors":[{"message":"no such field"}]}', 'rejected'],
    'GraphQL done in part': [
      200,
      'https://shop.example/graphql',
      '{"data":{"site":{"id":1},"customer":null},"errors":[{"message":"Not found","path":["customer"]}]}',
      'partial',
    ],
    'a batch done in part': [
      207,
      'https://api.bigcommerce.com/stores/abc123/v3/catalog/products',
      '{"data":[],"errors":[{"status":422,"title":"name is required"}],"meta":{"total":2,"success":1,"failed":1}}',
      'partial',
    ],
  }).map(([what, [status, url, body, outcome]]) => ({
    name: `throwOnError makes an error of a success that tells of a failure, which onGiveUp hears of: ${what}`,
    async run({ bc }) {
      for (const options of [{}, { attemptTimeoutMs: 60_000 }, { retry: false }]) {
        const told = [];
        let sent = 0;
        const answer = async () => ((sent += 1), new Response(body, { status, headers: { 'Content-Type': 'application/json' } }));
        const given = { ...options, fetch: answer, onGiveUp: ({ decision }) => told.push(decision.retry) };
        const init = { method: 'POST', body: '{"query":"{ site { id } }"}' };
        const error = await rejection(bc.createFetch({ ...given, throwOnError: true })(url, init));
        equal([bc.isBcStatusError(error), error.status, error.diagnosis.classification.outcome], [true, status, outcome]);
        equal([told, sent], [[false], 1]);
        for (const throwOnError of ['status', false]) {
          equal(await (await bc.createFetch({ ...given, throwOnError })(url, init)).text(), body);
        }
        equal(told.length, 1);
      }
    },
  })),
  {
    name: 'throwOnError hands out a success of GraphQL or of a batch, unread',
    async run({ bc }) {
      for (const [status, url, body] of [
        [200, 'https://shop.example/graphql', '{"data":{"site":{"id":1}}}'],
        [200, 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products', '{"data":[],"errors":[]}'],
      ]) {
        const call = bc.createFetch({ throwOnError: true, fetch: async () => new Response(body, { status }) });
        const response = await call(url);
        equal([await response.text(), bc.historyOf(response).map((one) => one.status)], [body, [status]]);
      }
    },
  },
  {
    name: 'throwOnError is true, false or status',
    async run({ bc }) {
      const error = await rejection((async () => bc.createFetch({ throwOnError: 'code' }))());
      equal([error.name, error.message], ['TypeError', "options.throwOnError must be true, false or 'status', not 'code'"]);
    },
  },
  {
    name: 'throwOnError leaves a success and a rejection as they are',
    async run({ bc, at }) {
      for (const retry of [hasty, false]) {
        const call = bc.createFetch({ throwOnError: true, retry });
        equal((await call(at('200').url)).status, 200);
        const error = await rejection(call(at('reset').url));
        ok(!bc.isBcStatusError(error), `${error}`);
        ok(bc.isBcStatusError(await rejection(call(at('503').url))), '503');
      }
    },
  },
  {
    name: 'isBcStatusError takes anything',
    async run({ bc }) {
      for (const value of [null, undefined, 5, 'x', {}, new Error('x'), Symbol('x')]) equal(bc.isBcStatusError(value), false);
    },
  },
  {
    name: 'hooks are told of each attempt, each repeat and the end',
    async run({ bc, at }) {
      const told = [];
      const hook = (name) => async (event) =>
        void told.push([name, event.attempt, event.method, event.status, event.decision?.rule, event.history?.length]);
      const options = { retry: hasty, onAttempt: hook('attempt'), onRetry: hook('retry'), onGiveUp: hook('give up') };
      await bc.createFetch(options)(at('503').url, { method: 'PUT', body: 'x' });
      equal(told, [
        ['attempt', 1, 'PUT', undefined, undefined, undefined],
        ['retry', 1, 'PUT', 503, 'unavailable', undefined],
        ['attempt', 2, 'PUT', undefined, undefined, undefined],
        ['retry', 2, 'PUT', 503, 'unavailable', undefined],
        ['attempt', 3, 'PUT', undefined, undefined, undefined],
        ['give up', 3, 'PUT', 503, 'attempts-exhausted', 3],
      ]);
    },
  },
  {
    name: 'a success is no giving up',
    async run({ bc, at }) {
      let told = 0;
      const call = bc.createFetch({ retry: hasty, onGiveUp: () => void (told += 1) });
      await call(at('200').url);
      await call(at('503', '200').url);
      equal(told, 0);
    },
  },
  ...[false, Promise.resolve(false)].map((veto) => ({
    name: `onRetry can refuse with ${veto === false ? 'false' : 'a promise of it'}`,
    async run({ bc, at, rules }) {
      const place = at('503', '200');
      const response = await bc.createFetch({ retry: hasty, onRetry: () => veto })(place.url);
      equal([response.status, rules(response), await response.text()], [503, ['aborted'], 'body of 503']);
      equal((await place.arrived()).length, 1);
    },
  })),
  {
    name: 'onRetry that returns nothing refuses nothing',
    async run({ bc, at }) {
      for (const value of [undefined, null, 0, '']) {
        equal((await bc.createFetch({ retry: hasty, onRetry: () => value })(at('503', '200').url)).status, 200);
      }
    },
  },
  ...['onAttempt', 'onRetry', 'onGiveUp'].flatMap((name) =>
    ['throws', 'rejects'].map((how) => ({
      name: `the call rejects with what ${name} ${how}`,
      async run({ bc, at }) {
        const problem = new Error('the hook failed');
        const hook =
          how === 'throws'
            ? () => {
                throw problem;
              }
            : () => Promise.reject(problem);
        const place = at('503');
        const responses = [];
        const watching = async (...args) => {
          responses.push(await fetch(...args));
          return responses.at(-1);
        };
        const error = await rejection(bc.createFetch({ fetch: watching, retry: hasty, [name]: hook })(place.url));
        ok(error === problem, `${error}`);
        const attempts = (await place.arrived()).length;
        equal(attempts, { onAttempt: 0, onRetry: 1, onGiveUp: 3 }[name]);
        ok(
          responses.every(({ bodyUsed }) => bodyUsed),
          'every body was let go of',
        );
      },
    })),
  ),
  {
    name: 'a hook that fails before the first attempt lets go of the copy of a Request',
    async run({ bc, at }) {
      const problem = new Error('the hook failed');
      let cancelled = 0;
      const request = new Request(at('200').url, { method: 'PUT', body: 'order' });
      const { clone } = request;
      Object.defineProperty(request, 'clone', {
        value() {
          const copy = clone.call(request);
          const { body } = copy;
          const { cancel } = body;
          body.cancel = (reason) => ((cancelled += 1), cancel.call(body, reason));
          return copy;
        },
      });
      const error = await rejection(bc.createFetch({ onAttempt: () => Promise.reject(problem) })(request));
      ok(error === problem, `${error}`);
      // To learn what its body is made of takes another copy.
      ok(cancelled >= 1, 'the copy is let go of');
    },
  },
  {
    name: "a hook that never comes back ends with the caller's signal",
    async run({ bc, at }) {
      const controller = new AbortController();
      const call = rejection(bc.createFetch({ onAttempt: () => new Promise(() => {}) })(at('200').url, { signal: controller.signal }));
      controller.abort('enough');
      equal(await call, 'enough');
    },
  },
  {
    name: 'explain knows the request of a response',
    async run({ bc, at }) {
      const response = await bc.createFetch({ retry: false })(at('404').url, { method: 'POST', body: '{}' });
      const { findings } = await bc.explain(response);
      ok(findings.length > 0 && JSON.stringify(findings).includes('POST'), JSON.stringify(findings));
      equal(await response.text(), 'body of 404');
    },
  },
  {
    name: 'after the last attempt explain and historyOf agree on what was decided',
    async run({ bc, at }) {
      for (const [steps, options] of [
        ['503', { retry: hasty }],
        ['busy:86400', {}],
        ['404', {}],
        ['503', { retry: hasty, onRetry: () => false }],
      ]) {
        const response = await bc.createFetch(options)(at(steps).url);
        const { retry } = await bc.explain(response);
        equal(retry, bc.historyOf(response).at(-1).decision);
      }
    },
  },
  {
    name: 'diagnose decides by the state and the policy that it is given',
    async run({ bc }) {
      const exchange = { method: 'GET', url: 'https://store.example/', status: 503 };
      const [state, policy] = [
        { attempt: 4, elapsedMs: 60_000, random: 0.5 },
        { profile: 'background', maxAttempts: 4 },
      ];
      equal(bc.diagnose(exchange, state, policy).retry, bc.decideRetry(exchange, state, policy));
      equal(bc.diagnose(exchange, undefined, policy).retry, bc.decideRetry(exchange, undefined, policy));
      equal(bc.diagnose(exchange).retry, bc.decideRetry(exchange));
    },
  },
  {
    name: 'a method of null is not known: what may have run is not repeated, and no method is named',
    run({ bc }) {
      const url = 'https://api.bigcommerce.com/stores/k7m2p9q4/v3/catalog/products';
      const lost = { method: null, url, status: 503 };
      equal([bc.decideRetry(lost).rule, bc.decideRetry({ url, status: 503 }).rule], ['not-repeatable', 'unavailable']);
      equal(bc.decideRetry({ method: null, url, status: 429, headers: { 'Retry-After': '2' } }).retry, true);
      const { findings, retry } = bc.diagnose({ ...lost, status: 405 });
      equal(retry.retry, false);
      ok(
        findings.every(({ evidence }) => !/GET|null/.test(evidence)),
        JSON.stringify(findings),
      );
    },
  },
  {
    name: 'of headers that are left out nothing is concluded',
    run({ bc }) {
      const exchange = { method: 'GET', url: 'https://api.bigcommerce.com/stores/k7m2p9q4/v3/customers', status: 429 };
      const evidence = (headers) => bc.diagnose({ ...exchange, headers }).findings.map(({ evidence }) => evidence);
      ok(evidence({})[0].includes('no headers of a quota'), evidence({})[0]);
      for (const headers of [undefined, null]) {
        const told = evidence(headers);
        ok(told.length > 1 && told.every((one) => !one.includes('no headers')), told.join());
      }
    },
  },
];
