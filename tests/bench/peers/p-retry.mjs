// https://github.com/sindresorhus/p-retry#usage
import pRetry from 'p-retry';
import { RETRIED } from './retried.mjs';

export const create = ({ fetch = globalThis.fetch, wait = true } = {}) => {
  const options = { retries: 3, ...(!wait && { minTimeout: 0 }) };
  return (url, init) =>
    pRetry(async () => {
      const response = await fetch(url, init);
      if (RETRIED.includes(response.status)) throw new Error(response.statusText);
      return response;
    }, options);
};
