// A diagnosis of a response that a fetch returned.

import * as check from './check.js';
import { diagnose } from './diagnose.js';
import { requestOf } from './fetch.js';

/** The core reads no more of a body. */
const LONGEST = 256 * 1024;

export const explain = async (response) => {
  const { status, headers, url } = check.response(response);
  const body = await beginningOf(response);
  const request = requestOf(response) ?? {};
  return diagnose({
    ...request,
    // What was asked for may be relative to a page; what was answered is not.
    url: /^[a-z]+:/i.test(request.url ?? '') ? request.url : url || request.url,
    status: Number(status),
    headers: check.isObject(headers) ? headers : undefined,
    body,
  });
};

/** The beginning of a body, from a clone; none where it was read already. */
const beginningOf = async (response) => {
  if (response.bodyUsed || typeof response.clone !== 'function') return undefined;
  let reader;
  try {
    reader = response.clone().body?.getReader();
  } catch {
    return undefined;
  }
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length <= LONGEST) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
    reader.cancel().catch(() => {});
  } catch {
    // What came before the connection broke is still worth reading.
  }
  return text;
};
