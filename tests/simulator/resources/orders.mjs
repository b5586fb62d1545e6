/** V2 orders. */
import { json, noContent, v2Error } from '../answers.mjs';
import { pageOf, refuseV2Query } from './paging.mjs';
import { nextId, tableOf } from './table.mjs';

const scope = 'store_v2_orders';
const filters = ['min_id', 'max_id', 'status_id', 'customer_id', 'email', 'sort'];
const writable = ['status_id', 'customer_id', 'billing_address', 'products', 'staff_notes', 'customer_message'];
const readOnly = ['id', 'date_created', 'date_modified', 'items_total', 'total_inc_tax', 'status'];

export const seed = () =>
  tableOf([
    {
      id: 101,
      status_id: 11,
      status: 'Awaiting Fulfillment',
      customer_id: 1,
      items_total: 2,
      total_inc_tax: '24.0000',
    },
    {
      id: 102,
      status_id: 10,
      status: 'Completed',
      customer_id: 2,
      items_total: 1,
      total_inc_tax: '9.5000',
    },
    {
      id: 103,
      status_id: 11,
      status: 'Awaiting Fulfillment',
      customer_id: 1,
      items_total: 4,
      total_inc_tax: '61.2000',
    },
  ]);

function list(store, { query }) {
  const refusal = refuseV2Query(query, filters);
  if (refusal) return refusal;
  const matching = [...store.orders.values()].filter(
    (order) =>
      ['status_id', 'customer_id'].every((name) => !query.has(name) || Number(query.get(name)) === order[name]) &&
      order.id >= Number(query.get('min_id') ?? 0) &&
      order.id <= Number(query.get('max_id') ?? Infinity),
  );
  const { items } = pageOf(matching, query);
  return items.length > 0 ? json(200, items) : noContent();
}

function create(store, { json: body }) {
  const refusal = refuseFields(body) ?? refuseMissing(body);
  if (refusal) return refusal;
  const order = {
    ...body,
    id: nextId(store.orders),
    status_id: body.status_id ?? 1,
    status: 'Pending',
    items_total: body.products.length,
  };
  store.orders.set(order.id, order);
  return json(201, order, { location: `/stores/${store.hash}/v2/orders/${order.id}` });
}

const read = (store, { params }) => withOrder(store, params, (order) => json(200, order));

const update = (store, { params, json: body }) =>
  withOrder(store, params, (order) => refuseFields(body) ?? json(200, Object.assign(order, body)));

const remove = (store, { params }) =>
  withOrder(store, params, (order) => {
    store.orders.delete(order.id);
    return noContent();
  });

function withOrder(store, { id }, use) {
  const order = store.orders.get(Number(id));
  return order ? use(order) : v2Error(404, 'The requested resource was not found.');
}

function refuseFields(body) {
  for (const name of Object.keys(body ?? {})) {
    if (readOnly.includes(name))
      return v2Error(400, `The field '${name}' cannot be written to. Please remove it from your request before trying again.`);
    if (!writable.includes(name)) return v2Error(400, `The field '${name}' is not supported by this resource.`);
  }
  return null;
}

function refuseMissing(body) {
  const missing = ['billing_address', 'products'].filter((name) => body?.[name] === undefined);
  return missing.length > 0 ? v2Error(400, `Required fields missing [${missing.join(', ')}]`) : null;
}

export const routes = [
  ['GET', '/v2/orders', scope, list],
  ['POST', '/v2/orders', scope, create],
  ['GET', '/v2/orders/{id}', scope, read],
  ['PUT', '/v2/orders/{id}', scope, update],
  ['DELETE', '/v2/orders/{id}', scope, remove],
];
