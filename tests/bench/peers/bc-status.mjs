// Where Node finds it by the export map.
import { createFetch } from '../../../pkg/dist/cjs/index.mjs';

export const create = ({ fetch, wait = true } = {}) =>
  createFetch({ fetch, retry: wait ? { profile: 'background', maxAttempts: 4 } : { maxAttempts: 4, maxDelayMs: 0 } });
