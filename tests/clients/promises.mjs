// What has to hold for every client that sends by our fetch.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sections } from './guide.mjs';
import { fresh } from './shop.mjs';

const PRODUCTS = '/v3/catalog/products';

/** Where reads and writes of a kind go, what is written, and where the token is. */
const KINDS = {
  rest: {
    reads: ['GET', PRODUCTS],
    writes: ['POST', PRODUCTS],
    token: 'x-auth-token',
    thing: () => ({ name: fresh(), type: 'physical', weight: 1, price: 2 }),
    sent: (body) => body.name,
    thingOf: (thing) => thing.name,
    isRead: ({ data }) => data.some(({ id }) => id === 77),
    written: ({ data }) => data.name,
  },
  graphql: {
    reads: ['POST', '/graphql'],
    writes: ['POST', '/graphql'],
    token: 'authorization',
    thing: () => ({ input: { email: `${fresh()}@example.com` } }),
    sent: (body) => body.variables.input.email,
    thingOf: ({ input }) => input.email,
    isRead: ({ site }) => site.settings.storeName === 'Teahouse',
    written: ({ customer }) => customer.registerCustomer.customer.email,
  },
};

const lasting = (status) => Array(40).fill(status);
const throttled = (ms) => ({ status: 429, headers: { 'x-rate-limit-time-reset-ms': String(ms) } });
const throwing = (code, how = 'true') =>
  code.replace(/createFetch\((?:\{ (.*) \})?\)/, (_, options = '') => `createFetch({ throwOnError: ${how}, ${options} })`);

export const rejection = (promise) =>
  promise.then(
    (value) => assert.fail(`expected a rejection, got ${JSON.stringify(value)}`),
    (error) => error,
  );

const statuses = ({ requests }) => requests.map(({ status }) => status);

/** Registers the tests of one client. */
export const keepsItsPromises = (shop, client) => {
  const { read, write, packages, section, thrown } = client;
  const { code } = sections.get(section);
  const kind = KINDS[client.kind];
  const use = (changed = code, more = []) => shop.use(changed, [...packages, ...more]);

  test('a read brings data, and the token goes along', async () => {
    const used = await use();
    const watch = shop.watch();
    assert.ok(kind.isRead(await read(used)));
    assert.deepEqual(statuses(watch), [200]);
    assert.equal(watch.requests[0].headers[kind.token], '<masked>');
  });

  test('a write arrives whole', async () => {
    const used = await use();
    const thing = kind.thing();
    const watch = shop.watch();
    assert.equal(kind.written(await write(used, thing)), kind.thingOf(thing));
    assert.deepEqual(statuses(watch), [200]);
  });

  test('a lasting 503 is asked for 3 times', async () => {
    const used = await use();
    shop.script(kind.reads, lasting(503));
    const watch = shop.watch();
    const error = await rejection(read(used));
    assert.deepEqual(statuses(watch), [503, 503, 503]);
    assert.equal(client.statusOf(error), 503);
  });

  test('a 500, whose minute does not fit, is asked for once', async () => {
    const used = await use();
    shop.script(kind.reads, lasting(500));
    const watch = shop.watch();
    await rejection(read(used));
    assert.deepEqual(statuses(watch), [500]);
  });

  test('a 429 is waited for', async () => {
    const used = await use();
    shop.script(kind.reads, throttled(1));
    const watch = shop.watch();
    assert.ok(kind.isRead(await read(used)));
    assert.deepEqual(statuses(watch), [429, 200]);
  });

  test('a write that meets a 503 is sent once', async () => {
    const used = await use();
    shop.script(kind.writes, lasting(503));
    const watch = shop.watch();
    await rejection(write(used, kind.thing()));
    assert.deepEqual(statuses(watch), [503]);
  });

  test('a write that meets a 429 is sent again as it was', async () => {
    const used = await use();
    const thing = kind.thing();
    shop.script(kind.writes, throttled(1));
    const watch = shop.watch();
    assert.equal(kind.written(await write(used, thing)), kind.thingOf(thing));
    assert.deepEqual(statuses(watch), [429, 200]);
    assert.equal(watch.requests[0].bodyText, watch.requests[1].bodyText);
    assert.equal(kind.sent(JSON.parse(watch.requests[1].bodyText)), kind.thingOf(thing));
  });

  test('with throwOnError the BcStatusError is where the guide says', async () => {
    const used = await use(throwing(code));
    shop.script(kind.reads, lasting(503));
    const watch = shop.watch();
    const error = thrown(await rejection(read(used)));
    assert.ok(shop.bc.isBcStatusError(error), String(error));
    assert.deepEqual([error.status, error.diagnosis.classification.error.title], [503, 'Service Unavailable']);
    assert.deepEqual(statuses(watch), [503, 503, 503]);
  });

  responses(shop, client, { kind, use });
  uploads(shop, client, { kind, use });
  aborts(shop, client, { kind, use });
  repeatsOnTop(shop, client, { kind, use, code });

  for (const [what, run] of Object.entries(client.own)) {
    test(what, () =>
      run({
        bc: shop.bc,
        use,
        useThrowing: (how) => use(throwing(code, how)),
        /** Has reads fail, or answered as it is said. */
        script: (answers = lasting(503)) => shop.script(kind.reads, answers),
      }),
    );
  }
};

const responses = (shop, { handedOut, exchangeOf, read }, { kind, use }) => {
  const failed = async () => {
    const used = await use();
    shop.script(kind.reads, lasting(503));
    return rejection(read(used));
  };

  if (handedOut) {
    const { responseOf, isRead } = handedOut;
    test(`the response that it hands out is ours, ${isRead ? 'and has been read' : 'unread'}`, async () => {
      const response = responseOf(await failed());
      const { historyOf, explain } = shop.bc;
      assert.deepEqual(
        historyOf(response).map(({ status }) => status),
        [503, 503, 503],
      );
      const { classification, findings } = await explain(response);
      assert.equal(classification.error?.title, isRead ? undefined : 'Service Unavailable');
      // Of localhost, where the answer came from, it would say something else.
      assert.match(findings[0].id, /^platform\./);
    });
  }

  if (exchangeOf) {
    test('diagnose reads what it hands out in place of a response', async () => {
      const { classification } = shop.bc.diagnose(exchangeOf(await failed()));
      assert.equal(classification.error.title, 'Service Unavailable');
    });
  }
};

const uploads = (shop, { upload }, { kind, use }) => {
  if (!upload) return;

  /** A product in several parts, which are made when they are asked for. */
  const parcel = () => {
    const text = JSON.stringify({ ...kind.thing(), description: 'leaf '.repeat(20_000) });
    let at = 0;
    const stream = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        if (at >= text.length) return controller.close();
        controller.enqueue(new TextEncoder().encode(text.slice(at, (at += 16_384))));
      },
    });
    return { text, stream };
  };

  const cases = [
    ['a stream arrives whole', [], [200]],
    ['a stream that meets a 503 is sent once', lasting(503), [503]],
    ['a stream that meets a 429 is sent once', [throttled(1)], [429]],
  ];
  for (const [name, answers, expected] of cases) {
    test(name, async () => {
      const used = await use();
      const { text, stream } = parcel();
      shop.script(kind.writes, answers);
      const watch = shop.watch();
      await upload(used, stream).catch(() => {});
      assert.deepEqual(statuses(watch), expected);
      assert.ok(watch.requests.every(({ bodyText }) => bodyText === text));
    });
  }
};

const aborts = (shop, client, { kind, use }) => {
  for (const [what, { abort, timeOut, is }] of Object.entries(client.aborts)) {
    const gaveUp = async (used, controller, watch) => {
      const ended = rejection(timeOut ? timeOut(used) : abort(used, controller.signal));
      if (abort) {
        await watch.next();
        controller.abort();
      }
      const error = await ended;
      assert.ok(is(error), String(error));
    };

    test(`${what} ends a request that is under way`, async () => {
      const used = await use();
      shop.script(kind.reads, { delayMs: 60_000 });
      const watch = shop.watch();
      await gaveUp(used, new AbortController(), watch);
      for (const { closed } of watch.requests) assert.equal(await closed, 'by-client');
    });

    test(`${what} ends the wait for the next attempt`, async () => {
      const used = await use();
      shop.script(kind.reads, [throttled(9000), 200]);
      const watch = shop.watch();
      const next = async () => {
        await (await watch.next()).closed;
        // The answer has left the store; the client has it now or soon, and waits from then on.
        await new Promise((resolve) => setTimeout(resolve, 50));
      };
      await gaveUp(used, new AbortController(), { next });
      assert.ok(watch.requests.length < 2);
    });
  }
};

const repeatsOnTop = (shop, { onTop, read }, { kind, use, code }) => {
  for (const { what, status, requests, without, change, run = read, place, more } of onTop) {
    test(what, async () => {
      const changed = change ? change(code, shop.url) : code.replace(without, '');
      assert.notEqual(changed, code);
      const used = await use(changed, more);
      if (!place) shop.script(run === read ? kind.reads : kind.writes, lasting(status));
      const watch = shop.watch();
      await rejection(run(used, kind.thing()));
      assert.deepEqual(statuses(watch), Array(requests).fill(status));
      if (place) assert.equal(watch.requests[0].method, place[0]);
    });
  }
};
