// Arguments as callers write them, to arguments as the core takes them. What
// comes from the network is taken as it is; a wrong argument is a TypeError that
// names it.

import { isGiven, isObject, object, wrong } from './checks.js';
import { answerBody, requestBody as bodyOfRequest } from './bodies.js';
import { cut, decisiveHeaders } from './headers.js';
import { code, string } from './plain-values.js';
import { flag, oneOf } from './single-checks.js';
import { FAILURES, FORMATS } from '../knowledge/sets.js';

/** @import { Foreign } from './checks.js' */

/** @import { Failure, RetryState } from 'bc-status' */

/**
 * An exchange as the core reads it; headers as one list, the name of each and its value.
 * @typedef {{
 *   method: string, url: string, status?: number, headers?: string[], body?: string,
 *   requestHeaders?: string[], requestBody?: string, failure?: Failure, inBrowser: boolean, unsent?: boolean, permanent?: boolean, told?: string, waitMs?: number,
 * }} Asked
 */
/** @typedef {import('./policy.js').Policy} Policy */
/** @typedef {RetryState} State As of a policy, the core knows the default of one that is undefined. */

/** @type {(value: any, isShown?: boolean, headers?: Foreign) => Asked} */
export const exchange = (value, isShown = true, headers = collection('exchange.headers', value.headers)) => {
  const { method, url, status, body, requestBody, failure, inBrowser, unsent, permanent } = value;
  return {
    // Null is one that is not known.
    method: isGiven(method) ? cut(string('exchange.method', method)) : method === null ? '' : 'GET',
    url: isGiven(url) ? cut(urlOf(url)) : '',
    status: isAnswer(status, failure) ? code(status, 'exchange.status') : undefined,
    headers: headers && decisiveHeaders(headers),
    body: isShown ? answerBody(body) : undefined,
    requestHeaders: undefined,
    requestBody: bodyOfRequest(requestBody),
    failure: isGiven(failure) ? oneOf('exchange.failure', FAILURES, failure) : undefined,
    inBrowser: flag('exchange.inBrowser', inBrowser, false),
    unsent: flag('exchange.unsent', unsent, false),
    permanent: flag('exchange.permanent', permanent, false),
  };
};

/** @type {(name: string, headers: unknown) => Foreign | undefined} */
export const collection = (name, headers) => {
  if (!isGiven(headers)) return undefined;
  if (!isObject(headers)) throw wrong(name, 'a Headers, an object, or pairs', headers);
  return headers;
};

// XMLHttpRequest and its kin report 0 where no response arrived.
/** @type {(status: unknown, failure: unknown) => boolean} */
const isAnswer = (status, failure) => isGiven(status) && !(status === 0 && isGiven(failure));

/**
 * In a URL fetch drops tabs and line ends.
 * @type {(url: unknown) => string}
 */
const urlOf = (url) => (url instanceof URL ? url.href : string('exchange.url', url).replace(/[\t\r\n]/g, ''));

/**
 * A diagnosis: its three parts, whatever is in them.
 * @type {(value: unknown) => any}
 */
export const diagnosis = (value) => {
  const { classification, findings, retry } = object('what', value, 'a number or a Diagnosis');
  if (!isObject(classification) || !Array.isArray(findings) || !(retry === null || isObject(retry))) {
    throw new TypeError('what must be a number or a Diagnosis, as diagnose() returns it');
  }
  return { classification, findings, retry };
};

/** @type {(value: unknown) => import('bc-status').Format} */
export const format = (value) => oneOf('format', FORMATS, value);
