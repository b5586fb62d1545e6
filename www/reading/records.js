// What the entries of an archive or a log tell: each exchange, when it was, and where it stands.

import { parsed } from '../core/json.js';
import { DATE } from '../knowledge/headers.js';
import { FAILURES } from '../knowledge/sets.js';
import { headOf, valueIn } from './head.js';
import { Layouts } from './layout.js';
import { momentIn, timesOf } from './moment.js';
import { isOwn, ofOwn } from './own-exchange.js';
import { told } from './told.js';
import { unfolded, wrappedIn } from './unfold.js';

/** @import { Entry } from './entries.js' */
/** @import { Exchange } from './layout.js' */

/** @typedef {{ exchange: Exchange, kind: string, at: { line?: number, entry?: number }, start?: number, end?: number }} Told */

/** Up to here no text takes many times its size in memory. */
const SMALL = 65_536;
/** A code by itself. */
const SHORTEST = 3;
/** Records within records, so deep. */
const DEEPEST = 3;
/** Of a text that tells of several exchanges no more are read. */
const MOST = 64;

/** What collectors put before a record of JSON: docker compose, Kubernetes, a moment. */
const PREFIX =
  /^(?:[\w.-]+ +\| |\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d) (?:(?:stdout|stderr) [FP] )?|[A-Z][a-z]{2} [ \d]\d [\d:]{8} \S+ \S+: )(?=\{")/;

/** A server's line of a request: in the common log format or the combined, and as morgan has it for whoever develops. */
const COMMON = /^\S+ \S+ (?:[^[\]"]{1,80}) ?\[([^\]]{10,40})\] "([A-Z]{3,10}) (\S+)(?: HTTP\/[\d.]+)?" ([1-5]\d\d) /;
const MORGAN = /^(?:\S+ - )?()([A-Z]{3,7}) (\/\S*|https?:\S+) ([1-5]\d\d) [\d.]+ ms\b/;
const COLOURS = /\x1b\[[\d;]*m/g;

/** @type {(text: string) => any} */
const jsonIn = (text) => {
  if (text.length > SMALL) return parsed(text);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @type {(value: any) => boolean} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export class Records {
  #layouts = new Layouts();
  #isBrief;

  /** @param {boolean} [isBrief] whether of successes no more is wanted than an answer */
  constructor(isBrief = false) {
    this.#isBrief = isBrief;
  }

  /**
   * The exchanges that an entry tells of; none where it tells of none, or was lost.
   * @type {(entry: Entry) => Told[]}
   */
  read({ text, lost, ...at }) {
    if (lost || text.length < SHORTEST) return [];
    const prefix = PREFIX.exec(text)?.[0] ?? '';
    const begin = text.charCodeAt(prefix.length);
    const json = begin === 0x7b ? jsonIn(prefix ? text.slice(prefix.length) : text) : undefined;
    if (isRecord(json)) return this.#ofRecord(json, text, at, prefix);
    return ofText(text, at);
  }

  /** @type {(json: any, text: string, at: Told['at'], prefix: string, depth?: number) => Told[]} */
  #ofRecord(json, text, at, prefix, depth = 0) {
    const own = ownOf(json);
    if (own) return [{ kind: 'exchange', exchange: own, at, ...timesOf(json) }];
    const wrapped = depth < DEEPEST ? wrappedIn(json) : undefined;
    if (wrapped !== undefined) return this.#ofWrapped(wrapped, json, at, depth);
    const others = unfolded(json);
    if (others) return others.flatMap((record) => this.#ofOne(record, () => JSON.stringify(record), at, prefix));
    return this.#ofOne(json, () => text, at, prefix);
  }

  /**
   * When it was, the inner record says better.
   * @type {(text: string, json: any, at: Told['at'], depth: number) => Told[]}
   */
  #ofWrapped(text, json, at, depth) {
    const inner = text.charCodeAt(0) === 0x7b ? jsonIn(text.trim()) : undefined;
    const found = isRecord(inner) ? this.#ofRecord(inner, text.trim(), at, '', depth + 1) : ofText(text.trimEnd(), at);
    const times = timesOf({ time: json.time ?? json.timestamp ?? json['@timestamp'] });
    return found.map((one) => (one.start === undefined ? { ...one, ...times } : one));
  }

  /** @type {(record: any, textOf: () => string, at: Told['at'], prefix: string) => Told[]} */
  #ofOne(record, textOf, at, prefix) {
    const isArchive =
      isRecord(record.request) && isRecord(record.response) && (at.entry !== undefined || typeof record.startedDateTime === 'string');
    const [read, text] = isArchive ? [pruned(record), undefined] : [record, textOf];
    const found = this.#layouts.take(read, () => exchangesIn(text?.() ?? JSON.stringify(read)).filter(isAnswered), this.#isBrief);
    if (!found.length) return [];
    const times = timesOf(record);
    const moment = times.start === undefined && prefix ? { start: momentIn(prefix) } : times;
    return found.map((exchange) => ({ kind: isArchive ? 'har' : 'log', exchange, at, ...moment }));
  }
}

/** @type {(value: unknown) => boolean} */
const isText = (value) => value === undefined || value === null || typeof value === 'string';

/**
 * An exchange as `diagnose` takes it, with its headers in pairs; undefined for what is none after all.
 * @type {(json: any) => Exchange | undefined}
 */
const ownOf = (json) => {
  if (!isOwn(json)) return undefined;
  const { headers, requestHeaders, inBrowser, ...exchange } = ofOwn(json);
  const { method, url, status, failure } = exchange;
  const isAsked = isText(method) && isText(url) && (failure === undefined || failure === null || FAILURES.includes(failure));
  if (!isAsked || !isAnswered({ status: Number.isInteger(status) && status < 600 ? status : undefined, failure })) return undefined;
  const [head, sent] = [headOf(headers), headOf(requestHeaders)];
  const known = Object.fromEntries(Object.entries(exchange).filter(([, value]) => value !== null && value !== undefined));
  return { ...known, ...(head && { headers: head }), ...(sent && { requestHeaders: sent }), ...(inBrowser === true && { inBrowser }) };
};

/** What no reader understands. */
const OPAQUE = /^(?:image|audio|video|font)\/|wasm|octet-stream|zip|pdf/i;

/** @type {(base64: string) => string} */
const decoded = (base64) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
  } catch {
    return base64;
  }
};

/**
 * Of an archive's entry what the reader looks at, so that initiators and timings make no other shapes of it.
 * @type {(entry: any) => any}
 */
const pruned = ({ request, response, _error, _failureText }) => {
  const { text, encoding, mimeType } = response.content ?? {};
  const isOpaque = typeof text !== 'string' || OPAQUE.test(mimeType);
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: request.headers,
      ...(request.postData?.text !== undefined && { postData: { text: request.postData.text } }),
    },
    response: {
      status: response.status,
      headers: response.headers,
      content: isOpaque ? {} : { text: encoding === 'base64' ? decoded(text) : text },
      _error: response._error ?? response._failureText ?? _error ?? _failureText ?? null,
    },
  };
};

/** Any other interim answer has another behind it. */
const SWITCHED = 101;

/** @type {(exchange: Exchange) => boolean} */
const isAnswered = ({ status, failure }) => Boolean(failure) || (status ?? 0) >= 200 || status === SWITCHED;

/** @type {(text: string) => Exchange[]} */
const exchangesIn = (text) => {
  const first = told(text);
  if (!first) return [];
  if (first.entries < 2) return [first.exchange];
  const all = [];
  for (let number = 1; number <= Math.min(first.entries, MOST); number++) all.push(told(text, number)?.exchange);
  return all.filter(Boolean);
};

/** @type {(text: string, at: Told['at']) => Told[]} */
const ofText = (text, at) => {
  const plain = text.includes('\x1b') ? text.replace(COLOURS, '') : text;
  const [, moment, method, url, code] = COMMON.exec(plain) ?? MORGAN.exec(plain) ?? [];
  if (code && !text.includes('\n')) {
    const start = momentIn(moment);
    return [{ kind: 'log', exchange: { method, url, status: Number(code) }, at, start, end: start }];
  }
  const first = told(text);
  if (!first) return [];
  if (first.entries > 1 && text.includes('\n')) return ofMany(text, at, first.entries);
  if (!isAnswered(first.exchange)) return [];
  return [whole(first, at, text)];
};

/** @type {(first: { kind: string, exchange: any }, at: Told['at'], text: string) => Told} */
const whole = ({ kind, exchange }, at, text) => {
  const start = momentIn(text) ?? momentIn(valueIn(exchange.headers, DATE) ?? '');
  return { kind, exchange, at, start, end: start };
};

/**
 * Several in one text: lines of which each tells of one, else as the reader takes them apart.
 * @type {(text: string, at: Told['at'], entries: number) => Told[]}
 */
const ofMany = (text, at, entries) => {
  const lines = text.split('\n');
  const alone = lines.flatMap((line, index) => {
    const one = line.trim() ? told(line) : null;
    return one && isAnswered(one.exchange) ? [whole(one, at.line ? { line: at.line + index } : at, line)] : [];
  });
  if (alone.length >= entries) return alone;
  const all = [];
  for (let number = 1; number <= Math.min(entries, MOST); number++) {
    const one = told(text, number);
    if (one && isAnswered(one.exchange)) all.push(whole(one, at, text));
  }
  return all;
};
