/** Which method and path is answered by what. A method that is not in a path's row is an unknown route, as it is at BigCommerce. */
import * as answers from './answers.mjs';
import * as orders from './resources/orders.mjs';
import * as products from './resources/products.mjs';
import * as metafields from './resources/metafields.mjs';
import * as customers from './resources/customers.mjs';
import * as storefront from './resources/storefront.mjs';
import * as others from './resources/others.mjs';

/** Rows of [method, path, scope, handler]; a scope of null needs none. Literal segments go before placeholders. */
const managed = [orders, metafields, products, customers, others].flatMap((resource) => resource.routes);

const compile =
  (isManaged) =>
  ([method, path, scope, handler]) => ({
    method,
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    scope,
    handler,
    managed: isManaged,
  });

/** The simulator's own: `GET /slow?ms=500` answers after so long. */
const slow = ['GET', '/slow', null, (_, { query }) => ({ ...answers.json(200, {}), delayMs: Number(query.get('ms')) || 0 })];

const routes = [...managed.map(compile(true)), ...[...storefront.routes, slow].map(compile(false))];

export function findRoute({ method, path, storeHash }) {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    if (route.method !== asked || route.managed !== (storeHash !== null)) continue;
    const match = route.pattern.exec(path);
    if (match) return { ...route, params: match.groups ?? {} };
  }
  return null;
}
