// What became of an exchange, and what is wrong with it.

import { core } from '../boot.js';
import * as asked from './asked.js';
import { inWords } from './decided.js';
import { policy as policyOf } from './policy.js';
import { CORE_WORDS } from '../knowledge/core-words.js';
import { FINDING_WORDS, TABLES } from '../knowledge/tables.js';
import { status } from './status.js';

/** @import { Classification, Diagnosis, Exchange, RetryPolicy, RetryState } from 'bc-status' */

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

/** @type {{ list?: string[], isWhole?: boolean }} */
const NOTHING = {};

/** @type {(exchange: Exchange) => Classification} */
export const classify = (value) => {
  const exchange = asked.answered(value);
  const { list, isWhole } = exchange.body === undefined ? NOTHING : asked.requestHeaders(exchange);
  const given = asked.exchange(exchange, isWhole);
  // For the secrets in them, which a body may repeat.
  given.requestHeaders = list;
  /** @type {any} */
  const found = {};
  core().classify(kept(CORE_WORDS), given, found);
  return withStatus(found.value, exchange.status);
};

/** All that a diagnosis says in English. */
const ENGLISH = CORE_WORDS + FINDING_WORDS;

/** @type {number | undefined} */
let knowledge;

/** Where the core has its tables. */
const known = () => (knowledge ??= core().knowledge(.../** @type {[string, string, string]} */ (TABLES)));

/**
 * The path of a URL as BigCommerce's documentation has it, if it has one.
 * @type {(url: string) => string | null}
 */
export const routeShape = (url) => {
  /** @type {any} */
  const found = {};
  core().routeShape(known(), url, found);
  return found.value;
};

/**
 * A diagnosis in a language, as a module of src/words/ has it; which findings and routes there are is the same in all.
 * @type {(language: any, exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => Diagnosis}
 */
export const diagnoseIn = (language, exchange, state, policy) => {
  const given = asked.fullExchange(exchange);
  const [when, limits] = [asked.state(state), policyOf(policy)];
  /** @type {any} */
  const found = {};
  core().diagnose(wordsOf(language?.words), known(), given, when, limits, found);
  const diagnosis = found.value;
  withStatus(diagnosis.classification, exchange.status);
  inWords(diagnosis.retry, language);
  return diagnosis;
};

/** @type {(exchange: Exchange, state?: RetryState | null, policy?: RetryPolicy | null) => Diagnosis} */
export const diagnose = (exchange, state, policy) => diagnoseIn(undefined, asked.answered(exchange), state, policy);

/**
 * The status is built once for all; the core has any code that HTTP does not know as 0, and the one that a body names where
 * nobody told another.
 * @type {(classification: Classification, code: any) => Classification}
 */
const withStatus = (classification, code) => {
  if (classification.status !== null) classification.status = status(code ?? classification.status);
  return classification;
};
