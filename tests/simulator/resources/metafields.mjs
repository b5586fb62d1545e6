/** V3 metafield batches: a batch that fails in part is a 422 that still names what was done. */
import { json, problemBody } from '../answers.mjs';

const scope = 'store_v2_products';
const words = {
  POST: 'No product has the id',
  PUT: 'No metafield has the id',
  DELETE: 'No metafield has the id',
};

/** Every batch names products or metafields; those with a known product's id succeed. */
function batch(store, { method, json: body }) {
  const data = [];
  const errors = {};
  [body].flat().forEach((item, index) => {
    const id = typeof item === 'object' ? (item?.resource_id ?? item?.id) : item;
    if (store.products.has(id)) data.push(method === 'DELETE' ? id : { ...item, id: 1000 + index });
    else errors[index] = `${words[method]} ${id}`;
  });
  const failed = Object.keys(errors).length;
  const meta = { total: data.length + failed, success: data.length, failed };
  return failed === 0
    ? json(200, { data, errors: [], meta })
    : json(422, {
        data,
        errors: [problemBody(422, 'Bulk operation has failed', { errors })],
        meta,
      });
}

export const routes = ['POST', 'PUT', 'DELETE'].map((method) => [method, '/v3/catalog/products/metafields', scope, batch]);
