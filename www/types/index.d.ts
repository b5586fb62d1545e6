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
  /** BigCommerce's own wording, else the IANA phrase, else empty. */
  readonly text: string;
  readonly class: StatusClass;
  /** Whether the code is on BigCommerce's status pages, old or new. */
  readonly documented: boolean;
  /** What BigCommerce means by it. `code` in backticks, as in Markdown. */
  readonly purpose: string;
  readonly retry: RetryAdvice;
  /** The page this rests on. */
  readonly url: string;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

export interface Troubleshooting {
  readonly code: number;
  /** Most common first. */
  readonly causes: readonly string[];
  /** First thing first. */
  readonly solutions: readonly string[];
  readonly links: readonly Link[];
}

/**
 * What a status code means. Total: a code without a row of its own gets that of
 * its class, and what is no status code at all has the class `unknown`.
 *
 * @throws {TypeError} if `code` is not a number
 *
 * @example
 * status(422).text // 'Missing or Invalid Data'
 */
export function status(code: StatusCode | (number & {})): Status;

/** Every code with a row of its own, ascending; `documented` tells the few apart that BigCommerce does not list. */
export function statuses(): readonly Status[];

/**
 * Why a code comes, and what to do.
 *
 * @throws {TypeError} if `code` is not a number
 */
export function troubleshoot(code: StatusCode | (number & {})): Troubleshooting;

/** A `Headers`, an object, or pairs; names are compared without case. */
export type HeadersLike =
  | { get(name: string): string | null }
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | number | readonly string[] | null | undefined };

/** One request and what came of it. */
export interface Exchange {
  /** `GET` by default; null where it is not known: then nothing that may have run is repeated. */
  readonly method?: string | null;
  readonly url?: string | URL | null;
  /**
   * What the request carried: a missing or misplaced header is evidence. Left out when it
   * is not known. No value of a credential is ever shown.
   */
  readonly requestHeaders?: HeadersLike | null;
  /**
   * The body of the request, as text or as a value to be sent as JSON. Its shape is looked at,
   * and a few values that are often wrong, such as the destination of a webhook: these a finding
   * may name, masked. Nothing else of it is in a result.
   */
  readonly requestBody?: unknown;
  /** The HTTP status; left out when no response arrived. */
  readonly status?: number | null;
  /**
   * The headers of the answer. Left out where they are not known, and then nothing is concluded from
   * one that is absent; `{}` where there were none.
   */
  readonly headers?: HeadersLike | null;
  /**
   * The body of the response: a string, bytes, or a parsed JSON value, of which the first
   * 256 KB are read. A stream or a `Blob` is taken as not known, since reading it takes time:
   * see {@link explain}.
   */
  readonly body?: unknown;
  /** Why no response arrived. */
  readonly failure?: Failure | null;
  /** Whether the request came from a web page, which can never reach the management API. */
  readonly inBrowser?: boolean;
  /**
   * Whether it is known that nothing of the request was sent, as where no connection could be made:
   * then it may be sent again, whatever its method.
   */
  readonly unsent?: boolean;
  /**
   * Whether it is known that a later attempt would end alike where no response arrived, as where a
   * certificate is not trusted, or the URL is none: then it is not sent again.
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
  /** The requests left in this window; other apps of the store spend from it too. */
  left: number | null;
  /** The wait asked for in `Retry-After` or `X-Retry-After`, whichever is longer. */
  retryAfterMs: number | null;
}

/** What a body says went wrong. Each message in it is in `items`, `title` or `detail`. */
export interface ApiError {
  shape: Shape;
  /** What went wrong, in a phrase. */
  title: string | null;
  /** The same at more length; of a page, its visible text. */
  detail: string | null;
  /** The problem type: an absolute or relative URL, or a bare word. */
  type: string | null;
  /** The error code: a word, or a number as text. It is no HTTP status. */
  code: string | null;
  /** The status, if the body names one; where it differs, that of the answer counts. */
  status: number | null;
  /** Every single complaint, in the order of the body; 1,000 at most. */
  items: ErrorItem[];
  /** How many items a batch had, how many were done, and how many were not. */
  total: number | null;
  succeeded: number | null;
  failed: number | null;
  /** The wait that the body asks for. */
  retryAfterMs: number | null;
  /** What of the body could not be read, or was left out. */
  note: string | null;
}

/** One complaint. */
export interface ErrorItem {
  message: string;
  /** The field it is about, as `variants[0].product_id`. */
  field: string | null;
  /** The item of a batch it is about, from 0. */
  index: number | null;
  /** Its code, such as `error.path.missing`, which `message` then puts in words. */
  code: string | null;
  status: number | null;
  /**
   * The position in `items` of the problem that this is a part of, where a body lists several problems, each
   * with complaints of its own; else `null`.
   */
  of: number | null;
}

export interface Classification {
  /** `null` when no response arrived. */
  status: Status | null;
  outcome: Outcome;
  /** Which API the URL belongs to. */
  api: Api;
  /** What the body says went wrong; `null` where it says nothing of the kind. */
  error: ApiError | null;
  /** `null` when no header speaks of it. */
  rateLimit: RateLimit | null;
  /** The id to quote to BigCommerce's support. */
  requestId: string | null;
}

/**
 * Says what became of an exchange: by its status, method, URL and headers, and by what its
 * body says of batches, GraphQL and jobs.
 *
 * @throws {TypeError} if a member of `exchange` has the wrong type
 */
export function classify(exchange: Exchange): Classification;

/** Where the caller stands. */
export interface RetryState {
  /** Attempts made, the one just answered included. 1 by default. */
  readonly attempt?: number;
  /** Time since the first attempt began. 0 by default. */
  readonly elapsedMs?: number;
  /** A random number in [0, 1) for jitter; without one there is no jitter. */
  readonly random?: number;
}

/** How far the caller is willing to go. */
export interface RetryPolicy {
  /**
   * `interactive` (default): 3 attempts, 10 s in all.
   * `background`: 10 attempts (6 for a 500), no limit of time in all.
   */
  readonly profile?: RetryProfile;
  /** Attempts in all, the first included. A 500 gets 6 at most all the same. */
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
  /** The caller vouches that sending this request twice is harmless. `false` by default. */
  readonly repeatable?: boolean;
}

export interface RetryDecision {
  /** Whether to send the request again. */
  retry: boolean;
  /**
   * How long to wait first. Where the right wait does not fit into the policy
   * (`budget-exhausted`), that wait, so that it can be scheduled.
   */
  delayMs: number;
  rule: RetryRule;
  /** The rule in a sentence. */
  reason: string;
  /** Whether the request may have had its effect. */
  mayHaveRun: boolean;
  /** Attempts the policy still allows; 0 where another makes no sense. */
  attemptsLeft: number;
}

/**
 * Decides whether and when to send a request again. A pure function: it reads no
 * clock and draws no random number.
 *
 * A wait that the server asked for is never shortened, neither by jitter nor by a
 * cap; where it does not fit, the answer is `budget-exhausted`.
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
  id: Id;
  /**
   * `certain`: the exchange says so itself. `likely`: it fits well, and others fit less.
   * `possible`: it fits. What rests on a path that the published specifications lack is
   * never certain.
   */
  confidence: Confidence;
  /** What is wrong, in a sentence. */
  title: string;
  /** What in this very exchange gives it away. */
  evidence: string;
  /** What to do about this request, first thing first. */
  solutions: string[];
  /** The page it rests on. */
  url: string;
  /** What the sentences are made of, as far as it is known. */
  values: FindingValues<Id>;
}

/** The values of a finding: those of its own, and what any evidence may rest on. */
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

export interface Diagnosis {
  classification: Classification;
  /** Most probable first; at least one for every outcome but `ok` and `not-modified`. */
  findings: Finding[];
  /** By the state and the policy that were given, else for a first attempt and a person who waits: see {@link decideRetry}. */
  retry: RetryDecision;
}

/**
 * Says what is wrong with an exchange, and what to do about it. The more of the request
 * it is given, the more certain it can be.
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
 * fetch of this package sent it; `retry` is then what was decided last, as in
 * {@link historyOf}. Of a body that was read before, nothing is known.
 *
 * @throws {TypeError} (as a rejection) if `response` is not an object
 */
export function explain(response: Response): Promise<Diagnosis>;

/**
 * A status code or a diagnosis as text for a terminal, Markdown for an issue tracker, or
 * HTML for a page (escaped, with neither style nor script in it).
 *
 * @throws {TypeError} if `what` is neither a number nor a diagnosis, or `format` is none of the three
 */
export function render(what: number | Diagnosis, format: 'text' | 'markdown' | 'html'): string;

/** Sentences of your own, by outcome; of those that are left out, ours in `lang` (English by default) are said. */
export type ShopperWords = { readonly [Name in Outcome]?: string } & { readonly lang?: string };

/**
 * A short, calm sentence for a shopper, which says nothing of tokens, stores or causes: by the
 * outcome alone. In English by default; `'de'` and `'fr'` are there too (of `'de-AT'` the beginning
 * counts), and any other is said in English. Instead of a language, sentences of your own can be given.
 *
 * @throws {TypeError} if `what` is neither a diagnosis nor an outcome, or `language` neither a
 *   string nor an object, or has a member that is neither `lang` nor an outcome
 * @example
 * shopperMessage('throttled') // 'It is busy here right now. Please try again in a minute.'
 */
export function shopperMessage(what: Diagnosis | Outcome, language?: string | ShopperWords | null): string;

/** What a call may say of itself, beside what fetch takes. */
export interface FetchInit {
  readonly bc?: {
    /**
     * The caller's own, as it is, in what hooks are told, in {@link historyOf} and in a
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

export interface FetchOptions {
  /** The fetch to send with; the global one, looked up at each call, by default. */
  readonly fetch?: typeof fetch | null;
  /**
   * `false` sends once, and keeps no history. `maxElapsedMs`, where it is given and above
   * 0, also ends an attempt that has no answer by then.
   */
  readonly retry?: RetryPolicy | false | null;
  /**
   * How long an attempt may wait for the headers of its answer; then it has failed with
   * `timeout`, and the last one rejects with a `TimeoutError`. Unlimited by default. The
   * body is under the caller's signal alone.
   */
  readonly attemptTimeoutMs?: number | null;
  /**
   * Holds requests that the store would refuse: see {@link createPacer}. `true` shares one
   * pacer between all fetches that say so. A wait for a permit counts as time of the call;
   * one that is known not to fit rejects with a {@link PaceError}, or ends the repeats with
   * `budget-exhausted` or `circuit-open`. No permit is waited for longer than a day, unless
   * `maxDelayMs` allows it. Off by default. In a service
   * worker `true` wants `bc-status/static`; with the main entry nothing is paced there.
   */
  readonly pace?: Pacer | boolean | null;
  /** What all calls of this fetch may spend on repeats; `false` sets no limit. One of its own by default. */
  readonly budget?: RetryBudget | false | null;
  /**
   * Whether an answer of 400 or more rejects with a {@link BcStatusError}, and a success that tells of
   * a failure as well: a batch that was done in part, and GraphQL with errors. Of those two the body
   * is read, from a clone. `'status'` looks at the status alone. In a service worker that wants
   * `bc-status/static`; with the main entry the answer is handed out there.
   */
  readonly throwOnError?: boolean | 'status' | null;
  /** Called before each attempt. What a hook throws, or rejects with, the call rejects with. */
  readonly onAttempt?: ((event: AttemptEvent) => unknown) | null;
  /** Called before the wait for a repeat; `false`, or a promise of it, refuses the repeat. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | null;
  /** Called when a call ends with a failure, before it is handed out: whatever {@link decideRetry} does not call `not-needed`. */
  readonly onGiveUp?: ((event: GiveUpEvent) => unknown) | null;
}

/** What a hook is told of a call. Tokens are in none of it, unless the caller's own `context` has one. */
export interface AttemptEvent {
  /** From 1. */
  attempt: number;
  method: string;
  /** With secrets masked. */
  url: string;
  /** How long was waited before this attempt: as the last answer asks, for a {@link Pacer}, or for a store's quota. */
  waitedMs: number;
  /** The caller's own, of {@link FetchInit}; left out where there is none. */
  context?: unknown;
}

export interface RetryEvent extends AttemptEvent {
  /** `null` when no response arrived. */
  status: number | null;
  /** `null` when a response arrived. */
  failure: Failure | null;
  decision: RetryDecision;
}

export interface GiveUpEvent extends RetryEvent {
  /** As {@link historyOf} the response; empty with `retry: false`. */
  history: AttemptRecord[];
}

/**
 * A drop-in `fetch` that obeys {@link decideRetry}: same arguments, same `Response`,
 * and 4xx and 5xx resolve. A body that is a stream is never sent twice; Deno and Bun do not
 * tell such a body of a `Request` from a text, and there it is kept and repeated. An abort
 * ends a wait at once, with the caller's reason. As the global fetch
 * (`globalThis.fetch = createFetch()`) it sends with the one that was there. Where a page's Content-Security-Policy
 * forbids WebAssembly it sends once.
 *
 * A request with a secret, which its name gives away (a header such as `X-Auth-Token`, a
 * parameter such as `access_token`, a field of the body such as `client_secret`, a user in the
 * URL), goes to a host of BigCommerce's by https even where the URL says http. Its redirects, but
 * in a page, are followed without secret headers once the origin changes, and another port is
 * another origin. A redirect that would send a secret in the body to another origin is handed
 * out. What it rejects with holds no secret; an error that held none is the very same object,
 * any other a copy of its class, name and members.
 *
 * After a 429 that says when the quota is back, no call of this fetch to that store is sent
 * before, if the wait fits into the policy. Stores are told apart as by a {@link Pacer}.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type
 */
export function createFetch(options?: FetchOptions | null): BcFetch;

/** {@link createFetch} with its defaults. */
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
  /** How much of that was waited since the attempt before it: as its answer asks, for a {@link Pacer}, or for a store's quota. */
  waitedMs: number;
  /** Time until the headers of the response, or the failure. */
  durationMs: number;
  /** What came of it; where `decision.retry` is true, `decision.delayMs` was waited next. */
  decision: RetryDecision;
  /** The caller's own, of {@link FetchInit}; left out where there is none. */
  context?: unknown;
}

/**
 * What was tried for a response that a fetch of this package returned, and why it
 * ended; empty for any other response, and where WebAssembly is forbidden.
 *
 * @throws {TypeError} if `response` is not an object
 */
export function historyOf(response: Response): AttemptRecord[];

/**
 * What an answer becomes where the caller asked for errors. It never holds a token, unless the caller's own `context` does. Where
 * WebAssembly is forbidden, its diagnosis has the status and the outcome that this means, and no
 * finding.
 */
export class BcStatusError extends Error {
  private constructor();
  readonly name: 'BcStatusError';
  /** The id of the most probable finding; `null` where there is none. */
  readonly code: FindingId | null;
  /** The HTTP status. */
  readonly status: number;
  readonly diagnosis: Diagnosis;
  /** The caller's own, of {@link FetchInit}. */
  readonly context?: unknown;
}

/** Whether a value is a {@link BcStatusError}, of whichever copy of the package. */
export function isBcStatusError(value: unknown): value is BcStatusError;

/** What a repeat is for: a failure, or a request that was throttled without a wait named. */
export type RetryKind = 'retry' | 'transient' | 'throttle' | 'throttled';

/**
 * One bucket of tokens for the repeats of all calls, so that an outage is not multiplied
 * by them. A repeat that the server named a wait for, of a request that has not run, takes
 * nothing.
 */
export interface RetryBudget {
  /** Takes what a repeat of this kind costs; `false` where it is not there. */
  take(kind: RetryKind): boolean;
  /** Refunds a success; with the kind of a repeat, what that one took. */
  give(kind?: RetryKind): void;
  readonly left: number;
}

export interface RetryBudgetOptions {
  /** 500 by default. */
  readonly capacity?: number | null;
  /** What a repeat after a failure takes: 14. `retry` and `transient` are two names of that kind. */
  readonly retryCost?: number | null;
  /** What a repeat of a throttled request takes: 5. `throttle` and `throttled` are two names of that kind. */
  readonly throttleCost?: number | null;
  /** What a success gives back: 1. */
  readonly refund?: number | null;
}

/**
 * A budget to share between fetches; each has one of its own else. The defaults are
 * those of AWS's SDKs.
 *
 * @throws {TypeError} if an option is unknown or no number from 0 on
 */
export function createRetryBudget(options?: RetryBudgetOptions | null): RetryBudget;

/** Leave to send one request. It is out until it is given to `observe`, or released. */
export interface Permit {
  readonly key: string;
  /** Takes the permit back: the request was not sent, or the caller gave it up. */
  release(): void;
}

export interface AdmitOptions {
  /** Ends the wait, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | null;
  /** Method and URL of the request, for routes that take only so many at once. */
  readonly method?: string | null;
  readonly url?: string | null;
  /** From 2 on the request waits before those that were not sent yet, and also where `maxQueue` wait. */
  readonly attempt?: number | null;
  /** A wait that is longer rejects with a {@link PaceError}, at once where that is known. */
  readonly maxWaitMs?: number | null;
}

/**
 * Spends a store's whole quota and does not overrun it. One per process or isolate; share
 * it between fetches. Keys are store hashes or hosts. A fetch takes the hash of a store on
 * `api.bigcommerce.com`. On any other host nobody knows whose path it is, so there the key is the
 * host with its port (`shop.example`), and the hash behind it where the path names one
 * (`127.0.0.1:8080/abc123`, `payments.bigcommerce.com/abc123`).
 */
export interface Pacer {
  /**
   * Resolves when a request may be sent.
   *
   * @throws {PaceError} (as a rejection) if too many wait already, or it would wait too long
   */
  admit(key: string, priority?: PacePriority, options?: AdmitOptions): Promise<Permit>;
  /**
   * Takes in the answer to an admitted request; without a permit, to the one that is out for
   * the longest time. A status of 0 says that no answer came.
   */
  observe(
    key: string,
    status: number,
    headers?: Headers | Iterable<readonly [string, string]> | Record<string, string> | null,
    permit?: Permit,
  ): void;
  snapshot(key: string): PaceState;
}

/** What a pacer knows of a key. What no answer has told yet is `null`. */
export interface PaceState {
  /** The length of the quota's window. */
  windowMs: number | null;
  /** The time until the quota is back. */
  resetMs: number | null;
  /** Requests in a window, of all clients of the store together. */
  quota: number | null;
  /** What is left of them; of the requests in flight none is counted. */
  left: number | null;
  /** The part of what is left that this client takes, from 0 to 1: others spend it too. */
  share: number;
  /** Requests that are out. */
  inFlight: number;
  /** How many may be: more with every answer, fewer after a 429 without headers. */
  mostInFlight: number;
  /** How long nothing goes out, by the last 429. */
  heldMs: number;
  /**
   * `open`: most of the last answers were 502, 503, 504 or none at all, and nothing goes out.
   * `half-open`: a single probe does.
   */
  circuit: Circuit;
  /** How long the circuit has been so. */
  circuitSinceMs: number;
  /** Calls of fetches that wait to be repeated, as their last answer asks; they are not in the queue. */
  repeats: number;
  /** When the first of them asks for a permit again; `null` where none waits. */
  nextRepeatMs: number | null;
  /** When the last of them does. */
  lastRepeatMs: number | null;
  /** Requests that wait for a permit. */
  queue: number;
  /** When the next one goes out; `null` where that depends on the answers to come. */
  nextMs: number | null;
  /** How long one more would wait, behind all others; `null` as above. */
  waitMs: number | null;
  /** With a store of leases: whether it is reached, since when, and the permits at hand. */
  coordinator: { state: Coordination; sinceMs: number; permits: number } | null;
}

export interface PacerOptions {
  /** Whether failures open a circuit. True by default. */
  readonly circuit?: boolean | null;
  /** Requests that may wait for a key: 10,000. */
  readonly maxQueue?: number | null;
  /** Keys that are remembered: 1000. Of more, the one that is idle for the longest time is forgotten. */
  readonly maxKeys?: number | null;
  /** Where leases come from, for pacers in several processes or isolates that share a quota. */
  readonly store?: PaceStore | null;
  /** Numbers in [0, 1), so that clients do not go in step; `Math.random` by default. */
  readonly random?: (() => number) | null;
}

/**
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
 * KV and the like. If the store does not answer within 50 ms, the pacer continues alone, and asks
 * again every second at first, and later at least every 30 s. What a late answer grants is not
 * spent, but given back with the next ask. The asks of one key have to be answered one after the other.
 */
export interface PaceStore {
  lease(key: string, ask: LeaseAsk): Promise<Lease>;
}

export interface LeaseAsk {
  /** The pacer, by a name of its own. */
  client: string;
  /** Permits that it can use; 0 where it only gives back or tells. */
  want: number;
  /** Permits of earlier leases that it will not use. */
  back: { window: number; permits: number }[];
  /** What the last answers told, at this moment; `null` where none has. */
  seen: { quota: number; windowMs: number; left: number; resetMs: number } | null;
  /** How long a 429 holds the store from now on, else 0. */
  heldMs: number;
}

/** Times are counted from the answer on. */
export interface Lease {
  /** Permits by window, in the order of time. Windows have any whole numbers from 0 on. */
  grants: { window: number; permits: number; fromMs: number; untilMs: number }[];
  /** When to ask again, where nothing was granted. */
  againMs: number;
  /** Whether others could use what this client leaves. */
  isWanted: boolean;
}

/**
 * What a store of leases keeps of one key: its quota, and who may spend which part of it in
 * which window. Pure: it has no clock, and what it knows can be written down as JSON and read
 * again. One ask has to be over, and written down, before the next.
 */
export class Ledger {
  /**
   * `saved` is what `toJSON` returned, or nothing for a new one.
   *
   * @throws {TypeError} if `saved` is something else; the message names what is wrong with it.
   * A store of leases then does best to begin with a new one.
   */
  constructor(saved?: object | null);
  /**
   * Moments are milliseconds of a clock that all who use this ledger share, such as `Date.now()`.
   * Whatever is in `ask`, it is answered: what makes no sense counts as not said.
   *
   * @throws {TypeError} if `nowMs` is no moment
   */
  lease(nowMs: number, ask: LeaseAsk): Lease;
  toJSON(): object;
  /** Whether it could as well be a new one. */
  isForgotten(nowMs: number): boolean;
}

/** Leases from this process's memory, for pacers that are to share a quota all the same. There are no options. */
export function createMemoryStore(): PaceStore;

/** Why a pacer did not let a request out. It was not sent, so no hook is told and there is no history of it. */
export class PaceError extends Error {
  private constructor();
  readonly name: 'PaceError';
  /** Too many wait already; it would have had to wait longer than it may, for the quota or for a store that fails. */
  readonly code: 'queue-full' | 'wait-too-long' | 'circuit-open';
  readonly key: string;
  /** After what time another try makes sense; `null` where that depends on answers to come. */
  readonly waitMs: number | null;
}

/** Whether a value is a {@link PaceError}, of whichever copy of the package. */
export function isPaceError(value: unknown): value is PaceError;

/**
 * Compiles the WebAssembly ahead of the first call, which would else do it, and loads what a fetch may
 * need after its first attempt. Optional.
 */
export function init(): Promise<void>;
