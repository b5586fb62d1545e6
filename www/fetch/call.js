// One call: its attempts, what came of each, and the waits between them. Whether and when
// there is another attempt, the core decides.

import { canAsk } from '../boot.js';
import { copied, remember } from './history.js';
import * as check from '../core/arguments.js';
import { decide } from '../core/decide.js';
import { OWN_REASONS } from '../knowledge/reasons.js';
import { isHopeless } from './hopeless.js';
import { errorOf } from '../later.js';
import { withoutSecrets } from './masked-error.js';
import { isPage } from './page.js';
import { follow, unfollowed } from './redirect.js';
import { changed, initBeside, isInit, isReplayable, methodOf, refusalOf, signalOf, takeOver, urlOf } from './request.js';
import { beginningOf, drop, readable } from './response.js';
import { shownUrl } from './request-secrets.js';
import { isOfStore, storeOf } from '../core/store-key.js';
import { sleep, untilAborted, within } from './time.js';
import { RETRY_AFTER, X_RATE_LIMIT_REQUESTS_LEFT } from '../knowledge/headers.js';

/** @import { AttemptRecord, Exchange, Failure, FetchOptions, RetryBudget, RetryDecision, RetryKind } from 'bc-status' */
/** @import { Policy, State } from '../core/arguments.js' */
/** @import { Pace, Told } from './pacing.js' */
/** @import { Fetch, Sent } from './request.js' */

/** @typedef {Pick<RetryDecision, 'rule' | 'reason'>} Own */
/** @typedef {{ failed: boolean, value: any, durationMs: number }} Came What an attempt came to. */
/** @typedef {Hooks & Limits & { gate: ReturnType<typeof import('./gate.js').createGate>, global?: ReturnType<typeof import('./global.js').createGlobal> }} Settings */
/** @typedef {{ fetch?: Fetch, policy?: Policy, maxElapsedMs?: number, attemptTimeoutMs?: number, budget?: RetryBudget, pace?: Pace }} Limits */
/** @typedef {Pick<FetchOptions, 'onAttempt' | 'onRetry' | 'onGiveUp' | 'throwOnError'>} Hooks */

/** Waiting for the body of a failure may not take longer; then its headers decide. */
const LONGEST_BODY_MS = 500;
/** Of a failure's body no more is read. */
const LONGEST_BODY = 64 * 1024;

/** For calls that are not repeated, and are decided about only to tell a hook. */
const ONCE = { maxAttempts: 1 };
/**
 * Any wait fits, so that the decision says whether the server has named one.
 * @type {Policy}
 */
const PATIENT = {
  profile: 'background',
  maxAttempts: Infinity,
  maxDelayMs: Infinity,
  maxElapsedMs: Infinity,
  jitter: false,
  repeatable: true,
};

export class Call {
  /** @type {Settings} */
  #settings;
  /** @type {Fetch} */
  #fetch;
  /** @type {Sent} */
  #request;
  /** @type {AbortSignal | undefined} */
  #signal;
  /** @type {number} */
  #startedMs;
  #sentMs = 0;
  #attempt = 0;
  /** The time of the gate that this call has waited for; a clock of a test may not run with it. */
  #waitedUntil = -Infinity;
  /**
   * The pacer's, of the attempt that is under way.
   * @type {Told | undefined}
   */
  #permit;
  /**
   * What the last repeat took from the budget, which its success gives back.
   * @type {RetryKind | undefined}
   */
  #taken;
  /** @type {AttemptRecord[]} */
  #records = [];

  /**
   * @param {Settings} settings
   * @param {Fetch} fetch
   * @param {Sent} request
   * @param {number} startedMs
   */
  constructor(settings, fetch, request, startedMs) {
    this.#settings = settings;
    this.#fetch = fetch;
    this.#request = request;
    this.#startedMs = startedMs;
    this.#signal = signalOf(request);
  }

  /** From the beginning. */
  run() {
    takeOver(this.#request);
    // What is no signal is not aborted either.
    if (this.#signal && this.#signal.aborted !== false) this.#refuse();
    return this.#repeat(undefined);
  }

  /** A permit of the pacer's, for which the first attempt has to wait. */
  admit() {
    takeOver(this.#request);
    this.#refuse();
    return /** @type {Pace} */ (this.#settings.pace).admit(this.#request, 1, this.#startedMs);
  }

  /** Wrong arguments are told of before any wait, and before an abort, as fetch has it. */
  #refuse() {
    // Which URLs the caller's own fetch takes, it has to say itself.
    const error = refusalOf(this.#request, this.#settings.fetch, () => true);
    if (error) throw withoutSecrets(error, this.#request);
  }

  /**
   * From what the first attempt came to.
   * @param {boolean} failed
   * @param {any} value
   * @param {Told | undefined} permit
   */
  goOn(failed, value, permit) {
    this.#attempt = 1;
    this.#permit = permit;
    return this.#repeat(this.#came(failed, value));
  }

  /** @param {Came | undefined} first */
  async #repeat(first) {
    let outcome = first;
    /** @type {any} */
    let past;
    try {
      for (;;) {
        if (!outcome) {
          await this.#pass();
          outcome = await this.#send();
          if (past !== outcome.value) drop(past);
          past = undefined;
        }
        const { failed, value } = outcome;
        // About the arguments, or such that every attempt would end with it.
        if (failed && isHopeless(value, this.#request, this.#settings.fetch)) throw value;
        const isSuccess = !failed && value?.ok !== false;
        if (isSuccess || !this.#settings.policy) this.#settle(outcome);
        if (isSuccess) this.#settings.budget?.give(this.#taken);
        if (isSuccess && this.#attempt === 1) return this.#handOutFirst(outcome);
        const decision = await this.#decide(outcome);
        this.#record(outcome, decision);
        if (!decision?.retry) return await this.#handOut(outcome, decision);
        // One made by hand, as mocks do, holds no connection, and may be given again.
        if (value?.url) drop(value);
        else past = value;
        await sleep(decision.delayMs, this.#signal);
        outcome = undefined;
      }
    } catch (error) {
      if (outcome && outcome.value !== error) drop(outcome.value);
      drop(past);
      throw error;
    } finally {
      this.#permit?.release();
      drop(this.#request.spare);
      if (this.#attempt === 0 && this.#request.isOnce) drop(this.#request.input);
    }
  }

  async #send() {
    const { onAttempt } = this.#settings;
    this.#attempt += 1;
    if (onAttempt) await this.#tell(onAttempt, {});
    this.#sentMs = this.#elapsedMs;
    try {
      return this.#came(false, await this.#once());
    } catch (error) {
      return this.#came(true, error);
    }
  }

  /**
   * An outcome: a `value`, which is an error if the attempt `failed`, and how long it took.
   * @param {boolean} failed
   * @param {any} came
   * @returns {Came}
   */
  #came(failed, came) {
    const value = failed ? this.#errorOf(came) : came;
    return { failed, value, durationMs: this.#elapsedMs - this.#sentMs };
  }

  /**
   * Not every runtime rejects with the reason of the caller's signal; all refuse wrong arguments before it.
   * @param {unknown} error
   */
  #errorOf(error) {
    const { aborted, reason } = this.#signal ?? {};
    if (aborted && !isHopeless(error, this.#request, this.#settings.fetch)) return reason;
    return withoutSecrets(error, this.#request);
  }

  #once() {
    const { attemptTimeoutMs = Infinity, maxElapsedMs = 0 } = this.#settings;
    const { input, init, spare, isGuarded } = this.#request;
    const isAgain = this.#attempt > 1;
    const target = isAgain && spare ? spare.clone() : input;
    /** @param {AbortSignal} [limit] */
    const send = async (limit) => {
      const fetch = this.#fetch;
      if (!isInit(init)) return fetch(target, init);
      // Next.js would answer a repeat that has no signal with what it answered before.
      const signal = limit ?? (isAgain ? (this.#signal ?? new AbortController().signal) : undefined);
      const isChanged = signal || isGuarded;
      const beside = isChanged ? initBeside(this.#request, init) : init;
      const given = signal || check.isObject(beside) ? changed(beside, signal && { signal }) : beside;
      if (!isGuarded) return fetch(target, given);
      return follow(fetch, this.#request, given, await fetch(target, unfollowed(this.#request, given)));
    };
    const ms = Math.min(attemptTimeoutMs, maxElapsedMs > 0 ? maxElapsedMs - this.#elapsedMs : Infinity);
    return ms < Infinity ? within(Math.max(ms, 0), this.#signal, send, drop) : send();
  }

  /** Waits for a permit of the pacer, or until the store's quota is back, where that is known and fits. */
  async #pass() {
    const { gate, pace, policy } = this.#settings;
    if (pace && this.#attempt === 0) this.#refuse();
    if (pace && canAsk()) this.#permit = await pace.admit(this.#request, this.#attempt + 1, this.#startedMs);
    if (pace || !policy) return;
    for (;;) {
      const wait = gate.waitFor(this.#store, this.#waitedUntil, policy.jitter === false ? 0 : Math.random());
      if (!wait || !this.#fits(wait.ms)) return;
      if (this.#attempt === 0) this.#refuse();
      await sleep(wait.ms, this.#signal);
      this.#waitedUntil = wait.until;
    }
  }

  /**
   * Whether a wait of this length is within the policy.
   * @param {number} ms
   */
  #fits(ms) {
    // A quota's reset is no longer than a day, and so would not be believed.
    const headers = { [RETRY_AFTER]: String(Math.ceil(ms) / 1000) };
    return this.#ask({ status: 429, headers }, { elapsedMs: this.#elapsedMs }).retry;
  }

  /**
   * @param {Exchange} exchange
   * @param {State} [state]
   * @param {Policy} [policy]
   * @returns {RetryDecision}
   */
  #ask(exchange, state = this.#state, policy = this.#settings.policy ?? ONCE) {
    return decide(check.exchange(exchange), state, policy);
  }

  /**
   * The core counts whole milliseconds; one that has begun is over, or a call that came to its end
   * would have one more attempt, of no time at all.
   * @returns {State}
   */
  get #state() {
    return { attempt: this.#attempt, elapsedMs: Math.floor(this.#elapsedMs) + 1, random: Math.random() };
  }

  /**
   * @param {Came} outcome
   * @returns {Promise<RetryDecision | undefined>}
   */
  async #decide(outcome) {
    const { policy, budget, pace, onRetry, onGiveUp } = this.#settings;
    if ((!policy && !onGiveUp) || !canAsk()) return undefined;
    const decision = await this.#askAbout(outcome);
    this.#settle(outcome, decision);
    if (!decision.retry) return decision;
    /** @type {(reason: keyof typeof OWN_REASONS, more?: { delayMs: number }) => RetryDecision} */
    const refused = (reason, more) => ({ ...decision, retry: false, .../** @type {Own} */ (OWN_REASONS[reason]), ...more });
    if (!isReplayable(this.#request)) return refused('bodyUsedUp');
    const refusal = pace?.refusal(this.#request, this.#startedMs);
    if (refusal) return refused(refusal.reason, { delayMs: Math.max(decision.delayMs, Math.ceil(refusal.waitMs)) });
    this.#taken = budget && costOf(decision);
    if (this.#taken && !(/** @type {RetryBudget} */ (budget).take(this.#taken))) return refused('budgetSpent');
    if (onRetry && (await this.#tell(onRetry, this.#told(outcome, decision))) === false) return refused('refused');
    return decision;
  }

  /** @param {Came} outcome */
  async #askAbout(outcome) {
    const { failed, value } = outcome;
    const request = this.#request;
    const answer = failed ? undefined : readable(value);
    const url = urlOf(request);
    const exchange = {
      method: methodOf(request),
      url,
      // Whether GraphQL only reads, its document tells; of other bodies nothing is asked.
      requestBody: /graphql/i.test(url) ? (request.init?.body ?? (await this.#documentOf(request.spare))) : undefined,
      status: answer?.status,
      headers: answer?.headers,
      failure: failed ? this.#failureOf(value) : undefined,
      inBrowser: isPage(),
    };
    const decision = this.#ask(exchange);
    // A 429 while some of the quota is left, or nothing is told of it, may be no matter of pace. That its body tells.
    const isUnclear = answer?.status === 429 && answer.headers.get(X_RATE_LIMIT_REQUESTS_LEFT) !== '0';
    if (!isUnclear) this.#settle(outcome);
    const body = this.#isWorthReading(answer, decision) ? await this.#bodyOf(value) : '';
    const whole = body ? { ...exchange, body } : exchange;
    const better = body ? this.#ask(whole) : decision;
    if (answer?.status === 429) this.#closeGate(value, whole, better);
    return better;
  }

  /**
   * Bodies tell a quota from spam protection, a busy store from a suspended one, and so on.
   * @param {{ status: number } | undefined} answer
   * @param {RetryDecision} decision
   */
  #isWorthReading(answer, decision) {
    return answer && (decision.retry || answer.status === 409 || answer.status === 429 || answer.status >= 500);
  }

  /**
   * The body of a Request, if all of it is there in time.
   * @param {Request | undefined} spare
   */
  #documentOf(spare) {
    /** @type {() => Promise<string>} */
    const read = () => /** @type {Request} */ (spare).clone().text();
    return spare && within(LONGEST_BODY_MS, this.#signal, read, () => {}).catch(() => undefined);
  }

  /** @param {any} response */
  #bodyOf(response) {
    return untilAborted(beginningOf(response, LONGEST_BODY, LONGEST_BODY_MS), this.#signal);
  }

  /**
   * Where the store said when its quota is back, no call of this fetch need ask before, whether this one waits or not.
   * @param {any} response
   * @param {Exchange & { url: string }} exchange
   * @param {RetryDecision} decision
   */
  #closeGate(response, exchange, { delayMs }) {
    const { gate, pace, policy } = this.#settings;
    if (pace || !policy || !isOfStore(response, exchange.url)) return;
    const { rule } = this.#ask(exchange, { attempt: this.#attempt }, PATIENT);
    if (rule === 'rate-limit-reset' || rule === 'retry-after') this.#waitedUntil = gate.close(this.#store, delayMs);
  }

  /**
   * Tells the pacer what became of its permit.
   * @param {Came} outcome
   * @param {RetryDecision} [decision]
   */
  #settle({ failed, value }, decision) {
    const permit = this.#permit;
    if (!permit) return;
    this.#permit = undefined;
    const isAborted = failed && this.#failureOf(value) === 'aborted';
    const isOther = !failed && !isOfStore(value, urlOf(this.#request));
    if (isAborted || isOther || decision?.rule === 'not-a-quota') return permit.release();
    const nowMs = performance.now();
    if (failed) return permit.failed(nowMs);
    const { status, headers } = readable(value);
    permit.answered(nowMs, status, headers);
  }

  /** @param {Came} outcome */
  #handOutFirst({ value, durationMs }) {
    this.#request.ms = durationMs;
    if (!this.#settings.policy) this.#request.records = [];
    remember(value, this.#request);
    return value;
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision} [decision]
   */
  async #handOut(outcome, decision) {
    const { onGiveUp, throwOnError } = this.#settings;
    const { failed, value } = outcome;
    this.#request.records = this.#records;
    if (!failed) remember(value, this.#request);
    if (onGiveUp && decision && decision.rule !== 'not-needed') {
      await this.#tell(onGiveUp, { ...this.#told(outcome, decision), history: copied(this.#records) });
    }
    if (failed) throw value;
    if (throwOnError && value?.status >= 400) {
      const error = await errorOf(value);
      if (error) throw error;
    }
    return value;
  }

  /**
   * What a hook returns; while it is awaited the caller may give up.
   * @param {(event: any) => unknown} hook
   * @param {object} more
   */
  async #tell(hook, more) {
    const request = this.#request;
    const event = { attempt: this.#attempt, method: methodOf(request), url: shownUrl(request), ...more };
    return untilAborted(Promise.resolve(hook(event)), this.#signal);
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision} decision
   */
  #told(outcome, decision) {
    return { ...this.#endOf(outcome), decision: { ...decision } };
  }

  /**
   * How an attempt ended, as hooks and history have it.
   * @param {Came} outcome
   * @returns {{ status: number | null, failure: Failure | null }}
   */
  #endOf({ failed, value }) {
    return { status: failed ? null : Number(value?.status), failure: failed ? this.#failureOf(value) : null };
  }

  /**
   * @param {any} error
   * @returns {Failure}
   */
  #failureOf(error) {
    if (this.#signal?.aborted || error?.name === 'AbortError') return 'aborted';
    return error?.name === 'TimeoutError' ? 'timeout' : 'network';
  }

  get #store() {
    return storeOf(urlOf(this.#request));
  }

  get #elapsedMs() {
    return performance.now() - this.#startedMs;
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision | undefined} decision
   */
  #record(outcome, decision) {
    if (!decision || !this.#settings.policy) return;
    const { durationMs } = outcome;
    this.#records.push({ attempt: this.#attempt, ...this.#endOf(outcome), startedMs: this.#sentMs, durationMs, decision });
  }
}

/**
 * What a repeat takes from the budget: nothing, where a throttled request is sent when the
 * store said that its quota is back. That multiplies no outage.
 * @type {(decision: RetryDecision) => RetryKind | undefined}
 */
const costOf = ({ mayHaveRun, rule }) => {
  if (mayHaveRun) return 'retry';
  return rule === 'rate-limit-reset' || rule === 'retry-after' ? undefined : 'throttle';
};
