import { createHandler } from 'bc-status/worker';

export { QuotaCoordinator } from 'bc-status/worker';

export default createHandler({
  storeHash: 'STORE_HASH',
  token: 'BC_TOKEN',
  allow: ['GET /v3/catalog/products', 'GET /v3/catalog/products/{id}', 'GET /v3/catalog/categories'],
  cors: { origins: ['https://shop.example'] },
  cacheTtl: 60,
  perCaller: { key: (request) => request.headers.get('cf-connecting-ip'), permits: 20 },
  pace: 'QUOTA',
  onProblem: (problem, error) => console.error(JSON.stringify(problem), error ?? ''),
});
