import { existsSync } from 'node:fs';
import { diagnose } from '../../index.js';
import { isHarmless } from '../../reading/outcome.js';
import { shownOf } from '../../reading/shown.js';
import { reportFrom } from '../all.js';
import { asTold, exchangeFrom, isAnswered, noteGuess, withoutAnswer } from '../exchange.js';
import { EXIT, misused } from '../exit.js';
import { complain, printJson, printPage } from '../print.js';

/** @import { Diagnosis } from 'bc-status' */

/** @type {(values: any, words: string[]) => Promise<number>} */
export const run = async ({ all, json, format, ...values }, words) => {
  if (all) return reportFrom(fileOf(words), { json, format, ...values });
  const exchange = await exchangeFrom(fileOf(words), values);
  if (!isAnswered(exchange)) return ofRequest(exchange, json, format);
  const diagnosis = diagnosed(exchange);
  noteGuess(exchange);
  const told = asTold(diagnosis, exchange);
  if (json) printJson({ ...told.diagnosis, exchange: shownOf(told.exchange) });
  else printPage(told.diagnosis, format);
  return isHarmless(diagnosis) ? EXIT.fine : EXIT.found;
};

/**
 * Without an answer only what is wrong with the request can be told.
 * @type {(exchange: any) => Diagnosis}
 */
export const diagnosed = (exchange) => {
  const diagnosis = diagnose(exchange);
  if (isAnswered(exchange)) return diagnosis;
  return { ...diagnosis, findings: diagnosis.findings.filter(({ id }) => !/^(?:network|result)\./.test(id)) };
};

/** @type {(exchange: any, json: boolean, format: any) => number} */
const ofRequest = (exchange, json, format) => {
  const diagnosis = diagnosed(exchange);
  if (!json && !diagnosis.findings.length) throw withoutAnswer();
  complain(withoutAnswer().message);
  if (json) printJson({ ...diagnosis, retry: null, exchange: shownOf(exchange) });
  else printPage({ ...diagnosis, retry: null }, format);
  return EXIT.files;
};

/** @type {(words: string[]) => string} */
export const fileOf = ([word, ...more]) => {
  if (more.length) throw misused('only one FILE can be read at a time');
  if (/^https?:/.test(word)) throw misused('a URL goes after --url; bc-status fetch URL sends a request to it');
  if (/^\d{3}$/.test(word) && !existsSync(word)) {
    throw misused(`${word} is a status code, not a file; bc-status ${word} says what it means`);
  }
  return word;
};
