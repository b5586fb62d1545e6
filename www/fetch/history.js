// What is known of a response that a fetch of this package handed out.

import * as check from '../core/arguments.js';
import { core } from '../boot.js';
import { results } from '../host.js';
import { isPage } from './page.js';
import { headersOf, methodOf, urlOf } from './request.js';

/** Where all copies of the package find it, such as one for import and one for require. The number changes with what is kept. */
const SHARED = Symbol.for('bc-status.calls.1');

let own;

/** By response: the request, with the time it took, and the records where it took more than one success. */
const calls = () => {
  if (!own) {
    own = globalThis[SHARED] ?? new WeakMap();
    // Where globals are frozen this does nothing, and each copy has its own.
    Reflect.defineProperty(globalThis, SHARED, { value: own });
  }
  return own;
};

export const remember = (response, request, records) => {
  if (check.isObject(response)) calls().set(response, { request, records });
};

/** The request that a response answers, as an exchange has it. */
export const requestOf = (response) => {
  const request = calls().get(response)?.request;
  if (!request) return undefined;
  return {
    method: methodOf(request),
    url: urlOf(request),
    requestHeaders: headersOf(request),
    requestBody: request.init?.body,
    inBrowser: isPage(),
  };
};

/** What was decided after the last attempt, where there is a record of it. */
export const decisionOf = (response) => {
  const { decision } = calls().get(response)?.records?.at(-1) ?? {};
  return decision && { ...decision };
};

export const historyOf = (response) => {
  const { request, records } = calls().get(check.response(response)) ?? {};
  if (records || !request) return copied(records ?? []);
  const { status } = response;
  try {
    core().decide(...check.exchange({ status }), 1, 0, NaN, ...check.policy());
  } catch {
    return []; // as in Call, where WebAssembly is forbidden
  }
  return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: request.ms, decision: results.decision }];
};

/** For callers, who may do with it what they like. */
export const copied = (records) => records.map(({ decision, ...record }) => ({ ...record, decision: { ...decision } }));
