import { createFetch } from '../../../pkg/dist/fetch.js';

export const create = ({ fetch, wait = true } = {}) =>
  createFetch({ fetch, retry: wait ? { profile: 'background', maxAttempts: 4 } : { maxAttempts: 4, maxDelayMs: 0 } });
