// Where items come from: anything that can be iterated, and what more some of that can do.

import { isObject, wrong } from '../core/checks.js';

/** @typedef {{ items: any[], place: unknown }} Page Items that came together, and what leads to them again. */
/**
 * A source that can begin anywhere: at a place that it has named before.
 * @typedef {{ url: string, readonly total: number | null, from: (place?: unknown) => AsyncGenerator<Page> }} Paged
 */

/** Of a source that can begin anywhere. */
export const PAGED = Symbol('paged');
/** Of batches: what they are made of, and how long they are. */
export const BATCHED = Symbol('batched');

/** @type {(items: any) => any} */
export const iterable = (items) => {
  if (isObject(items) && [Symbol.asyncIterator, Symbol.iterator].some((name) => typeof items[name] === 'function')) return items;
  throw wrong('items', 'an array or anything for await accepts, such as pages(fetch, url)', items);
};

/**
 * How many there are, as far as that is known before they are read.
 * @type {(items: any) => number | null}
 */
export const totalOf = (items) => {
  if (items[PAGED]) return items[PAGED].total;
  const { length, size } = items;
  const total = Array.isArray(items) ? length : size;
  return typeof total === 'number' ? total : null;
};
