// What clients of HTTP throw and hand out, as exchanges: axios, ky, got, ofetch, superagent, fetch.

import { isObject } from './checks.js';

/** @import { Exchange } from 'bc-status' */
/** @import { Foreign } from './checks.js' */

/**
 * Why there is no answer.
 * @type {(error: any) => Exchange}
 */
const failureOf = ({ name, code, cause }) => {
  const why = `${name} ${code ?? cause?.code}`;
  const isGivenUp = /Abort|CANCEL/.test(why);
  const isLate = /time|ECONNABORTED/i.test(why);
  return {
    failure: isGivenUp ? 'aborted' : isLate ? 'timeout' : 'network',
    unsent: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED/.test(why),
  };
};

/**
 * Where a request went, by what axios was told.
 * @type {(sent: any) => string}
 */
const urlOf = ({ baseURL, url = '', params }) => {
  const whole = !baseURL || /^[a-z]+:/i.test(url) ? String(url) : `${baseURL.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
  return isObject(params) && !Array.isArray(params)
    ? `${whole}${whole.includes('?') ? '&' : '?'}${new URLSearchParams(/** @type {any} */ (params))}`
    : whole;
};

/**
 * An error or an answer of a client as an exchange, and what is one already as it is. A method that
 * it does not name is not known: what may have run is then not sent again.
 * @type {(value: Foreign) => Foreign}
 */
export const exchangeOf = (value) => {
  const { config, method, ok, response, stack } = value;
  if (method !== undefined || (!isObject(config) && !isObject(response) && ok === undefined && stack === undefined)) return value;
  const answer = isObject(response) ? response : value;
  /** @type {any} */
  const sent = [config, answer.config, value.options, answer.req, value.request].find(isObject) ?? {};
  const status = answer.status ?? answer.statusCode;
  return /** @type {any} */ ({
    method: sent.method ?? null,
    url: urlOf(sent) || answer.url,
    requestHeaders: sent.headers,
    requestBody: sent.data ?? sent.body,
    status,
    headers: answer.headers,
    body: answer.data ?? value.data ?? answer.body ?? answer.text,
    ...(status ? {} : failureOf(value)),
  });
};
