import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { createFetch } from 'bc-status';

const link = new HttpLink({ uri: 'https://store-abc123-1.mybigcommerce.com/graphql', fetch: createFetch() });
export const api = new ApolloClient({ link, cache: new InMemoryCache() });
