// https://github.com/connor4312/cockatiel#retrypolicy-options
import { ConstantBackoff, ExponentialBackoff, handleAll, retry } from 'cockatiel';
import { RETRIED } from './retried.mjs';

export const create = ({ fetch = globalThis.fetch, wait = true } = {}) => {
  const policy = retry(
    handleAll.orWhenResult(({ status }) => RETRIED.includes(status)),
    { maxAttempts: 3, backoff: wait ? new ExponentialBackoff() : new ConstantBackoff(0) },
  );
  return (url, init) => policy.execute(() => fetch(url, init));
};
