// https://github.com/unjs/ofetch#️-auto-retry: who gives a number of repeats has every method repeated.
import { ofetch } from 'ofetch';
import { RETRIED } from './retried.mjs';

export const create = ({ fetch, wait = true } = {}) =>
  ofetch.create({ retry: 3, retryDelay: wait ? 1000 : 0, retryStatusCodes: RETRIED }, fetch && { fetch }).raw;
