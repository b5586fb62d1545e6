// The tools of `bc-status mcp`: what each is for, what it takes, and what it gives.

import { decideRetry } from '../../index.js';
import { secretsIn } from '../../reading/conceal.js';
import { masked } from '../../reading/pasted.js';
import { shownOf } from '../../reading/shown.js';
import { diagnosed } from '../run/diagnose-run.js';
import { knownOf } from '../commands/status-command.js';
import { addressOf } from '../environment.js';
import { asTold, completed, foundIn, isAnswered, noteGuess, withoutAnswer } from '../exchange.js';
import { Failure, misused } from '../exit.js';
import { pageOf, visible } from '../print.js';
import { findRoute, routesText } from '../routes.js';
import { DIAGNOSIS, EXCHANGE, RETRY, ROUTE, STATUS, checked, schemaOf } from './inputs.js';
import { DECIDED, DIAGNOSED, EXPLAINED, FOUND } from './outputs.js';

/** @import { Fields } from './inputs.js' */

/** @typedef {{ text: string, structured: any }} Given */
/** @typedef {{ title: string, about: string, fields: Fields, required?: string[], output: any, run: (values: any) => Given }} Tool */
/** @typedef {{ content: { type: 'text', text: string }[], structuredContent?: any, isError?: true }} Result */

/**
 * What a text and what is said beside it tell.
 * @type {(values: any) => { exchange: any, notes: string[] }}
 */
const exchangeIn = ({ text, exchange: given, entry }) => {
  /** @type {string[]} */
  const notes = [];
  const speech = {
    note: (/** @type {string} */ one) => notes.push(one),
    status: 'add exchange.status, and exchange.url if you know it',
    entry: 'choose another with entry',
    method: 'Add exchange.method',
    request: 'give them in exchange.method and exchange.url',
  };
  if (text === undefined && !given) throw misused(`text, exchange or both must be given: ${EXAMPLE}`);
  const said = given ? checked('exchange', given, EXCHANGE) : {};
  // Null, which says that it is not known, is no value that is left out.
  if (given?.method === null) said.method = null;
  if (said.url) said.url = addressOf(said.url, false);
  const found = text === undefined ? {} : foundIn({ text }, { status: said.status, entry }, speech);
  const exchange = completed(found, said, speech);
  if (isAnswered(exchange)) noteGuess(exchange, speech);
  return { exchange, notes };
};

const EXAMPLE = '{"text": "HTTP/1.1 404 Not Found …"} or {"exchange": {"method": "GET", "url": "https://…", "status": 404}}';

/** @type {(page: string, notes: string[]) => string} */
const withNotes = (page, notes) => [page.trimEnd(), ...(notes.length ? ['', ...notes.map((one) => `Note: ${one}`)] : [])].join('\n');

/**
 * By name.
 * @type {Record<string, Tool>}
 */
export const TOOLS = {
  explain_status: {
    title: 'Explain a status code',
    about:
      'What an HTTP status code means when a BigCommerce API answers with it: causes, solutions, and whether sending the request again can help. ' +
      'Use it for a bare code. If you have the answer itself, use diagnose, which says more.',
    fields: STATUS,
    required: ['code'],
    output: EXPLAINED,
    run: ({ code }) => ({ text: pageOf(code), structured: knownOf(code) }),
  },

  diagnose: {
    title: 'Diagnose a BigCommerce request',
    about:
      'What is wrong with a request to a BigCommerce API (REST, GraphQL, B2B, Payments, webhooks), most probable cause first, with evidence, solutions and whether to retry. ' +
      'Give it what the user pasted as it is in text (curl output, client error, log line, HAR), or what you know in exchange, or both. ' +
      'The more you give it, the surer it is: method, URL, status, headers, body. It sends nothing, and masks secrets in what it gives back.',
    fields: DIAGNOSIS,
    output: DIAGNOSED,
    run(values) {
      const { exchange, notes } = exchangeIn(values);
      const diagnosis = diagnosed(exchange);
      const hasAnswer = isAnswered(exchange);
      if (!hasAnswer && !diagnosis.findings.length) throw withoutAnswer();
      if (!hasAnswer) notes.push(withoutAnswer().message);
      const told = asTold({ ...diagnosis, ...(!hasAnswer && { retry: null }) }, exchange);
      const structured = { ...told.diagnosis, exchange: shownOf(told.exchange), notes };
      return { text: withNotes(pageOf(told.diagnosis), notes), structured };
    },
  },

  decide_retry: {
    title: 'Decide whether to retry',
    about:
      'Whether to send a failed BigCommerce request again, after how many milliseconds, and why; by the rules of bc-status, which honour rate limit headers ' +
      'and never repeat a write that may have run unless repeatable is true. Takes what diagnose takes, and how far the caller is willing to go.',
    fields: RETRY,
    output: DECIDED,
    run({ text, exchange: given, entry, attempt, elapsedMs, ...policy }) {
      const { exchange, notes } = exchangeIn({ text, exchange: given, entry });
      if (!isAnswered(exchange)) throw withoutAnswer();
      const structured = { ...decideRetry(exchange, { attempt, elapsedMs, random: Math.random() }, policy), notes };
      return { text: JSON.stringify(structured, null, 2), structured };
    },
  },

  find_route: {
    title: 'Find a BigCommerce route',
    about:
      "Which routes BigCommerce's API specifications have, by a path, a URL or words: their methods, the most items in a request, requests at once, " +
      'OAuth scopes, what a DELETE without a filter does, and what replaces them. Routes of v2 and v3 are below https://api.bigcommerce.com/stores/{store_hash}. ' +
      'Use it before you write a request, or after a 404 or 405.',
    fields: ROUTE,
    required: ['query'],
    output: FOUND,
    run({ query, method }) {
      if (!query.trim()) throw new TypeError(`arguments.query is empty: it must be ${ROUTE.query.wanted}`);
      const structured = findRoute(query, method);
      return { text: routesText(structured), structured };
    },
  },
};

/** As the protocol lists them. */
export const listed = () =>
  Object.entries(TOOLS).map(([name, { title, about, fields, required, output }]) => ({
    name,
    title,
    description: about,
    inputSchema: schemaOf(fields, required),
    outputSchema: output,
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));

/** Of a longer text only what comes out of it is searched for secrets. */
const LONGEST_SEARCHED = 1024 * 1024;

/** What the words of an answer could be as well. */
const PLAIN_WORD = /^[a-z-]{0,16}$/i;

/**
 * The secrets of what came in, wherever they are in what goes out. The answers have none by themselves: this is for
 * what is between, such as an error that quotes its input.
 * @type {(value: any, secrets: string[]) => any}
 */
const hidden = (value, secrets) => {
  if (Array.isArray(value)) return value.map((item) => hidden(item, secrets));
  if (typeof value !== 'object' || value === null) return masked(value, secrets);
  const named = (/** @type {string} */ name) => (/^[a-z]+$/i.test(name) ? name : masked(name, secrets));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [named(name), hidden(member, secrets)]));
};

/** @type {(value: any) => string[]} */
const textsIn = (value) => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]) : [];
};

/** @type {(given: any) => string[]} */
const secretsOf = (given) => {
  const texts = [JSON.stringify(given ?? {}), ...textsIn(given)].filter(({ length }) => length <= LONGEST_SEARCHED);
  const found = new Set(texts.flatMap(secretsIn));
  return [...found].filter((secret) => secret.length >= SHORTEST_SECRET && !PLAIN_WORD.test(secret));
};

/** What is shorter stands for something else as well. */
const SHORTEST_SECRET = 6;

/**
 * What a tool gives, or what was wrong with what it was given.
 * @type {(name: string, given: unknown) => Result}
 */
export const called = (name, given = {}) => {
  const { fields, required, run } = TOOLS[name];
  const secrets = secretsOf(given);
  try {
    const { text, structured } = run(checked('arguments', given, fields, required));
    return { content: [{ type: 'text', text: visible(hidden(text, secrets)) }], structuredContent: hidden(structured, secrets) };
  } catch (error) {
    const isInput = error instanceof Failure || error instanceof TypeError;
    const { message } = /** @type {Error} */ (error);
    const text = isInput ? message : `bc-status failed, which is a bug in it: ${message}`;
    return { content: [{ type: 'text', text: visible(hidden(text, secrets)) }], isError: true };
  }
};
