import { createClient } from '@bigcommerce/catalyst-client';
import { createFetch } from 'bc-status';

globalThis.fetch = createFetch({ fetch: globalThis.fetch });

export const api = createClient({ storeHash: 'abc123', storefrontToken: 'header.payload.signature', channelId: '1' });
