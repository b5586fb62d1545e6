import assert from 'node:assert/strict';
import { rejection } from './promises.mjs';

export const section = 'axios';
export const packages = ['axios'];
export const kind = 'rest';

const data = (response) => response.data;
export const read = ({ api }, options) => api.get('/catalog/products', options).then(data);
export const write = ({ api }, product) => api.post('/catalog/products', product).then(data);
export const upload = ({ api }, stream) =>
  api.post('/catalog/products', stream, { headers: { 'Content-Type': 'application/json' } }).then(data);

export const statusOf = (error) => error.response.status;
export const thrown = (error) => error.cause;
export const exchangeOf = ({ response: { status, headers, data: body } }) => ({ status, headers, body });

export const aborts = {
  'the signal of a call': { abort: (use, signal) => read(use, { signal }), is: ({ code }) => code === 'ERR_CANCELED' },
  'a timeout': { timeOut: (use) => read(use, { timeout: 50 }), is: ({ code }) => code === 'ETIMEDOUT' },
};

/** What knows nothing of our fetch knows nothing of the simulated store in place of BigCommerce either. */
const byHttp = (code, url) => code.replace(/^ *adapter: .*\n/m, '').replace('https://api.bigcommerce.com', url);

export const onTop = [{ what: 'our fetch is not asked by the adapter that Node has by default', status: 503, requests: 1, change: byHttp }];

export const own = {
  async 'error.code is the id of the first finding with throwOnError'({ useThrowing, script }) {
    const used = await useThrowing();
    script();
    const { code, cause } = await rejection(read(used));
    assert.equal(code, cause.diagnosis.findings[0].id);
  },
};
