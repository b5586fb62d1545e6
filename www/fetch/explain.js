// A diagnosis of a response that a fetch returned.

import { decisionOf, requestOf } from './history.js';
import * as check from '../core/arguments.js';
import { diagnose } from '../core/diagnose.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { beginningOf } from './response.js';

/** @import { Diagnosis, Exchange } from 'bc-status' */

/** @type {(response: Response) => Promise<Diagnosis>} */
export const explain = async (response) => {
  const diagnosis = diagnose(await exchangeOf(response));
  return { ...diagnosis, retry: decisionOf(response) ?? diagnosis.retry };
};

/**
 * A response and what is known of its request, as an exchange; of the body, what arrives in time.
 * @type {(response: Response, ms?: number) => Promise<Exchange>}
 */
export const exchangeOf = async (response, ms) => {
  const { status, headers, url } = check.response(response);
  const body = await beginningOf(response, LONGEST_BODY, ms);
  /** @type {Exchange & { url?: string }} */
  const request = requestOf(response) ?? {};
  return {
    ...request,
    // What was asked for may be relative to a page; what was answered is not.
    url: /^[a-z]+:/i.test(request.url ?? '') ? request.url : url || request.url,
    status: Number(status),
    headers: check.isObject(headers) ? headers : undefined,
    body,
  };
};
