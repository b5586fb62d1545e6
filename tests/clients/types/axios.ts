import axios, { type AxiosError, type AxiosInstance } from 'axios';
import { createFetch, diagnose } from 'bc-status';

export const api: AxiosInstance = axios.create({ adapter: 'fetch', env: { fetch: createFetch() } });

export const told = ({ response }: AxiosError) => {
  if (!response) return undefined;
  const { status, headers, data: body } = response;
  return diagnose({ status, headers: headers as Record<string, string>, body });
};
