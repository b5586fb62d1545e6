import { createHandler } from 'bc-status/worker';

export { QuotaCoordinator } from 'bc-status/worker';

export default createHandler({
  // Names of bindings: a variable, a secret, a Durable Object.
  storeHash: 'STORE_HASH',
  token: 'BC_TOKEN',
  pace: 'QUOTA',
  allow: ['GET /v3/catalog/products/{id}'],
});
