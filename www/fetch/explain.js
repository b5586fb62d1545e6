// A diagnosis of a response that a fetch returned.

import { callOf } from './calls.js';
import { isGiven, isObject, object, wrong } from '../core/checks.js';
import { diagnose } from '../core/diagnose.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { isPage } from './page.js';
import { methodOf } from './request.js';
import { beginningOf } from './response.js';
import { headersOf, urlOf } from './snapshot.js';

/** @import { Diagnosis, Exchange } from 'bc-status' */

/** What fetch sends of an object. */
const UNWRITTEN = '[object Object]';

/** @type {(response: Response) => Promise<Diagnosis>} */
export const explain = async (response) => {
  const diagnosis = diagnose(await exchangeOf(response));
  // What was decided after the last attempt, where there is a record of it.
  const { decision } = callOf(response)?.records?.at(-1) ?? {};
  return { ...diagnosis, retry: decision ? { ...decision } : diagnosis.retry };
};

/**
 * The request that a response answers, as an exchange has it.
 * @type {(response: any) => Exchange & { url?: string }}
 */
const requestOf = (response) => {
  const request = callOf(response);
  if (!request) return { method: null };
  const body = request.init?.body;
  return {
    method: methodOf(request),
    url: urlOf(request),
    requestHeaders: headersOf(request),
    requestBody: String(body) === UNWRITTEN ? UNWRITTEN : body,
    inBrowser: isPage(),
  };
};

/**
 * A response and what is known of its request, as an exchange; of the body, what arrives in time.
 * @type {(response: Response, ms?: number) => Promise<Exchange>}
 */
export const exchangeOf = async (response, ms) => {
  const { status, headers, url } = object('response', response, 'a Response');
  // Errors of other clients have none.
  if (!isGiven(status)) throw wrong('response', 'a Response', response);
  const body = await beginningOf(response, LONGEST_BODY, ms);
  const request = requestOf(response);
  return {
    ...request,
    // What was asked for may be relative to a page; what was answered is not.
    url: /^[a-z]+:/i.test(request.url ?? '') ? request.url : url || request.url,
    status: Number(status),
    headers: isObject(headers) ? headers : undefined,
    body,
  };
};
