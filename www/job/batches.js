// Items in batches, for routes that take several at a time.

import { isGiven, wrong } from '../core/checks.js';
import { count } from '../core/single-checks.js';
import { BATCHED, iterable } from './items.js';

/** @type {(items: any, size: number) => AsyncIterable<any[]>} */
export const batches = (items, size) => {
  const source = iterable(items);
  if (!isGiven(size)) throw wrong('size', 'a whole number from 1 on', size);
  count('size', size, Number.MAX_SAFE_INTEGER);
  return /** @type {any} */ ({
    [BATCHED]: { source, size },
    async *[Symbol.asyncIterator]() {
      /** @type {any[]} */
      let batch = [];
      for await (const item of source) {
        batch.push(item);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  });
};
