import { createFetch } from 'bc-status';
import { ofetch, type $Fetch } from 'ofetch';

export const api: $Fetch = ofetch.create({ retry: false }, { fetch: createFetch() });
