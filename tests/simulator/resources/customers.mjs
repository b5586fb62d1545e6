/** V3 customers: only batches, and a delete that does nothing when it is not told whom. */
import { json, noContent, problem } from '../answers.mjs';
import { refuseBatch } from './batch.mjs';
import { pageOf, refuseV3Query } from './paging.mjs';
import { nextId, tableOf } from './table.mjs';

const scope = 'store_v2_customers';
const batchMaximum = 10;

export const seed = () =>
  tableOf([
    { id: 1, email: 'mira@teahouse.example', first_name: 'Mira', last_name: 'Lund' },
    { id: 2, email: 'jonas@teahouse.example', first_name: 'Jonas', last_name: 'Berg' },
  ]);

function list(store, { query }) {
  const refusal = refuseV3Query(query, ['id:in', 'email:in', 'include']);
  if (refusal) return refusal;
  const { items, pagination } = pageOf(store.customers.values(), query);
  return json(200, { data: items, meta: { pagination } });
}

function create(store, { json: body }) {
  const refusal = refuseBatch(body, batchMaximum, 'customers');
  if (refusal) return refusal;
  const taken = [...store.customers.values()].map((customer) => customer.email);
  if (body.some((customer) => !customer?.email || taken.includes(customer.email))) {
    return problem(422, 'Create customers failed.', {
      errors: { '.customer_create': 'Error creating customers' },
    });
  }
  const created = body.map((customer) => {
    const row = { ...customer, id: nextId(store.customers) };
    store.customers.set(row.id, row);
    return row;
  });
  return json(200, { data: created, meta: {} });
}

function remove(store, { query }) {
  for (const id of query.get('id:in')?.split(',') ?? []) store.customers.delete(Number(id));
  return noContent();
}

export const routes = [
  ['GET', '/v3/customers', scope, list],
  ['POST', '/v3/customers', scope, create],
  ['DELETE', '/v3/customers', scope, remove],
];
