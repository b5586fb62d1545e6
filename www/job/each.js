// Work on each of many items: so many at once as the store takes, with progress, and a checkpoint
// from which another run goes on.

import { atLeast, FUNCTION, isGiven, isObject, members, wrong } from '../core/checks.js';
import { storeOf } from '../core/store-key.js';
import { Run } from './run.js';
import { keeper } from './checkpoint.js';
import { BATCHED, iterable, PAGED, totalOf } from './items.js';

/** @import { Rule } from '../core/checks.js' */

/** @type {Rule} */
const WHOLE = [(value) => Number.isSafeInteger(value) && value > 0, 'a whole number from 1 on'];

/** @type {Record<string, Rule>} */
const RULES = {
  concurrency: WHOLE,
  checkpoint: [() => true, ''],
  signal: [(value) => typeof value?.throwIfAborted === 'function', 'an AbortSignal'],
  onProgress: FUNCTION,
  pace: [(value) => isObject(value) && typeof value.snapshot === 'function', 'a pacer of createPacer(), the one that the fetch has'],
  store: [(value) => typeof value === 'string' && value !== '', "a store's hash, as the pacer knows it"],
  requests: atLeast(0, 'how many requests a piece of work takes, a number from 0 on'),
  total: [(value) => Number.isSafeInteger(value) && value >= 0, 'a whole number from 0 on'],
  maxFailures: WHOLE,
};

/** @type {(items: any, work: any, options?: any) => Promise<any> & AsyncIterable<any>} */
export const each = (items, work, options) => {
  const given = iterable(items);
  if (typeof work !== 'function') throw wrong('work', 'a function of an item', work);
  const { checkpoint, pace, store, ...rest } = members('options', options ?? {}, RULES);
  const { source, size } = given[BATCHED] ?? { source: given };
  const url = source[PAGED]?.url;
  const key = store ?? (url === undefined ? undefined : storeOf(url));
  if (pace && key === undefined)
    throw new TypeError("options.store must be the store's hash where items are not from pages(): options.pace keeps many stores");
  const run = new Run({
    ...rest,
    ...{ source, size, work, keeper: isGiven(checkpoint) ? keeper(checkpoint) : undefined },
    state: pace && (() => pace.snapshot(key)),
    totalNow: () => rest.total ?? totalOf(source),
  });
  return Object.assign(run.begin(), { [Symbol.asyncIterator]: () => run.results() });
};
