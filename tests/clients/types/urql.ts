import { Client, fetchExchange, type CombinedError } from '@urql/core';
import { createFetch, isBcStatusError } from 'bc-status';

export const api = new Client({
  url: 'https://store-abc123-1.mybigcommerce.com/graphql',
  exchanges: [fetchExchange],
  preferGetMethod: false,
  fetch: createFetch({ throwOnError: true }),
});
export const told = ({ networkError }: CombinedError) => (isBcStatusError(networkError) ? networkError.diagnosis : undefined);
