import { createFetch, explain } from 'bc-status';
import wretch, { type WretchError } from 'wretch';

export const api = wretch('https://api.bigcommerce.com').fetchPolyfill(createFetch());
export const told = (error: WretchError) => explain(error.response);
