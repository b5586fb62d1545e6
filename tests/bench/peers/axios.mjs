// https://github.com/softonic/axios-retry#usage
import axios from 'axios';
import axiosRetry from 'axios-retry';

export const create = ({ fetch, wait = true } = {}) => {
  const client = axios.create(fetch && { adapter: 'fetch', env: { fetch } });
  axiosRetry(client, { retries: 3, retryDelay: wait ? axiosRetry.exponentialDelay : () => 0 });
  return (url, { body, ...init } = {}) => client.request({ url, data: body, ...init });
};
