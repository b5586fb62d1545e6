// What browsers and proxies record: HTTP Archives.

import { classify } from '../index.js';
import { misused } from './failure.js';
import { isFine } from './outcome.js';

/** The entries of an archive, or one entry by itself; undefined for any other JSON. */
export const entriesOf = (json) => {
  if (Array.isArray(json?.log?.entries)) return json.log.entries;
  return json?.request?.url && json.response ? [json] : undefined;
};

/** `{ exchange, number }` of the entry that was asked for, else of the last that failed. */
export const chosen = (entries, wanted) => {
  if (!entries.length) throw misused('the HAR has no entries: record the request, and export it again');
  if (wanted > entries.length) {
    const there = entries.length === 1 ? 'is only 1' : `are 1 to ${entries.length}`;
    throw misused(`the HAR has no entry ${wanted}: there ${there}`);
  }
  const number = wanted ?? failedIn(entries) ?? entries.length;
  return { exchange: exchangeOf(entries[number - 1]), number };
};

/** BigCommerce's before others: pages call many. */
const failedIn = (entries) => {
  let other;
  for (let number = entries.length; number > 0; number--) {
    const { outcome, api } = classify(exchangeOf(entries[number - 1]));
    if (isFine(outcome) || outcome === 'redirect') continue;
    if (api !== 'unknown') return number;
    other ??= number;
  }
  return other;
};

/** Whoever wrote the archive, nothing in it has to be there. */
const exchangeOf = (entry) => {
  const [request, response] = [entry?.request ?? {}, entry?.response ?? {}];
  const requestHeaders = pairs(request.headers);
  const { status, content } = response;
  const answer = { status, headers: pairs(response.headers), body: textOf(content ?? {}) };
  return {
    method: request.method,
    url: request.url,
    requestHeaders,
    requestBody: request.postData?.text,
    ...(status > 0 ? answer : { failure: failureOf(entry?._error ?? response._error) }),
    // Programs send no such header.
    inBrowser: requestHeaders.some(([name]) => name.toLowerCase() === 'sec-fetch-mode'),
  };
};

const pairs = (headers) =>
  Array.isArray(headers) ? headers.map((header) => [String(header?.name), String(header?.value)]) : [];

const textOf = ({ text, encoding }) =>
  typeof text === 'string' && encoding === 'base64' ? Buffer.from(text, 'base64').toString() : text;

const failureOf = (error) => {
  if (/ABORTED|CANCEL/i.test(error)) return 'aborted';
  return /TIMED?_?OUT/i.test(error) ? 'timeout' : 'network';
};
