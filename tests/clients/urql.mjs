import assert from 'node:assert/strict';
import { READ, WRITE } from './graphql.mjs';

export const section = 'urql';
export const packages = ['@urql/core'];
export const kind = 'graphql';

const unwrapped = ({ data, error }) => {
  if (error) throw error;
  return data;
};
export const read = ({ api }) => api.query(READ, {}).toPromise().then(unwrapped);
export const write = ({ api }, variables) => api.mutation(WRITE, variables).toPromise().then(unwrapped);

export const statusOf = (error) => error.response.status;
export const thrown = (error) => error.networkError;
export const handedOut = { responseOf: (error) => error.response, isRead: true };

/** It has neither signals nor timeouts: who unsubscribes hears no more. */
export const aborts = {
  'who unsubscribes': {
    abort: ({ api }, signal) =>
      new Promise((resolve, reject) => {
        const { unsubscribe } = api.query(READ, {}).subscribe(resolve);
        signal.addEventListener('abort', () => {
          unsubscribe();
          reject(signal.reason);
        });
      }),
    is: ({ name }) => name === 'AbortError',
  },
};

const retrying = (code) =>
  `import { retryExchange } from '@urql/exchange-retry';\n${code.replace('[fetchExchange]', '[retryExchange({ initialDelayMs: 1 }), fetchExchange]')}`;
const more = ['@urql/exchange-retry'];

export const onTop = [
  { what: 'a mutation that meets a 503 is sent twice with retryExchange', status: 503, requests: 2, run: write, change: retrying, more },
  { what: 'a lasting 503 is asked for 6 times with retryExchange', status: 503, requests: 6, change: retrying, more },
  {
    what: 'a query is sent by GET, which nobody answers, unless preferGetMethod is false',
    place: ['GET', '/graphql'],
    status: 405,
    requests: 1,
    without: /^ *preferGetMethod.*\n/m,
  },
];

export const own = {
  async 'a signal in fetchOptions is replaced'({ use }) {
    const { api } = await use();
    const headers = { Authorization: `Bearer ${process.env.BC_STOREFRONT_TOKEN}` };
    const fetchOptions = { headers, signal: AbortSignal.abort() };
    const { data } = await api.query(READ, {}, { fetchOptions }).toPromise();
    assert.equal(data.site.settings.storeName, 'Teahouse');
  },
};
