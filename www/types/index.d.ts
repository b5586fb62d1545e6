/**
 * What a BigCommerce API answer means, whether and when to try again, and what to
 * do about it.
 *
 * Durations are milliseconds in names ending in `Ms`. What is absent is `null` in
 * results, and left out in arguments. Results are plain objects. A wrong argument
 * is a `TypeError` that names it; data from the network never throws.
 */

import type { AbortSignal, Headers, Response, URL, fetch } from './platform.js';

// The closed sets, which the core declares: `make package` writes them here.
export * from './sets.js';

/** What a status code means at BigCommerce. */
export interface Status {
  readonly code: number;
  /** BigCommerce's own wording; otherwise the IANA phrase, or an empty string. */
  readonly text: string;
  /** The class of the code, such as `client-error`. */
  readonly class: StatusClass;
  /** Whether the code is on BigCommerce's status pages, old or new. */
  readonly documented: boolean;
  /** What BigCommerce means by it. `code` in backticks, as in Markdown. */
  readonly purpose: string;
  /** Whether sending the request again can help. */
  readonly retry: RetryAdvice;
  /** The source page. */
  readonly url: string;
}

/** A page to read on. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Why a code comes, and what to do. */
export interface Troubleshooting {
  readonly code: number;
  /** Most common first. */
  readonly causes: readonly string[];
  /** What to do, the first step first. */
  readonly solutions: readonly string[];
  readonly links: readonly Link[];
}

/**
 * What a status code means. Accepts any number: a code without a row of its own gets the row of
 * its class, and a number that is not a status code has the class `unknown`.
 *
 * @throws {TypeError} if `code` is not a number
 *
 * @example
 * status(422).text // 'Missing or Invalid Data'
 */
export function status(code: StatusCode | (number & {})): Status;

/**
 * Every code with a row of its own, ascending; `documented` is false for the few that BigCommerce does not list.
 *
 * @example
 * for (const { code, text, retry } of statuses()) console.log(code, text, retry);
 */
export function statuses(): readonly Status[];

/**
 * Why a code comes, and what to do.
 *
 * @throws {TypeError} if `code` is not a number
 *
 * @example
 * for (const solution of troubleshoot(403).solutions) console.log(solution);
 */
export function troubleshoot(code: StatusCode | (number & {})): Troubleshooting;

/** A `Headers`, an object, or pairs; names are compared without case. */
export type HeadersLike =
  | { get(name: string): string | null }
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | number | readonly string[] | null | undefined };

/**
 * One request and its answer, or its failure. An error or an answer of axios, ky, got, ofetch, superagent
 * or `fetch` is taken as it is; where it does not say which method it was, that is not known.
 */
export interface Exchange {
  /** `GET` by default; null if it is not known: then a request that may have run is not repeated. */
  readonly method?: string | null;
  readonly url?: string | URL | null;
  /**
   * The headers of the request: a missing or misplaced one is evidence. Left out when they
   * are not known. No value of a credential is ever shown.
   */
  readonly requestHeaders?: HeadersLike | null;
  /**
   * The body of the request, as a string or as a value to be sent as JSON. `diagnose` looks at its
   * shape and at a few values that are often wrong, such as the destination of a webhook: a finding
   * may name these, masked. Nothing else of it is in a result.
   */
  readonly requestBody?: unknown;
  /** The HTTP status; left out when no response arrived. A body without one counts as answered with the status that it names. */
  readonly status?: number | null;
  /**
   * The headers of the answer. Left out if they are not known, and then nothing is concluded from
   * an absent one; `{}` if there were none.
   */
  readonly headers?: HeadersLike | null;
  /**
   * The body of the response: a string, bytes, or a parsed JSON value, of which the first
   * 256 KB are read. A stream or a `Blob` counts as not known, since reading it takes time:
   * see {@link explain}.
   */
  readonly body?: unknown;
  /** Why no response arrived. */
  readonly failure?: Failure | null;
  /** Whether the request came from a web page, which can never reach the management API. */
  readonly inBrowser?: boolean;
  /**
   * Set this if nothing of the request was sent, for example because no connection could be made:
   * then it may be sent again, whatever its method.
   */
  readonly unsent?: boolean;
  /**
   * Set this if no response arrived and a retry would fail in the same way, for example because a
   * certificate is not trusted, or the URL is invalid: then it is not sent again.
   */
  readonly permanent?: boolean;
}

/** What the headers say about quota and waiting. Absent is `null`, and never means zero. */
export interface RateLimit {
  /** The length of the quota window. */
  windowMs: number | null;
  /** The time until the quota refills. */
  resetMs: number | null;
  /** The requests this client may make in a window. */
  quota: number | null;
  /** The requests left in this window; other apps of the store use them too. */
  left: number | null;
  /** The wait asked for in `Retry-After` or `X-Retry-After`, whichever is longer. */
  retryAfterMs: number | null;
}

/** What a body says went wrong. Each message in it is in `items`, `title` or `detail`. */
export interface ApiError {
  /** Which of BigCommerce's formats the body has. */
  shape: Shape;
  /** What went wrong, in a phrase. */
  title: string | null;
  /** The same in more detail; for a page, its visible text. */
  detail: string | null;
  /** The problem type: an absolute or relative URL, or a bare word. */
  type: string | null;
  /** The error code: a word, or a number as a string. It is not an HTTP status. */
  code: string | null;
  /** The status, if the body names one; if it differs from that of the answer, the latter counts. */
  status: number | null;
  /** Every single complaint, in the order of the body; at most 1,000. */
  items: ErrorItem[];
  /** How many items a batch had. */
  total: number | null;
  /** How many of them were done. */
  succeeded: number | null;
  /** How many of them were not. */
  failed: number | null;
  /** The wait that the body asks for. */
  retryAfterMs: number | null;
  /** Which part of the body could not be read, or was left out. */
  note: string | null;
}

/** One complaint. */
export interface ErrorItem {
  /** What is wrong, in words. */
  message: string;
  /** The field it is about, as `variants[0].product_id`. */
  field: string | null;
  /** The item of a batch it is about, from 0. */
  index: number | null;
  /** Its code, such as `error.path.missing`, which `message` then puts in words. */
  code: string | null;
  /** The status of this item, if the body names one. */
  status: number | null;
  /**
   * The position in `items` of the problem that this is a part of, if a body lists several problems, each
   * with its own complaints; otherwise `null`.
   */
  of: number | null;
}

/** What an answer is, by its status, headers and body. */
export interface Classification {
  /** `null` when no response arrived. */
  status: Status | null;
  /** What happened to the request, such as `throttled` or `rejected`. */
  outcome: Outcome;
  /** Which API the URL belongs to. */
  api: Api;
  /** What the body says went wrong; `null` if it does not say. */
  error: ApiError | null;
  /** `null` when no header names it. */
  rateLimit: RateLimit | null;
  /** The id to quote to BigCommerce's support. */
  requestId: string | null;
}

/**
 * Says what happened in an exchange: by its status, method, URL and headers, and by what its
 * body says about batches, GraphQL and jobs.
 *
 * @throws {TypeError} if a member of `exchange` has the wrong type, or it has no known member
 *
 * @example
 * classify({ status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '4200' } }).outcome // 'throttled'
 */
export function classify(exchange: Exchange): Classification;

/** What was tried so far. */
export interface RetryState {
  /** Attempts made, including the one just answered. 1 by default. */
  readonly attempt?: number;
  /** Time since the first attempt began. 0 by default. */
  readonly elapsedMs?: number;
  /** A random number in [0, 1) for jitter; without one there is no jitter. */
  readonly random?: number;
}

/** How long to wait, and how often to try. */
export interface RetryPolicy {
  /**
   * `interactive` (default): 3 attempts within 10 s.
   * `background`: 10 attempts (6 for a 500), no time limit.
   */
  readonly profile?: RetryProfile;
  /** The most attempts, including the first: 3 by default, 10 in the background. A 500 still gets at most 6. */
  readonly maxAttempts?: number;
  /**
   * The longest single wait. Our own backoff is capped by it (by 60 s if it is left
   * out); a longer wait that the server asks for (more than a day if it is left out) ends
   * the attempts with `budget-exhausted`, and is then in `delayMs`.
   */
  readonly maxDelayMs?: number;
  /** The longest time from the first attempt to the last; `Infinity` for no limit. */
  readonly maxElapsedMs?: number;
  /** Whether waits are spread at random. `true` by default. */
  readonly jitter?: boolean;
  /** Set this if sending the request twice does no harm. `false` by default. */
  readonly repeatable?: boolean;
}

/** Whether and when to send a request again, and why. */
export interface RetryDecision {
  /** Whether to send the request again. */
  retry: boolean;
  /**
   * How long to wait first. If the wait that is needed does not fit into the policy
   * (`budget-exhausted`), this is that wait, so that you can schedule the request.
   */
  delayMs: number;
  /** Why: a word for programs. */
  rule: RetryRule;
  /** Why, in a sentence; several sentences may share a rule. */
  reason: string;
  /** Whether the request may have had its effect. */
  mayHaveRun: boolean;
  /** Attempts the policy still allows; 0 if another makes no sense. */
  attemptsLeft: number;
}

/**
 * Decides whether and when to send a request again. A pure function: it uses no
 * clock and no randomness.
 *
 * A wait that the server asked for is never shortened, neither by jitter nor by a
 * cap; if it does not fit, the answer is `budget-exhausted`.
 *
 * @throws {TypeError} if an argument, or a member of one, has the wrong type
 *
 * @example
 * decideRetry({ status: 429, headers: { 'X-Rate-Limit-Time-Reset-Ms': '4200' } })
 * // { retry: true, delayMs: 4200, rule: 'rate-limit-reset', … }
 */
export function decideRetry(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null): RetryDecision;

/**
 * One thing that is probably wrong. In all its texts `***` stands for secrets, card numbers and
 * what is before the `@` of e-mail addresses. An `ApiError` has only the secrets masked, since it
 * repeats what the body says.
 */
export interface FindingOf<Id extends FindingId> {
  /** Its id, for programs. */
  id: Id;
  /**
   * `certain`: the exchange says so itself. `likely`: it fits well, and others fit less.
   * `possible`: it fits. A finding about a path that the published specifications lack is
   * never certain.
   */
  confidence: Confidence;
  /** What is wrong, in a sentence. */
  title: string;
  /** What in this exchange shows it. */
  evidence: string;
  /** What to do about this request, the first step first. */
  solutions: string[];
  /** The source page. */
  url: string;
  /** The values in the sentences, as far as they are known. */
  values: FindingValues<Id>;
}

/** The values of a finding: its own, and those that any evidence may use. */
export type FindingValues<Id extends FindingId> = Partial<
  Pick<FindingValue, FindingValueNames[Id] | 'code' | 'message' | 'method' | 'path'>
>;

/**
 * A finding; its id tells which values it may have.
 *
 * @example
 * for (const finding of findings) {
 *   if (finding.id === 'request.limit-too-high') console.log(finding.values.most); // 250
 * }
 */
export type Finding = { [Id in FindingId]: FindingOf<Id> }[FindingId];

/** What is wrong with an exchange, and what to do about it. */
export interface Diagnosis {
  /** What the answer is: see {@link classify}. */
  classification: Classification;
  /** Most probable first; at least one for every outcome but `ok` and `not-modified`. */
  findings: Finding[];
  /** With the state and the policy that were given, otherwise for a first attempt while a person is waiting: see {@link decideRetry}. */
  retry: RetryDecision;
}

/**
 * Says what is wrong with an exchange, and what to do about it. The more you pass of the
 * request, the more certain the result.
 *
 * @throws {TypeError} if a member of `exchange` has the wrong type
 *
 * @example
 * diagnose({
 *   url: 'https://api.bigcommerce.com/stores/abc123/v3/carts',
 *   status: 404,
 *   body: 'The route is not found, check the URL',
 * }).findings[0].solutions[0]
 * // 'GET exists on `/v3/carts/{id}`, not on `/v3/carts`.'
 */
export function diagnose(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null): Diagnosis;

/**
 * The same for a response: it reads up to 256 KB of a clone, and knows the request if a
 * fetch of this package sent it; `retry` is then the last decision, as in
 * {@link historyOf}. If the body was read before, it is not known.
 *
 * @throws {TypeError} (as a rejection) if `response` is not an object
 *
 * @example
 * const response = await bcFetch(url, { headers });
 * if (!response.ok) console.error((await explain(response)).findings[0]?.title);
 */
export function explain(response: Response): Promise<Diagnosis>;

/**
 * A status code or a diagnosis as text for a terminal, Markdown for an issue tracker, or
 * HTML for a page (escaped, with neither style nor script in it).
 *
 * @throws {TypeError} if `what` is neither a number nor a diagnosis, or `format` is none of the three
 *
 * @example
 * console.log(render(429, 'text'));
 * console.log(render(diagnose({ status: 401 }), 'markdown'));
 */
export function render(what: number | Diagnosis, format: 'text' | 'markdown' | 'html'): string;

/** Your own sentences, by outcome; for those that you leave out, ours in `lang` (English by default) are used. */
export type ShopperWords = { readonly [Name in Outcome]?: string } & { readonly lang?: string };

/**
 * A short, calm sentence for a shopper, which never mentions tokens, stores or causes: it depends only
 * on the outcome. In English by default, also in German (`'de'`, `'de-AT'`) and French (`'fr'`); any other
 * language gets English. Instead of a language you can pass your own sentences.
 *
 * @throws {TypeError} if `what` is neither a diagnosis nor an outcome, or `language` neither a
 *   string nor an object, or has a member that is neither `lang` nor an outcome
 * @example
 * shopperMessage('throttled') // 'It is busy here right now. Please try again in a minute.'
 */
export function shopperMessage(what: Diagnosis | Outcome, language?: string | ShopperWords | null): string;

/** What a call may pass in addition to the options of `fetch`. */
export interface FetchInit {
  readonly bc?: {
    /**
     * A value of the caller's, passed unchanged to hooks, {@link historyOf} and a
     * {@link BcStatusError}. It goes nowhere else.
     */
    readonly context?: unknown;
  } | null;
}

/**
 * A fetch that also takes {@link FetchInit}. Anything else in `bc` rejects with a `TypeError`.
 *
 * @example
 * const bc = createFetch({ onRetry: ({ context, waitedMs }) => log(context, waitedMs) });
 * await bc(url, { bc: { context: { job: 'nightly' } } });
 */
export type BcFetch = typeof fetch &
  ((input: Parameters<typeof fetch>[0], init: NonNullable<Parameters<typeof fetch>[1]> & FetchInit) => ReturnType<typeof fetch>);

/** Options of {@link createFetch}. */
export interface FetchOptions {
  /** The fetch to send with; the global one, looked up at each call, by default. */
  readonly fetch?: typeof fetch | null;
  /**
   * `false` sends once, and keeps no history. `maxElapsedMs`, if it is set and above
   * 0, also ends an attempt that has no answer by then.
   */
  readonly retry?: RetryPolicy | false | null;
  /**
   * How long an attempt may wait for the headers of its answer; after that it has failed with
   * `timeout`, and the last one rejects with a `TimeoutError`. Unlimited by default. Only the
   * caller's own signal limits reading the body.
   */
  readonly attemptTimeoutMs?: number | null;
  /**
   * Holds requests that the store would refuse: see {@link createPacer}. `true` shares one
   * pacer between all fetches that set it. A wait for a permit counts as time of the call;
   * one that is known not to fit rejects with a {@link PaceError}, or ends the repeats with
   * `budget-exhausted` or `circuit-open`. A call waits at most a day for a permit, unless
   * `maxDelayMs` allows more. Off by default. In a service
   * worker `true` needs `bc-status/static`; with the main entry nothing is paced there.
   */
  readonly pace?: Pacer | boolean | null;
  /** What all calls of this fetch may use for repeats; `false` sets no limit. By default each fetch has its own budget. */
  readonly budget?: RetryBudget | false | null;
  /**
   * Whether an answer of 400 or more rejects with a {@link BcStatusError}, and also a success whose body reports
   * a failure: a batch that was partly done, or GraphQL with errors. For those two the body is read, from a
   * clone. `'status'` looks only at the status. In a service worker this needs
   * `bc-status/static`; with the main entry the answer is returned there.
   */
  readonly throwOnError?: boolean | 'status' | null;
  /** Called before each attempt. If a hook throws or rejects, the call rejects with the same. */
  readonly onAttempt?: ((event: AttemptEvent) => unknown) | null;
  /** Called before the wait for a repeat; `false`, or a promise of it, prevents the repeat. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | null;
  /** Called when a call ends with a failure, before it is returned: anything that {@link decideRetry} does not call `not-needed`. */
  readonly onGiveUp?: ((event: GiveUpEvent) => unknown) | null;
}

/** What hooks get. It contains no token, unless the caller's own `context` has one. */
export interface AttemptEvent {
  /** From 1. */
  attempt: number;
  /** The method of the request. */
  method: string;
  /** With secrets masked. */
  url: string;
  /** The wait before this attempt: as the last answer asks, for a {@link Pacer}, or for a store's quota. */
  waitedMs: number;
  /** The caller's own value, of {@link FetchInit}; left out if there is none. */
  context?: unknown;
}

/** What `onRetry` gets: an attempt that failed, and the decision to repeat it. */
export interface RetryEvent extends AttemptEvent {
  /** `null` when no response arrived. */
  status: number | null;
  /** `null` when a response arrived. */
  failure: Failure | null;
  /** Why and when the request is sent again, or is not. */
  decision: RetryDecision;
}

/** What `onGiveUp` gets: the last attempt, and all that came before. */
export interface GiveUpEvent extends RetryEvent {
  /** As {@link historyOf} the response; empty with `retry: false`. */
  history: AttemptRecord[];
}

/**
 * A drop-in `fetch` that obeys {@link decideRetry}: same arguments, same `Response`,
 * and 4xx and 5xx resolve. A body that is a stream is never sent twice; Deno and Bun cannot tell
 * such a body of a `Request` from a string, so there it is kept and sent again. An abort
 * ends a wait at once, with the caller's reason. As the global fetch
 * (`globalThis.fetch = createFetch()`) it sends with the one that was there. If a page's Content-Security-Policy
 * blocks WebAssembly, it sends once.
 *
 * A request with a secret, recognised by its name (a header such as `X-Auth-Token`, a
 * parameter such as `access_token`, a field of the body such as `client_secret`, a user in the
 * URL), goes to BigCommerce's hosts by https even if the URL says http. Its redirects, except
 * in a page, are followed without secret headers once the origin changes; another port is
 * another origin. A redirect that would send a secret in the body to another origin is not followed:
 * you get that response. Errors that it rejects with hold no secret; an error that held none is passed
 * through unchanged, any other is a copy with its class, name and members.
 *
 * After a 429 that says when the quota is back, this fetch sends nothing more to that store until
 * then, if the wait fits into the policy. Stores are told apart as by a {@link Pacer}.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type
 *
 * @example
 * const bc = createFetch({ pace: true, retry: { profile: 'background' } });
 * const response = await bc(`https://api.bigcommerce.com/stores/${storeHash}/v3/catalog/products`, {
 *   headers: { 'X-Auth-Token': token, Accept: 'application/json' },
 * });
 */
export function createFetch(options?: FetchOptions | null): BcFetch;

/**
 * {@link createFetch} with its defaults.
 *
 * @example
 * const response = await bcFetch(url, { headers: { 'X-Auth-Token': token, Accept: 'application/json' } });
 */
export const bcFetch: BcFetch;

/** One attempt, and the decision that followed it. */
export interface AttemptRecord {
  /** From 1. */
  attempt: number;
  /** `null` when no response arrived. */
  status: number | null;
  /** `null` when a response arrived. */
  failure: Failure | null;
  /** Time from the start of the call to the start of this attempt. */
  startedMs: number;
  /** How much of that was the wait since the attempt before it: as its answer asks, for a {@link Pacer}, or for a store's quota. */
  waitedMs: number;
  /** Time until the headers of the response, or the failure. */
  durationMs: number;
  /** What was decided after it; if `decision.retry` is true, `decision.delayMs` was the next wait. */
  decision: RetryDecision;
  /** The caller's own value, of {@link FetchInit}; left out if there is none. */
  context?: unknown;
}

/**
 * What was tried for a response that a fetch of this package returned, and why it
 * ended; empty for any other response, and if WebAssembly is blocked.
 *
 * @throws {TypeError} if `response` is not an object
 *
 * @example
 * for (const { attempt, status, decision } of historyOf(response)) console.log(attempt, status, decision.rule);
 */
export function historyOf(response: Response): AttemptRecord[];

/**
 * The error that an answer becomes with `throwOnError`. It never holds a token, unless the caller's own `context` does. If
 * WebAssembly is blocked, its diagnosis has the status and the outcome that goes with it, but no
 * finding.
 */
export class BcStatusError extends Error {
  private constructor();
  readonly name: 'BcStatusError';
  /** The id of the most probable finding; `null` if there is none. */
  readonly code: FindingId | null;
  /** The HTTP status. */
  readonly status: number;
  /** What is wrong, and what to do about it. */
  readonly diagnosis: Diagnosis;
  /** The caller's own value, of {@link FetchInit}. */
  readonly context?: unknown;
}

/**
 * Whether a value is a {@link BcStatusError}, from any copy of the package.
 *
 * @example
 * try {
 *   await bc(url, { headers });
 * } catch (error) {
 *   if (!isBcStatusError(error)) throw error;
 *   console.error(error.code, error.diagnosis.findings[0]?.solutions);
 * }
 */
export function isBcStatusError(value: unknown): value is BcStatusError;

/**
 * What a repeat is for: a failure (`retry`, or `transient` as AWS's SDKs call it), or a request that was throttled without
 * a wait named (`throttled`, or `throttle`). The two names of each cost the same.
 */
export type RetryKind = 'retry' | 'transient' | 'throttle' | 'throttled';

/**
 * One bucket of tokens for the repeats of all calls, so that an outage is not multiplied
 * by them. A repeat of a request that has not run, after a wait that the server named, takes
 * nothing.
 */
export interface RetryBudget {
  /** Takes what a repeat of this kind costs; `false` if too little is left. */
  take(kind: RetryKind): boolean;
  /** Refunds a success; with the kind of a repeat, what that one took. */
  give(kind?: RetryKind): void;
  /** The tokens that are left. */
  readonly left: number;
}

/** Options of {@link createRetryBudget}, in tokens. */
export interface RetryBudgetOptions {
  /** How many tokens there are at first, and at most: 500 by default. */
  readonly capacity?: number | null;
  /** What a repeat after a failure takes: 14 by default. Its kind is `retry` or `transient`. */
  readonly retryCost?: number | null;
  /** What a repeat of a throttled request takes: 5 by default. Its kind is `throttled` or `throttle`. */
  readonly throttleCost?: number | null;
  /** What a success gives back: 1 by default. */
  readonly refund?: number | null;
}

/**
 * A budget to share between fetches; otherwise each fetch has its own. The defaults are
 * those of AWS's SDKs.
 *
 * @throws {TypeError} if an option is unknown or not a number ≥ 0
 *
 * @example
 * const budget = createRetryBudget({ capacity: 1000 });
 * const [one, other] = [createFetch({ budget }), createFetch({ budget, pace: true })];
 */
export function createRetryBudget(options?: RetryBudgetOptions | null): RetryBudget;

/** Permission to send one request; give it to `observe`, or `release` it. */
export interface Permit {
  /** The key that it is for. */
  readonly key: string;
  /** Gives the permit back: the request was not sent, or the caller gave it up. */
  release(): void;
}

/** Options of a call of `admit` of a {@link Pacer}. */
export interface AdmitOptions {
  /** Ends the wait, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | null;
  /** The method of the request, for routes that take only so many at once. */
  readonly method?: string | null;
  /** The URL of the request, likewise. */
  readonly url?: string | null;
  /** From 2 on the request goes before those that were not sent yet, and is let in even if `maxQueue` wait. */
  readonly attempt?: number | null;
  /** A longer wait rejects with a {@link PaceError}, at once if that is known. */
  readonly maxWaitMs?: number | null;
}

/**
 * Uses a store's whole quota and never exceeds it. Use one per process or isolate; share
 * it between fetches. Keys are store hashes or hosts. A fetch uses the hash of a store on
 * `api.bigcommerce.com`. On any other host the key is the host with its port (`shop.example`),
 * and the hash after it if the path names one
 * (`127.0.0.1:8080/abc123`, `payments.bigcommerce.com/abc123`).
 *
 * @example
 * const permit = await pacer.admit('abc123');
 * const response = await fetch(url, { headers });
 * pacer.observe('abc123', response.status, response.headers, permit);
 */
export interface Pacer {
  /**
   * Resolves when a request may be sent.
   *
   * @throws {PaceError} (as a rejection) if too many wait already, or it would wait too long
   */
  admit(key: string, priority?: PacePriority, options?: AdmitOptions): Promise<Permit>;
  /**
   * Reports the answer to an admitted request; without a permit, to the one that has been under way
   * for the longest time. A status of 0 means that no answer came.
   */
  observe(
    key: string,
    status: number,
    headers?: Headers | Iterable<readonly [string, string]> | Record<string, string> | null,
    permit?: Permit,
  ): void;
  /** What the pacer knows of a key at this moment. */
  snapshot(key: string): PaceState;
}

/** What a pacer knows of a key. Members that no answer has named yet are `null`. */
export interface PaceState {
  /** The length of the quota's window. */
  windowMs: number | null;
  /** The time until the quota is back. */
  resetMs: number | null;
  /** Requests in a window, of all clients of the store together. */
  quota: number | null;
  /** What is left of them, without the requests in flight. */
  left: number | null;
  /** The part of what is left that this client takes, from 0 to 1: others use it too. */
  share: number;
  /** Requests under way. */
  inFlight: number;
  /** How many may be under way: more with every answer, fewer after a 429 without headers. */
  mostInFlight: number;
  /** How long nothing is sent because of the last 429. */
  heldMs: number;
  /**
   * `open`: most of the last answers were 502, 503, 504 or none at all, and nothing is sent.
   * `half-open`: a single probe is.
   */
  circuit: Circuit;
  /** How long the circuit has been in that state. */
  circuitSinceMs: number;
  /** Calls of fetches that wait to be repeated, as their last answer asks; they are not in the queue. */
  repeats: number;
  /** When the first of them asks for a permit again; `null` if none waits. */
  nextRepeatMs: number | null;
  /** When the last of them does. */
  lastRepeatMs: number | null;
  /** Requests that wait for a permit. */
  queue: number;
  /** When the next one is sent; `null` if that depends on the answers to come. */
  nextMs: number | null;
  /** How long one more would wait, after all others; `null` as above. */
  waitMs: number | null;
  /** With a lease store: whether it is reached, since when, and the permits at hand. */
  coordinator: { state: Coordination; sinceMs: number; permits: number } | null;
}

/** Options of {@link createPacer}. */
export interface PacerOptions {
  /** Whether failures open a circuit. True by default. */
  readonly circuit?: boolean | null;
  /** How many requests may wait for a key: 10,000 by default. */
  readonly maxQueue?: number | null;
  /** How many keys are remembered: 1000 by default. Beyond that, the one idle for the longest time is forgotten. */
  readonly maxKeys?: number | null;
  /** Where leases come from, for pacers in several processes or isolates that share a quota. */
  readonly store?: PaceStore | null;
  /** Returns numbers in [0, 1), so that clients do not run in step; `Math.random` by default. */
  readonly random?: (() => number) | null;
}

/**
 * A pacer: it learns each store's quota from the answers, and holds back requests that would be refused.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type
 *
 * @example
 * const pace = createPacer();
 * const bc = createFetch({ pace, retry: { profile: 'background' } });
 * await Promise.all(products.map((product) => bc(urlOf(product), init)));
 */
export function createPacer(options?: PacerOptions | null): Pacer;

/**
 * Where pacers that share a quota lease permits: a Durable Object (`coordinator` of
 * `bc-status/worker`), this process (`createMemoryStore`), or a {@link Ledger} in Redis, Deno
 * KV and the like. If the store does not answer within 50 ms, the pacer continues alone, and tries
 * again every second at first, and later at least every 30 s. Permits of a late answer are not
 * used, but given back with the next request. A store must answer the requests for one key one after the other.
 */
export interface PaceStore {
  /** Answers one request for permits. */
  lease(key: string, ask: LeaseAsk): Promise<Lease>;
}

/** A pacer's request for permits. */
export interface LeaseAsk {
  /** The pacer's own name. */
  client: string;
  /** Permits that it can use; 0 if it only gives back or reports. */
  want: number;
  /** Permits of earlier leases that it will not use. */
  back: { window: number; permits: number }[];
  /** What the last answers said about the quota, as of now; `null` if none did. */
  seen: { quota: number; windowMs: number; left: number; resetMs: number } | null;
  /** How long a 429 still holds requests to the store back; otherwise 0. */
  heldMs: number;
}

/** What a lease store grants. Times count from the answer. */
export interface Lease {
  /** Permits by window, in the order of time. Windows are numbered with whole numbers from 0. */
  grants: { window: number; permits: number; fromMs: number; untilMs: number }[];
  /** When to ask again, if nothing was granted. */
  againMs: number;
  /** Whether others could use what this client does not. */
  isWanted: boolean;
}

/**
 * What a lease store keeps for one key: its quota, and who may use which part of it in
 * which window. Pure: it has no clock, and its state can be written as JSON and read
 * again. Finish each request for a lease, and save the ledger, before the next.
 *
 * @example
 * const ledger = new Ledger(saved && JSON.parse(saved));
 * const lease = ledger.lease(Date.now(), ask);
 * await save(JSON.stringify(ledger));
 */
export class Ledger {
  /**
   * `saved` is what `toJSON` returned, or nothing for a new one.
   *
   * @throws {TypeError} if `saved` is something else; the message names what is wrong with it.
   * A lease store should then begin with a new one.
   */
  constructor(saved?: object | null);
  /**
   * Takes a lease. `nowMs` is from a clock that all users of this ledger share, such as `Date.now()`.
   * Any `ask` is answered: members that make no sense count as left out.
   *
   * @throws {TypeError} if `nowMs` is not a time
   */
  lease(nowMs: number, ask: LeaseAsk): Lease;
  /** Its state, for the constructor: `JSON.stringify` calls this. */
  toJSON(): object;
  /** True if nothing in it matters any more, so a new `Ledger` would do. */
  isForgotten(nowMs: number): boolean;
}

/**
 * Leases from this process's memory, for several pacers of one process that share a quota.
 *
 * @throws {TypeError} if it is given options: it has none
 *
 * @example
 * const store = createMemoryStore();
 * const [one, other] = [createPacer({ store }), createPacer({ store })];
 */
export function createMemoryStore(): PaceStore;

/** Why a pacer did not admit a request. It was not sent, so no hook is called and it has no history. */
export class PaceError extends Error {
  private constructor();
  readonly name: 'PaceError';
  /** Too many wait already (`queue-full`), or the wait would be too long: for the quota, or for a store that fails. */
  readonly code: 'queue-full' | 'wait-too-long' | 'circuit-open';
  /** The key that the request was for: a store hash or a host. */
  readonly key: string;
  /** How long to wait before another try makes sense; `null` if that depends on answers to come. */
  readonly waitMs: number | null;
}

/**
 * Whether a value is a {@link PaceError}, from any copy of the package.
 *
 * @example
 * try {
 *   await pacer.admit('abc123', 'interactive', { maxWaitMs: 2000 });
 * } catch (error) {
 *   if (!isPaceError(error)) throw error;
 *   console.error(error.code, error.waitMs);
 * }
 */
export function isPaceError(value: unknown): value is PaceError;

/**
 * Compiles the WebAssembly ahead of the first call, which would otherwise do it, and loads what a fetch may
 * need after its first attempt. Optional.
 *
 * @throws {Error} (as a rejection) if the WebAssembly cannot be compiled, or loaded
 *
 * @example
 * await init(); // in tests, before their fake timers begin
 */
export function init(): Promise<void>;
