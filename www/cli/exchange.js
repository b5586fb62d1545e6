// The exchange that an input and the options beside it tell of.

import { decideRetry } from '../index.js';
import { withoutStatus } from '../core/assumed.js';
import { answerBody } from '../core/bodies.js';
import { collection } from '../core/arguments.js';
import { MOST_OPEN, MOST_VALUES, isVast } from '../core/json.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { toldIn } from '../reading/told.js';
import { EXIT, Failure, misused } from './exit.js';
import { REVEALED, headersIn, isRevealing } from './header-options.js';
import { joined } from './payload.js';
import { note } from './print.js';
import { readText } from './input.js';
import { addressOf } from './environment.js';

/** Of what the parser would take many times the size in memory. */
const VAST = `${MOST_VALUES / 1e6} million values, or ${MOST_OPEN} levels,`;

/**
 * How the person who gave the input is told to say more, and where remarks on it go.
 * @typedef {{ note: (text: string) => void, status: string, entry: string, method: string, request: string }} Speech
 */

/** @type {Speech} */
const TYPED = {
  note,
  status: 'add --status CODE, and --url URL if you know it',
  entry: 'choose another with --entry N',
  method: 'Add -X POST',
  request: 'give the method with -X and the URL with --url',
};

/** @type {(file: string | undefined, values: any) => Promise<any>} */
export const exchangeFrom = async (file, values) => {
  if (file === undefined && process.stdin.isTTY) note('paste what `curl -i` printed, then press ctrl-D');
  // First, so that nobody has to paste again for an option that was wrong.
  const said = await saidOf(values);
  const found = foundIn(await readText(file), values, TYPED);
  if (isRevealing(values.header)) note(`${REVEALED}: put the header in a file and use -H @FILE`);
  return completed(found, said, TYPED);
};

/**
 * What a text tells of an exchange, and of the redirects on the way to it.
 * @type {(input: { text: string, cutAt?: number }, asked: { status?: number, entry?: number }, speech: Speech) => any}
 */
export const foundIn = ({ text, cutAt }, asked, speech) => {
  if (!text.trim() && !asked.status) throw unclear('the input is empty');
  if (cutAt) speech.note(`only the first ${cutAt} MB of the input was read`);
  return parsed(text, cutAt, asked, speech);
};

/**
 * The same with what is said of it beside the text.
 * @type {(found: any, said: any, speech: Speech) => any}
 */
export const completed = ({ hops = [], isAssumed, ...found }, { requestHeaders: added, ...said }, speech) => {
  const exchange = { ...found, ...said };
  if (isAssumed) ASSUMED.add(exchange);
  if (said.requestBody !== undefined) exchange.method ??= 'POST';
  // As with curl, whoever names a URL alone means a GET.
  if (said.url) exchange.method ??= 'GET';
  if (added) exchange.requestHeaders = [...pairsOf(exchange.requestHeaders), ...pairsOf(added)];
  if (said.url && hops.length) exchange.url = landedAt(exchange.url, hops);
  exchange.body = answerBody(exchange.body);
  if (exchange.body?.length > LONGEST_BODY) speech.note(`only the first ${LONGEST_BODY / 1024} KB of the body were read`);
  return exchange;
};

/**
 * The address that a URL came to be by way of redirects.
 * @type {(url: string, hops: string[]) => string}
 */
const landedAt = (url, hops) => hops.reduce((at, hop) => (URL.canParse(hop, at) ? new URL(hop, at).href : at), url);

/** @type {(exchange: any) => boolean} */
const hangsOnMethod = (exchange) => {
  const [one, other] = ['GET', 'POST'].map((method) => decideRetry({ ...exchange, method }).retry);
  return one !== other;
};

/**
 * Asks for what is missing, where it changes what is found.
 * @type {(exchange: any, speech?: Speech) => void}
 */
export const noteGuess = (exchange, speech = TYPED) => {
  const { method, url } = exchange;
  if (method === null && hangsOnMethod(exchange))
    speech.note(`which method was it? ${speech.method}, or what it was: whether to retry depends on it`);
  else if (method !== null && !method && !url) speech.note(`read as a GET of an unknown URL: ${speech.request}`);
};

/** Exchanges whose status no text holds: such answers come with it. */
const ASSUMED = new WeakSet();

/**
 * A diagnosis, and the exchange that it is of, without a status that nobody told.
 * @type {(diagnosis: any, exchange: any) => { diagnosis: any, exchange: any }}
 */
export const asTold = (diagnosis, exchange) => {
  if (!ASSUMED.has(exchange)) return { diagnosis, exchange };
  const { status, ...told } = exchange;
  withoutStatus(diagnosis, status);
  return { diagnosis, exchange: told };
};

/** @type {(exchange: { status?: unknown, failure?: unknown }) => boolean} */
export const isAnswered = ({ status, failure }) => Boolean(status || failure);

/** What is said where only the request is known. */
export const withoutAnswer = () => unclear('found a request without an answer in the input; paste what was printed below it too');

/**
 * What the options say of the request.
 * @type {(values: any) => Promise<object>}
 */
const saidOf = async ({ request, url, data, header }) => {
  const said = {
    ...(request && { method: request }),
    ...(url && { url: addressOf(url, false) }),
    ...(data && { requestBody: (await joined(data)).toString() }),
  };
  const requestHeaders = await headersIn(header);
  return requestHeaders.length ? { ...said, requestHeaders } : said;
};

/** @typedef {{ kind: string, exchange: any, isAssumed?: true, entry: number, entries: number, hops: string[] }} Told */

/** @type {(text: string, cutAt: number | undefined, asked: { status?: number, entry?: number }, speech: Speech) => Told['exchange'] & { hops?: string[] }} */
const parsed = (text, cutAt, { status, entry }, speech) => {
  const isArchive = /^\s*\{\s*"log"/.test(text);
  const vast = /^\s*[[{]/.test(text) && isVast(text);
  if (isArchive && (cutAt || vast)) {
    const size = cutAt ? `${cutAt} MB` : VAST;
    throw new Failure(`a HAR of more than ${size} is not read: export fewer entries`, EXIT.files);
  }
  const seen = vast ? undefined : toldIn(text, entry);
  if (seen) chosen(seen, entry, speech);
  const isBody = !seen || seen.kind === 'body';
  if (status) return isBody ? { method: null, status, body: text } : { ...exchangeOf(seen), status, isAssumed: false };
  if (vast) throw new Failure(`JSON of more than ${VAST} is not read, except as a body: ${speech.status}`, EXIT.files);
  if (!seen) throw unclear(refusal(text, speech));
  const reader = isAnswered(seen.exchange) ? undefined : readerIn(text);
  if (reader) speech.note(reader);
  if (isBody && !seen.exchange.status) throw unclear(`found a body without a status in the input; ${speech.status}`);
  return exchangeOf(seen);
};

/** @type {(seen: Told) => any} */
const exchangeOf = ({ exchange, hops, isAssumed }) => ({ ...exchange, isAssumed, ...(hops.length && { hops }) });

/**
 * What programs say that read an answer and could not, and what is known by that.
 * @type {[RegExp, string][]}
 */
const READERS = [
  [
    /Unexpected end of (?:JSON )?(?:input|data)|at least contain two octets|unexpected end of input/i,
    'the input is an error of a JSON parser that was given an empty body; look at the status before parsing: a 204 is an empty list, or a change that was made, and no error',
  ],
  [
    /Unexpected token '?<|Unrecognized token '<'|invalid character '<'/,
    'the input is an error of a JSON parser that was given a page of HTML: the URL is not one of the API, or a server between answered; paste the status and the page',
  ],
  [
    /parse error|JSONDecodeError|is not valid JSON|Unexpected token|invalid character .* looking for/,
    'the input is an error of a JSON parser: the body was empty, as with a 204, or no JSON; paste the status and the body',
  ],
  [
    /Wrong parameters for \S*(?:Error|Exception)\b/,
    'the input is an error of the client, which failed to make an exception of the answer; paste the status and the body of the answer',
  ],
];

/** @type {(text: string) => string | undefined} */
const readerIn = (text) => READERS.find(([words]) => words.test(text))?.[1];

/**
 * What was found, and what to paste instead.
 * @type {(text: string, speech: Speech) => string}
 */
const refusal = (text, speech) =>
  readerIn(text) ??
  `found no HTTP answer in the input${text.includes('\0') ? ', which is binary' : ''}; ${speech.status}, or paste the body`;

/**
 * Whether there is the one that was asked for, and which it is of several.
 * @type {(seen: Told, wanted: number | undefined, speech: Speech) => void}
 */
const chosen = ({ kind, entry, entries }, wanted = 0, speech) => {
  const what = kind === 'har' ? 'HAR' : 'input';
  if (!entries) throw misused('the HAR has no entries: record the request, and export it again');
  if (wanted > entries) {
    throw misused(`the ${what} has no entry ${wanted}: it has ${entries === 1 ? 'only 1' : `1 to ${entries}`}`);
  }
  if (kind === 'har' && entries > 1) speech.note(`entry ${entry} of ${entries}; ${speech.entry}`);
};

/** @type {(message: string) => Failure} */
const unclear = (message) =>
  new Failure(`${message}. It reads what curl -i prints, a HAR, or JSON such as {"status":404,"body":"…"}`, EXIT.files);

/** @type {(headers: unknown) => any[]} */
const pairsOf = (headers) => {
  /** @type {any} */
  const given = collection('exchange.requestHeaders', headers) ?? {};
  return given[Symbol.iterator] ? [...given] : Object.entries(given);
};
