/**
 * Long jobs over a paced fetch: the items of all pages, work on each of them, progress with the time left, and
 * a checkpoint from which another run continues.
 */

import type { FindingId, Pacer } from './index.js';
import type { AbortSignal, URL } from './platform.js';

/** Any fetch: one of `createFetch`, or the platform's. */
export type AnyFetch = (input: any, init?: any) => Promise<any>;

/** The items of all pages; each page is requested when its items are needed. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** How many there are, if the first page has said so; otherwise `null`. */
  readonly total: number | null;
}

/**
 * The items of a list, page by page: V2 until its 204, V3 by links, by number or by cursor, GraphQL by `pageInfo`. The
 * URL says how long a page is: most lists of BigCommerce give 50 items a page, and 250 at most.
 *
 * For GraphQL `init.body` is the JSON of `{ query, variables }`, whose query takes its cursor as a variable:
 * `products(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { … } } }`. If there are several connections, the
 * outermost counts.
 *
 * `init` is what `fetch` takes, and is used for the request of each page.
 *
 * @throws {TypeError} if an argument is wrong; while it is iterated, a `BcStatusError` if a page is refused, and an `Error`
 *   if an answer is not a list
 *
 * @example
 * for await (const product of pages(bc, `${store}/v3/catalog/products?limit=250`, { headers })) console.log(product.id);
 */
export function pages<Item = any>(fetch: AnyFetch, url: string | URL, init?: object | null): Pages<Item>;

/** What `for await` takes. */
export type Items<Item> = AsyncIterable<Item> | Iterable<Item>;

// biome-ignore lint/complexity/noUselessEmptyExport: without it a file of declarations exports all that it declares.
export {};

declare const ofBatches: unique symbol;

/** Items in batches: {@link each} recognises them, and sends the failed items of a batch again. */
export interface Batches<Item> extends AsyncIterable<Item[]> {
  readonly [ofBatches]: Item;
}

/**
 * Items in arrays of `size`, the last one with what is left, for routes that take several at a time: `PUT /v3/catalog/products` takes 10.
 *
 * @throws {TypeError} if `items` cannot be iterated, or `size` is not a whole number ≥ 1
 *
 * @example
 * const work = (batch) => bc(`${store}/v3/catalog/products`, { method: 'PUT', headers, body: JSON.stringify(batch) });
 * await each(batches(products, 10), work, { pace });
 */
export function batches<Item>(items: Items<Item>, size: number): Batches<Item>;

/**
 * Where a checkpoint is kept: `get` returns what was last `set`, or nothing. If `set` takes two arguments, as that of a
 * `Map` does, both get the key `bc-status:job` first.
 */
export interface CheckpointStore {
  /** What was last set, or a promise of it. */
  get(key?: any): unknown;
  /** Keeps a checkpoint; it may return a promise. */
  set(text: string, textOfKey?: any): unknown;
}

/** Options of {@link each}. */
export interface EachOptions {
  /**
   * How many pieces of work are under way at once. By default 8; with `pace` adapted between 4 and 64: when requests already
   * wait for the quota, or for a route that takes only so many at once, there are no more.
   */
  readonly concurrency?: number | null;
  /**
   * Where a later run continues, if this one ends early: the path of a file (Node 20.16 or later, Deno, Bun), or an object
   * with `get` and `set`. Items are known by their positions, so the source must give the same ones in the same order. Failed
   * items are tried again. A run that reaches its end clears the checkpoint. Only one run at a time may use it.
   */
  readonly checkpoint?: string | CheckpointStore | null;
  /** Ends the run, which then rejects with its reason as soon as running work has ended. Work gets it too. */
  readonly signal?: AbortSignal | null;
  /** Called after each piece of work. An error that it throws ends the run. */
  readonly onProgress?: ((progress: Progress) => unknown) | null;
  /** The pacer of the fetch: then the time left takes the quota into account, and the concurrency follows the pacer. */
  readonly pace?: Pacer | null;
  /** The store's hash, which is the pacer's key. Not needed if the items are from {@link pages}. */
  readonly store?: string | null;
  /** How many requests a piece of work takes, for the estimate of the time left. 1 by default. */
  readonly requests?: number | null;
  /** How many items there are, if neither the items nor their first page say. */
  readonly total?: number | null;
  /** This many failures end the run, with an error that has its `summary`; the checkpoint stays. No limit by default. */
  readonly maxFailures?: number | null;
}

/** What work gets besides its item. */
export interface WorkAbout {
  /** The position of the item, or of the first one of a batch. */
  index: number;
  /** From 1; from 2 on it is part of a batch that is sent again. */
  attempt: number;
  /** Aborts when the run ends early: pass it on to your requests. */
  signal: AbortSignal;
}

/** How far a run is. */
export interface Progress {
  /** Items that are done, including those of earlier runs. */
  done: number;
  /** Items that have failed. */
  failed: number;
  /** How many of the done items are from earlier runs. */
  before: number;
  /** How many items there are; `null` if that is not known. */
  total: number | null;
  /** How many of them are left. */
  left: number | null;
  /** Pieces of work that are under way. */
  inFlight: number;
  /** Time since the run began. */
  elapsedMs: number;
  /**
   * An estimate of the time left: from the speed so far, and with `pace` from what is left of the quota and the
   * windows to come. `null` before the first item is done, and without a `total`.
   */
  remainingMs: number | null;
  /** With `pace`: the store's quota, and how many requests wait for it. */
  quota: { quota: number | null; left: number | null; windowMs: number | null; resetMs: number | null; queue: number | null } | null;
}

/** Items that have failed for the same reason. */
export interface FailureGroup<Item> {
  /** The id of the most probable finding, the code of a `PaceError`, or the name of the error. */
  code: string;
  /** The finding; `null` if the failure was not an answer of BigCommerce's. */
  finding: FindingId | null;
  /** What is wrong, in a sentence. */
  title: string;
  /** The message for the first of them. */
  message: string | null;
  /** What to do, the first step first. */
  solutions: string[];
  /** How many items there are. */
  count: number;
  /** The items. */
  items: Item[];
  /** Their positions. */
  indexes: number[];
  /** The error or the answer of the first of them. */
  error: unknown;
}

/** What a run has done. */
export interface Summary<Item> {
  /** Whether all items were worked on. */
  isComplete: boolean;
  /** Items that are done, including those of earlier runs. */
  done: number;
  /** Items that have failed. */
  failed: number;
  /** How many of the done items are from earlier runs. */
  before: number;
  /** How many items there are; `null` if that is not known. */
  total: number | null;
  /** How long the run took. */
  elapsedMs: number;
  /** Failed items by reason; the reason with most items first. */
  failures: FailureGroup<Item>[];
}

/** The result of a piece of work. */
export interface Result<Given, Item, Value> {
  /** The item, or the batch, that work got. */
  item: Given;
  /** The position of the item, or of the first one of the batch. */
  index: number;
  /** What work returned; `undefined` if it threw. */
  value: Value | undefined;
  /** Why and for which items it has failed; `null` if it has not. */
  failure: {
    code: string;
    finding: FindingId | null;
    title: string;
    error: unknown;
    items: { item: Item; index: number; message: string | null }[];
  } | null;
}

/** A run: its summary, or its results one by one as they come. Iterate it at once, or not at all. */
export type Run<Given, Item, Value> = Promise<Summary<Item>> & AsyncIterable<Result<Given, Item, Value>>;

/**
 * Works on each item, in any order. Work has failed if it throws, or if it returns a `Response` that reports a failure: a status of
 * 400 or more, a batch that was partly done, GraphQL with errors. The summary counts it under its first finding, and the run continues.
 *
 * If the answer to a batch of {@link batches} says which items were not done, only these are sent again: once, and then as long as
 * fewer fail each time, five times at most. A batch that was refused as a whole is sent again without the items that the answer
 * names; if it names none, item by item. Finished items are not kept in memory.
 *
 * With a `checkpoint`, finished work that a killed run has written down is not done again. Work that was running then, or had finished a
 * moment before, is done again, so it is done at least once. After a `signal`, or an error of the source, everything is written down, and
 * each item is done exactly once. If you iterate over the results, an item counts as done when you ask for the next.
 *
 * @throws {TypeError} if an argument is wrong
 *
 * @example
 * const products = pages(bc, `${store}/v3/catalog/products?limit=250`, { headers });
 * const { failures } = await each(products, (product) => bc(`${store}/v3/catalog/products/${product.id}`, change(product)), { pace });
 */
export function each<Item, Value>(
  items: Batches<Item>,
  work: (batch: Item[], about: WorkAbout) => Value | Promise<Value>,
  options?: EachOptions | null,
): Run<Item[], Item, Value>;
export function each<Item, Value>(
  items: Items<Item>,
  work: (item: Item, about: WorkAbout) => Value | Promise<Value>,
  options?: EachOptions | null,
): Run<Item, Item, Value>;
