// What curl prints: with -i the answer, with -v the request and what befell it as well.

import { LOCATION } from '../knowledge/headers.js';
/** @import { Pair, Pasted } from './read-text.js' */

/** @typedef {Pasted & { hops?: Hop[] }} Transcript */
/** @typedef {{ status: number, headers: Pair[] }} Hop An answer without its body. */

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const REQUEST_LINE = /^> (\S+) (\S+) HTTP\/\d(?:\.\d)?$/;

/** Exit codes of curl for an answer that came too late. */
const LATE = ['28'];

/**
 * An exchange, as far as the text tells; undefined where there is neither an answer nor a failure.
 * @type {(text: string) => Transcript | undefined}
 */
export const readTranscript = (text) => {
  const { plain, sent, received, remarks } = sortedOut(text);
  const { hops, body } = answersIn(plain);
  const seen = hops.length ? hops : answersIn(`${received.join('\n')}\n\n`).hops;
  const request = requestIn(sent, remarks);
  const [, curl] = /^curl: \((\d+)\) /m.exec(text) ?? [];
  if (!seen.length) return curl ? { ...request, failure: LATE.includes(curl) ? 'timeout' : 'network' } : undefined;
  return { ...request, ...seen.at(-1), body, hops: seen };
};

/**
 * The address that a URL came to be by way of the redirects.
 * @type {(url: string, hops: Hop[]) => string}
 */
export const landedAt = (url, hops) => {
  let at = url;
  for (const { status, headers } of hops.slice(0, -1)) {
    const [, location] = headers.find(([name]) => name.toLowerCase() === LOCATION) ?? [];
    if (status >= 300 && status < 400 && location && URL.canParse(location, at)) at = new URL(location, at).href;
  }
  return at;
};

/**
 * A body may have such lines too, but does not come first.
 * @type {(text: string) => boolean}
 */
const isVerbose = (text) => /^[*<>{}] /.test(text.trimStart()) && /^(?:> \S+ \S+ HTTP\/|\* )/m.test(text);

/** What curl tells of its progress where standard error goes into the same pipe. */
const METER_HEAD = /^ *% Total .*\r?\n.*Dload +Upload .*\r?\n/m;
const METER = /\r? {0,2}\d{1,3}(?: +[\d.]+[kMGTP]?){7}(?: +[\d:-]+){3} +[\d.]+[kMGTP]?/g;

/** It follows a body on its last line, where that has no end. */
const FAREWELL = /\* (?:Connection #\d+ to host|Closing connection|shutting down connection).*$/s;

/** @type {(all: string) => { plain: string, sent: string[], received: string[], remarks: string[] }} */
const sortedOut = (all) => {
  const text = METER_HEAD.test(all) ? all.replace(METER_HEAD, '').replace(METER, '').trimStart() : all;
  if (!isVerbose(text)) return { plain: text, sent: [], received: [], remarks: [] };
  /** @type {string[][]} */
  const [plain, sent, received, remarks] = [[], [], [], []];
  for (const line of text.split(/\r?\n/)) {
    if (/^>( |$)/.test(line)) sent.push(line);
    else if (/^<( |$)/.test(line)) received.push(line.slice(2));
    else if (/^\* /.test(line)) remarks.push(line);
    else if (!/^[{}] \[\d+ bytes data\]$|^curl: \(\d+\) /.test(line)) plain.push(line.replace(FAREWELL, ''));
  }
  return { plain: plain.join('\n'), sent, received, remarks };
};

/**
 * Answers one behind the other: interim ones, those of proxies, redirects, and the last with its body.
 * @type {(text: string) => { hops: Hop[], body: string }}
 */
const answersIn = (text) => {
  /** @type {Hop[]} */
  const hops = [];
  let rest = text.trimStart();
  for (;;) {
    const [head] = /** @type {RegExpExecArray} */ (/^[^]*?(?:\r?\n\r?\n|$(?![^]))/.exec(rest));
    const [first, ...lines] = head.trimEnd().split(/\r?\n/);
    const [, status] = STATUS_LINE.exec(first) ?? [];
    if (!status) return { hops, body: rest };
    hops.push({ status: Number(status), headers: lines.map(pair).filter(Boolean) });
    rest = rest.slice(head.length);
  }
};

/** @type {(line: string) => any} */
const pair = (line) => {
  const [, name, value] = /^([^\s:]+):[ \t]*(.*)$/.exec(line) ?? [];
  return name && [name, value];
};

/** @type {(sent: string[], remarks: string[]) => Pasted} */
const requestIn = (sent, remarks) => {
  const at = sent.findLastIndex((line) => REQUEST_LINE.test(line));
  if (at < 0) return {};
  const [, method, target] = /** @type {RegExpExecArray} */ (REQUEST_LINE.exec(sent[at]));
  const requestHeaders = sent
    .slice(at + 1)
    .map((line) => pair(line.slice(2)))
    .filter(Boolean);
  const [, host] = requestHeaders.find(([name]) => name.toLowerCase() === 'host') ?? [];
  if (!host || !target.startsWith('/')) return { method, requestHeaders };
  /** @type {(pattern: RegExp) => boolean} */
  const told = (pattern) => remarks.some((line) => pattern.test(line));
  const scheme = told(/ port 80\b/) && !told(/ port 443\b|SSL|TLS/) ? 'http' : 'https';
  return { method, requestHeaders, url: `${scheme}://${host}${target}` };
};
