import assert from 'node:assert/strict';

export const section = 'openapi-fetch';
export const packages = ['openapi-fetch'];
export const kind = 'rest';

/** It resolves with a failure; the tests want a rejection. */
const unwrapped = ({ data, error, response }) => {
  if (error) throw Object.assign(new Error('failed', { cause: error }), { response });
  return data;
};
export const read = ({ api }, options) => api.GET('/catalog/products', options).then(unwrapped);
export const write = ({ api }, product) => api.POST('/catalog/products', { body: product }).then(unwrapped);
export const upload = ({ api }, stream) =>
  api.POST('/catalog/products', { body: stream, bodySerializer: (body) => body, duplex: 'half' }).then(unwrapped);

export const statusOf = (error) => error.response.status;
export const thrown = (error) => error;
export const handedOut = { responseOf: (error) => error.response, isRead: true };

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ name }) => name === 'AbortError' },
  'a timeout': { timeOut: (use) => read(use, { signal: AbortSignal.timeout(50) }), is: ({ name }) => name === 'TimeoutError' },
};

export const onTop = [];

export const own = {
  async 'a failure resolves with error'({ use, script }) {
    const { api } = await use();
    script();
    const { error } = await api.GET('/catalog/products');
    assert.equal(error.title, 'Service Unavailable');
  },
};
