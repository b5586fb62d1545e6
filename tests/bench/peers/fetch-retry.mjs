// https://github.com/jonbern/fetch-retry#example-exponential-backoff
import fetchRetry from 'fetch-retry';
import { RETRIED } from './retried.mjs';

export const create = ({ fetch = globalThis.fetch, wait = true } = {}) =>
  fetchRetry(fetch, { retries: 3, retryOn: RETRIED, retryDelay: wait ? (attempt) => 2 ** attempt * 1000 : 0 });
