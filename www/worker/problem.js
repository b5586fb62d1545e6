// Failures as RFC 9457 has them.

import { CONTENT_TYPE } from '../knowledge/headers.js';
/**
 * The phrases of HTTP, which `about:blank` asks for.
 * @type {Record<number, string>}
 */
const TITLES = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  429: 'Too Many Requests',
  499: 'Client Closed Request',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** An answer that is no success. Thrown, and no Error: nobody needs its stack. */
export class Problem {
  /**
   * `more`: further members; `headers`; `full`: what the operator may know beyond it.
   * @param {number} status
   * @param {string} code
   * @param {string} detail
   * @param {{ headers?: Record<string, string>, full?: any, [member: string]: any }} [more]
   */
  constructor(status, code, detail, { headers, full, ...more } = {}) {
    this.status = status;
    this.headers = headers;
    this.shown = { type: 'about:blank', title: TITLES[status] ?? '', status, detail, code, ...more };
    this.full = full ?? this.shown;
  }

  /** @param {string} method */
  toResponse(method) {
    const { status, headers, shown } = this;
    return new Response(method === 'HEAD' ? null : JSON.stringify(shown), {
      status,
      headers: {
        [CONTENT_TYPE]: 'application/problem+json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...headers,
      },
    });
  }
}
