// The world that pacers are judged in does what it says.

import assert from 'node:assert/strict';

import { describe, test } from '../apart.mjs';
import { inVirtualTime, sleep } from './clock.mjs';
import { farAway } from './far.mjs';
import { seeded } from './random.mjs';
import { resetMsOf } from './reset.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { Server } from './server.mjs';
import * as ideal from './strategies/ideal.mjs';
import { QuotaWindow } from './window.mjs';
import { simulate } from './world.mjs';

const URL_ = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products/1';

/** Sends all it has, and again what was refused soon after the store says that it may. */
const greedy = {
  atOnce: Infinity,
  create({ fetch, windowMs }) {
    const call = async (url, init) => {
      const response = await fetch(url, init);
      if (response.status !== 429) return response;
      await sleep(resetMsOf(response, windowMs) + Math.random() * 100);
      return call(url, init);
    };
    return { fetch: call };
  },
};

/** As `QuotaWindow` has it where nothing is planned, reckoned anew. */
const successesByWindow = ({ journal }, windowMs) => {
  const counts = [];
  for (const { processedMs, status } of journal) {
    const at = Math.floor(processedMs / windowMs);
    counts[at] ??= 0;
    if (status === 200) counts[at] += 1;
  }
  return counts;
};

const once = (make) => {
  let made;
  return () => (made ??= make());
};
const CROWD = { ...SCENARIOS['eight-150'], requests: 900 };
const crowd = once(() => simulate(greedy, CROWD, 7));

describe('virtual time', () => {
  test('moves only when all promises have settled, and then at once', async () => {
    const began = performance.now();
    const seen = await inVirtualTime(async () => {
      const waited = sleep(86_400_000).then(() => performance.now());
      const chain = async () => {
        for (let n = 0; n < 10_000; n++) await undefined;
        await new Response('body').text();
        return [performance.now(), Date.now()];
      };
      const [first, date] = await chain();
      return [first, await waited, Date.now() - date];
    });
    assert.deepEqual(seen, [0, 86_400_000, 86_400_000]);
    assert.ok(performance.now() >= began && performance.now() - began < 60_000, 'the real clock is back');
  });

  test('ends with the error of the work, or says that the work is stuck', async () => {
    const { setTimeout: before } = globalThis;
    await assert.rejects(
      inVirtualTime(async () => {
        throw new RangeError('mine');
      }),
      new RangeError('mine'),
    );
    await assert.rejects(
      inVirtualTime(() => new Promise(() => {})),
      /Nothing is due/,
    );
    assert.equal(globalThis.setTimeout, before);
  });

  test('has an end', async () => {
    assert.equal(await inVirtualTime(() => sleep(2000), 1000), undefined);
  });
});

describe('the quota window', () => {
  const settings = { quota: 150, windowMs: 30_000 };

  test('grants the quota, refuses more, and begins anew', () => {
    const window = new QuotaWindow(settings);
    const granted = (nowMs) => Array.from({ length: 200 }, () => window.take(nowMs)).filter(Boolean).length;
    assert.deepEqual([granted(0), granted(29_999), granted(30_000), granted(95_000)], [150, 0, 150, 150]);
    const counts = window.log.map(({ used, refused }) => [used, refused]);
    assert.deepEqual(counts, [
      [150, 250],
      [150, 50],
      [0, 0],
      [150, 50],
    ]);
  });

  test('never says a reset that is too early, nor one that is late by a millisecond', () => {
    const random = seeded(3);
    for (let n = 0; n < 2000; n++) {
      const window = new QuotaWindow({ ...settings, ageMs: random() * 30_000 });
      const nowMs = random() * 100_000;
      const { endMs } = window.at(nowMs);
      const resetMs = Number(window.headers(nowMs)['x-rate-limit-time-reset-ms']);
      const lateMs = nowMs + resetMs - endMs;
      assert.ok(Number.isInteger(resetMs) && lateMs >= 0 && lateMs < 1, `${resetMs} at ${nowMs}`);
    }
  });

  test('says what is left', () => {
    const window = new QuotaWindow(settings);
    window.take(0);
    assert.deepEqual(window.headers(1000), {
      'x-rate-limit-time-window-ms': '30000',
      'x-rate-limit-time-reset-ms': '29000',
      'x-rate-limit-requests-quota': '150',
      'x-rate-limit-requests-left': '149',
    });
  });

  test('changes its quota in mid-run, and never has less than none left', () => {
    const window = new QuotaWindow({
      ...settings,
      plan: [
        { atMs: 10_000, quota: 75 },
        { atMs: 40_000, quota: 300 },
      ],
    });
    for (let n = 0; n < 100; n++) window.take(0);
    assert.deepEqual(
      [9999, 10_000, 30_000, 40_000].map((ms) => window.left(ms)),
      [50, 0, 75, 300],
    );
  });

  test('moves, and with it all that follow', () => {
    const plan = [
      { atMs: 10_000, moveMs: 5000 },
      { atMs: 70_000, moveMs: -20_000 },
    ];
    const window = new QuotaWindow({ ...settings, plan });
    window.at(120_000);
    assert.deepEqual(
      window.log.map(({ startMs }) => startMs),
      [0, 35_000, 65_000, 75_000, 105_000],
    );
  });
});

describe('the server', () => {
  const server = (more) => new Server({ window: new QuotaWindow({ quota: 2, windowMs: 30_000 }), random: seeded(5), ...more });

  test('is 25 to 400 ms away, there and back each', () => {
    const far = server();
    const legs = Array.from({ length: 20_000 }, () => Object.values(far.legs())).flat();
    assert.deepEqual([Math.min(...legs), Math.max(...legs)], [25, 400]);
  });

  test('takes a unit when a request arrives there, not when it was sent', async () => {
    const [journal, statuses, tookMs] = await inVirtualTime(async () => {
      const far = server();
      const send = async (upMs) => {
        const { status } = await far.request(0, URL_, {}, { upMs, downMs: 50 });
        return [status, performance.now()];
      };
      const answers = await Promise.all([send(300), send(100), send(200)]);
      return [far.journal, answers.map(([status]) => status), answers.map(([, ms]) => ms)];
    });
    assert.deepEqual(statuses, [429, 200, 200]);
    assert.deepEqual(tookMs, [350, 150, 250]);
    assert.deepEqual(
      journal.map(({ sentMs, processedMs }) => [sentMs, processedMs]),
      [
        [0, 300],
        [0, 100],
        [0, 200],
      ],
    );
  });

  test('sends the headers with a 429 too, unless it is told not to', async () => {
    const headersOf = (more) =>
      inVirtualTime(async () => {
        const far = server(more);
        const answers = [];
        for (let n = 0; n < 3; n++) answers.push(await far.request(0, URL_, {}, { upMs: 1, downMs: 1 }));
        return answers.map(({ status, headers }) => [status, headers.get('x-rate-limit-requests-left')]);
      });
    assert.deepEqual(await headersOf(), [
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    assert.deepEqual(await headersOf({ isBare429: true }), [
      [200, '1'],
      [200, '0'],
      [429, null],
    ]);
    assert.deepEqual(await headersOf({ headerless: 1 }), [
      [200, null],
      [200, null],
      [429, null],
    ]);
  });

  test('has taken a unit for a request that the client gave up', async () => {
    const [error, left] = await inVirtualTime(async () => {
      const window = new QuotaWindow({ quota: 2, windowMs: 30_000 });
      const far = server({ window });
      const gone = new AbortController();
      const call = far
        .fetchFor(0)(new Request(URL_, { signal: gone.signal }))
        .catch((reason) => reason);
      await sleep(10);
      gone.abort(new Error('gone'));
      const reason = await call;
      await sleep(1000);
      return [reason.message, window.left(performance.now())];
    });
    assert.deepEqual([error, left], ['gone', 1]);
  });
});

describe('the coordinator', () => {
  const near = { kept: 7, lease: async (key, ask) => [key, ask] };
  const worldOf = (coordinator) => ({ scenario: { coordinator }, random: seeded(11), coordinatorCalls: 0 });

  test('is 1 to 10 ms away, there and back each, and its calls are counted', async () => {
    const world = worldOf();
    const times = await inVirtualTime(async () => {
      const store = farAway(near, world);
      const all = [];
      for (let n = 0; n < 500; n++) {
        const began = performance.now();
        assert.deepEqual(await store.lease('abc123', n), ['abc123', n]);
        all.push(performance.now() - began);
      }
      assert.equal(store.kept, 7);
      return all;
    });
    assert.deepEqual([Math.min(...times), Math.max(...times), world.coordinatorCalls], [2, 20, 500]);
  });

  test('fails, or never answers, as often as is wanted', async () => {
    await inVirtualTime(() => assert.rejects(farAway(near, worldOf({ failing: 1 })).lease(), /cannot be reached/));
    await assert.rejects(
      inVirtualTime(() => farAway(near, worldOf({ hanging: 1 })).lease()),
      /Nothing is due/,
    );
  });
});

describe('a run', () => {
  test('has no more successes in any window than its quota, and no refusal before they are spent', async () => {
    const run = await crowd();
    const counts = successesByWindow(run, 30_000);
    assert.ok(run.throttled > 0, 'the greedy meet 429s');
    assert.deepEqual(counts, Array(6).fill(150));
    const used = [];
    for (const { processedMs, status } of [...run.journal].sort((a, b) => a.processedMs - b.processedMs)) {
      const at = Math.floor(processedMs / 30_000);
      used[at] ??= 0;
      if (status === 429) assert.equal(used[at], 150, `refused at ${processedMs}`);
      else used[at] += 1;
    }
  });

  test('repeats exactly for a seed, and differs for another', async () => {
    const again = await simulate(greedy, CROWD, 7);
    assert.deepEqual(again.journal, (await crowd()).journal);
    const other = await simulate(greedy, CROWD, 8);
    assert.notDeepEqual(other.journal, again.journal);
  });

  test('does each piece once, and gives a client nothing before it joins', async () => {
    const { journal } = await simulate(greedy, { ...SCENARIOS['joins-leaves'], quota: 3000 }, 2);
    const done = journal.filter(({ status }) => status === 200).map(({ url }) => Number(url.split('/').at(-1)));
    assert.deepEqual(
      done.sort((a, b) => a - b),
      Array.from({ length: 3000 }, (_, at) => at + 1),
    );
    SCENARIOS['joins-leaves'].clients.forEach(({ joinMs = 0 }, client) => {
      const { sentMs } = journal.find((entry) => entry.client === client);
      assert.equal(sentMs, joinMs, `client ${client}`);
    });
  });

  test('leaves Math.random as it was, however it ends', async () => {
    const { random } = Math;
    const broken = {
      create: () => {
        throw new Error('broken');
      },
    };
    await assert.rejects(simulate(broken, SCENARIOS['one-150'], 1), /broken/);
    await simulate(greedy, { ...SCENARIOS['one-150'], requests: 1 }, 1);
    assert.equal(Math.random, random);
  });

  test('counts what failed, and hands it over anew', async () => {
    let calls = 0;
    const every2nd =
      (fetch) =>
      (...args) =>
        calls++ % 2 ? fetch(...args) : Promise.reject(new Error('full'));
    const failing = { create: ({ fetch }) => ({ fetch: every2nd(fetch) }) };
    const run = await simulate(failing, { ...SCENARIOS['one-150'], requests: 10 }, 1);
    assert.deepEqual([run.failures, run.lastFailure, run.sent], [10, 'full', 10]);
  });

  test('has other apps that take from the quota', async () => {
    const run = await simulate(greedy, { ...SCENARIOS.others, requests: 1500 }, 1);
    const taken = run.windows.reduce((sum, { others }) => sum + others, 0);
    const used = run.windows.reduce((sum, window) => sum + window.used, 0);
    assert.ok(taken > 0 && used === 1500 + taken, `${taken} of ${used}`);
  });
});

describe('the ideal', () => {
  const wanted = [
    ['one-150', 19],
    ['one-450', 6],
    ['eight-150', 19],
    ['eight-450', 6],
    ['isolates-150', 19],
  ];
  for (const [key, windows] of wanted) {
    test(`${key}: is done when the last window begins and the answers are back`, async () => {
      const { finishMs, throttled, sent } = await simulate(ideal, SCENARIOS[key], 1);
      const lateMs = finishMs - windows * 30_000;
      assert.ok(lateMs >= 25 && lateMs <= 400, `${lateMs} ms after`);
      assert.deepEqual([throttled, sent], [0, 3000]);
    });
  }

  test('loses no unit where the quota changes and windows move', async () => {
    for (const key of ['mid', 'change', 'moved']) {
      const { windows, throttled } = await simulate(ideal, SCENARIOS[key], 1);
      const lost = windows.slice(0, -1).filter(({ quota, used }) => used < quota);
      assert.deepEqual([lost, throttled], [[], 0], key);
    }
  });
});
