// The answers of fetch, which need not be the platform's own.

import { isObject } from '../core/checks.js';
import { standardHeaders } from '../core/headers.js';
import { TextDecoder } from '../core/utf8.js';
import { DATE, LOCATION, RETRY_AFTER } from '../knowledge/headers.js';

/**
 * The core reads a response as the platform has it. Rewritten are those of another
 * library, and those whose `Date` is hidden, as from a page of another origin: a date
 * to wait for is then compared with our own clock, which is the next best.
 * @type {(response: any) => Response | Rewritten}
 */
export const readable = (response) => (response instanceof Response && !isUndated(response.headers) ? response : new Rewritten(response));

/** @type {(headers: Headers) => boolean} */
const isUndated = (headers) => headers.has(RETRY_AFTER) && !headers.has(DATE);

class Rewritten {
  /** @param {any} response Of another library. */
  constructor(response) {
    this.response = response;
    this.status = Number(response?.status);
    this.headers = isObject(response?.headers) ? standardHeaders(response.headers) : new Headers();
    if (isUndated(this.headers)) this.headers.set(DATE, new Date().toUTCString());
  }

  get body() {
    return this.response?.body;
  }
}

/**
 * Where a redirect leads to, null if nowhere, as in a mock without Headers. Most runtimes give each byte of raw UTF-8 as a character.
 * @type {(response: any) => string | null}
 */
export const locationOf = ({ headers }) => {
  const text = typeof headers?.get === 'function' ? headers.get(LOCATION) : null;
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  return new TextDecoder().decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
};

/**
 * The beginning of a body, from a clone; none where it was read already. After a time
 * that is given, what has arrived is enough.
 * @type {(response: any, longest: number, ms?: number) => Promise<string | undefined>}
 */
export const beginningOf = async (response, longest, ms) => {
  if (response.body === null) return '';
  if (response.bodyUsed || typeof response.clone !== 'function') return undefined;
  let reader;
  try {
    reader = response.clone().body?.getReader();
  } catch {
    return undefined;
  }
  if (!reader) return '';
  const decoder = new TextDecoder();
  const cancel = () => void reader.cancel().catch(() => {});
  const late = ms === undefined ? undefined : setTimeout(cancel, ms);
  let text = '';
  try {
    while (text.length <= longest) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
    cancel();
  } catch {
    // What came before the connection broke is still worth reading.
  } finally {
    clearTimeout(late);
  }
  return text;
};
