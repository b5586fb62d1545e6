// The exchange that an input and the options beside it tell of.

import { EXIT, Failure, misused } from './failure.js';
import { chosen, entriesOf } from './har.js';
import { headersIn, isRevealing } from './headers.js';
import { joined } from './payload.js';
import { note } from './print.js';
import { readText } from './reading.js';
import { addressOf } from './store.js';
import { landedAt, readTranscript } from './transcript.js';

/** The core reads no more of a body. */
const LONGEST_BODY = 256 * 1024;
const MEMBERS = ['method', 'url', 'requestHeaders', 'requestBody', 'status', 'headers', 'body', 'failure', 'inBrowser'];

export const exchangeFrom = async (file, values) => {
  if (file === undefined && process.stdin.isTTY) note('paste what `curl -i` printed, and end it with ctrl-D');
  const { text, cutAt } = await readText(file);
  if (!text.trim() && !values.status) throw unclear('the input is empty');
  if (cutAt) note(`of the input only the first ${cutAt} MB were read`);
  const { hops = [], ...found } = parsed(text, cutAt, values);
  const exchange = { ...found, ...(await told(values)) };
  if (values.data) exchange.method ??= 'POST';
  const added = await headersIn(values.header);
  if (added.length) exchange.requestHeaders = [...pairsOf(exchange.requestHeaders), ...added];
  if (isRevealing(values.header)) note('a token in an argument is seen in the list of processes: write -H @FILE');
  if (values.url && hops.length) exchange.url = landedAt(exchange.url, hops);
  exchange.body = beginningOf(exchange.body);
  return exchange;
};

/** What the options say of the request. */
const told = async ({ request, url, data }) => ({
  ...(request && { method: request }),
  ...(url && { url: addressOf(url, false) }),
  ...(data && { requestBody: (await joined(data)).toString() }),
});

const parsed = (text, cutAt, { status, entry }) => {
  const json = jsonIn(text);
  const entries = entriesOf(json);
  if (entries) {
    const { exchange, number } = chosen(entries, entry);
    if (entries.length > 1) note(`entry ${number} of ${entries.length}; choose another with --entry N`);
    return exchange;
  }
  if (entry) throw misused('--entry is for a HAR, and the input is none');
  if (isExchange(json)) return { ...membersOf(json), ...(status && { status }) };
  if (json === undefined) {
    const seen = readTranscript(text) ?? (status ? undefined : readTranscript(withoutPrompt(text)));
    if (seen) return { ...seen, ...(status && { status }) };
    if (cutAt && /^\s*\{\s*"log"/.test(text)) {
      throw new Failure(`a HAR of more than ${cutAt} MB is not read: export fewer entries`, EXIT.files);
    }
  }
  return bare(text, json, status);
};

/** A body by itself; some name the status, and others have to be told of it. */
const bare = (text, json, given) => {
  const named = (Array.isArray(json) ? json[0] : json)?.status;
  const status = given ?? (named >= 100 && named <= 599 ? Number(named) : undefined);
  if (status) return { status, body: text };
  if (json !== undefined) throw unclear('the input is a body without a status; add --status CODE');
  throw unclear(`the input is ${text.includes('\0') ? 'binary, and ' : ''}no answer of a server`);
};

const unclear = (message) =>
  new Failure(`${message}. It reads what curl -i prints, a HAR, or JSON such as {"status":404,"body":"…"}`, EXIT.files);

const jsonIn = (text) => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isExchange = (json) => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  if (!Number.isInteger(json.status) && typeof json.failure !== 'string') return false;
  return 'headers' in json || 'body' in json || Object.keys(json).every((name) => MEMBERS.includes(name));
};

const membersOf = (json) => Object.fromEntries(Object.entries(json).filter(([name]) => MEMBERS.includes(name)));

/** An answer pasted with the command that came before it. */
const withoutPrompt = (text) => {
  const at = text.search(/^HTTP\/\d(?:\.\d)? \d{3}\b/m);
  return at < 0 ? '' : text.slice(at);
};

const pairsOf = (headers) => (headers?.[Symbol.iterator] ? [...headers] : Object.entries(headers ?? {}));

const beginningOf = (body) => {
  if (body === undefined || body === null) return undefined;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (text.length <= LONGEST_BODY) return text;
  note(`of the body only the first ${LONGEST_BODY / 1024} KB were read`);
  return text.slice(0, LONGEST_BODY);
};
