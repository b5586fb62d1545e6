// What a pasted text tells of a request and its answer.

import { parsed } from '../core/json.js';
import { codeOf } from './code.js';
import { readCurl } from './curl.js';
import { readFetch } from './fetch-call.js';
import { entriesOf, exchangeOf, failedIn } from './har.js';
import { readRequest } from './raw-request.js';
import { landedAt, readTranscript } from './transcript.js';

/** @import { Transcript } from './transcript.js' */

/** @typedef {{ kind: string, exchange: Transcript, entry?: number, entries?: number }} Read */
/** @typedef {{ request: Request, rest: string }} Found A request, and the text behind it. */
/** @typedef {Request & { status?: number, headers?: Pair[], body?: any, failure?: any }} Pasted As an exchange, but with what was pasted in it, whatever that is. */
/** @typedef {{ method?: string, url?: string, requestHeaders?: Pair[], requestBody?: string, inBrowser?: boolean }} Request */
/** @typedef {[name: string, value: string]} Pair */

/**
 * `{ kind, exchange }`, and of a HAR the number of its `entries` and which `entry` it is: the one
 * that was asked for, else the last that failed. Undefined where there is neither a request nor
 * an answer in the text.
 * @type {(pasted: string, options?: { entry?: number }) => Read | undefined}
 */
export const read = (pasted, { entry } = {}) => {
  const text = plain(pasted);
  const json = jsonIn(text);
  const entries = entriesOf(json);
  if (entries) return ofArchive(entries, entry);
  if (isExchange(json)) return { kind: 'exchange', exchange: membersOf(json) };
  return ofRequest(text) ?? ofAnswer(text, json);
};

/**
 * Without what terminals, chats and editors put around and into a text.
 * @type {(text: string) => string}
 */
const plain = (text) => {
  const tidy = text.replace(/^\ufeff|\x1b\[[\d;]*m/g, '').replaceAll('\xa0', ' ');
  const [, fenced] = /^\s*```[^\n]*\n([^]*?)(?:\n```\s*)?$/.exec(tidy) ?? [];
  const lines = fenced ?? tidy;
  // A quotation; curl -v has other lines too.
  return /^> /.test(lines) && !/^(?!>)./m.test(lines) && !/^> \S+ \S+ HTTP\//.test(lines) ? lines.replace(/^> ?/gm, '') : lines;
};

/** @type {(text: string, json?: any) => Read | undefined} */
const ofAnswer = (text, json = jsonIn(text)) => {
  if (json !== undefined) return ofBody(text, json);
  return ofTranscript(text) ?? ofTranscript(withoutPrompt(text)) ?? (isMarkup(text) ? ofBody(text) : undefined);
};

/** @type {(entries: any[], wanted?: number) => Read} */
const ofArchive = (entries, wanted) => {
  if (!entries.length) return { kind: 'har', exchange: {}, entry: 0, entries: 0 };
  const number = Math.min(Math.max(Math.trunc(wanted ?? failedIn(entries) ?? entries.length), 1), entries.length);
  return { kind: 'har', exchange: exchangeOf(entries[number - 1]), entry: number, entries: entries.length };
};

/**
 * A request, and the answer that follows it where one does. Of several commands it is that of the last.
 * @type {(text: string) => Read | undefined}
 */
const ofRequest = (text) => {
  const begin = text.trimStart();
  for (const [kind, reader] of READERS) {
    let found = reader(begin);
    for (let more = 0, next = found; next && more < MOST_COMMANDS; more++) {
      found = next;
      next = reader(found.rest.trimStart());
    }
    if (found) return { kind, exchange: answered(found) };
  }
  return undefined;
};

const MOST_COMMANDS = 20;

/** @type {(found: Found) => Pasted} */
const answered = ({ request, rest }) => {
  // What came without a head is a body.
  const body = rest.trim();
  /** @type {Transcript} */
  const { hops, ...answer } = ofAnswer(rest)?.exchange ?? (body ? { body } : {});
  const url = hops && request.url ? landedAt(request.url, hops) : request.url;
  // The command tells more of the request than what comes back does.
  return { ...answer, ...given({ ...request, url }) };
};

/** @type {[kind: string, reader: (text: string) => Found | undefined][]} */
const READERS = [
  ['curl', readCurl],
  ['fetch', readFetch],
  ['request', readRequest],
];

/** @type {(members: Request) => Request} */
const given = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

/** @type {(text: string) => Read | undefined} */
const ofTranscript = (text) => {
  const seen = readTranscript(text);
  return seen && { kind: seen.method ? 'verbose' : 'answer', exchange: seen };
};

/**
 * An answer pasted with what came before it.
 * @type {(text: string) => string}
 */
const withoutPrompt = (text) => {
  const at = text.search(/^HTTP\/\d(?:\.\d)? \d{3}\b/m);
  return at < 0 ? '' : text.slice(at);
};

/**
 * A body by itself; some name their status.
 * @type {(text: string, json?: any) => Read}
 */
const ofBody = (text, json) => {
  const status = codeOf((Array.isArray(json) ? json[0] : json)?.status);
  return { kind: 'body', exchange: { ...(Number.isInteger(status) && status >= 100 && status <= 599 && { status }), body: text } };
};

/** @type {(text: string) => boolean} */
const isMarkup = (text) => /^\s*</.test(text) || /^\s*[[{]/.test(text);

/** @type {(text: string) => any} */
const jsonIn = (text) => (/^\s*[[{]/.test(text) ? parsed(text) : undefined);

const MEMBERS = ['method', 'url', 'requestHeaders', 'requestBody', 'status', 'headers', 'body', 'failure', 'inBrowser'];

/** @type {(json: any) => boolean} */
const isExchange = (json) => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const [hasAnswer, isOne] = ['headers' in json || 'body' in json, Object.keys(json).every((name) => MEMBERS.includes(name))];
  if (Number.isInteger(codeOf(json.status)) || typeof json.failure === 'string') return hasAnswer || isOne;
  // Of what is one but for these, whoever reads it says what is wrong.
  return hasAnswer && isOne && ('status' in json || 'failure' in json);
};

/** @type {(json: any) => Pasted} */
const membersOf = (json) => {
  const members = Object.fromEntries(Object.entries(json).filter(([name]) => MEMBERS.includes(name)));
  return 'status' in members ? { ...members, status: codeOf(members.status) } : members;
};
