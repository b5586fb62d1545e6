// What the loop asks its core. It has made the exchange itself, so there is nothing to check.

import { decidedBy } from '../core/decided.js';
import { cut, decisiveHeaders } from '../core/headers.js';
import { code } from '../core/plain-values.js';
import { core } from '../lean.js';

/** @import { Failure, RetryDecision } from 'bc-status' */
/** @import { Policy, State } from '../core/arguments.js' */

/** @typedef {{ method: string, url: string, status?: number, headers?: any, failure?: Failure, inBrowser?: boolean, requestBody?: any, body?: string }} Question An exchange, of which the bodies are for the whole core. */

/** @type {(question: Question, state?: State, policy?: Policy) => RetryDecision} */
export const askedBy = ({ method, url, status, headers, failure, inBrowser = false }, state, policy) =>
  decidedBy(
    core(),
    {
      method: cut(method),
      url: cut(url.replace(/[\t\r\n]/g, '')),
      status: status === undefined ? undefined : code(status),
      headers: headers && decisiveHeaders(headers),
      failure,
      inBrowser,
    },
    state,
    policy,
  );
