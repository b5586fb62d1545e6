// What is known of a response that a fetch of this package handed out.

import * as check from '../core/arguments.js';
import { decide } from '../core/decide.js';
import { isPage } from './page.js';
import { headersOf, methodOf, urlOf } from './request.js';

/** @import { AttemptRecord, Exchange, RetryDecision } from 'bc-status' */
/** @import { Sent } from './request.js' */

/** Where all copies of the package find it, such as one for import and one for require. The number changes with what is kept. */
const SHARED = Symbol.for('bc-status.calls.2');

/** @type {WeakMap<object, Sent> | undefined} */
let own;

/**
 * The request of a response, with the time it took, and the records where it took more than one success.
 * @type {() => WeakMap<object, Sent>}
 */
const calls = () => {
  if (!own) {
    own = /** @type {WeakMap<object, Sent>} */ (/** @type {any} */ (globalThis)[SHARED] ?? new WeakMap());
    // Where globals are frozen this does nothing, and each copy has its own.
    Reflect.defineProperty(globalThis, SHARED, { value: own });
  }
  return own;
};

/** @type {(response: any, request: Sent) => void} */
export const remember = (response, request) => {
  if (check.isObject(response)) calls().set(response, request);
};

/**
 * The request that a response answers, as an exchange has it.
 * @type {(response: any) => (Exchange & { url: string }) | undefined}
 */
export const requestOf = (response) => {
  const request = calls().get(response);
  if (!request) return undefined;
  return {
    method: methodOf(request),
    url: urlOf(request),
    requestHeaders: headersOf(request),
    requestBody: request.init?.body,
    inBrowser: isPage(),
  };
};

/**
 * What was decided after the last attempt, where there is a record of it.
 * @type {(response: any) => RetryDecision | undefined}
 */
export const decisionOf = (response) => {
  const { decision } = calls().get(response)?.records?.at(-1) ?? {};
  return decision && { ...decision };
};

/** @type {(response: any) => AttemptRecord[]} */
export const historyOf = (response) => {
  const request = calls().get(check.response(response));
  if (!request || request.records) return copied(request?.records ?? []);
  const { status } = response;
  try {
    const decision = decide(check.exchange({ status }));
    return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: request.ms, decision }];
  } catch {
    return []; // as in Call, where WebAssembly is forbidden
  }
};

/**
 * For callers, who may do with it what they like.
 * @type {(records: AttemptRecord[]) => AttemptRecord[]}
 */
export const copied = (records) => records.map(({ decision, ...record }) => ({ ...record, decision: { ...decision } }));
