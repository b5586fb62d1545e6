// What became of an exchange, and what is wrong with it.

import { core } from './boot.js';
import * as asked from './asked.js';
import { isGiven } from './check.js';
import { decideRetry } from './decide.js';
import { results } from './host.js';
import { APIS, OUTCOMES } from './knowledge/sets.js';
import { TABLES } from './knowledge/tables.js';
import { status } from './status.js';

export const classify = (exchange) => {
  const { pairs = '?', isWhole } = exchange?.body === undefined ? {} : asked.requestHeaders(exchange);
  const [lines, code] = asked.exchange(exchange, isWhole);
  core().classify(lines, code, pairs);
  return named(results.classification, exchange.status, code);
};

let told;

/** A diagnosis in the language of the findings; which routes there are is the same in all. */
export const diagnoseIn = (findings = TABLES[0], exchange) => {
  const known = asked.fullExchange(exchange);
  if (told !== findings) core().learn(findings, TABLES[1], TABLES[2]);
  told = findings;
  core().diagnose(...known);
  named(results.classification, exchange.status, known[1]);
  return results.diagnosis;
};

/** With a state or a policy, the decision is what they make of it. */
export const diagnose = (exchange, state, policy) => {
  const diagnosis = diagnoseIn(undefined, exchange);
  return isGiven(state) || isGiven(policy) ? { ...diagnosis, retry: decideRetry(exchange, state, policy) } : diagnosis;
};

/** Gives a classification its names, and the status, which is built once for all. */
const named = (classification, number, code) => {
  classification.outcome = OUTCOMES[classification.outcome];
  classification.api = APIS[classification.api];
  if (code !== undefined) classification.status = status(number);
  return classification;
};
