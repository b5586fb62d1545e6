// What a job's items are, through all of it.

import { createFetch, createPacer, type FindingId } from 'bc-status';
import { batches, each, pages, type Progress, type Summary } from 'bc-status/job';

interface Product {
  id: number;
  name: string;
}

const pace = createPacer();
const bc = createFetch({ pace });
const products = pages<Product>(bc, 'https://api.bigcommerce.com/stores/abc123/v3/catalog/products', { headers: { 'X-Auth-Token': 'x' } });
export const total: number | null = products.total;

export const summary: Promise<Summary<Product>> = each(products, (product) => product.name.length, { pace });
export const ofBatches: Promise<Summary<Product>> = each(batches(products, 10), (batch, { attempt, signal }) => {
  const names: string[] = batch.map(({ name }) => name);
  return fetch(`/${attempt}`, { body: names.join(), signal });
});

export async function run(progress: (told: Progress) => void): Promise<void> {
  for await (const { item, value, failure } of each([1, 2], async (item) => String(item), { onProgress: progress })) {
    const [given, text]: [number, string | undefined] = [item, value];
    const why: FindingId | null | undefined = failure?.finding;
    console.log(given, text, why, failure?.items[0]?.item.toFixed());
  }
  for await (const { item } of each(batches(products, 10), (batch) => batch)) console.log(item[0]?.name);
  const { failures } = await each(products, () => {}, { checkpoint: 'job.json', concurrency: 4 });
  for (const { items, count, solutions } of failures) console.log(items[0]?.name, count.toFixed(), solutions.join());
  await each([1], () => {}, { checkpoint: new Map<string, string>() });
  let saved: string | undefined;
  await each([1], () => {}, { checkpoint: { get: async () => saved, set: async (text) => void (saved = text) } });
  // @ts-expect-error: no such option
  await each([1], () => {}, { parallel: 3 });
  // @ts-expect-error: that is no iterable
  await each(3, () => {});
  // @ts-expect-error: a product has no price
  await each(products, (product) => product.price);
}
