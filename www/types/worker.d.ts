/**
 * A Cloudflare Worker in front of a BigCommerce store. It holds the token, passes on only what is
 * allowed, and says what failures mean.
 */

import type { ApiError, Finding, FetchOptions, Outcome, Pacer, PaceStore, RetryDecision } from './index.js';
import type { Request, Response } from './platform.js';

/** The methods that a rule can allow. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

/**
 * What may reach the store: `'GET /v3/catalog/products'`, `'GET,POST /v3/carts'`, or the same as
 * an object. The path is that below the store: it begins with `/v2/` or `/v3/`, or is `/graphql`.
 * `:name` and `{name}` stand for one segment, a `*` at the end for one or more. GET
 * implies HEAD. `'QUERY /graphql'` lets a POST through if it is JSON with GraphQL queries
 * only; mutations, subscriptions, stored documents and bodies that two servers could read
 * in two ways are answered with 403, `query-only`. A query can read everything that the token can.
 */
export type Rule = string | { readonly methods: readonly (Method | 'QUERY')[]; readonly path: string };

/** The part of an `ExecutionContext` that the handler needs. */
export interface Context {
  waitUntil(promise: Promise<unknown>): void;
}

/** Which pages of other origins may call the Worker, and how. */
export interface CorsOptions<Env = unknown> {
  /**
   * The origins whose pages may call and read the answers: a list such as
   * `['https://shop.example']`, a function, or `'*'` for all.
   */
  readonly origins: '*' | readonly string[] | ((origin: string, env: Env) => boolean | Promise<boolean>);
  /** The methods that their pages may use; all that `allow` has by default. */
  readonly methods?: readonly Method[] | null;
  /** The headers that pages may send. By default those that are forwarded, and `authorization` if there is `authorize`. */
  readonly headers?: readonly string[] | null;
  /** How many seconds a browser may remember that. 600 by default. */
  readonly maxAge?: number | null;
  /** Whether pages may send cookies, for `authorize` to read: they never reach the store. Not with `'*'`. */
  readonly credentials?: boolean | null;
  /** The headers that pages may read. `x-request-id`, `retry-after`, `allow`, `etag`, `link`, `location` by default. */
  readonly expose?: readonly string[] | null;
}

/** Options of {@link createHandler}. It also takes those of `createFetch`, which sends to the store. */
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
   * nothing through: then only `statusPath` is served. No rule stands for everything: `'*'` throws.
   */
  readonly allow: readonly Rule[];
  /** What precedes the store's path in the Worker's URLs, such as `'/api'`. Nothing by default. */
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
   * undefined for callers without a limit. It is called before `authorize`, so nothing that it reads
   * is verified yet. Each isolate counts by itself. No limit by default.
   */
  readonly perCaller?: {
    readonly key: (request: Request, env: Env) => string | null | undefined | Promise<string | null | undefined>;
    /** A whole number from 1 on. */
    readonly permits: number;
  } | null;
  /**
   * For how many seconds a successful GET stays in the cache of Workers; 0 for not at all. An answer with
   * `Set-Cookie`, or with `private` or `no-store`, is not cached. A cached answer has neither the
   * `X-Correlation-Id` nor the `X-Request-Id` of the request that it came from.
   */
  readonly cacheTtl?: number | ((request: Request) => number | Promise<number>) | null;
  /**
   * Needed for `cacheTtl` with `authorize`: one caller may then get an answer that another one requested.
   * Each caller is still authorized, and caches outside the Worker see `private`.
   */
  readonly shareCache?: boolean | null;
  /** Whether callers see how much is left of the store's quota. `'remove'` by default. */
  readonly quotaHeaders?: 'remove' | 'keep' | null;
  /**
   * How much failures reveal to callers. `'caller'` (default): what is wrong with their requests, but
   * nothing about the Worker's credentials or the store's bills, plan and address; `{store_hash}` replaces
   * the store's hash. `'all'`: that too. `'none'`: only the status.
   */
  readonly expose?: 'caller' | 'all' | 'none' | null;
  /**
   * Holds requests that the store would refuse. `true`: each isolate by itself. The name of a
   * binding, such as `'QUOTA'`, whose class is {@link QuotaCoordinator}: all isolates together,
   * so that they use the whole quota and never exceed it. Or a pacer, or a function of the
   * bindings that returns a pacer or such a namespace. Off by default. A request that would
   * have to wait for longer than it may is answered with 429, or 503 if the store fails, and
   * `Retry-After`. The Worker needs the compatibility flag `enable_request_signal`; without it
   * callers who leave keep their permit until the store has answered.
   */
  readonly pace?: Pacer | boolean | string | ((env: Env) => Pacer | CoordinatorNamespace) | null;
  /** The path of the pages about status codes. `'/_status'` by default; `false` turns them off. */
  readonly statusPath?: string | false | null;
  /**
   * Called with every problem in full, whatever `expose` says, for a log; and with errors that your own
   * functions threw. Neither contains the token, unless you threw it.
   */
  readonly onProblem?: ((problem: Problem, error?: unknown) => unknown) | null;
}

/** A failure as RFC 9457 has it, `application/problem+json`. */
export interface Problem {
  /** The source page of the finding; otherwise `about:blank`. */
  type: string;
  /** What is wrong, in a sentence. */
  title: string;
  /** The status of this answer, which may differ from the store's. */
  status: number;
  /** What the store says about it, otherwise what in this exchange shows it. */
  detail: string;
  /** The id of the most probable finding, or what the Worker itself refused, such as `path-refused`. */
  code: string;
  /** The store's status, if it answered. */
  storeStatus?: number | null;
  /** The id to quote to BigCommerce's support. */
  requestId?: string | null;
  /** Whether and when a patient caller should send it again. */
  retry?: RetryDecision;
  /** Every complaint of the store about the request. */
  errors?: ApiError['items'];
  /** What was found. */
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

/** The part of a `DurableObjectNamespace` that is used. */
export interface CoordinatorNamespace {
  idFromName(name: string): any;
  get(id: any): { fetch(url: string, init: { method: string; body: string }): Promise<Response> };
}

/**
 * A Durable Object that divides a store's quota between isolates. Export it from the Worker,
 * and bind it: each store has its own object. Its state survives eviction, in less
 * than 103 KB. Anything that it cannot read, such as the ledger of a newer version, it leaves as it is: it warns on the
 * console, and pacers continue alone.
 *
 * @example
 * export { QuotaCoordinator } from 'bc-status/worker';
 */
export class QuotaCoordinator {
  /** What Cloudflare's types know a Durable Object by; no object has it. */
  readonly __DURABLE_OBJECT_BRAND: never;
  constructor(state: CoordinatorState);
  /** Takes a `LeaseAsk` as JSON, and answers with the `Lease`. */
  fetch(request: Request): Promise<Response>;
}

/** The part of a `DurableObjectState` that it needs. */
export interface CoordinatorState {
  storage: { get(key: string): Promise<any>; put(key: string, value: unknown): Promise<void> };
}

/**
 * The lease store of a binding of {@link QuotaCoordinator}, for `createPacer`.
 *
 * @throws {TypeError} if `namespace` is not such a binding
 *
 * @example
 * const pace = createPacer({ store: coordinator(env.QUOTA) });
 */
export function coordinator(namespace: CoordinatorNamespace): PaceStore;
