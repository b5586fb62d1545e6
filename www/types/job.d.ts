/**
 * Long jobs over a paced fetch: the items of all pages, work on each of them, progress with the time that is left, and
 * a checkpoint from which another run goes on.
 */

import type { FindingId, Pacer } from './index.js';
import type { AbortSignal, URL } from './platform.js';

/** What is used of a fetch: `createFetch` makes one, and so is the platform's. */
export type AnyFetch = (input: any, init?: any) => Promise<any>;

/** The items of all pages, one page after the other as they are asked for. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** How many there are, where the first page has said so; else `null`. */
  readonly total: number | null;
}

/**
 * The items of a list, page by page: of V2 until its 204, of V3 by links, by number or by cursor, of GraphQL by `pageInfo`. The
 * URL says how long a page is: most lists of BigCommerce give 50 items a page, and 250 at most.
 *
 * For GraphQL `init.body` is the JSON of `{ query, variables }`, whose query takes its cursor as a variable:
 * `products(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { … } } }`. Of several connections the
 * outermost counts.
 *
 * `init` is what `fetch` takes, and goes with the request of each page.
 *
 * @throws {TypeError} if an argument is wrong; while it is iterated, a `BcStatusError` if a page is refused, and an `Error`
 *   where an answer is no list
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

/** Items in batches: {@link each} knows them, and sends what has failed of one again. */
export interface Batches<Item> extends AsyncIterable<Item[]> {
  readonly [ofBatches]: Item;
}

/**
 * Items in arrays of `size`, the last one with what is left, for routes that take several at a time: `PUT /v3/catalog/products` takes 10.
 *
 * @throws {TypeError} if `items` cannot be iterated, or `size` is no whole number from 1 on
 */
export function batches<Item>(items: Items<Item>, size: number): Batches<Item>;

/**
 * Where a run is written down: `get` gives what was last `set`, or nothing. Where `set` takes two arguments, as that of a
 * `Map` does, both are given the key `bc-status:job` first.
 */
export interface CheckpointStore {
  get(key?: any): unknown;
  set(text: string, textOfKey?: any): unknown;
}

export interface EachOptions {
  /**
   * How many pieces of work are under way at once. By default 8; with `pace` from 4 to 64, as many as find a permit: where they
   * wait for the quota, or for a route that takes only so many at once, there are no more.
   */
  readonly concurrency?: number | null;
  /**
   * What a new run goes on from, if this one ends before its items do: the path of a file (Node from 20.16 on, Deno, Bun), or an object
   * with `get` and `set`. Items are known by their positions, so the source has to give the same ones in the same order. What has
   * failed is not done. A run that comes to its end clears it. A checkpoint is for one run at a time.
   */
  readonly checkpoint?: string | CheckpointStore | null;
  /** Ends the run, which then rejects with its reason as soon as what is under way has ended. Work is given it. */
  readonly signal?: AbortSignal | null;
  /** Called after each piece of work. What it throws ends the run. */
  readonly onProgress?: ((progress: Progress) => unknown) | null;
  /** The pacer that the fetch has: then the time to the end counts with the quota, and as much is under way as it lets out. */
  readonly pace?: Pacer | null;
  /** The store's hash, by which the pacer knows it. Left out where the items are from {@link pages}. */
  readonly store?: string | null;
  /** How many requests a piece of work takes, for the time to the end. 1 by default. */
  readonly requests?: number | null;
  /** How many items there are, where neither the items nor their first page tell. */
  readonly total?: number | null;
  /** So many failures end the run, with an error that has its `summary`; the checkpoint stays. No limit by default. */
  readonly maxFailures?: number | null;
}

/** What work is told beside its item. */
export interface WorkAbout {
  /** The position of the item, or of the first one of a batch. */
  index: number;
  /** From 1; from 2 on it is a part of a batch, which is sent again. */
  attempt: number;
  signal: AbortSignal;
}

export interface Progress {
  /** Items that are done, those of earlier runs included. */
  done: number;
  failed: number;
  /** How many earlier runs did. */
  before: number;
  /** How many items there are; `null` where that is not known. */
  total: number | null;
  /** How many are left of them. */
  left: number | null;
  /** Pieces of work that are under way. */
  inFlight: number;
  elapsedMs: number;
  /**
   * How long it still takes, as far as can be known: by how fast it went, and with `pace` by what is left of the quota and the
   * windows to come. `null` before the first is done, and without a `total`.
   */
  remainingMs: number | null;
  /** With `pace`: the store's quota, and how many requests wait for it. */
  quota: { quota: number | null; left: number | null; windowMs: number | null; resetMs: number | null; queue: number | null } | null;
}

/** Items that have failed for one reason. */
export interface FailureGroup<Item> {
  /** The id of the most probable finding, or what the pacer or the error is called. */
  code: string;
  /** `null` where it was no answer of BigCommerce's. */
  finding: FindingId | null;
  title: string;
  /** What was said of the first of them. */
  message: string | null;
  solutions: string[];
  count: number;
  items: Item[];
  /** Their positions. */
  indexes: number[];
  /** What the first of them came to: an error, or the answer. */
  error: unknown;
}

export interface Summary<Item> {
  /** Whether all items were worked. */
  isComplete: boolean;
  done: number;
  failed: number;
  before: number;
  total: number | null;
  elapsedMs: number;
  /** Those with most items first. */
  failures: FailureGroup<Item>[];
}

/** What a piece of work came to. */
export interface Result<Given, Item, Value> {
  /** The item, or the batch, that work was given. */
  item: Given;
  index: number;
  /** What work came to; `undefined` where it threw. */
  value: Value | undefined;
  /** Why, and for which items, where it has failed. */
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
 * Works on each item, in any order. Work has failed if it throws, or if it comes to a `Response` that tells of a failure: a status from
 * 400 on, a batch that was done in part, GraphQL with errors. That is in the summary, by the first finding, and the run goes on.
 *
 * A batch of {@link batches} whose answer says which of its items were not done is sent again with these alone: once, and then for
 * as long as fewer fail, five times in all. One that was refused as a whole is sent again without the items that the answer
 * complains of; where it names none, item by item. Nothing that is done is kept in memory.
 *
 * With a `checkpoint`, work that a killed run has done and written down is not done again. What was under way then, or was done a moment
 * before, is: it is done at least once. After a `signal`, or an error of the source, everything is written down, and each item is done exactly once.
 * Who iterates over the results has a piece of work done when he asks for the next one.
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
