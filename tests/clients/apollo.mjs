import assert from 'node:assert/strict';
import { gql } from '@apollo/client';
import { READ, WRITE } from './graphql.mjs';
import { rejection } from './promises.mjs';

export const section = 'Apollo Client';
export const packages = ['@apollo/client'];
export const kind = 'graphql';

const data = (result) => result.data;
const query = { query: gql(READ), fetchPolicy: 'no-cache' };
export const read = ({ api }, fetchOptions) => api.query({ ...query, context: { fetchOptions } }).then(data);
export const write = ({ api }, variables) => api.mutate({ mutation: gql(WRITE), variables, fetchPolicy: 'no-cache' }).then(data);

export const statusOf = (error) => error.statusCode;
export const thrown = (error) => error;
export const handedOut = { responseOf: (error) => error.response, isRead: true };

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { signal: AbortSignal.timeout(50) }), is: ({ name }) => name === 'TimeoutError' },
};

const retrying = (code) =>
  `import { RetryLink } from '@apollo/client/link/retry';\n${code.replace('{ link,', '{ link: new RetryLink().concat(link),')}`;

export const onTop = [
  { what: 'a lasting 503 is asked for 15 times with RetryLink', status: 503, requests: 15, change: retrying },
  { what: 'a mutation that meets a 503 is sent 5 times with RetryLink', status: 503, requests: 5, run: write, change: retrying },
];

export const own = {
  async 'the body of a failure is in error.bodyText'({ use, script }) {
    const used = await use();
    script();
    const { name, bodyText } = await rejection(read(used));
    assert.deepEqual([name, JSON.parse(bodyText).title], ['ServerError', 'Service Unavailable']);
  },
};
