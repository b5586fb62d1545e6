import { decideRetry } from '../../index.js';
import { exchangeFrom, isAnswered, noteGuess, withoutAnswer } from '../exchange.js';
import { EXIT } from '../exit.js';
import { policyOf } from '../flags.js';
import { printJson } from '../print.js';
import { fileOf } from './diagnose-run.js';

/** @type {(values: any, words: string[]) => Promise<number>} */
export const run = async (values, words) => {
  const { attempt, elapsed: elapsedMs, 'no-jitter': isExact } = values;
  const exchange = await exchangeFrom(fileOf(words), values);
  if (!isAnswered(exchange)) throw withoutAnswer();
  const state = { attempt, elapsedMs, random: Math.random() };
  const decision = decideRetry(exchange, state, { ...policyOf(values), jitter: !isExact });
  noteGuess(exchange);
  printJson(decision);
  return decision.retry ? EXIT.fine : EXIT.found;
};
