// https://github.com/sindresorhus/ky#retry
import ky from 'ky';

export const create = ({ fetch, wait = true } = {}) =>
  ky.create({ ...(fetch && { fetch }), retry: { limit: 3, ...(!wait && { delay: () => 0 }) } });
