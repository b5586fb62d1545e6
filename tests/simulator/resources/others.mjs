/** Single endpoints, each here for one behaviour that the rest does not show. */
import { json, movedTo, problem } from '../answers.mjs';
import { pageOf } from './paging.mjs';

const time = () => json(200, { time: Math.floor(Date.now() / 1000) });

/** Only POST exists: asking for a cart list is an unknown route. */
function createCart(_store, { json: body }) {
  if (!Array.isArray(body?.line_items))
    return problem(422, 'JSON data is missing or invalid', {
      errors: { line_items: 'error.path.missing' },
    });
  return json(201, {
    data: {
      id: crypto.randomUUID(),
      customer_id: body.customer_id ?? 0,
      line_items: { physical_items: body.line_items },
    },
    meta: {},
  });
}

/** Deleting categories only schedules the work. */
function removeCategories(_store, { query }) {
  const filters = ['category_id:in', 'category_uuid:in', 'tree_id:in'];
  if (!filters.some((name) => query.has(name))) return problem(422, `One of the filters ${filters.join(', ')} is required`, { errors: {} });
  return json(202, {});
}

/** A 405 from the store: codes can be made for a bulk coupon promotion only. */
const generateCodes = () =>
  problem(405, 'Method Not Allowed', {
    detail: 'Codes can be generated for bulk coupon promotions only',
  });

const oldHooks = (store) => movedTo(`/stores/${store.hash}/v3/hooks`);

function hooks(_store, { query }) {
  const { items, pagination } = pageOf([], query);
  return json(200, { data: items, meta: { pagination } });
}

export const routes = [
  ['GET', '/v2/time', 'store_v2_information', time],
  ['POST', '/v3/carts', 'store_cart', createCart],
  ['DELETE', '/v3/catalog/trees/categories', 'store_v2_products', removeCategories],
  ['POST', '/v3/promotions/{id}/codegen', 'store_v2_marketing', generateCodes],
  ['GET', '/v2/hooks', null, oldHooks],
  ['GET', '/v3/hooks', null, hooks],
];
