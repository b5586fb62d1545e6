import { READ, WRITE } from './graphql.mjs';

export const section = 'graphql-request';
export const packages = ['graphql-request'];
export const kind = 'graphql';

export const read = ({ api }, options) => api.request({ document: READ, ...options });
export const write = ({ api }, variables) => api.request({ document: WRITE, variables });

export const statusOf = (error) => error.response.status;
export const thrown = (error) => error;
export const exchangeOf = ({ response: { status, headers, body } }) => ({ status, headers, body });

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { signal: AbortSignal.timeout(50) }), is: ({ name }) => name === 'TimeoutError' },
};

export const onTop = [];

export const own = {};
