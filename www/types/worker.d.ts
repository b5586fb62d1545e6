/**
 * A Cloudflare Worker in front of a BigCommerce store. It holds the token, lets through what is
 * allowed and nothing else, and says of failures what they mean.
 */

import type { ApiError, Finding, FetchOptions, Outcome, Pacer, PaceStore, RetryDecision } from './index.js';
import type { Request, Response } from './platform.js';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

/**
 * What may reach the store: `'GET /v3/catalog/products'`, `'GET,POST /v3/carts'`, or the same as
 * an object. The path is that below the store: it begins with `/v2/` or `/v3/`, or is `/graphql`.
 * `:name` and `{name}` stand for one segment, a `*` at the end for one or more. GET
 * implies HEAD. `'QUERY /graphql'` lets POST through where it is JSON that holds queries of
 * GraphQL alone; mutations, subscriptions, stored documents and whatever two servers may read
 * in two ways are answered with 403, `query-only`. A query may read all that the token may.
 */
export type Rule = string | { readonly methods: readonly (Method | 'QUERY')[]; readonly path: string };

/** What the handler needs of an `ExecutionContext`. */
export interface Context {
  waitUntil(promise: Promise<unknown>): void;
}

export interface CorsOptions<Env = unknown> {
  /**
   * The origins whose pages may call and read the answers: a list such as
   * `['https://shop.example']`, a function, or `'*'` for all.
   */
  readonly origins: '*' | readonly string[] | ((origin: string, env: Env) => boolean | Promise<boolean>);
  /** The methods that their pages may use; all that `allow` has by default. */
  readonly methods?: readonly Method[] | null;
  /** The headers that pages may send. Those that are forwarded by default, and `authorization` where there is `authorize`. */
  readonly headers?: readonly string[] | null;
  /** How many seconds a browser may remember that. 600 by default. */
  readonly maxAge?: number | null;
  /** Whether pages may send cookies, for `authorize` to read: they never reach the store. Not with `'*'`. */
  readonly credentials?: boolean | null;
  /** The headers that pages may read. `x-request-id`, `retry-after`, `allow`, `etag`, `link`, `location` by default. */
  readonly expose?: readonly string[] | null;
}

/** Beside its own options it takes those of `createFetch`, which sends to the store. */
export interface HandlerOptions<Env = any> extends Omit<FetchOptions, 'throwOnError' | 'pace'> {
  /**
   * The store's hash, the name of the binding that holds it (upper case, such as
   * `'STORE_HASH'`), or a function of the bindings.
   */
  readonly storeHash: string | ((env: Env) => string | Promise<string>);
  /** The access token, likewise: keep it in a secret, and name that here. For one in a Secrets Store: `(env) => env.TOKEN.get()`. */
  readonly token: string | ((env: Env) => string | Promise<string>);
  /**
   * What may reach the store. Everything else is answered with 404 or 405. An empty list lets
   * nothing through: then there is `statusPath` alone. No rule stands for everything: `'*'` throws.
   */
  readonly allow: readonly Rule[];
  /** What comes before the store's path in the Worker's, such as `'/api'`. Nothing by default. */
  readonly prefix?: string | null;
  /**
   * Whether this caller may send this request, which is allowed by then: `true`; a Response to be
   * sent instead; anything else is refused with 403. To read the body, read that of `request.clone()`.
   * Answers of the store are then `Cache-Control: private`, so that no cache on the way gives them
   * to another caller.
   */
  readonly authorize?: ((request: Request, env: Env, ctx: Context) => boolean | Response | Promise<boolean | Response>) | null;
  /** Which pages of other origins may call; none by default. */
  readonly cors?: CorsOptions<Env> | false | null;
  /**
   * The longest body of a request, in bytes; longer ones are answered with 413, `body-too-long`.
   * 1 MiB by default. A body is read before it is sent, so it takes memory. Up to 64 KiB one can
   * be sent again after a 429, longer ones go once.
   */
  readonly maxBodyBytes?: number | null;
  /**
   * How long a caller may take to send the body, in milliseconds above 0, together with
   * `authorize`; `Infinity` for no limit. 30,000 by default. A body that is late is answered with
   * 408, `body-timeout`, and nothing of it is sent.
   */
  readonly bodyTimeoutMs?: number | null;
  /**
   * How many requests of one caller may be under way at once, from their beginning until the
   * answer begins; the next is answered with 429, `caller-limit`, and `Retry-After: 1`. `key`
   * names the caller, such as `(request) => request.headers.get('cf-connecting-ip')`; null or
   * undefined for one who is not limited. It is asked before `authorize`, so nothing that it goes
   * by is verified yet. Each isolate counts by itself. No limit by default.
   */
  readonly perCaller?: {
    readonly key: (request: Request, env: Env) => string | null | undefined | Promise<string | null | undefined>;
    /** A whole number from 1 on. */
    readonly permits: number;
  } | null;
  /**
   * For how many seconds a successful GET stays in the cache of Workers; 0 for not at all. What has
   * `Set-Cookie`, or is `private` or `no-store`, is not kept. A kept answer has neither the
   * `X-Correlation-Id` nor the `X-Request-Id` of the request that it was kept from.
   */
  readonly cacheTtl?: number | ((request: Request) => number | Promise<number>) | null;
  /**
   * Needed for `cacheTtl` with `authorize`: one caller is then given what another one asked for.
   * Each is still asked for authorization, and caches outside of the Worker are told `private`.
   */
  readonly shareCache?: boolean | null;
  /** Whether callers see how much is left of the store's quota. `'remove'` by default. */
  readonly quotaHeaders?: 'remove' | 'keep' | null;
  /**
   * How much failures tell callers. `'caller'` (default): what is wrong with their requests, but
   * nothing of the Worker's credentials, of the store's bills, plan and address; for the store's
   * hash stands `{store_hash}`. `'all'`: that too. `'none'`: the status alone.
   */
  readonly expose?: 'caller' | 'all' | 'none' | null;
  /**
   * Holds requests that the store would refuse. `true`: each isolate by itself. The name of a
   * binding, such as `'QUOTA'`, whose class is {@link QuotaCoordinator}: all isolates together,
   * so that they spend the whole quota and do not overrun it. Or a pacer, or a function of the
   * bindings that returns a pacer or such a namespace. Off by default. A request that would
   * have to wait for longer than it may is answered with 429, or 503 where the store fails, and
   * `Retry-After`. The Worker needs the compatibility flag `enable_request_signal`, or else a
   * caller who goes away keeps his permit until the store has answered.
   */
  readonly pace?: Pacer | boolean | string | ((env: Env) => Pacer | CoordinatorNamespace) | null;
  /** Where the package's knowledge of status codes is served. `'/_status'` by default; `false` for nowhere. */
  readonly statusPath?: string | false | null;
  /**
   * Told of every problem in full, whatever `expose` says, for a log; and of what your own
   * functions threw. The token is in neither, unless you threw it.
   */
  readonly onProblem?: ((problem: Problem, error?: unknown) => unknown) | null;
}

/** A failure as RFC 9457 has it, `application/problem+json`. */
export interface Problem {
  /** The page that the finding rests on; else `about:blank`. */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The id of the most probable finding, or what the Worker itself refused, such as `path-refused`. */
  code: string;
  /** The store's status, where it answered. */
  storeStatus?: number | null;
  /** The id to quote to BigCommerce's support. */
  requestId?: string | null;
  /** Whether and when a patient caller should send it again. */
  retry?: RetryDecision;
  /** Every complaint of the store about the request. */
  errors?: ApiError['items'];
  diagnosis?: { outcome: Outcome; findings: Finding[] };
}

/**
 * A handler for a Worker to export.
 *
 * @throws {TypeError} if an option is unknown or wrong
 *
 * @example
 * export default createHandler({
 *   storeHash: 'STORE_HASH',
 *   token: 'BC_TOKEN',
 *   allow: ['GET /v3/catalog/products', 'GET /v3/catalog/products/{id}'],
 * });
 */
export function createHandler<Env = any>(
  options: HandlerOptions<Env>,
): { fetch(request: Request, env: Env, ctx: Context): Promise<Response> };

/** What is used of a `DurableObjectNamespace`. */
export interface CoordinatorNamespace {
  idFromName(name: string): any;
  get(id: any): { fetch(url: string, init: { method: string; body: string }): Promise<Response> };
}

/**
 * A Durable Object that shares a store's quota out between isolates. Export it from the Worker,
 * and bind it: each store has an object of its own. What it knows survives its eviction, in less
 * than 103 KB. What it cannot read, such as the ledger of a newer version, it leaves as it is: it warns on the
 * console, and pacers go on alone.
 */
export class QuotaCoordinator {
  /** What Cloudflare's types know a Durable Object by; no object has it. */
  readonly __DURABLE_OBJECT_BRAND: never;
  constructor(state: CoordinatorState);
  /** Takes a `LeaseAsk` as JSON, and answers with the `Lease`. */
  fetch(request: Request): Promise<Response>;
}

/** What it needs of a `DurableObjectState`. */
export interface CoordinatorState {
  storage: { get(key: string): Promise<any>; put(key: string, value: unknown): Promise<void> };
}

/**
 * The store of leases that a namespace of {@link QuotaCoordinator} is, for `createPacer`.
 *
 * @example
 * const pace = createPacer({ store: coordinator(env.QUOTA) });
 */
export function coordinator(namespace: CoordinatorNamespace): PaceStore;
