// The request that the arguments of `fetch` say.

import { maskedUrl } from '../core/masking.js';
import { secured } from '../fetch/plain-http.js';
import { misused } from './exit.js';
import { REVEALED, headersIn, isRevealing } from './header-options.js';
import { joined, typeOf } from './payload.js';
import { note } from './print.js';
import { addressOf, tokenFor } from './environment.js';
import { version } from './version.js';
import { ACCEPT, CONTENT_TYPE } from '../knowledge/headers.js';

/** @import { Init } from './run/fetch-run.js' */

/**
 * `[url, init]`, as fetch takes them.
 * @type {(typed: string, values: { request?: string, header?: string[], data?: string[] }) => Promise<[url: string, init: any]>}
 */
export const requestFrom = async (typed, { request, header, data }) => {
  const url = secured(addressOf(typed));
  const method = request ?? (data ? 'POST' : 'GET');
  if (data && /^(GET|HEAD)$/i.test(method)) throw misused(`${method} takes no body; leave out -d, or -X ${method}`);
  const headers = allOf(await headersIn(header));
  const token = tokenFor(url, headers);
  if (token) put(headers, 'X-Auth-Token', token, 'BC_TOKEN');
  const body = data && (await joined(data));
  if (body && !headers.has(CONTENT_TYPE)) headers.set('Content-Type', typeOf(body));
  if (isRevealing(header)) {
    note(`${REVEALED}: set BC_TOKEN, or put the header in a file and use -H @FILE`);
  }
  return [url, checked(url, { method, headers, body })];
};

/**
 * Those that were given, and our own where none of that name was.
 * @type {(given: [name: string, value: string | undefined][]) => Headers}
 */
const allOf = (given) => {
  const headers = new Headers();
  for (const [name, value] of given) {
    if (value !== undefined) put(headers, name, value, `the value of -H ${name}`);
  }
  /** @type {(name: string) => boolean} */
  const isGiven = (name) => given.some(([one]) => one.toLowerCase() === name);
  if (!isGiven(ACCEPT)) headers.set('Accept', 'application/json');
  if (!isGiven('user-agent')) headers.set('User-Agent', `bc-status/${version()}`);
  return headers;
};

/**
 * The platform's own error would quote the value.
 * @type {(headers: Headers, name: string, value: string, what: string) => void}
 */
const put = (headers, name, value, what) => {
  try {
    headers.append(name, value);
  } catch {
    throw misused(`${what} has characters that a header cannot hold`);
  }
};

/**
 * Said before anything is sent: what fetch would refuse.
 * @type {(url: string, init: any) => Init}
 */
const checked = (url, init) => {
  const { username, password } = new URL(url);
  if (username || password) throw misused("URL must not hold a name and password; write -H 'Authorization: Basic …'");
  try {
    return new Request(url, init) && init;
  } catch (error) {
    throw misused(maskedUrl(/** @type {Error} */ (error).message));
  }
};
