import assert from 'node:assert/strict';
import { READ, WRITE } from './graphql.mjs';
import { rejection } from './promises.mjs';

export const section = 'catalyst-client';
export const packages = ['@bigcommerce/catalyst-client'];
export const kind = 'graphql';

const data = (result) => result.data;
export const read = ({ api }, fetchOptions) => api.fetch({ document: READ, fetchOptions }).then(data);
export const write = ({ api }, variables) => api.fetch({ document: WRITE, variables }).then(data);

export const statusOf = (error) => error.status;
export const thrown = (error) => error;

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { signal: AbortSignal.timeout(50) }), is: ({ name }) => name === 'TimeoutError' },
};

export const onTop = [
  { what: 'nothing is repeated where the global fetch is not ours', status: 503, requests: 1, without: /^globalThis\.fetch.*\n/m },
];

export const own = {
  async 'a failure is a BigCommerceAPIError without a response'({ use, script }) {
    const used = await use();
    script();
    const { name, response } = await rejection(read(used));
    assert.deepEqual([name, response], ['BigCommerceAPIError', undefined]);
  },

  async "errors under a 200 stay a BigCommerceGQLError with throwOnError: 'status'"({ useThrowing }) {
    const { api } = await useThrowing("'status'");
    const { name, errors } = await rejection(api.fetch({ document: 'query { company { id } }' }));
    assert.deepEqual([name, errors.length], ['BigCommerceGQLError', 1]);
  },

  async 'errors under a 200 are a BcStatusError with throwOnError: true'({ useThrowing }) {
    const { api } = await useThrowing();
    const { name, status } = await rejection(api.fetch({ document: 'query { company { id } }' }));
    assert.deepEqual([name, status], ['BcStatusError', 200]);
  },
};
