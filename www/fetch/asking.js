// What the loop asks its core. It has made the exchange itself, so there is nothing to check.

import { decidedBy } from '../core/decided.js';
import { cut, decisiveHeaders } from '../core/headers.js';
import { code } from '../core/plain-values.js';
import { core } from '../lean.js';

/** @import { Failure, RetryDecision } from 'bc-status' */
/** @import { Policy, State } from '../core/arguments.js' */
/** @import { Hint } from '../core/hints.js' */

/** @typedef {{ method: string, url: string, status?: number, headers?: any, failure?: Failure, inBrowser?: boolean, isQuery?: boolean } & Hint} Question An exchange, with what is known of its bodies. */

/** @type {(question: Question, state?: State, policy?: Policy) => RetryDecision} */
export const askedBy = ({ method, url, status, headers, failure, inBrowser = false, isQuery, told, waitMs }, state, policy) =>
  decidedBy(
    core(),
    {
      method: cut(method),
      url: cut(url.replace(/[\t\r\n]/g, '')),
      status: status === undefined ? undefined : code(status),
      headers: headers && decisiveHeaders(headers),
      failure,
      inBrowser,
      told,
      waitMs,
    },
    state,
    // What only reads may be sent twice.
    isQuery ? { ...policy, repeatable: true } : policy,
  );
