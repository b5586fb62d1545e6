// https://github.com/elbywan/wretch#retry-: without `until` a 429 is not repeated.
import wretch from 'wretch';
import { retry } from 'wretch/middlewares';
import { RETRIED } from './retried.mjs';

export const create = ({ fetch, wait = true } = {}) => {
  const until = (response) => response !== undefined && !RETRIED.includes(response.status);
  const client = wretch().middlewares([retry({ maxAttempts: 3, until, ...(!wait && { delayTimer: 0 }) })]);
  const sending = fetch ? client.fetchPolyfill(fetch) : client;
  return (url, { method = 'GET', ...options } = {}) => sending.options(options).url(url).fetch(method).res();
};
