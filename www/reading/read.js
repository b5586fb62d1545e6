// What a pasted text tells of a request and its answer.

import { parsed } from '../core/json.js';
import { codeOf } from './code.js';
import { readCurl } from './curl.js';
import { readFetch } from './fetch-call.js';
import { entriesOf, exchangeOf, failedIn } from './har.js';
import { readRequest } from './raw-request.js';
import { landedAt, readTranscript } from './transcript.js';

/**
 * `{ kind, exchange }`, and of a HAR the number of its `entries` and which `entry` it is: the one
 * that was asked for, else the last that failed. Undefined where there is neither a request nor
 * an answer in the text.
 */
export const read = (pasted, { entry } = {}) => {
  const text = plain(pasted);
  const json = jsonIn(text);
  const entries = entriesOf(json);
  if (entries) return ofArchive(entries, entry);
  if (isExchange(json)) return { kind: 'exchange', exchange: membersOf(json) };
  return ofRequest(text) ?? ofAnswer(text, json);
};

/** Without what terminals, chats and editors put around and into a text. */
const plain = (text) => {
  const tidy = text.replace(/^\ufeff|\x1b\[[\d;]*m/g, '').replaceAll('\xa0', ' ');
  const [, fenced] = /^\s*```[^\n]*\n([^]*?)(?:\n```\s*)?$/.exec(tidy) ?? [];
  const lines = fenced ?? tidy;
  // A quotation; curl -v has other lines too.
  return /^> /.test(lines) && !/^(?!>)./m.test(lines) && !/^> \S+ \S+ HTTP\//.test(lines) ? lines.replace(/^> ?/gm, '') : lines;
};

const ofAnswer = (text, json = jsonIn(text)) => {
  if (json !== undefined) return ofBody(text, json);
  return ofTranscript(text) ?? ofTranscript(withoutPrompt(text)) ?? (isMarkup(text) ? ofBody(text) : undefined);
};

const ofArchive = (entries, wanted) => {
  if (!entries.length) return { kind: 'har', exchange: {}, entry: 0, entries: 0 };
  const number = Math.min(Math.max(Math.trunc(wanted ?? failedIn(entries) ?? entries.length), 1), entries.length);
  return { kind: 'har', exchange: exchangeOf(entries[number - 1]), entry: number, entries: entries.length };
};

/** A request, and the answer that follows it where one does. Of several commands it is that of the last. */
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

const answered = ({ request, rest }) => {
  // What came without a head is a body.
  const body = rest.trim();
  const { hops, ...answer } = ofAnswer(rest)?.exchange ?? (body ? { body } : {});
  const url = hops && request.url ? landedAt(request.url, hops) : request.url;
  // The command tells more of the request than what comes back does.
  return { ...answer, ...given({ ...request, url }) };
};

const READERS = [
  ['curl', readCurl],
  ['fetch', readFetch],
  ['request', readRequest],
];

const given = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

const ofTranscript = (text) => {
  const seen = readTranscript(text);
  return seen && { kind: seen.method ? 'verbose' : 'answer', exchange: seen };
};

/** An answer pasted with what came before it. */
const withoutPrompt = (text) => {
  const at = text.search(/^HTTP\/\d(?:\.\d)? \d{3}\b/m);
  return at < 0 ? '' : text.slice(at);
};

/** A body by itself; some name their status. */
const ofBody = (text, json) => {
  const status = codeOf((Array.isArray(json) ? json[0] : json)?.status);
  return { kind: 'body', exchange: { ...(Number.isInteger(status) && status >= 100 && status <= 599 && { status }), body: text } };
};

const isMarkup = (text) => /^\s*</.test(text) || /^\s*[[{]/.test(text);

const jsonIn = (text) => (/^\s*[[{]/.test(text) ? parsed(text) : undefined);

const MEMBERS = ['method', 'url', 'requestHeaders', 'requestBody', 'status', 'headers', 'body', 'failure', 'inBrowser'];

const isExchange = (json) => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const [hasAnswer, isOne] = ['headers' in json || 'body' in json, Object.keys(json).every((name) => MEMBERS.includes(name))];
  if (Number.isInteger(codeOf(json.status)) || typeof json.failure === 'string') return hasAnswer || isOne;
  // Of what is one but for these, whoever reads it says what is wrong.
  return hasAnswer && isOne && ('status' in json || 'failure' in json);
};

const membersOf = (json) => {
  const members = Object.fromEntries(Object.entries(json).filter(([name]) => MEMBERS.includes(name)));
  return 'status' in members ? { ...members, status: codeOf(members.status) } : members;
};
