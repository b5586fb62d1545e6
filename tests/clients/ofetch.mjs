import assert from 'node:assert/strict';
import { rejection } from './promises.mjs';

export const section = 'ofetch';
export const packages = ['ofetch'];
export const kind = 'rest';

export const read = ({ api }, options) => api('/catalog/products', options);
export const write = ({ api }, product) => api('/catalog/products', { method: 'POST', body: product });
export const upload = ({ api }, stream) =>
  api('/catalog/products', { method: 'POST', body: stream, headers: { 'Content-Type': 'application/json' } });

export const statusOf = (error) => error.status;
export const thrown = (error) => error.cause;
export const handedOut = { responseOf: (error) => error.response, isRead: true };

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ cause }) => cause.name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { timeout: 50 }), is: ({ cause }) => cause.name === 'TimeoutError' },
};

const without = /, retry: false/;
export const onTop = [
  { what: 'a lasting 503 is asked for 6 times where ofetch repeats', status: 503, requests: 6, without },
  { what: 'a 500 is asked for twice where ofetch repeats', status: 500, requests: 2, without },
  { what: 'a 409 is asked for twice where ofetch repeats', status: 409, requests: 2, without },
];

export const own = {
  async 'the body of a failure is in error.data'({ use, script }) {
    const used = await use();
    script();
    const { data } = await rejection(read(used));
    assert.equal(data.title, 'Service Unavailable');
  },

  async 'error.status is undefined with throwOnError'({ useThrowing, script }) {
    const used = await useThrowing();
    script();
    assert.equal((await rejection(read(used))).status, undefined);
  },

  async 'timeout is ignored where a signal is given'({ use, script }) {
    const used = await use();
    script({ delayMs: 100 });
    const { data } = await read(used, { timeout: 1, signal: new AbortController().signal });
    assert.ok(data.length > 0);
  },
};
