import { createFetch, explain } from 'bc-status';
import createClient from 'openapi-fetch';

interface paths {
  '/catalog/products': {
    get: { responses: { 200: { content: { 'application/json': { data: { id: number }[] } } } } };
  };
}

export const api = createClient<paths>({ baseUrl: 'https://api.bigcommerce.com', fetch: createFetch() });

export const products = async () => {
  const { data, response } = await api.GET('/catalog/products');
  return data ?? explain(response);
};
