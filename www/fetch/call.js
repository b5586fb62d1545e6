// One call: its attempts, what came of each, and the waits between them. Whether and when
// there is another attempt, the core decides.

import { takeAbout } from './about.js';
import { askedBy } from './asking.js';
import { createRetryBudget } from './budget.js';
import { mayHide } from './hidden.js';
import { isObject } from '../core/checks.js';
import { drop } from './drop.js';
import { createGate } from './gate.js';
import { remember } from './calls.js';
import { isSecret } from './guard.js';
import { copied, decisionOf } from './history.js';
import { OWN_REASONS } from '../knowledge/reasons.js';
import { isHopeless } from './hopeless.js';
import * as later from '../later.js';
import { canAsk, init } from '../lean.js';
import { isPage } from './page.js';
import { changed, isReplayable, isToFollow, methodOf, refusalOf, signalOf, unfollowed } from './request.js';
import { beginningOf, readable } from './response.js';
import { initBeside, isInit, urlOf } from './snapshot.js';
import { isOfStore, storeOf } from '../core/store-key.js';
import { sleep, untilAborted, within } from './time.js';
import { unprotected, withoutDetails } from './undetailed.js';
import { RETRY_AFTER, X_RATE_LIMIT_REQUESTS_LEFT } from '../knowledge/headers.js';
import { LONGEST_FAILURE, LONGEST_FAILURE_MS } from '../knowledge/limits.js';

/** @import { AttemptRecord, Failure, RetryBudget, RetryDecision, RetryKind } from 'bc-status' */
/** @import { Question } from './asking.js' */
/** @import { Begun, Settings } from './create-fetch.js' */
/** @import { Gate } from './gate.js' */
/** @import { Pace, Told } from './pacing.js' */
/** @import { Place } from './place.js' */
/** @import { Policy, State } from '../core/arguments.js' */
/** @import { Fetch, Sent } from './snapshot.js' */

/** @typedef {Pick<RetryDecision, 'rule' | 'reason'>} Own */
/** @typedef {{ failed: boolean, value: any, durationMs: number }} Came What an attempt came to. */

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

export { init };

/**
 * A call whose first attempt is still to be made; `isOver` a fetch of which nobody knows whether it leads back to us.
 * @param {Begun} begun
 * @param {boolean} isOver
 */
export const begin = async (begun, isOver) => {
  const { request } = begun;
  const { shared, watch } = begun.settings;
  takeAbout(request);
  const trails = isOver ? await later.trails() : undefined;
  if (trails) {
    shared.trail ??= trails.createTrail(/** @type {Place} */ (shared.place));
    begun.fetch = shared.trail.over(globalThis.fetch);
    if (watch) begun.fetch = watch(begun.fetch, request);
  }
  const strict = request.isRare ? await later.strict() : undefined;
  if (strict) strict.protect(request);
  else if (request.isRare && isSecret(request)) throw unprotected();
  if (shared.options.pace && canAsk()) shared.pace ??= (await later.pacing())?.createPace(shared.options, later.sharedPacer);
  return new Call(begun).run();
};

/**
 * A call, from what its first attempt came to.
 * @param {Begun} begun
 * @param {boolean} failed
 * @param {any} value
 * @param {number} endedMs
 */
export const goOn = (begun, failed, value, endedMs) => new Call(begun).goOn(failed, value, endedMs);

class Call {
  /** @type {Settings} */
  #settings;
  /** @type {Gate} */
  #gate;
  /** @type {Pace | undefined} */
  #pace;
  /** @type {RetryBudget | false | undefined} */
  #budget;
  /** @type {Fetch} */
  #fetch;
  /** @type {Sent} */
  #request;
  /** @type {AbortSignal | undefined} */
  #signal;
  /**
   * Of its store.
   * @type {string | undefined}
   */
  #key;
  /** @type {number} */
  #beganMs;
  #attempt = 0;
  /** How long was waited before this attempt. */
  #waitedMs = 0;
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

  /** @param {Begun} begun */
  constructor({ settings, fetch, request, beganMs, permit }) {
    const { shared, policy } = settings;
    this.#settings = settings;
    this.#fetch = fetch;
    this.#request = request;
    this.#beganMs = beganMs;
    this.#permit = permit;
    this.#signal = signalOf(request);
    this.#gate = shared.gate ??= createGate();
    if (policy) settings.budget ??= createRetryBudget();
    this.#budget = settings.budget;
    this.#pace = shared.pace;
  }

  /** From the beginning. */
  async run() {
    // What is no signal is not aborted either.
    if (this.#signal && this.#signal.aborted !== false) await this.#refuse();
    return this.#repeat(undefined);
  }

  /** Wrong arguments are told of before any wait, and before an abort, as fetch has it. */
  async #refuse() {
    // Which URLs the caller's own fetch takes, it has to say itself.
    const error = refusalOf(this.#request, this.#settings.fetch, () => true);
    if (error) throw await this.#masked(error);
  }

  /**
   * From what the first attempt came to.
   * @param {boolean} failed
   * @param {any} value
   * @param {number} endedMs
   */
  async goOn(failed, value, endedMs) {
    this.#attempt = 1;
    const isAnswer = !failed && this.#request.isGuarded && isToFollow(this.#request, value);
    return this.#repeat(
      isAnswer ? await this.#outcomeOf(this.#followed(this.#request.init, value)) : await this.#came(failed, value, endedMs),
    );
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
        if (isSuccess && this.#budget) this.#budget.give(this.#taken);
        if (isSuccess) await this.#refuseHidden(outcome);
        if (isSuccess && this.#attempt === 1) return this.#handOutFirst(outcome);
        const decision = await this.#decide(outcome);
        this.#record(outcome, decision);
        if (!decision?.retry) return await this.#handOut(outcome, decision);
        // One made by hand, as mocks do, holds no connection, and may be given again.
        if (value?.url) drop(value);
        else past = value;
        this.#waitedMs = 0;
        await this.#waited(() => {
          const slept = sleep(decision.delayMs, this.#signal);
          return this.#pace?.untilRepeat(this.#request, decision.delayMs, slept) ?? slept;
        });
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
    this.#request.sentMs = this.#elapsedMs;
    this.#request.waitedMs = this.#waitedMs;
    return this.#outcomeOf(this.#once());
  }

  /** @param {Promise<any>} sent */
  async #outcomeOf(sent) {
    try {
      return await this.#came(false, await sent);
    } catch (error) {
      return this.#came(true, error);
    }
  }

  /**
   * An outcome: a `value`, which is an error if the attempt `failed`, and how long it took.
   * @param {boolean} failed
   * @param {any} came
   * @returns {Promise<Came>}
   */
  async #came(failed, came, endedMs = performance.now()) {
    const durationMs = endedMs - this.#beganMs - (this.#request.sentMs ?? 0);
    return { failed, value: failed ? await this.#errorOf(came) : came, durationMs };
  }

  /**
   * Not every runtime rejects with the reason of the caller's signal; all refuse wrong arguments before it.
   * @param {unknown} error
   */
  async #errorOf(error) {
    const { aborted, reason } = this.#signal ?? {};
    return aborted && !isHopeless(error, this.#request, this.#settings.fetch) ? reason : this.#masked(error);
  }

  /**
   * An error as it may be seen; one of the platform's has no secret in it where the request has none.
   * @param {unknown} error
   */
  async #masked(error) {
    const isOwn = Boolean(this.#settings.fetch);
    const masks = isOwn || isSecret(this.#request) ? await later.masks() : undefined;
    return masks ? masks.withoutSecrets(error, this.#request) : withoutDetails(error, this.#request, isOwn);
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
      const given = signal || isObject(beside) ? changed(beside, signal && { signal }) : beside;
      if (!isGuarded) return fetch(target, given);
      return this.#followed(given, await fetch(target, unfollowed(this.#request, given)));
    };
    const ms = Math.min(attemptTimeoutMs, maxElapsedMs > 0 ? maxElapsedMs - this.#elapsedMs : Infinity);
    return ms < Infinity ? within(Math.max(ms, 0), this.#signal, send, drop) : send();
  }

  /**
   * What an answer leads to, if it leads on: without what keeps secrets from other origins, it is handed out.
   * @param {any} init
   * @param {any} answer
   */
  async #followed(init, answer) {
    const strict = isToFollow(this.#request, answer) ? await later.strict() : undefined;
    return strict ? strict.follow(this.#fetch, this.#request, init, answer) : answer;
  }

  /** Waits for a permit of the pacer, or until the store's quota is back, where that is known and fits. */
  async #pass() {
    const { pace, policy } = this.#settings;
    if (pace && this.#attempt === 0) await this.#refuse();
    const paced = this.#pace;
    if (paced) this.#permit = await this.#waited(() => paced.admit(this.#request, this.#attempt + 1, this.#beganMs));
    if (pace || !policy) return;
    for (;;) {
      const wait = this.#gate.waitFor(this.#store, this.#waitedUntil, policy.jitter === false ? 0 : Math.random());
      // Jitter alone never makes a wait too long.
      const ms = wait && [wait.ms, wait.until - performance.now()].find(this.#fits, this);
      if (ms === undefined) return;
      if (this.#attempt === 0) await this.#refuse();
      await this.#waited(() => sleep(ms, this.#signal));
      this.#waitedUntil = /** @type {{ until: number }} */ (wait).until;
    }
  }

  /**
   * The clock is read before the wait begins, or a busy machine would make it seem shorter than it was.
   * @template T
   * @param {() => Promise<T>} wait
   */
  async #waited(wait) {
    const fromMs = performance.now();
    const value = await wait();
    this.#waitedMs += performance.now() - fromMs;
    return value;
  }

  /**
   * Whether a wait of this length is within the policy.
   * @param {number} ms
   */
  #fits(ms) {
    // A quota's reset is no longer than a day, and so would not be believed.
    const headers = { [RETRY_AFTER]: String(Math.ceil(ms) / 1000) };
    return this.#ask({ method: 'GET', url: '', status: 429, headers }, { elapsedMs: this.#elapsedMs }).retry;
  }

  /**
   * @param {Question} question
   * @param {State} [state]
   * @param {Policy} [policy]
   */
  #ask(question, state = this.#state, policy = this.#settings.policy ?? ONCE) {
    return askedBy(question, state, policy);
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
    const { policy, onRetry, onGiveUp } = this.#settings;
    if ((!policy && !onGiveUp) || !canAsk()) return undefined;
    const decision = await this.#askAbout(outcome);
    this.#settle(outcome, decision);
    if (!decision.retry) return decision;
    /** @type {(reason: keyof typeof OWN_REASONS, more?: { delayMs: number }) => RetryDecision} */
    const refused = (reason, more) => ({ ...decision, retry: false, .../** @type {Own} */ (OWN_REASONS[reason]), ...more });
    if (!isReplayable(this.#request)) return refused('bodyUsedUp');
    const refusal = this.#pace?.refusal(this.#request, this.#beganMs);
    if (refusal) return refused(refusal.reason, { delayMs: Math.max(decision.delayMs, Math.ceil(refusal.waitMs)) });
    this.#taken = this.#budget ? costOf(decision) : undefined;
    if (this.#budget && this.#taken && !this.#budget.take(this.#taken)) return refused('budgetSpent');
    if (onRetry && (await this.#tell(onRetry, this.#told(outcome, decision))) === false) return refused('refused');
    return decision;
  }

  /** @param {Came} outcome */
  async #askAbout(outcome) {
    const { failed, value } = outcome;
    if (!failed && value?.ok === true) return decisionOf(value.status);
    const request = this.#request;
    const answer = failed ? undefined : readable(value);
    const url = urlOf(request);
    // Whether GraphQL only reads, its document tells; of other bodies nothing is asked.
    const document = /graphql/i.test(url) ? (request.init?.body ?? (await this.#documentOf(request.spare))) : undefined;
    /** @type {Question} */
    const question = {
      method: methodOf(request),
      url,
      isQuery: document !== undefined && (await this.#hints())?.onlyReads(url, document),
      status: answer?.status,
      headers: answer?.headers,
      failure: failed ? this.#failureOf(value) : undefined,
      inBrowser: isPage(),
    };
    const decision = this.#ask(question);
    // A 429 while some of the quota is left, or nothing is told of it, may be no matter of pace. That its body tells.
    const isSpent = answer?.status === 429 && answer.headers.get(X_RATE_LIMIT_REQUESTS_LEFT) === '0';
    if (isSpent || answer?.status !== 429) this.#settle(outcome);
    // Of a quota that is spent, and when it is back, its head says all; to read a body takes longer than all the rest.
    const isClear = isSpent && decision.rule === 'rate-limit-reset';
    const body = !isClear && this.#isWorthReading(answer, decision) ? await this.#bodyOf(value) : '';
    const hint = body && (await this.#hints())?.hintOf(Number(answer?.status), url, body);
    const better = hint ? this.#ask(Object.assign(question, hint)) : decision;
    if (answer?.status === 429) this.#closeGate(value, question, better);
    return (better.retry && value?.redirected && this.#unlessRun(question)) || better;
  }

  /**
   * A request that was led on, as a POST to a GET, has run, whatever became of the next one; nobody tells whether it was.
   * @param {Question} question
   * @returns {RetryDecision | undefined} Why it is not sent again.
   */
  #unlessRun({ method, url, isQuery, inBrowser }) {
    const decision = this.#ask({ method, url, isQuery, inBrowser, failure: 'network' });
    return decision.rule === 'not-repeatable' ? decision : undefined;
  }

  /**
   * What a value comes to, or the reason of the signal.
   * @template T
   * @param {T} value
   * @returns {Promise<Awaited<T>>}
   */
  #unlessAborted(value) {
    return untilAborted(Promise.resolve(value), this.#signal);
  }

  /** What reads bodies, as soon as it is there. */
  async #hints() {
    return this.#unlessAborted(later.hints());
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
    return spare && within(LONGEST_FAILURE_MS, this.#signal, read, () => {}).catch(() => undefined);
  }

  /** @param {any} response */
  #bodyOf(response) {
    return this.#unlessAborted(beginningOf(response, LONGEST_FAILURE, LONGEST_FAILURE_MS));
  }

  /**
   * Where the store said when its quota is back, no call of this fetch need ask before, whether this one waits or not.
   * @param {any} response
   * @param {Question} question
   * @param {RetryDecision} decision
   */
  #closeGate(response, question, { rule, delayMs }) {
    const { pace, policy } = this.#settings;
    if (!isOfStore(response, question.url)) return;
    // Of a network before the store, which has nothing to do with the store's quota.
    if (question.told === 'network') return this.#release();
    if (pace || !policy) return;
    // A limit of the policy hides what the wait is for.
    const by = /exhausted/.test(rule) ? this.#ask(question, { attempt: this.#attempt }, PATIENT).rule : rule;
    if (by === 'rate-limit-reset' || by === 'retry-after') this.#waitedUntil = this.#gate.close(this.#store, delayMs);
  }

  /** Gives its permit back, of which the store took nothing. */
  #release() {
    this.#permit?.release();
    this.#permit = undefined;
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

  /**
   * Throws where a success tells of a failure, and the caller wants errors.
   * @param {Came} outcome
   */
  async #refuseHidden(outcome) {
    const { value } = outcome;
    if (!value || !mayHide(this.#settings, this.#request, value)) return;
    remember(value, this.#request);
    const error = await this.#unlessAborted(later.hiddenErrorOf(value));
    if (!error) return;
    const decision = error.diagnosis.retry;
    this.#record(outcome, decision);
    await this.#giveUp(outcome, decision);
    throw error;
  }

  /** @param {Came} outcome */
  #handOutFirst(outcome) {
    const { value, durationMs } = outcome;
    this.#request.ms = durationMs;
    // Of a mock that does not say whether it is a success, `historyOf` knows nothing by itself.
    if (!this.#settings.policy || value?.ok !== true) this.#request.records = this.#records;
    if (value?.ok !== true && canAsk()) this.#record(outcome, this.#ask({ method: 'GET', url: '', status: Number(value?.status) }));
    remember(value, this.#request);
    return value;
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision} [decision]
   */
  async #handOut(outcome, decision) {
    const { failed, value } = outcome;
    this.#request.records = this.#records;
    if (!failed) remember(value, this.#request);
    if (decision && decision.rule !== 'not-needed') await this.#giveUp(outcome, decision);
    if (failed) throw value;
    if (this.#settings.throwOnError && value?.status >= 400) {
      const error = await later.errorOf(value);
      if (error) throw error;
    }
    return value;
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision} decision
   */
  #giveUp(outcome, decision) {
    const { onGiveUp } = this.#settings;
    return onGiveUp && this.#tell(onGiveUp, { ...this.#told(outcome, decision), history: copied(this.#records) });
  }

  /**
   * What a hook returns; while it is awaited the caller may give up.
   * @param {(event: any) => unknown} hook
   * @param {object} more
   */
  async #tell(hook, more) {
    const url = await this.#shownUrl();
    const event = {
      attempt: this.#attempt,
      method: methodOf(this.#request),
      url,
      waitedMs: this.#waitedMs,
      ...this.#request.about,
      ...more,
    };
    return this.#unlessAborted(hook(event));
  }

  /** Its URL as it may be seen: without what looks for secrets, only as far as none is likely. */
  async #shownUrl() {
    const url = urlOf(this.#request);
    if (!isSecret(this.#request)) return url;
    const masks = await later.masks();
    return masks ? masks.shownUrl(this.#request) : url.replace(/[?#;].*|\/\/[^/?#]*@/gs, '');
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
    this.#key ??= storeOf(urlOf(this.#request));
    return this.#key;
  }

  get #elapsedMs() {
    return performance.now() - this.#beganMs;
  }

  /**
   * @param {Came} outcome
   * @param {RetryDecision | undefined} decision
   */
  #record(outcome, decision) {
    if (!decision || !this.#settings.policy) return;
    const { durationMs } = outcome;
    const { sentMs: startedMs = 0, waitedMs = 0 } = this.#request;
    const times = { startedMs, waitedMs, durationMs };
    this.#records.push({ attempt: this.#attempt, ...this.#endOf(outcome), ...times, decision, ...this.#request.about });
    this.#request.heard?.(this.#attempt, decision);
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
