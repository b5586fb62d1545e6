import { existsSync } from 'node:fs';
import { diagnose } from '../../index.js';
import { NO_ERROR } from '../../knowledge/kinds.js';
import { isFine } from '../../reading/outcome.js';
import { shownExchange } from '../../reading/pasted.js';
import { exchangeFrom, noteGuess } from '../exchange.js';
import { EXIT, misused } from '../exit.js';
import { OUTPUT, REQUEST } from '../flags.js';
import { printJson, printPage } from '../print.js';

/** @import { Command } from '../commands.js' */

/** @type {Command} */
export const diagnoseCommand = {
  usage: '[FILE]',
  about: 'Tell what is wrong with a request: its causes, most probable first',
  notes: 'Reads what curl and other tools print, errors of clients, lines of logs, a HAR, or an exchange in JSON.',
  options: { ...REQUEST, ...OUTPUT },
  examples: [
    'curl -i https://… | bc-status diagnose -X GET --url https://…',
    'bc-status diagnose network.har --entry 12 --format markdown',
  ],

  async run({ json, format, ...values }, words) {
    const exchange = await exchangeFrom(fileOf(words), values);
    const diagnosis = diagnose(exchange);
    noteGuess(exchange);
    if (json) printJson({ ...diagnosis, exchange: shownOf(exchange) });
    else printPage(diagnosis, format);
    return isHarmless(diagnosis) ? EXIT.fine : EXIT.found;
  },
};

/** Of a body no more is shown. */
const LONGEST_SHOWN = 2000;

/**
 * What was read, without its secrets.
 * @type {(exchange: any) => object}
 */
const shownOf = (exchange) => {
  const { body, ...shown } = shownExchange(exchange);
  return { ...shown, ...(body && { body: body.slice(0, LONGEST_SHOWN) }) };
};

/**
 * Whether all that is found says of a success that it is one.
 * @type {(diagnosis: import('bc-status').Diagnosis) => boolean}
 */
const isHarmless = ({ classification, findings }) => isFine(classification.outcome) && findings.every(({ id }) => NO_ERROR.includes(id));

/** @type {(words: string[]) => string} */
export const fileOf = ([word, ...more]) => {
  if (more.length) throw misused('it reads one FILE at a time');
  if (/^https?:/.test(word)) throw misused('a URL goes behind --url; bc-status fetch URL sends a request to it');
  if (/^\d{3}$/.test(word) && !existsSync(word)) {
    throw misused(`${word} is a status code, and no file; bc-status ${word} tells what it means`);
  }
  return word;
};
