import { createFetch, diagnose } from 'bc-status';
import { type ClientError, GraphQLClient } from 'graphql-request';

export const api = new GraphQLClient('https://store-abc123-1.mybigcommerce.com/graphql', { fetch: createFetch() });
export const told = ({ response: { status, headers, body } }: ClientError) => diagnose({ status, headers, body });
