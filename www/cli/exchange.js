// The exchange that an input and the options beside it tell of.

import { answerBody } from '../core/bodies.js';
import { collection } from '../core/arguments.js';
import { MOST_OPEN, MOST_VALUES, isVast } from '../core/json.js';
import { LONGEST_BODY } from '../knowledge/limits.js';
import { read as readAny } from '../read.js';
import { read } from '../reading/read-text.js';
import { landedAt } from '../reading/transcript.js';
import { EXIT, Failure, misused } from './exit.js';
import { headersIn, isRevealing } from './header-options.js';
import { joined } from './payload.js';
import { note } from './print.js';
import { readText } from './input.js';
import { addressOf } from './environment.js';

/** @import { Read } from '../reading/read-text.js' */
/** @import { Transcript } from '../reading/transcript.js' */

/** Of what the parser would take many times the size in memory. */
const VAST = `${MOST_VALUES / 1e6} million values, or ${MOST_OPEN} levels,`;

/** @type {(file: string | undefined, values: any) => Promise<any>} */
export const exchangeFrom = async (file, values) => {
  if (file === undefined && process.stdin.isTTY) note('paste what `curl -i` printed, and end it with ctrl-D');
  const { text, cutAt } = await readText(file);
  if (!text.trim() && !values.status) throw unclear('the input is empty');
  if (cutAt) note(`of the input only the first ${cutAt} MB were read`);
  const { hops = [], ...found } = parsed(text, cutAt, values);
  /** @type {any} */
  const exchange = { ...found, ...(await told(values)) };
  if (values.data) exchange.method ??= 'POST';
  const added = await headersIn(values.header);
  if (added.length) exchange.requestHeaders = [...pairsOf(exchange.requestHeaders), ...added];
  if (isRevealing(values.header)) note('a token in an argument is seen in the list of processes: write -H @FILE');
  if (values.url && hops.length) exchange.url = landedAt(exchange.url, hops);
  exchange.body = answerBody(exchange.body);
  if (exchange.body?.length > LONGEST_BODY) note(`of the body only the first ${LONGEST_BODY / 1024} KB were read`);
  return exchange;
};

/**
 * Said of what was read, since it changes what is found.
 * @type {(exchange: { method?: string | null, url?: string }) => void}
 */
export const noteGuess = ({ method, url }) => {
  if (method === null) note('the input does not tell the method: add -X METHOD; whether to send it again depends on it');
  else if (!method && !url) note('taken for a GET of an unknown URL: say with -X and --url what was asked');
};

/**
 * What the options say of the request.
 * @type {(values: any) => Promise<object>}
 */
const told = async ({ request, url, data }) => ({
  ...(request && { method: request }),
  ...(url && { url: addressOf(url, false) }),
  ...(data && { requestBody: (await joined(data)).toString() }),
});

/** @type {(text: string, cutAt: number | undefined, values: { status?: number, entry?: number }) => Transcript} */
const parsed = (text, cutAt, { status, entry }) => {
  const own = read(text, { entry });
  if (own?.kind === 'har') return chosen(own, entry);
  if (entry) throw misused('--entry is for a HAR, and the input is none');
  if (/^\s*\{\s*"log"/.test(text) && (cutAt || isVast(text))) {
    const size = cutAt ? `${cutAt} MB` : VAST;
    throw new Failure(`a HAR of more than ${size} is not read: export fewer entries`, EXIT.files);
  }
  const seen = better(own, text);
  if (status) return seen?.kind === 'body' || !seen ? { status, body: text } : { ...seen.exchange, status };
  if (!seen) throw unclear(`the input is ${text.includes('\0') ? 'binary, and ' : ''}no answer of a server`);
  const { exchange, kind } = seen;
  if (exchange.status || exchange.failure) return exchange;
  if (kind === 'body' && isVast(text))
    throw new Failure(`JSON of more than ${VAST} is not read, but as a body: add --status CODE`, EXIT.files);
  if (kind === 'body') throw unclear('the input is a body without a status; add --status CODE');
  throw unclear('the input is a request without an answer; paste what it printed below it');
};

/**
 * An answer is best read as it went over the line; of several, and in all other texts, whatever else tells of one.
 * @type {(own: Read | undefined, text: string) => Read | undefined}
 */
const better = (own, text) => {
  const isWhole = own && own.kind !== 'body' && own.exchange.status;
  if (isWhole && (own.exchange.hops ?? []).length > 1) return own;
  if (isWhole && own.exchange.url && !/\n[A-Z]+ \S+ HTTP\//.test(text)) return own;
  const other = elsewhere(text);
  return isWhole && !other?.exchange.url ? own : (other ?? own);
};

/** Of more than this no log and no error consists. */
const LONGEST_PASTED = 4 * 1024 * 1024;

/**
 * What other tools print, errors of clients, and lines of logs: where they tell of an answer, or why there is none.
 * @type {(text: string) => Read | undefined}
 */
const elsewhere = (text) => {
  const told = text.length > LONGEST_PASTED ? null : readAny(text);
  if (!told) return undefined;
  const { status, failure, ...exchange } = /** @type {any} */ (told.exchange);
  if (!status && !failure) return undefined;
  return { kind: told.kind === 'body' ? 'answer' : told.kind, exchange: { ...exchange, ...(status ? { status } : { failure }) } };
};

/**
 * The exchange of the entry that was asked for, or of the one that was found.
 * @type {(seen: Read, wanted: any) => Transcript}
 */
const chosen = ({ exchange, entry, entries }, wanted) => {
  if (!entries) throw misused('the HAR has no entries: record the request, and export it again');
  if (wanted > entries) {
    throw misused(`the HAR has no entry ${wanted}: there ${entries === 1 ? 'is only 1' : `are 1 to ${entries}`}`);
  }
  if (entries > 1) note(`entry ${entry} of ${entries}; choose another with --entry N`);
  return exchange;
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
