// What is known of a response that a fetch of this package handed out.

import * as check from './check.js';
import { core } from './boot.js';
import { results } from './host.js';
import { headersOf, methodOf, urlOf } from './request.js';

/** By response: the request, with the time it took, and the records where it took more than one success. */
const calls = new WeakMap();

export const remember = (response, request, records) => {
  if (check.isObject(response)) calls.set(response, { request, records });
};

/** The request that a response answers, as an exchange has it. */
export const requestOf = (response) => {
  const request = calls.get(response)?.request;
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
export const decisionOf = (response) => structuredClone(calls.get(response)?.records?.at(-1)?.decision);

export const historyOf = (response) => {
  const { request, records } = calls.get(check.response(response)) ?? {};
  if (records || !request) return structuredClone(records ?? []);
  const { status } = response;
  try {
    core().decide(...check.exchange({ status }), ...check.state(), ...check.policy());
  } catch {
    return []; // as in Call, where WebAssembly is forbidden
  }
  return [{ attempt: 1, status, failure: null, startedMs: 0, durationMs: request.ms, decision: results.decision }];
};

/** A page or its worker has an address on the web; servers have none. */
export const isPage = () => {
  const { location } = globalThis;
  return location !== undefined && /^https?:$/.test(location?.protocol);
};
