// What became of an exchange, and what is wrong with it.

import { core } from '../boot.js';
import * as asked from './asked.js';
import * as check from './arguments.js';
import { reasonedIn } from './decide.js';
import { results } from '../host.js';
import { CORE_WORDS } from '../knowledge/core-words.js';
import { FINDING_WORDS, TABLES } from '../knowledge/tables.js';
import { status } from './status.js';

/** @import { Classification, Diagnosis, Exchange, RetryPolicy, RetryState } from 'bc-status' */
/** @import { Policy, State } from './arguments.js' */

/** @type {Map<string, number>} */
const languages = new Map();

/**
 * Where the core has a table of words, which it reads once.
 * @type {(table: string, whole?: string) => number}
 */
const kept = (table, whole = table) => {
  const words = languages.get(table) ?? core().words(whole);
  languages.set(table, words);
  return words;
};

/**
 * All that a diagnosis says in a language; of an id that is there twice the first counts, so what it lacks is said in English.
 * @type {(table: unknown) => number}
 */
const wordsOf = (table) => (typeof table === 'string' ? kept(table, `${table}\n${ENGLISH}`) : kept(ENGLISH));

/** @type {(exchange: Exchange) => Classification} */
export const classify = (exchange) => {
  const { pairs = '?', isWhole } = exchange?.body === undefined ? {} : asked.requestHeaders(exchange);
  const [lines, code] = asked.exchange(exchange, isWhole);
  core().classify(kept(CORE_WORDS), lines, code, pairs);
  return withStatus(results.classification, exchange.status, code);
};

/** All that a diagnosis says in English. */
const ENGLISH = CORE_WORDS + FINDING_WORDS;

/** @type {number | undefined} */
let knowledge;

/**
 * A diagnosis in a language, as a module of src/words/ has it; which findings and routes there are is the same in all.
 * @type {(language: any, exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => Diagnosis}
 */
export const diagnoseIn = (language, exchange, state, policy) => {
  const known = asked.fullExchange(exchange);
  /** @type {[...State, ...Policy]} */
  const how = [...asked.state(state), ...check.policy(policy)];
  knowledge ??= core().knowledge(.../** @type {[string, string, string]} */ (TABLES));
  core().diagnose(wordsOf(language?.words), knowledge, ...known, ...how);
  withStatus(results.classification, exchange.status, known[1]);
  results.diagnosis.retry = reasonedIn(language);
  return results.diagnosis;
};

/** @type {(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => Diagnosis} */
export const diagnose = (exchange, state, policy) => diagnoseIn(undefined, exchange, state, policy);

/**
 * The status is built once for all.
 * @type {(classification: Classification, number: any, code: number | undefined) => Classification}
 */
const withStatus = (classification, number, code) => {
  if (code !== undefined) classification.status = status(number);
  return classification;
};
