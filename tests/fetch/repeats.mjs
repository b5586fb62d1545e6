// What is sent again, and what of it arrives.

import { equal, hasty, ok, streamOf, untimed } from './shared.mjs';

const bodiesOf = async (place) => (await place.arrived()).map(({ body }) => body);

const BODIES = {
  'a text': () => '{"name":"x"}',
  bytes: () => new TextEncoder().encode('{"name":"x"}'),
  'a buffer': () => new TextEncoder().encode('{"name":"x"}').buffer,
  'a Blob': () => new Blob(['{"name":"x"}']),
  'a URLSearchParams': () => new URLSearchParams({ name: 'x' }),
};

export const cases = [
  {
    name: 'the body of a 429 is left unread where its head says that the quota is spent, and when it is back',
    async run({ bc }) {
      const spent = { 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '1' };
      for (const [headers, isRead] of [
        [spent, false],
        [{ ...spent, 'X-Rate-Limit-Requests-Left': '3' }, true],
        [{ 'X-Rate-Limit-Requests-Left': '0' }, true],
        [{ 'X-Rate-Limit-Time-Reset-Ms': '1' }, true],
      ]) {
        const read = [];
        const send = async () => {
          const response = new Response('{"title":"Too many requests"}', { status: read.length > 0 ? 200 : 429, headers });
          const index = read.push(false) - 1;
          const clone = response.clone.bind(response);
          response.clone = () => ((read[index] = true), clone());
          return response;
        };
        const response = await bc.createFetch({ fetch: send, retry: hasty })('https://shop.example/api/storefront/carts');
        equal([response.status, read], [200, [isRead, false]], JSON.stringify(headers));
      }
    },
  },
  {
    name: 'waits as the fields of the IETF say, where there are none of BigCommerce',
    async run({ bc }) {
      for (const headers of [
        { RateLimit: '"default";r=0;t=2' },
        { 'RateLimit-Limit': '100, 100;w=60', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '2' },
      ]) {
        const told = [];
        const call = bc.createFetch({
          fetch: async () => new Response(null, { status: 429, headers }),
          retry: { jitter: false },
          onRetry: ({ decision: { rule, delayMs } }) => (told.push([rule, delayMs]), false),
        });
        await call('https://shop.example/api/storefront/carts');
        equal(told, [['rate-limit-reset', 2000]], JSON.stringify(headers));
      }
    },
  },
  ...[{}, { attemptTimeoutMs: 60_000 }].map((options) => ({
    name: `what a body says, or lists, is asked for once, and each repeat sends the same ${JSON.stringify(options)}`,
    async run({ bc, at }) {
      let turns = 0;
      const list = ['a'];
      for (const body of [
        { toString: () => `body ${(turns += 1)}` },
        new (class {
          toString() {
            return `body ${(turns += 1)}`;
          }
        })(),
        list,
      ]) {
        turns = 0;
        const sent = [];
        const before = globalThis.fetch;
        const call = bc.createFetch({ ...options, retry: { maxDelayMs: 5 } });
        globalThis.fetch = async (_input, init) => {
          sent.push(String(init.body));
          list[0] += 'b';
          return new Response(null, { status: sent.length < 3 ? 503 : 200 });
        };
        try {
          await call(at('200').url, { method: 'PUT', body });
        } finally {
          globalThis.fetch = before;
        }
        equal(sent, Array(3).fill(body === list ? 'a' : 'body 1'));
        list[0] = 'a';
      }
    },
  })),
  {
    name: 'a 503 to a GET is sent again, to a POST not',
    async run({ bc, at, rules }) {
      const call = bc.createFetch({ retry: hasty });
      const get = at('503', '503', '200');
      const answer = await call(get.url);
      equal([answer.status, rules(answer)], [200, ['unavailable', 'unavailable', 'not-needed']]);
      equal((await get.arrived()).length, 3);
      const post = at('503', '200');
      const refused = await call(post.url, { method: 'POST', body: 'order' });
      equal([refused.status, rules(refused), await refused.text()], [503, ['not-repeatable'], 'body of 503']);
      equal((await post.arrived()).length, 1);
    },
  },
  {
    name: 'a POST that met a 429 is sent again, after the reset and not before',
    async run({ bc, at }) {
      const place = at('429:150', '200');
      const response = await bc.createFetch()(place.url, { method: 'POST', body: 'order' });
      const arrived = await place.arrived();
      equal([response.status, arrived.map(({ body }) => body)], [200, ['order', 'order']]);
      ok(arrived[1].at - arrived[0].at >= 150, `${arrived[1].at - arrived[0].at} ms`);
    },
  },
  {
    name: 'a Retry-After of a fraction of a second is waited for to the millisecond',
    async run({ bc, at }) {
      const place = at('busy:0.123', '200');
      equal((await bc.createFetch()(place.url)).status, 200);
      const [first, second] = await place.arrived();
      ok(second.at - first.at >= 123, `${second.at - first.at} ms`);
    },
  },
  {
    name: 'a wait of a day is not begun: the answer is there at once, and says what would be right',
    async run({ bc, at }) {
      let waits;
      const response = await untimed(async (late) => {
        const answer = await bc.createFetch()(at('busy:86400').url);
        waits = late.all.filter((ms) => ms > 60_000);
        return answer;
      });
      const [{ decision }] = bc.historyOf(response);
      equal([response.status, decision.rule, await response.text()], [503, 'budget-exhausted', 'busy']);
      ok(decision.delayMs >= 86_400_000);
      equal(waits, []);
    },
  },
  {
    name: 'a suspended store is left alone, by what its body says',
    async run({ bc, at, rules }) {
      const place = at('suspended', '200');
      const response = await bc.createFetch({ retry: hasty })(place.url);
      equal([response.status, rules(response), (await place.arrived()).length], [503, ['suspended'], 1]);
      ok((await response.text()).includes('suspended'), 'the body can still be read');
    },
  },
  {
    name: 'the headers of a failure are enough where its body does not come',
    async run({ bc, at, rules }) {
      const place = at('stall:503', '200');
      const response = await bc.createFetch({ retry: hasty })(place.url);
      equal([response.status, rules(response)], [200, ['unavailable', 'not-needed']]);
    },
  },
  ...Object.entries(BODIES).flatMap(([what, make]) => [
    {
      name: `${what} arrives again byte for byte`,
      async run({ bc, at }) {
        const place = at('503', '503', '200');
        const response = await bc.createFetch({ retry: hasty })(place.url, { method: 'PUT', body: make() });
        equal(response.status, 200);
        const bodies = await bodiesOf(place);
        equal(bodies, Array(3).fill(what === 'a URLSearchParams' ? 'name=x' : '{"name":"x"}'));
      },
    },
    {
      name: `${what} in a Request arrives again byte for byte`,
      async run({ bc, at }) {
        const place = at('503', '200');
        const response = await bc.createFetch({ retry: hasty })(new Request(place.url, { method: 'PUT', body: make() }));
        equal(response.status, 200);
        const bodies = await bodiesOf(place);
        equal(bodies, Array(2).fill(what === 'a URLSearchParams' ? 'name=x' : '{"name":"x"}'));
      },
    },
  ]),
  {
    name: 'a FormData arrives again with all of its parts',
    async run({ bc, at }) {
      const place = at('503', '200');
      const body = new FormData();
      body.set('name', 'x');
      body.set('file', new Blob(['a,b']), 'a.csv');
      const call = bc.createFetch({ retry: hasty })(place.url, { method: 'PUT', body });
      body.set('name', 'changed meanwhile');
      equal((await call).status, 200);
      const [first, second] = await place.arrived();
      const plain = ({ body, headers }) => body.replaceAll(/boundary=(.*)$/.exec(headers['content-type'])[1], '-');
      equal(plain(second), plain(first));
      ok(plain(first).includes('a,b') && !plain(first).includes('changed'), plain(first));
    },
  },
  {
    name: 'what the caller changes meanwhile is not what is sent again',
    async run({ bc, at }) {
      const place = at('429:50', '200');
      const bytes = new TextEncoder().encode('before');
      const call = bc.createFetch()(place.url, { method: 'POST', body: bytes });
      setTimeout(() => bytes.fill(33), 20);
      equal((await call).status, 200);
      equal(await bodiesOf(place), ['before', 'before']);
    },
  },
  {
    name: 'a stream is sent once, and the history says why',
    // Chromium sends streams by HTTP/2 alone.
    not: ['chromium'],
    async run({ bc, at, rules }) {
      const place = at('503', '200');
      const init = { method: 'PUT', body: streamOf('once'), duplex: 'half' };
      const response = await bc.createFetch({ retry: hasty })(place.url, init);
      equal([response.status, rules(response)], [503, ['not-repeatable']]);
      ok(bc.historyOf(response)[0].decision.reason.includes('stream'), 'the reason names the stream');
      equal(await bodiesOf(place), ['once']);
    },
  },
  {
    name: 'a stream that another client has put into a Request is sent once',
    // Deno and Bun let nobody tell it from a text; Chromium sends streams by HTTP/2 alone.
    not: ['deno', 'bun', 'chromium'],
    async run({ bc, at, rules }) {
      for (const options of [{}, { attemptTimeoutMs: 60_000 }]) {
        const place = at('429', '200');
        const request = new Request(place.url, { method: 'POST', body: streamOf('once'), duplex: 'half' });
        const response = await bc.createFetch(options)(request);
        equal([response.status, rules(response), await bodiesOf(place)], [429, ['not-repeatable'], ['once']]);
      }
    },
  },
  {
    name: 'the Response that a mock gives each time stays readable',
    async run({ bc, rules }) {
      const answer = new Response('mocked', { status: 503 });
      const response = await bc.createFetch({ fetch: async () => answer, retry: hasty })('https://store.example/');
      ok(response === answer && rules(response).length === 3, 'it is the same, after three attempts');
      equal(await response.text(), 'mocked');
    },
  },
  {
    name: 'a repeat carries a signal, without which Next.js answers it from memory',
    async run({ bc }) {
      for (const make of [
        () => ['https://store.example/'],
        () => ['https://store.example/', { signal: null }],
        () => [new Request('https://store.example/')],
      ]) {
        const sent = [];
        let memory;
        // As Next's server components have it: a signal in init opts out.
        const next = (_input, init) => {
          sent.push(Boolean(init?.signal));
          const status = sent.length === 1 ? 429 : 200;
          const answer = Promise.resolve(new Response(null, { status, headers: { 'Retry-After': '0' } }));
          return init?.signal ? answer : (memory ??= answer);
        };
        const response = await bc.createFetch({ fetch: next })(...make());
        equal([response.status, sent], [200, [false, true]]);
      }
    },
  },
  {
    name: 'a GraphQL query is sent again, a mutation is not',
    async run({ bc, url, fresh, journal }) {
      const call = bc.createFetch({ retry: hasty });
      for (const [query, times] of [
        ['query { site { id } }', 3],
        ['mutation { a }', 1],
        ['# {\nmutation { a }', 1],
      ]) {
        const id = fresh();
        const body = JSON.stringify({ query });
        await call(`${url}/graphql?${id}`, { method: 'POST', body });
        equal((await journal(id)).length, times, query);
      }
    },
  },
  {
    name: 'a GraphQL query in a Request is sent again as well, a mutation is not',
    async run({ bc, url, fresh, journal }) {
      for (const options of [{ retry: hasty }, { retry: hasty, attemptTimeoutMs: 60_000 }]) {
        for (const [query, times] of [
          ['query { site { id } }', 3],
          ['mutation { a }', 1],
        ]) {
          const id = fresh();
          const body = JSON.stringify({ query });
          await bc.createFetch(options)(new Request(`${url}/graphql?${id}`, { method: 'POST', body }));
          const arrived = await journal(id);
          equal(
            arrived.map((one) => one.body),
            Array(times).fill(body),
            query,
          );
        }
      }
    },
  },
  {
    name: 'an outage is not multiplied: the budget ends the repeats of all calls together',
    async run({ bc, at, rules }) {
      const place = at('503');
      const call = bc.createFetch({ retry: { maxDelayMs: 1 }, budget: bc.createRetryBudget({ capacity: 140 }) });
      const answers = await Promise.all(Array.from({ length: 40 }, () => call(place.url)));
      equal((await place.arrived()).length, 40 + 10);
      ok(
        answers.some((answer) => rules(answer).at(-1) === 'retry-budget'),
        'the history says so',
      );
    },
  },
  {
    name: 'without a budget every call repeats as often as its policy has it',
    async run({ bc, at }) {
      const place = at('503');
      const call = bc.createFetch({ retry: { maxDelayMs: 1 }, budget: false });
      await Promise.all(Array.from({ length: 40 }, () => call(place.url)));
      equal((await place.arrived()).length, 120);
    },
  },
];
