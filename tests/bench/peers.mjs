// What a wrapper costs on top of the fetch it wraps, beside those that people use: medians
// of interleaved rounds, all against the same stub.

import axios from 'axios';
import axiosRetry from 'axios-retry';
import { ConstantBackoff, handleWhenResult, retry } from 'cockatiel';
import fetchRetry from 'fetch-retry';
import ky from 'ky';
import { createFetch as createOfetch } from 'ofetch';
import pRetry from 'p-retry';
import { createFetch } from '../../pkg/dist/index.js';
import { median } from '../median.mjs';

const ROUNDS = 9;
const url = 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products';
const headers = { 'X-Auth-Token': 't'.repeat(31), Accept: 'application/json' };

const success = new Response(null);
const busy = new Response(null, { status: 503 });

/** Succeeds; or meets a 503 first, and then succeeds. */
const always = async () => success;
const everySecond = () => {
  let calls = 0;
  return async () => (calls++ % 2 ? success : busy);
};

/** A call of each wrapper around a stub, told to repeat a 503 at once. */
const WRAPPERS = {
  'fetch itself': (stub) => async () => {
    const response = await stub(url, { headers });
    return response.ok ? response : stub(url, { headers });
  },
  'bc-status': (stub) => {
    const call = createFetch({ fetch: stub, retry: { jitter: false, maxDelayMs: 0 } });
    return () => call(url, { headers });
  },
  'fetch-retry': (stub) => {
    const call = fetchRetry(stub, { retries: 2, retryDelay: 0, retryOn: [503] });
    return () => call(url, { headers });
  },
  cockatiel: (stub) => {
    const policy = retry(
      handleWhenResult(({ status }) => status === 503),
      { maxAttempts: 2, backoff: new ConstantBackoff(0) },
    );
    return () => policy.execute(() => stub(url, { headers }));
  },
  'p-retry': (stub) => () =>
    pRetry(
      async () => {
        const response = await stub(url, { headers });
        if (response.status === 503) throw new Error('busy');
        return response;
      },
      { retries: 2, minTimeout: 0 },
    ),
  ofetch: (stub) => {
    const call = createOfetch({ fetch: stub, defaults: { retry: 2, retryDelay: 0, retryStatusCodes: [503] } });
    return () => call.raw(url, { headers });
  },
  ky: (stub) => {
    const call = ky.create({ fetch: stub, retry: { limit: 2, statusCodes: [503], delay: () => 0 } });
    return () => call(url, { headers });
  },
  'axios-retry': (stub) => {
    const client = axios.create({
      adapter: async (config) => {
        const { status } = await stub(config.url);
        const response = { status, headers: {}, config, data: '' };
        if (status === 503) throw new axios.AxiosError('busy', 'ERR_BAD_RESPONSE', config, {}, response);
        return response;
      },
    });
    axiosRetry(client, { retries: 2, retryDelay: () => 0, retryCondition: ({ response }) => response?.status === 503 });
    return () => client.get(url, { headers });
  },
};

/** Microseconds a call, so many at once. */
const timed = async (call, count, atOnce) => {
  const began = performance.now();
  for (let done = 0; done < count; done += atOnce) {
    if (atOnce === 1) await call();
    else await Promise.all(Array.from({ length: atOnce }, call));
  }
  return ((performance.now() - began) * 1000) / count;
};

const SITUATIONS = {
  'a success': [() => always, 3000, 1],
  'a success, 100 at once': [() => always, 3000, 100],
  'one repeat': [everySecond, 300, 1],
};

console.log(`Node ${process.version}, us a call on top of the stub; medians of ${ROUNDS} interleaved rounds\n`);
console.log(
  ''.padEnd(16) +
    Object.keys(SITUATIONS)
      .map((name) => name.padStart(26))
      .join(''),
);
const results = {};
for (const [stubOf, count, atOnce] of Object.values(SITUATIONS)) {
  const calls = Object.entries(WRAPPERS).map(([name, wrap]) => [name, wrap(stubOf())]);
  // Those that wait for a timer each time would warm up for minutes.
  for (const [, call] of calls) {
    const began = performance.now();
    for (let n = 0; n < 20_000 && performance.now() - began < 500; n += atOnce) await timed(call, atOnce, atOnce);
  }
  const rounds = Object.fromEntries(calls.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, call] of calls) rounds[name].push(await timed(call, count, atOnce));
  }
  for (const [name, numbers] of Object.entries(rounds)) {
    const bare = rounds['fetch itself'];
    (results[name] ??= []).push(name === 'fetch itself' ? median(bare) : median(numbers.map((us, round) => us - bare[round])));
  }
}
for (const [name, numbers] of Object.entries(results)) {
  console.log(name.padEnd(16) + numbers.map((us) => us.toFixed(2).padStart(26)).join(''));
}
console.log('\nwanted of bc-status: at most 0.5, 0.5 and 10');
