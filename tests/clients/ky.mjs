import assert from 'node:assert/strict';
import { rejection } from './promises.mjs';

export const section = 'ky';
export const packages = ['ky'];
export const kind = 'rest';

export const read = ({ api }, options) => api.get('catalog/products', options).json();
export const write = ({ api }, product) => api.post('catalog/products', { json: product }).json();
export const upload = ({ api }, stream) =>
  api.post('catalog/products', { body: stream, headers: { 'Content-Type': 'application/json' } }).json();

export const statusOf = (error) => error.response.status;
export const thrown = (error) => error;
export const handedOut = { responseOf: (error) => error.response, isRead: true };

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { timeout: 50 }), is: ({ name }) => name === 'TimeoutError' },
};

/** What is sent where the guide is not followed. */
export const onTop = [
  { what: 'a lasting 503 is asked for 9 times where ky repeats', status: 503, requests: 9, without: /^ *retry: 0.*\n/m },
  { what: 'a 500 is asked for 3 times where ky repeats', status: 500, requests: 3, without: /^ *retry: 0.*\n/m },
];

export const own = {
  async 'the body of a failure is in error.data'({ use, script }) {
    const used = await use();
    script();
    const { data } = await rejection(read(used));
    assert.equal(data.title, 'Service Unavailable');
  },

  async 'throwHttpErrors: false hands the response out unread'({ bc, use, script }) {
    const { api } = await use();
    script();
    const response = await api.get('catalog/products', { throwHttpErrors: false });
    assert.equal(bc.historyOf(response).length, 3);
    assert.equal((await bc.explain(response)).classification.error.title, 'Service Unavailable');
  },

  async 'nothing is known of the clones for afterResponse'({ bc, use }) {
    const { api } = await use();
    const seen = [];
    const afterResponse = [({ response }) => void seen.push(bc.historyOf(response).length)];
    const response = await api.get('catalog/products', { hooks: { afterResponse } });
    assert.deepEqual([seen, bc.historyOf(response).length], [[0], 1]);
  },
};
