// One call as telemetry has it: its span, those of its attempts, and what is told of them.

import { canAsk } from '../boot.js';
import { isObject } from '../core/checks.js';
import { diagnose } from '../core/diagnose.js';
import { LONGEST_FAILURE, LONGEST_FAILURE_MS } from '../knowledge/limits.js';
import { isBcStatusError } from '../fetch/brand.js';
import { isHopeless } from '../fetch/hopeless.js';
import { isPage } from '../fetch/page.js';
import { methodOf, signalOf } from '../fetch/request.js';
import { beginningOf } from '../fetch/response.js';
import { headersOf, urlOf } from '../fetch/snapshot.js';
import { isPaceError } from '../pace/pace-error.js';
import { activeContext, runIn, withSpan } from './active.js';
import { aboutRequest } from './attributes.js';
import { tell } from './channels.js';

/** @import { Exchange, Failure, RetryDecision } from 'bc-status' */
/** @import { Arguments, Fetch, Sent } from '../fetch/snapshot.js' */
/** @import { About } from './attributes.js' */
/** @import { Gauges } from './gauges.js' */

/** @typedef {{ tracer?: any, gauges?: Gauges, isHashShown: boolean, own?: any }} Means What a fetch was instrumented with. */
/** @typedef {{ span: any, about: About, number: number, beganMs: number, isOver?: boolean, told: object }} Attempt */

/** Of OpenTelemetry's API. */
const INTERNAL = 0;
const CLIENT = 2;
const ERROR = 2;

const OTHER = '_OTHER';

/** Why a first attempt waits; to ask whether it may takes a moment too. */
const QUOTA = 'quota';
const SHORTEST_WAIT_MS = 1;

let calls = 0;

export class CallWatched {
  /** @type {Means} */
  #means;
  /** @type {Sent} */
  #request;
  /** @type {About} */
  #about;
  #beganMs = performance.now();
  /** @type {any} */
  #span;
  #context;
  /** @type {{ id: number, method: string, url: string, template: string | null }} */
  #told;
  /** @type {Set<Attempt>} */
  #open = new Set();
  #attempts = 0;
  /** Why the next attempt waits; undefined where that was told, as of a redirect, which waits for nothing. */
  #reason = /** @type {string | undefined} */ (QUOTA);
  /**
   * What is still found out of attempts that have failed.
   * @type {Set<Promise<void>>}
   */
  #pending = new Set();
  /**
   * Of the last attempt, where it has failed.
   * @type {string | undefined}
   */
  #error;

  /**
   * @param {Means} means
   * @param {Sent} request
   */
  constructor(means, request) {
    this.#means = means;
    this.#request = request;
    const { tracer, gauges, isHashShown } = means;
    const about = aboutRequest(request, isHashShown);
    this.#about = about;
    calls += 1;
    this.#told = { id: calls, method: about.method, url: about.url, template: about.template ?? null };
    const active = activeContext();
    this.#span = tracer?.startSpan(about.name, { kind: INTERNAL, attributes: about.attributes }, active);
    this.#context = withSpan(active, this.#span);
    gauges?.began(about);
    request.heard = (attempt, decision) => this.#decided(attempt, decision);
    tell('call:start', () => ({ call: this.#told }));
  }

  /** @type {(fetch: Fetch) => Fetch} */
  over(fetch) {
    return (...args) => {
      const sent = /** @type {Arguments} */ ({ input: args[0], init: args[1] });
      const attempt = this.#begin(sent);
      let answer;
      try {
        answer = runIn(withSpan(this.#context, attempt.span), () => fetch(.../** @type {[any, any]} */ (args)));
      } catch (error) {
        this.#failed(attempt, sent, error);
        throw error;
      }
      // Before all who wait for it, so that the body of a failure is still there.
      Promise.resolve(answer).then(
        (response) => this.#answered(attempt, sent, response),
        (error) => this.#failed(attempt, sent, error),
      );
      return answer;
    };
  }

  /**
   * Ends with what the call comes to.
   * @param {Promise<any>} sent
   */
  async until(sent) {
    try {
      const response = await sent;
      const status = Number(response?.status);
      await this.#end(status, status >= 400 ? String(status) : undefined);
      return response;
    } catch (error) {
      await this.#end(isBcStatusError(error) ? Number(/** @type {any} */ (error).status) : NaN, undefined, error ?? OTHER);
      throw error;
    }
  }

  /** @param {Arguments} sent */
  #begin(sent) {
    const { tracer, isHashShown } = this.#means;
    // A redirect leads elsewhere.
    const about = urlOf(sent) === urlOf(this.#request) ? this.#about : aboutRequest(sent, isHashShown);
    const number = this.#attempts;
    this.#attempts += 1;
    const waitedMs = this.#waited();
    const attributes = { ...about.attributes };
    if (number > 0) attributes['http.request.resend_count'] = number;
    if (waitedMs > 0) attributes['bc_status.wait'] = waitedMs / 1000;
    const span = tracer?.startSpan(about.name, { kind: CLIENT, attributes }, this.#context);
    const told = { call: this.#told, attempt: number + 1, url: about.url, waitedMs };
    /** @type {Attempt} */
    const attempt = { span, about, number, beganMs: performance.now(), told };
    this.#open.add(attempt);
    this.#error = undefined;
    tell('attempt:start', () => told);
    return attempt;
  }

  /**
   * @param {Attempt} attempt
   * @param {Arguments} sent
   * @param {any} response
   */
  #answered(attempt, sent, response) {
    const endMs = performance.now();
    const status = Number(response?.status);
    this.#means.gauges?.answered(attempt.about, response?.headers);
    if (!(status >= 400)) return this.#close(attempt, endMs, status);
    this.#find(attempt, async () => {
      const body = isObject(response) ? await beginningOf(response, LONGEST_FAILURE, LONGEST_FAILURE_MS) : undefined;
      const { headers } = response;
      const type = findingOf(sent, { status, headers: isObject(headers) ? headers : undefined, body }) ?? String(status);
      this.#close(attempt, endMs, status, type);
    });
  }

  /**
   * @param {Attempt} attempt
   * @param {Arguments} sent
   * @param {any} error
   */
  #failed(attempt, sent, error) {
    this.#close(attempt, performance.now(), NaN, this.#typeOf(error, sent));
  }

  /** @type {(error: any, sent: Arguments) => string} */
  #typeOf(error, sent) {
    const isOwnFault = isHopeless(error, /** @type {Sent} */ (sent), this.#means.own);
    return (!isOwnFault && findingOf(sent, { failure: failureOf(error, sent) })) || nameOf(error);
  }

  /**
   * Reads what has failed; the call waits for that, so that its own span can say it.
   * @param {Attempt} attempt
   * @param {() => Promise<void>} read
   */
  #find(attempt, read) {
    const found = read().catch(() => this.#close(attempt, performance.now(), NaN, OTHER));
    this.#pending.add(found);
    found.then(() => this.#pending.delete(found));
  }

  /** @type {(attempt: Attempt, endMs: number, status: number, error?: string) => void} */
  #close(attempt, endMs, status, error) {
    if (attempt.isOver) return;
    attempt.isOver = true;
    this.#open.delete(attempt);
    // Another may be under way by now.
    if (attempt.number === this.#attempts - 1) this.#error = error;
    finish(attempt.span, status, error, endMs);
    if (status === 429) this.#means.gauges?.refused(attempt.about, 'store', /** @type {string} */ (error));
    const durationMs = endMs - attempt.beganMs;
    tell('attempt:end', () => ({ ...attempt.told, status: status > 0 ? status : null, error: error ?? null, durationMs }));
  }

  /**
   * @param {number} status
   * @param {string | undefined} type
   * @param {any} [error]
   */
  async #end(status, type, error) {
    const endMs = performance.now();
    await Promise.all(this.#pending);
    const name = error === undefined ? type && (this.#error ?? type) : (codeOf(error) ?? this.#error ?? this.#typeOf(error, this.#request));
    // Of one that was given up, fetch itself may never tell.
    for (const attempt of [...this.#open]) this.#close(attempt, endMs, NaN, name ?? OTHER);
    if (isPaceError(error)) this.#means.gauges?.refused(this.#about, 'pacer', error.code);
    this.#span?.setAttribute('bc_status.attempts', this.#attempts);
    finish(this.#span, status, name);
    const told = { status: status > 0 ? status : null, error: name ?? null, attempts: this.#attempts };
    tell('call:end', () => ({ call: this.#told, ...told, durationMs: endMs - this.#beganMs }));
  }

  /** How long the attempt that begins has waited. */
  #waited() {
    const { waitedMs = 0 } = this.#request;
    const reason = this.#reason;
    this.#reason = undefined;
    if (!reason || waitedMs < (reason === QUOTA ? SHORTEST_WAIT_MS : 0)) return 0;
    this.#means.gauges?.waited(this.#about, waitedMs, reason);
    return waitedMs;
  }

  /**
   * What comes after an attempt, at the moment when that is decided.
   * @param {number} attempt
   * @param {RetryDecision} decision
   */
  #decided(attempt, { retry, rule, delayMs }) {
    if (!retry) return;
    this.#reason = rule;
    this.#means.gauges?.repeated(this.#about, rule);
    this.#span?.addEvent?.('bc_status.retry', { 'bc_status.retry.rule': rule, 'bc_status.retry.delay': delayMs / 1000 });
    tell('retry', () => ({ call: this.#told, attempt, rule, delayMs }));
  }
}

/** @type {(span: any, status: number, error: string | undefined, endMs?: number) => void} */
const finish = (span, status, error, endMs) => {
  if (!span) return;
  if (status > 0) span.setAttribute('http.response.status_code', status);
  if (error !== undefined) {
    span.setAttribute('error.type', error);
    span.setStatus({ code: ERROR });
  }
  span.end(endMs);
};

/**
 * The id of what is most probably wrong.
 * @type {(sent: Arguments, came: Partial<Exchange>) => string | undefined}
 */
const findingOf = (sent, came) => {
  if (!canAsk()) return undefined;
  try {
    const exchange = { method: methodOf(sent), url: urlOf(sent), requestHeaders: headersOf(sent), inBrowser: isPage(), ...came };
    return diagnose(exchange).findings[0]?.id;
  } catch {
    // A fetch of the caller's own may take, and give, what no other does.
    return undefined;
  }
};

/** @type {(error: any, sent: Arguments) => Failure} */
const failureOf = (error, sent) => {
  if (error?.name === 'TimeoutError') return 'timeout';
  return signalOf(sent)?.aborted || error?.name === 'AbortError' ? 'aborted' : 'network';
};

/**
 * What errors of this package say themselves.
 * @type {(error: any) => string | undefined}
 */
const codeOf = (error) => {
  if (isPaceError(error)) return error.code;
  return isBcStatusError(error) ? (error.code ?? String(error.status)) : undefined;
};

/** @type {(error: any) => string} */
const nameOf = (error) => (typeof error?.name === 'string' && /^\w{1,60}$/.test(error.name) ? error.name : OTHER);
