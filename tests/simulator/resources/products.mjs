/** V3 products and their images. */
import { json, noContent, problem, problemBody } from '../answers.mjs';
import { refuseBatch } from './batch.mjs';
import { pageOf, refuseV3Query } from './paging.mjs';
import { nextId, tableOf } from './table.mjs';

const scope = 'store_v2_products';
const filters = ['id', 'id:in', 'name', 'sku', 'type', 'include', 'include_fields', 'sort', 'direction', 'keyword'];
const batchMaximum = 10;
const kinds = { name: 'string', type: 'string', weight: 'number', price: 'number' };

export const seed = () =>
  tableOf([
    {
      id: 77,
      name: 'Assam, loose leaf',
      sku: 'TEA-77',
      type: 'physical',
      weight: 0.25,
      price: 12,
      images: [{ id: 1, is_thumbnail: true }],
    },
    {
      id: 78,
      name: 'Sencha, first harvest',
      sku: 'TEA-78',
      type: 'physical',
      weight: 0.1,
      price: 19.5,
      images: [],
    },
    {
      id: 79,
      name: 'Iron teapot',
      sku: 'POT-79',
      type: 'physical',
      weight: 1.4,
      price: 48,
      images: [],
    },
  ]);

const shown = ({ images, ...product }) => product;

function list(store, { query }) {
  const refusal = refuseV3Query(query, filters);
  if (refusal) return refusal;
  const ids = query.get('id:in')?.split(',').map(Number);
  const matching = [...store.products.values()].filter(
    (product) =>
      (!ids || ids.includes(product.id)) && ['name', 'sku', 'type'].every((name) => !query.has(name) || query.get(name) === product[name]),
  );
  const { items, pagination } = pageOf(matching, query);
  return json(200, { data: items.map(shown), meta: { pagination } });
}

function create(store, { json: body }) {
  const refusal = refuseFields(body, Object.keys(kinds)) ?? refuseDuplicate(store, body);
  if (refusal) return refusal;
  const product = { ...body, id: nextId(store.products), images: [] };
  store.products.set(product.id, product);
  return json(200, { data: shown(product), meta: {} });
}

function updateMany(store, { json: body }) {
  const refusal = refuseBatch(body, batchMaximum, 'products');
  if (refusal) return refusal;
  const errors = {};
  const saved = [];
  body.forEach((change, index) => {
    const product = store.products.get(change?.id);
    if (product) saved.push(shown(Object.assign(product, change)));
    else errors[index] = `No product has the id ${change?.id}`;
  });
  const failed = Object.keys(errors).length;
  if (failed === 0) return json(200, { data: saved, meta: {} });
  const complaint = problemBody(422, 'Some of the products could not be saved', { errors });
  if (saved.length === 0) return json(422, complaint);
  return json(207, {
    data: saved,
    errors: complaint,
    meta: { total: body.length, success: saved.length, failed },
  });
}

/** Without a filter nothing is deleted, and the answer is the same. */
function removeMany(store, { query }) {
  for (const id of query.get('id:in')?.split(',') ?? []) store.products.delete(Number(id));
  return noContent();
}

const read = (store, { params }) => withProduct(store, params, (product) => json(200, { data: shown(product), meta: {} }));

const update = (store, { params, json: body }) =>
  withProduct(store, params, (product) => {
    const refusal = refuseFields(body, []) ?? refuseDuplicate(store, body, product.id);
    return refusal ?? json(200, { data: shown(Object.assign(product, body, { id: product.id })), meta: {} });
  });

const remove = (store, { params }) =>
  withProduct(store, params, (product) => {
    store.products.delete(product.id);
    return noContent();
  });

const images = (store, { params }) =>
  withProduct(store, params, ({ images: all }) => (all.length > 0 ? json(200, { data: all, meta: {} }) : noContent()));

function withProduct(store, { id }, use) {
  const product = store.products.get(Number(id));
  return product ? use(product) : problem(404, `The product with the id ${id} was not found`, { errors: {} });
}

function refuseFields(body, required) {
  const errors = {};
  for (const name of required) if (body?.[name] === undefined) errors[name] = 'error.path.missing';
  for (const [name, kind] of Object.entries(kinds)) {
    if (body?.[name] !== undefined && typeof body[name] !== kind) errors[name] = `error.expected.js${kind}`;
  }
  return Object.keys(errors).length > 0 ? problem(422, 'JSON data is missing or invalid', { errors }) : null;
}

function refuseDuplicate(store, body, ownId) {
  for (const product of store.products.values()) {
    const twin = product.id !== ownId && ['name', 'sku'].find((name) => body[name] !== undefined && body[name] === product[name]);
    if (twin)
      return problem(409, `The product ${twin} is a duplicate`, {
        errors: { [twin]: `The product ${twin} is a duplicate` },
      });
  }
  return null;
}

export const routes = [
  ['GET', '/v3/catalog/products', scope, list],
  ['POST', '/v3/catalog/products', scope, create],
  ['PUT', '/v3/catalog/products', scope, updateMany],
  ['DELETE', '/v3/catalog/products', scope, removeMany],
  ['GET', '/v3/catalog/products/{id}', scope, read],
  ['PUT', '/v3/catalog/products/{id}', scope, update],
  ['DELETE', '/v3/catalog/products/{id}', scope, remove],
  ['GET', '/v3/catalog/products/{id}/images', scope, images],
];
