// Failures of the store as problems: what is wrong, and when another try makes sense.

import { historyOf } from '../fetch/history.js';
import { diagnose } from '../core/diagnose.js';
import { exchangeOf } from '../fetch/explain.js';
import { WITHHELD } from '../knowledge/kinds.js';
import { isPaceError } from '../pace/pace-error.js';
import { drop } from '../fetch/drop.js';
import { status as statusOf } from '../core/status.js';
import { Problem } from './problem.js';
import { without } from './trace.js';
import { RETRY_AFTER, X_REQUEST_ID } from '../knowledge/headers.js';

/** @import { Diagnosis, Exchange, Finding, PaceError, RetryDecision } from 'bc-status' */
/** @import { Settings } from './handler-options.js' */
/** @import { Store } from './store-settings.js' */

/** A failure whose body does not come is told of without it. */
const LONGEST_BODY_MS = 1000;

/**
 * The store was not even asked, since it would have refused.
 * @type {(error: PaceError) => Problem}
 */
const paced = ({ code, waitMs }) => {
  const isBroken = code === 'circuit-open';
  const detail = isBroken
    ? 'The store fails at the moment, and is asked again only now and then.'
    : 'The store takes no more requests for the moment: its quota is spent, or too many wait already.';
  /** @type {Record<string, string>} */
  const after = waitMs === null ? {} : { [RETRY_AFTER]: String(Math.max(1, Math.ceil(waitMs / 1000))) };
  return new Problem(isBroken ? 503 : 429, code, detail, { headers: after });
};

/**
 * Callers are patient: what the Worker could not wait for, they can.
 * @type {import('bc-status').RetryPolicy}
 */
const PATIENT = { profile: 'background' };

/** @param {Pick<Settings, 'expose'>} settings */
export const createFailures = ({ expose }) => {
  /** @type {(exchange: Exchange, status: number, attempts: number, store: Store) => Problem} */
  const problemOf = (exchange, status, attempts, { tokens, hashes }) => {
    const diagnosis = diagnose(exchange, { attempt: attempts }, PATIENT);
    const { retry } = diagnosis;
    // Diagnoses mask the token; this does so wherever else it might be.
    const full = without(described(diagnosis, shownStatus(status, diagnosis.findings[0]?.id), retry), tokens, '***');
    const findings =
      expose === 'all'
        ? full.diagnosis.findings
        : full.diagnosis.findings.filter((/** @type {Finding} */ { id }) => !WITHHELD.includes(id));
    const isOpen = expose !== 'none' && findings[0]?.id === full.code;
    const told = isOpen ? { ...full, diagnosis: { ...full.diagnosis, findings } } : summary(full);
    const shown = expose === 'all' ? told : without(told, hashes, '{store_hash}');
    const headers = {
      ...(retry.retry && { [RETRY_AFTER]: String(Math.max(1, Math.ceil(retry.delayMs / 1000))) }),
      ...(shown.requestId && { [X_REQUEST_ID]: shown.requestId }),
    };
    const { detail, code, ...members } = shown;
    return new Problem(full.status, code, detail, { headers, full, ...members });
  };

  return {
    /**
     * For an answer of the store, which is read and let go.
     * @param {Response} response
     * @param {Store} store
     */
    async answered(response, store) {
      const exchange = await exchangeOf(response, LONGEST_BODY_MS);
      const attempts = Math.max(1, historyOf(response).length);
      drop(response);
      return problemOf(exchange, response.status, attempts, store);
    },

    /**
     * For none.
     * @param {{ method: string, url: string, headers: Record<string, string> }} request
     * @param {any} error
     * @param {AbortSignal | undefined} signal
     * @param {Store} store
     */
    unanswered({ method, url, headers }, error, signal, store) {
      if (signal?.aborted) return new Problem(499, 'aborted', 'The caller went away before the store had answered.');
      if (isPaceError(error)) return paced(error);
      const isLate = error?.name === 'TimeoutError';
      /** @type {Exchange} */
      const exchange = { method, url, requestHeaders: headers, failure: isLate ? 'timeout' : 'network' };
      return problemOf(exchange, isLate ? 504 : 502, 1, store);
    },
  };
};

/**
 * The store's own status, where it means the same to the caller. That the Worker's credentials
 * were refused is not the caller's fault, and codes that HTTP does not know are no answer.
 * @type {(status: number, id: string | undefined) => number}
 */
const shownStatus = (status, id) => {
  const isOurs = status === 401 || status === 407 || (status === 403 && WITHHELD.includes(/** @type {string} */ (id)));
  return isOurs || status < 400 || status > 511 ? 502 : status;
};

/**
 * All there is to say.
 * @param {Diagnosis} diagnosis
 * @param {number} status
 * @param {RetryDecision} retry
 * @returns {any}
 */
const described = ({ classification, findings }, status, retry) => {
  const { outcome, error, requestId, status: answer } = classification;
  const [first] = findings;
  return {
    type: first?.url ?? 'about:blank',
    title: first?.title ?? outcome,
    status,
    detail: error?.detail ?? error?.title ?? first?.evidence ?? retry.reason,
    code: first?.id ?? outcome,
    storeStatus: answer?.code ?? null,
    requestId,
    retry,
    errors: error?.items ?? [],
    diagnosis: { outcome, findings },
  };
};

/**
 * What may be said of what may not be shown.
 * @type {(full: any) => any}
 */
const summary = ({ status, requestId }) => {
  const title = statusOf(status).text;
  return {
    type: 'about:blank',
    title,
    status,
    detail: 'The store refused or failed; the operator of this Worker can see why.',
    code: 'store-failed',
    requestId,
  };
};
